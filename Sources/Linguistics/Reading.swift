public import Texts

/// A token: sixteen bytes, no string.
public struct Token: Hashable, Sendable {
  /// How the token is written.
  public struct Shape: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16
    /// Creates a shape from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    /// Begins with an upper-case letter.
    public static let capitalized = Shape(rawValue: 1)
    /// All letters upper case, and at least two of them.
    public static let allCapitals = Shape(rawValue: 2)
    /// Has a digit.
    public static let digits = Shape(rawValue: 4)
    /// Has a letter.
    public static let letters = Shape(rawValue: 8)
    /// No letter and no digit.
    public static let punctuation = Shape(rawValue: 16)
    /// White space, or the start of the text, stands before it.
    public static let spaceBefore = Shape(rawValue: 32)
    /// A mark of a pair that opens or closes a quotation.
    public static let quotationMark = Shape(rawValue: 64)
  }

  private let startOffset: UInt32
  private let length: UInt16
  /// How it is written.
  public let shape: Shape
  /// Its folded form, as one integer; equal for equal words.
  public let word: Word

  /// Creates a token; it is at most 65,535 bytes long.
  public init(range: TextRange, shape: Shape, word: Word) {
    startOffset = UInt32(range.start)
    length = UInt16(range.count)
    self.shape = shape
    self.word = word
  }

  /// Its bytes in the text.
  public var range: TextRange { TextRange(start, end) }
  /// Its first byte.
  public var start: Int { Int(startOffset) }
  /// One past its last byte.
  public var end: Int { Int(startOffset) + Int(length) }
  /// Whether it begins with an upper-case letter.
  public var isCapitalized: Bool { shape.contains(.capitalized) }
  /// Whether it has neither letter nor digit.
  public var isPunctuation: Bool { shape.contains(.punctuation) }
}

/// A sentence: a run of tokens.
public struct Sentence: Hashable, Sendable {
  /// Its tokens, as indexes into `Reading.tokens`; never empty.
  public let tokens: Range<Int>
  /// From the first token's first byte to the last token's last.
  public let range: TextRange
  /// Index of its paragraph in `Reading.paragraphs`.
  public let paragraph: Int

  /// Creates a sentence.
  public init(tokens: Range<Int>, range: TextRange, paragraph: Int) {
    self.tokens = tokens
    self.range = range
    self.paragraph = paragraph
  }
}

/// A stretch of quoted words.
public struct Quotation: Hashable, Sendable {
  /// From the opening mark through the closing mark, or to the paragraph's end when unclosed.
  public let range: TextRange
  /// The words between the marks, without white space at the ends.
  public let inner: TextRange
  /// Whether the closing mark is there.
  public let isClosed: Bool
  /// Index of the quotation in the paragraph before that this one goes on with, by the
  /// convention that a new paragraph of one speech opens anew and only the last closes.
  public let continues: Int?
  /// 0 for a quotation, 1 for one inside another.
  public let level: Int

  /// Creates a quotation.
  public init(range: TextRange, inner: TextRange, isClosed: Bool, continues: Int?, level: Int) {
    self.range = range
    self.inner = inner
    self.isClosed = isClosed
    self.continues = continues
    self.level = level
  }
}

/// Someone's words or thoughts as a report gives them: PolNeAR's source, cue and content.
public struct Attribution: Hashable, Sendable {
  /// How the words are given.
  public enum Form: String, Sendable {
    /// All of the content is quoted.
    case direct
    /// None of it is quoted.
    case indirect
    /// Part of it is quoted.
    case mixed
  }

  /// The words that name who speaks; nil when nobody is named.
  public let source: TextRange?
  /// The words that mark speaking or thinking: `said`, `according to`.
  public let cue: TextRange?
  /// What is said, in pieces, in order.
  ///
  /// A piece that is one whole quotation comes without
  /// its marks; inside a mixed piece they stay.
  public let content: [TextRange]
  /// How the words are given.
  public let form: Form
  /// The cue's lexicon entry, by which stance is judged; nil when there is no cue.
  ///
  /// A model may find cues that the lexicon lacks: then it is the lemma of the cue's verb.
  public let cueLemma: String?
  /// Whether the cue is negated: `did not say`, `no group claimed`.
  public let isNegated: Bool
  /// The attribution whose content this one stands in, when nested.
  public let parent: Int?

