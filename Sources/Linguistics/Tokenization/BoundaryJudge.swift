import Texts

/// Decides whether a sentence ends at a token of one paragraph.
struct BoundaryJudge {
  let tokens: [Token]
  let bytes: [UInt8]
  /// Index of the bracket that closes the one at this index, or opens it; -1 for other tokens.
  private let partners: [Int32]
  /// What each quotation mark does: 1 opens, -1 closes, 0 is no mark.
  private let turns: [Int8]

  init(_ tokens: [Token], _ text: SourceText) {
    self.tokens = tokens
    bytes = text.bytes
    partners = Self.partners(tokens, text.bytes)
    turns = Self.turns(tokens, text.bytes)
  }

  /// One past the last token of the sentence that began at `start`, when a mark that ends it
  /// stands at `index`; nil when it goes on.
  func end(ofSentenceFrom start: Int, at index: Int) -> Int? {
    guard let mark = Terminator(tokens[index], bytes) else { return nil }
    if mark == .stop, isEnumerator(start, index) { return nil }
    if mark == .ellipsis, isOmission(index) { return nil }
    if mark == .stop, index > start, isSpacedDot(index) || isNumberSign(index - 1) { return nil }
    var end = index + 1
    var strongest = mark
    var hasQuote = false
    while end < tokens.count {
      if tokens[end].shape.contains(.spaceBefore) {
        if isSpacedDot(end) {
          strongest = .ellipsis
        } else if let reference = noteEnd(end) {
          end = reference
          continue
        } else {
          break
        }
      } else if turns[end] < 0 {
        hasQuote = true
      } else if let other = Terminator(tokens[end], bytes), other != .abbreviation {
        strongest = mark == .abbreviation ? other : max(strongest, other)
      } else if isClosing(end) {
        // A bracket that closes behind the stop.
      } else if let reference = referenceEnd(end) {
        end = reference
        continue
      } else {
        break
      }
      end += 1
    }
    guard end < tokens.count else { return end }
    if let open = openBracket(before: index, since: start), open > start, Int(partners[open]) >= end
    {
      return nil
    }
    return isBoundary(strongest, start, index, end, hasQuote: hasQuote) ? end : nil
  }

  private func isBoundary(
    _ mark: Terminator,
    _ start: Int,
    _ index: Int,
    _ end: Int,
    hasQuote: Bool
  ) -> Bool {
    // What the next sentence would begin with, behind opening marks.
    var first = end
    while first < tokens.count - 1, turns[first] > 0 || isOpening(first) { first += 1 }
    let next = tokens[first]
    let isSpaced = tokens[end].shape.contains(.spaceBefore)
    let isUpper = isUppercase(next)
    let isLower = !isUpper && next.shape.contains(.letters) && isCased(next)
    if !isSpaced {
      // A lost space: `Saturday.Then`, not `letter.d` and not `3.Smith`.
      guard first == end || turns[end] > 0, isUpper else { return false }
      return mark != .abbreviation && index > start
        && (tokens[index - 1].range.count > 1 || tokens[index - 1].shape.contains(.digits))
    }
    switch mark {
    case .stop:
      if isLower {
        let isFree = !hasQuote && !closesBracket(end - 1) && first == end
        return isFree && index > start && !isCutShort(tokens[index - 1])
      }
      return !next.isPunctuation || !isMidSentence(next)
    case .question:
      if isLower || isMidSentence(next) { return false }
      return !hasQuote || !isSaying(from: first)
    case .ellipsis:
      return isUpper && next.word != "i" && index - start >= 3
    case .abbreviation:
      return isBoundary(behind: tokens[index], next: next, at: first, isUpper: isUpper, first > end)
    }
  }

  private func isBoundary(
    behind abbreviation: Token,
    next: Token,
    at first: Int,
    isUpper: Bool,
    _ isQuoted: Bool
  ) -> Bool {
    guard isUpper else { return false }
    let word = Word(
      folding: bytes,
      in: TextRange(abbreviation.start, max(abbreviation.start, abbreviation.end - 1))
    )
    if Self.neverLast.contains(word) { return false }
    if Self.hours.contains(abbreviation.word) {
      return !Self.behindHours.contains(next.word)
    }
    if word == "etc" || word == "al" { return true }
    // A single initial was told from the end of a sentence by the tokenizer.
    if abbreviation.range.count == 2 { return false }
    return isQuoted || SentenceStarters.all.contains(next.word)
  }

