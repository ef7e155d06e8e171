import Texts

/// The rules by which attributions are found, with what they look at in one reading.
struct SentenceRules {
  let reading: Reading
  let cues: CueLexicon
  let tokens: [Token]
  /// The outermost quotation that holds a token, its marks included; -1 for none.
  let quotationOfToken: [Int32]
  /// Accepted attributions so far, in the order found.
  var drafts: [Draft] = []
  /// Where a token is part of the cue of an accepted attribution.
  var isCue: [Bool]

  /// Longer runs of tokens than this are read as several sentences, so that time stays linear.
  static let longestSentence = 300

  init(reading: Reading, cues: CueLexicon) {
    self.reading = reading
    self.cues = cues
    tokens = reading.tokens
    var owners = [Int32](repeating: -1, count: tokens.count)
    for (index, quotation) in reading.quotations.enumerated() where quotation.level == 0 {
      var token = reading.token(atOrAfter: quotation.range.start)
      while token < tokens.count, tokens[token].start < quotation.range.end {
        owners[token] = Int32(index)
        token += 1
      }
    }
    quotationOfToken = owners
    isCue = [Bool](repeating: false, count: tokens.count)
  }

  /// An attribution being made, in tokens.
  struct Draft {
    var source: Range<Int>?
    var cue: Range<Int>?
    var pieces: [Range<Int>]
    var entry: Int?
    var isNegated = false
    var sentence: Int
    /// The source was taken over from the attribution before, not stated anew.
    var hasInheritedSource = false
    /// Its cue stands inside a quotation.
    var isNested = false
    /// The lemma of its cue where the lexicon has no entry for it.
    var lemma: String?
    /// A model found it: its ends are the model's, and a piece inside a quotation is quoted.
    var isFromModel = false
  }

  func word(_ index: Int) -> Word {
    tokens.indices.contains(index) ? tokens[index].word : .none
  }

  /// Whether the token is in a set of words; false outside the text.
  func has(_ index: Int, _ words: Set<Word>) -> Bool {
    tokens.indices.contains(index) && words.contains(tokens[index].word)
  }

  /// The quotation whose opening mark the token is.
  func opening(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), quotationOfToken[index] >= 0 else { return nil }
    let quotation = Int(quotationOfToken[index])
    return tokens[index].start == reading.quotations[quotation].range.start ? quotation : nil
  }

  /// The quotation whose closing mark the token is.
  func closing(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), quotationOfToken[index] >= 0 else { return nil }
    let quotation = reading.quotations[Int(quotationOfToken[index])]
    guard quotation.isClosed, tokens[index].end >= quotation.range.end else { return nil }
    return Int(quotationOfToken[index])
  }

  /// The tokens of a quotation, its marks included.
  func tokens(ofQuotation index: Int) -> Range<Int> {
    let range = reading.quotations[index].range
    let first = reading.token(atOrAfter: range.start)
    let last = reading.token(atOrAfter: max(range.start, range.end - 1))
    let isInside = last < tokens.count && tokens[last].start < range.end
    return first..<max(first, isInside ? last + 1 : last)
  }

  func isComma(_ index: Int) -> Bool { word(index) == "," }

  func isDash(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].isPunctuation else { return false }
    if word(index) == "--" { return true }
    let scalar = reading.text.scalar(at: tokens[index].start).value
    return scalar.isDash || (scalar.isHyphen && tokens[index].shape.contains(.spaceBefore))
  }

  func isTerminal(_ index: Int) -> Bool {
    switch word(index) {
    case ".", "!", "?", "...": true
    default: false
    }
  }

  /// Whether the word ends in `suffix`, which is ASCII in lower case.
  func ends(_ index: Int, in suffix: StaticString) -> Bool {
    let token = tokens[index]
    let length = suffix.utf8CodeUnitCount
    guard token.end - token.start > length else { return false }
    return suffix.withUTF8Buffer { buffer in
      for offset in 0..<length {
        let byte = reading.text.bytes[token.end - length + offset] | 0x20
        if byte != buffer[offset] { return false }
      }
      return true
    }
  }

  func isAdverb(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), !tokens[index].isPunctuation else { return false }
    if has(index, FunctionWords.adverbs) { return true }
    return !tokens[index].isCapitalized && ends(index, in: "ly") && word(index) != "family"
      && word(index) != "assembly"
  }

  func isAuxiliary(_ index: Int) -> Bool { has(index, FunctionWords.auxiliaries) }

  /// Whether the words of a range hold what looks like a finite verb.
  func hasFiniteVerb(_ range: Range<Int>) -> Bool {
    for index in range.prefix(60) {
      if isAuxiliary(index), !FunctionWords.negative.contains(word(index)) { return true }
      if has(index, FunctionWords.irregularPast) { return true }
      if index > range.lowerBound, has(index, FunctionWords.pronouns) { return true }
      guard index > range.lowerBound, !tokens[index].isCapitalized, ends(index, in: "ed")
      else { continue }
      let before = index - 1
      if has(before, FunctionWords.determiners) || has(before, FunctionWords.prepositions)
        || tokens[before].isPunctuation || isAdverb(before)
      {
        continue
      }
      return true
    }
    return false
  }
}
