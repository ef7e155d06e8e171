import Dossiers
import Linguistics
import Readings
import Reports
import TestSupport
import Texts

/// An invented report and what a model might make of it, written down by hand.
enum Sample {
  static let text = SourceText(
    """
    date 2024-03-06 Rockets hit Sake

    Ana Ruiz of R&D said “five people died” on Tuesday, but\nthe rebels deny it. "No <one> fired."

    """)

  static let modelTool = Dossier.Tool(name: "synoptic", version: "0", model: "sample-model")

  /// Form, tag, head (from 1 in the sentence) and relation of each token.
  private static let rows: [[(String, PartOfSpeech, Int, Relation)]] = [
    [
      ("Rockets", .noun, 2, .nsubj), ("hit", .verb, 0, .root), ("Sake", .properNoun, 2, .obj),
    ],
    [
      ("Ana", .properNoun, 5, .nsubj), ("Ruiz", .properNoun, 1, .flat),
      ("of", .adposition, 4, .case),
      ("R&D", .noun, 1, .nmod), ("said", .verb, 0, .root), ("“", .punctuation, 9, .punct),
      ("five", .numeral, 8, .nummod), ("people", .noun, 9, .nsubj), ("died", .verb, 5, .ccomp),
      ("”", .punctuation, 9, .punct), ("on", .adposition, 12, .case),
      ("Tuesday", .properNoun, 5, .obl), (",", .punctuation, 17, .punct),
      ("but", .coordinator, 17, .cc), ("the", .determiner, 16, .det), ("rebels", .noun, 17, .nsubj),
      ("deny", .verb, 5, .conj), ("it", .pronoun, 17, .obj), (".", .punctuation, 5, .punct),
    ],
    [
      ("\"", .punctuation, 5, .punct), ("No", .determiner, 4, .det), ("<", .symbol, 4, .punct),
      ("one", .pronoun, 6, .nsubj), (">", .symbol, 4, .punct), ("fired", .verb, 0, .root),
      (".", .punctuation, 6, .punct), ("\"", .punctuation, 6, .punct),
    ],
  ]

  static let byModel = ReportReading(report: report(), reading: wholeReading(), tool: modelTool)

  /// The same report without what only a model gives.
  static let byRules: ReportReading = {
    let reading = wholeReading()
    return ReportReading(
      report: report(),
      reading: Reading(
        text: text, title: reading.title, paragraphs: reading.paragraphs, tokens: reading.tokens,
        sentences: reading.sentences, quotations: reading.quotations,
        attributions: reading.attributions),
      tool: Dossier.Tool(name: "synoptic", version: "0", model: "rules"))
  }()

  /// Where some words stand, the first time.
  static func range(_ words: String) -> TextRange {
    let pattern = Array(words.utf8)
    let start = (0...text.count - pattern.count).first { text.bytes[$0...].starts(with: pattern) }
    return TextRange(start ?? 0, (start ?? 0) + pattern.count)
  }

  private static let title = range("Rockets hit Sake")
  private static let body = TextRange(range("Ana").start, range("fired.\"").end)

  static func report(path: String = "reports/01 <courier>.txt") -> Report {
    Report(
      id: "r1", path: path, sha256: String(repeating: "0", count: 64), outlet: "Courier & Sons",
      published: CalendarDate(iso: "2024-03-06"), language: "en", title: title, body: body,
      paragraphs: [body], credits: [], text: text,
      notes: [Note(code: "invented", message: "nothing of this happened")])
  }