  // MARK: Words

  private static let neverLast = Set<Word>(
    listing: """
      mr mrs ms messrs mlle mme dr prof lt sgt capt cpl cmdr comdr pvt pfc msgr supt insp asst atty
      gov mt vs viz cf gen gens col cols maj sen sens rep reps pres det adm rev hon fr brig amb cdr
      cdre spc pte const cllr no nos p pp fig figs e.g i.e eg ie approx ca
      """
  )
  private static let hours = Set<Word>(listing: "a.m. p.m. a.m p.m")
  private static let behindHours = Set<Word>(
    listing: """
      est edt pst pdt cst cdt mst mdt gmt utc bst cet cest eet eest ist msk eastern pacific central
      mountain greenwich local monday tuesday wednesday thursday friday saturday sunday january
      february march april may june july august september october november december
      """
  )
  private static let saying = Set<Word>(
    listing: """
      said says asked asks told tells wrote writes tweeted posted added adds shouted yelled cried
      exclaimed say ask call called replied answered wondered demanded recalled joked quipped screamed chanted thought
      """
  )

  /// Whether a verb of saying follows within a few words of one clause.
  private func isSaying(from first: Int) -> Bool {
    for index in first..<min(first + 6, tokens.count) {
      if Self.saying.contains(tokens[index].word) {
        return index + 1 == tokens.count || tokens[index + 1].word != ":"
      }
      if tokens[index].isPunctuation { return false }
    }
    return false
  }

  // MARK: Marks

  /// A sentence that is so far a number or a letter and a stop: `2.`, `b.`.
  private func isEnumerator(_ start: Int, _ index: Int) -> Bool {
    guard index - start == 1 || (index - start == 2 && tokens[start].isPunctuation) else {
      return false
    }
    let token = tokens[index - 1]
    return token.range.count <= 3 && (token.shape.contains(.digits) || token.range.count == 1)
  }

  /// A dot of `. . .`.
  private func isSpacedDot(_ index: Int) -> Bool {
    tokens[index].word == "." && tokens[index - 1].word == "."
      && tokens[index].shape.contains(.spaceBefore)
  }

  /// One past a note's number fused with the stop: `[3]`, or digits before a space.
  private func referenceEnd(_ index: Int) -> Int? {
    if let end = noteEnd(index) { return end }
    guard tokens[index].shape.contains(.digits), !tokens[index].shape.contains(.letters),
      index + 1 < tokens.count, tokens[index + 1].shape.contains(.spaceBefore),
      isUppercase(tokens[index + 1])
    else { return nil }
    return index + 1
  }

  private func noteEnd(_ index: Int) -> Int? {
    guard bytes[tokens[index].start] == UInt8(ascii: "["), partners[index] == Int32(index + 2),
      tokens[index + 1].shape.contains(.digits), !tokens[index + 1].shape.contains(.letters)
    else { return nil }
    return index + 3
  }

  /// The dots of `[...]`.
  private func isOmission(_ index: Int) -> Bool {
    index > 0 && partners[index - 1] == Int32(index + 1)
  }