  /// Creates an attribution.
  public init(
    source: TextRange?, cue: TextRange?, content: [TextRange], form: Form, cueLemma: String?,
    isNegated: Bool, parent: Int?
  ) {
    self.source = source
    self.cue = cue
    self.content = content
    self.form = form
    self.cueLemma = cueLemma
    self.isNegated = isNegated
    self.parent = parent
  }
}

/// What one pass over a report's text gives: the linguistic layers.
///
/// Every range counts bytes of the text as published.
public struct Reading: Sendable {
  /// The text read.
  public let text: SourceText
  /// The headline, when there is one; it is also the first paragraph.
  public let title: TextRange?
  /// Paragraphs, in order.
  public let paragraphs: [TextRange]
  /// Tokens, in order, without overlap.
  public let tokens: [Token]
  /// Sentences, in order; every token belongs to exactly one.
  public let sentences: [Sentence]
  /// Quotations, in order of their starts.
  public let quotations: [Quotation]
  /// Attributions, in order of their first byte.
  public let attributions: [Attribution]
  /// The part of speech of each token; empty when no model read the text.
  public let tags: [PartOfSpeech]
  /// The dictionary form of each token; empty when no model read the text.
  public let lemmas: Lemmas
  /// What each token depends on, a tree a sentence; empty when no model read the text.
  public let dependencies: [Dependency]
  /// Names, in order, without overlap; empty when no model read the text, or one without names.
  public let names: [Name]
  /// A vector for each sentence; empty when no model read the text, or one without vectors.
  public let vectors: SentenceVectors

  /// Creates a reading; the layers that only a model gives are empty unless they are given.
  public init(
    text: SourceText, title: TextRange?, paragraphs: [TextRange], tokens: [Token],
    sentences: [Sentence], quotations: [Quotation], attributions: [Attribution],
    tags: [PartOfSpeech] = [], lemmas: Lemmas = Lemmas(), dependencies: [Dependency] = [],
    names: [Name] = [], vectors: SentenceVectors = SentenceVectors()
  ) {
    self.text = text
    self.title = title
    self.paragraphs = paragraphs
    self.tokens = tokens
    self.sentences = sentences
    self.quotations = quotations
    self.attributions = attributions
    self.tags = tags
    self.lemmas = lemmas
    self.dependencies = dependencies
    self.names = names
    self.vectors = vectors
  }

  /// The same reading with its quotations found.
  func with(quotations: [Quotation]) -> Reading {
    Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: quotations, attributions: attributions, tags: tags, lemmas: lemmas,
      dependencies: dependencies, names: names, vectors: vectors)
  }

  /// The same reading with its attributions found.
  func with(attributions: [Attribution]) -> Reading {
    Reading(
      text: text, title: title, paragraphs: paragraphs, tokens: tokens, sentences: sentences,
      quotations: quotations, attributions: attributions, tags: tags, lemmas: lemmas,
      dependencies: dependencies, names: names, vectors: vectors)
  }

  /// Index of the first token that ends after byte `offset`.
  ///
  /// - Complexity: O(log n).
  public func token(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Indexes of the tokens that overlap `range`.
  public func tokens(in range: TextRange) -> Range<Int> {
    let first = token(atOrAfter: range.start)
    var last = first
    while last < tokens.count, tokens[last].start < range.end { last += 1 }
    return first..<last
  }

  /// Index of the sentence that holds token `index`.
  ///
  /// - Complexity: O(log n).
  public func sentence(ofToken index: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The words from the first token of `range` through the last.
  public func range(ofTokens range: Range<Int>) -> TextRange {
    guard let first = range.first, let last = range.last else { return TextRange(0, 0) }
    return TextRange(tokens[first].start, tokens[last].end)
  }

  /// Whether byte `offset` lies inside a quotation's marks.
  public func isQuoted(_ offset: Int) -> Bool {
    quotations.contains { $0.inner.contains(offset) }
  }
}
