import Texts

extension TokenScanner {
  /// Takes the word at `offset`, and a clitic `n't` or the second half of `cannot` with it.
  mutating func scanWord() {
    let start = offset
    if let stop = acronymEnd() { return take(upTo: stop) }
    var position = start
    var hasPrefix = false
    scan: while let scalar = scalar(at: position) {
      let next = position + length(at: position)
      if scalar.isApostrophe {
        let letters = lettersEnd(from: next)
        guard letters > next else { break scan }
        let rest = word(next, letters)
        if Clitics.endings.contains(rest) { break scan }
        if rest == "t", position - start >= 2, bytes[position - 1] | 0x20 == UInt8(ascii: "n") {
          take(upTo: position - 1)
          return take(upTo: letters)
        }
        if rest == "all", word(start, position) == "y" { return take(upTo: next) }
        position = letters
        continue
      }
      switch CharacterClass(scalar) {
      case .letter, .digit:
        position = next
        continue
      default: break
      }
      switch scalar {
      case "_": position = next
      case ".":
        if let stop = abbreviationEnd(start, position) { return take(upTo: stop) }
        break scan
      case "&", "*":
        guard let stop = joinedEnd(start, position, by: scalar) else { break scan }
        position = stop
      case "$":
        // US$, A$, HK$.
        if position - start <= 2, isUppercase(start, position) { position = next }
        break scan
      case "/":
        // s/he, w/o: the only two that are no alternatives.
        let letters = lettersEnd(from: next)
        let whole = word(start, letters)
        guard whole == "s/he" || whole == "w/o" else { break scan }
        position = letters
      default:
        if Self.isIgnorable(scalar) {
          position = next
        } else if scalar.isHyphen, !hasPrefix, Prefixes.all.contains(word(start, position)),
          isLetter(at: next) || isDigit(at: next)
        {
          hasPrefix = true
          position = next
        } else {
          break scan
        }
      }
    }
    if position == start { position = start + length(at: start) }
    if let cut = Clitics.cut(word(start, position)), position - start > cut {
      take(upTo: start + cut)
    }
    take(upTo: position)
  }

  /// The end of letters that are joined with `sign` to those before it, nil when they are not:
  /// `AT&T`, `f***ing`.
  private func joinedEnd(_ start: Int, _ position: Int, by sign: Unicode.Scalar) -> Int? {
    var next = position
    while next < chunkEnd, bytes[next] == UInt8(ascii: "*"), sign == "*" { next += 1 }
    if sign == "&" { next = position + 1 }
    let stop = lettersEnd(from: next)
    guard stop > next else { return nil }
    if sign == "*" { return stop }
    let isShort = position - start <= 2 && stop - next <= 2
    let isCompany =
      position - start <= 4 && stop - next <= 4 && isUppercase(start, position)
      && isUppercase(next, stop)
    return isShort || isCompany ? stop : nil
  }

  func isUppercase(_ start: Int, _ stop: Int) -> Bool {
    bytes[start..<stop].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }

  /// The end of a token that begins with an apostrophe: a clitic, a year, an elision, a pair
  /// of marks; nil when the mark stands alone.
  func apostropheEnd() -> Int? {
    guard let mark = scalar(at: offset) else { return nil }
    let next = offset + length(at: offset)
    if let other = scalar(at: next), other.isApostrophe, mark.value < 0x2000 || mark != "’" {
      let isPair = other == mark || (mark == "‘" && other == "’")
      if isPair { return next + length(at: next) }
    }
    if mark == "’", scalar(at: next) == "’" { return next + length(at: next) }
    let letters = lettersEnd(from: next)
    if letters > next {
      // A letter such as ʿ begins a word.
      if CharacterClass(mark) == .letter, spaceBefore { return nil }
      let rest = word(next, letters)
      guard letters == chunkEnd || !isDigit(at: letters) else { return nil }
      if Clitics.endings.contains(rest), !spaceBefore || scalar(at: letters)?.isApostrophe != true {
        return letters
      }
      if Clitics.elided.contains(rest), spaceBefore, mark != "‘" || rest != "n" {
        return letters
      }
      return nil
    }
    return yearEnd(from: next)
  }

  /// `'72`, `'90s`: an apostrophe for the century.
  private func yearEnd(from next: Int) -> Int? {
    guard spaceBefore else { return nil }
    let digits = digitsEnd(from: next)
    guard digits - next == 2 else { return nil }
    let letters = lettersEnd(from: digits)
    if letters > digits { return word(digits, letters) == "s" ? letters : nil }
    guard let last = tokens.last else { return nil }
    return Clitics.beforeYear.contains(last.word) ? digits : nil
  }
}

/// The small words that stand fused with others.
enum Clitics {
  /// What may follow an apostrophe as a token of its own.
  static let endings = Set<Word>(listing: "s m re ve ll d")
  /// Words that have lost their beginning.
  static let elided = Set<Word>(listing: "em til tis twas n bout cos coz")
  /// Words before a year without its century.
  static let beforeYear = Set<Word>(
    listing: """
      in of since the from to by until till summer spring winter fall autumn class early late
      january february march april may june july august september october november december
      """
  )

  /// Where a word that fuses two comes apart, in bytes; nil for all others.
  static func cut(_ word: Word) -> Int? {
    switch word {
    case "cannot", "gonna", "gotta", "wanna", "gimme", "lemme": 3
    case "ive": 1
    case "cant", "dont", "wont", "isnt", "weve": 2
    case "didnt", "wasnt", "hasnt", "hadnt", "arent", "youre", "youve", "youll": 3
    case "doesnt", "werent", "havent", "theyre", "theyve", "theyll", "thats", "whats": 4
    case "couldnt", "wouldnt": 5
    case "shouldnt": 6
    default: nil
    }
  }
}

/// Prefixes that keep their hyphen.
enum Prefixes {
  static let all = Set<Word>(
    listing: """
      non pre anti mid re post co pro multi ex sub semi cross neo e counter inter pan mini intra
      micro macro socio arch un de bi tri ultra trans extra hyper pseudo proto psycho over em
      electro geo bio hydro photo thermo para
      """
  )
}

extension Set where Element == Word {
  /// The words of a text, which are told apart by white space.
  init(listing words: String) {
    self = []
    let bytes = Array(words.utf8)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
      if index > start { insert(Word(folding: bytes, in: TextRange(start, index))) }
      start = index + 1
    }
  }
}
