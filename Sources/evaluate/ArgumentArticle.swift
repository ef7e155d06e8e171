import Platform
import Texts

/// A text of WikiEvents with its events: where their triggers and arguments stand.
///
/// The full form gives sentences as published, with each token's place in code points from the
/// start of the text; every sentence is made a paragraph. The short form of the training part has
/// only tokens, and arguments without places: the text is guessed from the tokens, and an argument
/// stands where its words are nearest to the trigger.
struct ArgumentArticle {
  struct Event {
    /// The KAIROS type.
    var type: String
    var trigger: TextRange
    var arguments: [Argument]
  }

  struct Argument {
    /// The KAIROS role.
    var role: String
    var range: TextRange
  }

  let name: String
  private(set) var text = SourceText("")
  private(set) var paragraphs: [TextRange] = []
  private(set) var events: [Event] = []
  /// Arguments of the short form whose words stand nowhere.
  private(set) var lostCount = 0

  /// Tokens as ranges of the text.
  private var tokens: [TextRange] = []

  init(json: [UInt8]) throws {
    let record = try valueFromJSON(Record.self, json)
    name = record.doc_id ?? record.docid ?? "?"
    if let sentences = record.sentences.full {
      place(sentences)
    } else {
      place(record.tokens)
    }
    let mentions = record.entity_mentions ?? []
    let places = Dictionary(
      mentions.map { ($0.id, $0.start..<$0.end) }, uniquingKeysWith: { first, _ in first })
    for event in record.event_mentions {
      let first = event.trigger.start ?? event.trigger.start_idx ?? 0
      let end = event.trigger.end ?? event.trigger.end_idx ?? 0
      guard let trigger = range(first..<end) else { continue }
      var arguments: [Argument] = []
      for argument in event.arguments {
        let tokens =
          argument.entity_id.flatMap { places[$0] }
          ?? nearest(argument.text, in: record.tokens, to: first)
        if let tokens, let range = range(tokens) {
          arguments.append(Argument(role: argument.role, range: range))
        } else {
          lostCount += 1
        }
      }
      events.append(Event(type: event.event_type, trigger: trigger, arguments: arguments))
    }
  }

  private func range(_ run: Range<Int>) -> TextRange? {
    guard !run.isEmpty, run.lowerBound >= 0, run.upperBound <= tokens.count else { return nil }
    return TextRange(tokens[run.lowerBound].start, tokens[run.upperBound - 1].end)
  }

  private mutating func place(_ sentences: [Sentence]) {
    var bytes: [UInt8] = []
    for sentence in sentences {
      guard let first = sentence.tokens.first else { continue }
      if !bytes.isEmpty { bytes.append(0x0A) }
      let words = SourceText(sentence.text)
      let points = CodePoints(words)
      for token in sentence.tokens {
        let start = points.byte(atCodePoint: token.start - first.start) ?? words.count
        let end = points.byte(atCodePoint: token.end - first.start) ?? words.count
        tokens.append(TextRange(bytes.count + start, bytes.count + max(start, end)))
      }
      paragraphs.append(TextRange(bytes.count, bytes.count + words.count))
      bytes += sentence.text.utf8
    }
    text = SourceText(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func place(_ words: [String]) {
    var given = GivenText()
    var spacing = guessedSpacing(words)
    let clitics: Set<String> = ["s", "t", "re", "ve", "ll", "d", "m"]
    for index in words.indices.dropLast()
    where (words[index] == "'" || words[index] == "’") && clitics.contains(words[index + 1]) {
      spacing[index] = false
      spacing[index + 1] = false
    }
    given.append(words, isSpaced: spacing, beginsParagraph: true)
    tokens = given.words
    paragraphs = given.paragraphs
    text = SourceText(String(decoding: given.bytes, as: UTF8.self))
  }

  /// Where some words stand, the run whose first token is nearest to a token; nil for nowhere.
  private func nearest(_ text: String, in tokens: [String], to trigger: Int) -> Range<Int>? {
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty, words.count <= tokens.count else { return nil }
    let starts = (0...tokens.count - words.count).filter {
      tokens[$0..<$0 + words.count].elementsEqual(words)
    }
    return starts.min { abs($0 - trigger) < abs($1 - trigger) }.map { $0..<$0 + words.count }
  }
}

extension ArgumentArticle {
  fileprivate struct Record: Decodable {
    var doc_id: String?
    var docid: String?
    var tokens: [String]
    var sentences: Sentences
    var entity_mentions: [EntityMention]?
    var event_mentions: [EventMention]
  }

  fileprivate struct EntityMention: Decodable {
    var id: String
    var start: Int
    var end: Int
  }

  fileprivate struct EventMention: Decodable {
    struct Trigger: Decodable {
      var start: Int?
      var end: Int?
      var start_idx: Int?
      var end_idx: Int?
    }
    struct Argument: Decodable {
      var role: String
      var text: String
      var entity_id: String?
    }
    var event_type: String
    var trigger: Trigger
    var arguments: [Argument]
  }

  /// Sentences of the full form; nil where the file has the short one.
  fileprivate struct Sentences: Decodable {
    var full: [Sentence]?

    init(from decoder: any Decoder) throws {
      full = try? [Sentence](from: decoder)
    }
  }

  /// A sentence of the full form: its tokens, then its text.
  fileprivate struct Sentence: Decodable {
    struct Token: Decodable {
      var start: Int
      var end: Int

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        _ = try values.decode(String.self)
        start = try values.decode(Int.self)
        end = try values.decode(Int.self)
      }
    }
    var tokens: [Token]
    var text: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      tokens = try values.decode([Token].self)
      text = try values.decode(String.self)
    }
  }
}