  private static func wholeReading() -> Reading {
    var ranges: [TextRange] = []
    var offset = title.start
    for row in rows.joined() {
      let form = Array(row.0.utf8)
      while !text.bytes[offset...].starts(with: form) { offset += 1 }
      ranges.append(TextRange(offset, offset + form.count))
      offset += form.count
    }
    var runs: [Range<Int>] = []
    for sentence in rows {
      let first = runs.last?.upperBound ?? 0
      runs.append(first..<first + sentence.count)
    }
    let bare = Reader(cues: CueLexicon([])).reading(
      of: text, title: title, paragraphs: [title, body], tokens: ranges, sentences: runs)
    var lemmas = Lemmas()
    var dependencies: [Dependency] = []
    for (run, sentence) in zip(runs, rows) {
      for row in sentence {
        lemmas.append(row.1 == .verb ? Array("\(row.0)-lemma".utf8) : Array(row.0.utf8))
        dependencies.append(
          Dependency(head: row.2 == 0 ? nil : run.lowerBound + row.2 - 1, relation: row.3))
      }
    }
    func name(_ kind: Name.Kind, _ words: String) -> Name {
      let range = range(words)
      return Name(kind: kind, tokens: bare.tokens(in: range), range: range)
    }
    return Reading(
      text: text, title: title, paragraphs: [title, body], tokens: bare.tokens,
      sentences: bare.sentences, quotations: bare.quotations,
      attributions: [
        Attribution(
          source: range("Ana Ruiz of R&D"), cue: range("said"),
          content: [range("five people died")],
          form: .direct, cueLemma: "say", isNegated: false, parent: nil),
        Attribution(
          source: range("the rebels"), cue: range("deny"),
          content: [range("people died"), range("it."), range("No <one> fired.")], form: .mixed,
          cueLemma: "deny", isNegated: true, parent: 0),
      ],
      tags: rows.joined().map(\.1), lemmas: lemmas, dependencies: dependencies,
      names: [
        name(.location, "Sake"), name(.person, "Ana Ruiz"), name(.organization, "R&D"),
        name(.date, "Tuesday"),
      ],
      vectors: SentenceVectors(width: 2, values: [1, 0, 0, 1, 0.6, 0.8]))
  }
}

/// A reading of random text by rules, with random layers above it.
func randomReading(seed: UInt64) -> ReportReading {
  let text = randomReport(seed: seed, pieces: 90)
  var random = SplitMix64(seed: seed)
  let range = text.trimmed(text.range)
  let bare = Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [range])
  var lemmas = Lemmas()
  var dependencies: [Dependency] = []
  var names: [Name] = []
  for sentence in bare.sentences {
    let root = sentence.tokens.randomElement(using: &random)
    for token in sentence.tokens {
      lemmas.append(Array(text[bare.tokens[token].range].utf8))
      dependencies.append(
        token == root
          ? Dependency(head: nil, relation: .root)
          : Dependency(
            head: root, relation: Relation.allCases.randomElement(using: &random) ?? .dep))
    }
    if sentence.tokens.count > 2 {
      let tokens = sentence.tokens.lowerBound + 1..<sentence.tokens.lowerBound + 3
      names.append(Name(kind: .person, tokens: tokens, range: bare.range(ofTokens: tokens)))
    }
  }
  func stretch() -> TextRange {
    guard !bare.tokens.isEmpty else { return range }
    let first = Int.random(in: 0..<bare.tokens.count, using: &random)
    let last = min(bare.tokens.count, first + Int.random(in: 1...12, using: &random))
    return bare.range(ofTokens: first..<last)
  }
  let attributions = (0..<4).map { index in
    Attribution(
      source: stretch(), cue: stretch(), content: [stretch(), stretch()], form: .mixed,
      cueLemma: nil, isNegated: false, parent: index == 0 ? nil : index - 1)
  }
  let reading = Reading(
    text: text, title: nil, paragraphs: [range], tokens: bare.tokens, sentences: bare.sentences,
    quotations: bare.quotations, attributions: attributions,
    tags: bare.tokens.map { _ in PartOfSpeech.allCases.randomElement(using: &random) ?? .other },
    lemmas: lemmas, dependencies: dependencies, names: names)
  let report = Report(
    id: "r1", path: "random.txt", sha256: "", outlet: nil, published: nil, language: "en",
    title: nil, body: range, paragraphs: [range], credits: [], text: text, notes: [])
  return ReportReading(report: report, reading: reading, tool: Sample.modelTool)
}