  /// A word without a vowel, or one of the few others that are cut short, before a stop and a
  /// small letter.
  private func isCutShort(_ token: Token) -> Bool {
    guard token.shape.contains(.letters), !token.shape.contains(.digits) else { return false }
    if Self.cutShort.contains(token.word) { return true }
    guard token.range.count <= 5 else { return false }
    return bytes[token.start..<token.end].allSatisfy { byte in
      byte < 0x80 && ![0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(byte | 0x20)
    }
  }

  private static let cutShort = Set<Word>(
    listing: "min max misc temp incl excl avg abbr orig resp pop tel ext dist")

  private func isOpening(_ index: Int) -> Bool {
    Int(partners[index]) > index
  }

  private func isClosing(_ index: Int) -> Bool {
    let byte = bytes[tokens[index].start]
    return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
  }

  /// The sign of `N°. 5`.
  private func isNumberSign(_ index: Int) -> Bool {
    bytes[tokens[index].start] == 0xC2 && tokens[index].range.count == 2
      && (bytes[tokens[index].start + 1] == 0xB0 || bytes[tokens[index].start + 1] == 0xBA)
  }

  private func closesBracket(_ index: Int) -> Bool {
    partners[index] >= 0 && Int(partners[index]) < index
  }

  /// A dash or comma: the sentence goes on behind it.
  private func isMidSentence(_ token: Token) -> Bool {
    switch bytes[token.start] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "-"), UInt8(ascii: "/"):
      return true
    default: return decodeScalar(bytes, at: token.start).value.isDash
    }
  }

  private func isUppercase(_ token: Token) -> Bool {
    if token.isCapitalized { return true }
    let (scalar, length) = decodeScalar(bytes, at: token.start)
    guard scalar.isApostrophe || scalar == "@" || scalar == "#", length < token.range.count else {
      return false
    }
    return decodeScalar(bytes, at: token.start + length).value.properties.isUppercase
  }

  private func isCased(_ token: Token) -> Bool {
    decodeScalar(bytes, at: token.start).value.properties.isLowercase
  }

  private func openBracket(before index: Int, since start: Int) -> Int? {
    // At most forty tokens back: a bracket that is open longer was forgotten.
    var position = index - 1
    while position >= start, index - position <= 40 {
      if isOpening(position), Int(partners[position]) >= index { return position }
      position -= 1
    }
    return nil
  }

  private static func partners(_ tokens: [Token], _ bytes: [UInt8]) -> [Int32] {
    var partners = [Int32](repeating: -1, count: tokens.count)
    var open: [(index: Int, close: UInt8)] = []
    for (index, token) in tokens.enumerated() where token.range.count == 1 {
      switch bytes[token.start] {
      case UInt8(ascii: "("): open.append((index, UInt8(ascii: ")")))
      case UInt8(ascii: "["): open.append((index, UInt8(ascii: "]")))
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        guard let last = open.last, last.close == bytes[token.start] else { continue }
        open.removeLast()
        partners[last.index] = Int32(index)
        partners[index] = Int32(last.index)
      default: break
      }
    }
    return partners
  }

  /// Straight marks turn by the space around them, else by turns.
  private static func turns(_ tokens: [Token], _ bytes: [UInt8]) -> [Int8] {
    var turns = [Int8](repeating: 0, count: tokens.count)
    var isOpen = false
    for (index, token) in tokens.enumerated() where token.shape.contains(.quotationMark) {
      let scalar = decodeScalar(bytes, at: token.start).value
      switch scalar {
      case "“", "„", "‟", "«", "‹", "‘", "‚", "‛", "「", "『", "`": turns[index] = 1
      case "”", "»", "›", "’", "」", "』": turns[index] = -1
      default:
        let hasSpaceBehind =
          index + 1 == tokens.count || tokens[index + 1].shape.contains(.spaceBefore)
        let hasSpaceBefore = token.shape.contains(.spaceBefore)
        if hasSpaceBefore != hasSpaceBehind {
          turns[index] = hasSpaceBefore ? 1 : -1
        } else {
          turns[index] = isOpen ? -1 : 1
        }
        if scalar != "'" { isOpen = turns[index] > 0 }
      }
    }
    return turns
  }
}

/// What kind of mark may end a sentence.
enum Terminator: Int, Comparable {
  case abbreviation, stop, ellipsis, question

  init?(_ token: Token, _ bytes: [UInt8]) {
    let (first, length) = decodeScalar(bytes, at: token.start)
    if token.shape.contains(.letters) {
      guard bytes[token.end - 1] == UInt8(ascii: "."), token.range.count > 1 else { return nil }
      self = .abbreviation
      return
    }
    switch first {
    case "!", "?", "！", "？", "؟": self = .question
    case "." where token.range.count == length, "。", "．", "।", "۔": self = .stop
    case ".", "…": self = .ellipsis
    default: return nil
    }
  }

  static func < (a: Terminator, b: Terminator) -> Bool { a.rawValue < b.rawValue }
}
