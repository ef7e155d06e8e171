import Texts

/// Phrases of one or more words, found by the longest match.
///
/// The particles `al`, `el` and `the` count for nothing. A phrase of one word in capitals is
/// matched in capitals only; every other phrase whatever its case.
public struct PhraseTable<Value: Sendable>: Sendable {
  private var values: [UInt64: Value] = [:]
  private var prefixes: Set<UInt64> = []
  private var longest = 0

  /// Creates an empty table.
  public init() {}

  /// The number of phrases.
  public var count: Int { values.count }

  /// A match: its words and what they stand for.
  public struct Match: Sendable {
    /// The words matched, particles before them included where they adjoin.
    public let words: Range<Int>
    /// What they stand for.
    public let value: Value
  }

  /// The key of words, particles left out; nil when nothing is left.
  public static func key(of words: some Sequence<NameWord>) -> UInt64? {
    PhraseHash.key(of: words)
  }

  /// Adds a phrase, or changes what it stands for.
  public mutating func update(_ phrase: String, _ change: (Value?) -> Value) {
    update(NameWord.words(of: phrase), change)
  }

  /// Adds a phrase by its words, or changes what it stands for.
  mutating func update(_ words: [NameWord], _ change: (Value?) -> Value) {
    guard let key = PhraseHash.key(of: words) else { return }
    values[key] = change(values[key])
    longest = max(longest, words.count)
    PhraseHash.forEachPrefix(of: words) { prefixes.insert($0) }
  }

  /// What exactly these words stand for.
  public func value(of words: some Sequence<NameWord>) -> Value? {
    if let value = PhraseHash.key(of: words).flatMap({ values[$0] }) { return value }
    return values[PhraseHash.plainKey(of: words)]
  }

  /// The longest phrase that begins at `index` and goes on in adjoining words before `end`.
  ///
  /// - Complexity: O(length of the longest phrase).
  public func match(_ words: [NameWord], at index: Int, end: Int) -> Match? {
    let found = PhraseHash.longestMatch(words, at: index, end: end, longest: longest) {
      (values[$0], prefixes.contains($0))
    }
    return found.map { Match(words: $0.words, value: $0.value) }
  }
}

/// Phrases with a number each, in a section of a mapped table; found as in a `PhraseTable`.
struct PhraseIndex: Sendable {
  private let index: HashIndex

  /// Opens a section that the table's checksum vouches for.
  init(_ table: MappedTable, section: Int) { index = HashIndex(table, section: section) }

  /// What exactly these words stand for.
  func value(of words: some Sequence<NameWord>) -> Int? {
    if let value = PhraseHash.key(of: words).flatMap({ entry($0).0 }) { return value }
    return entry(PhraseHash.plainKey(of: words)).0
  }

  /// The longest phrase that begins at `index`.
  func match(_ words: [NameWord], at index: Int, end: Int) -> PhraseTable<Int>.Match? {
    let found = PhraseHash.longestMatch(
      words, at: index, end: end, longest: self.index.extra, entry: entry)
    return found.map { PhraseTable<Int>.Match(words: $0.words, value: $0.value) }
  }

  /// The top bit says that longer phrases begin so; the rest is 0 or one more than the number.
  private func entry(_ hash: UInt64) -> (Int?, Bool) {
    guard let found = index.value(hash) else { return (nil, false) }
    let number = found & 0x7FFF_FFFF
    return (number == 0 ? nil : Int(number) - 1, found >> 31 == 1)
  }

  /// The bytes of a section; of two numbers under one phrase the first stays.
  static func section(_ phrases: [(phrase: String, number: Int)]) -> [UInt8] {
    var values: [UInt64: UInt32] = [:]
    var longest = 0
    for (phrase, number) in phrases {
      let words = NameWord.words(of: phrase).filter { !$0.isParticle }
      guard let key = PhraseHash.key(of: words) else { continue }
      let known = values[key] ?? 0
      if known & 0x7FFF_FFFF == 0 { values[key] = known | UInt32(number + 1) }
      longest = max(longest, words.count)
      PhraseHash.forEachPrefix(of: words) { values[$0, default: 0] |= 0x8000_0000 }
    }
    return HashIndex.section(values, extra: longest)
  }
}

/// Hashes of phrases, word by word.
enum PhraseHash {
  private static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

  private static func step(_ hash: UInt64, _ word: Word) -> UInt64 {
    (hash ^ word.hash) &* 0x100_0000_01B3 ^ (hash >> 29)
  }

  /// One word in capitals is a phrase of its own.
  private static func acronym(_ word: NameWord) -> UInt64 { ~step(start, word.word) }

  /// The key of words, particles left out; nil when nothing is left.
  static func key(of words: some Sequence<NameWord>) -> UInt64? {
    let (hash, count, last) = folded(words)
    guard let last else { return nil }
    return count == 1 && last.isAcronym ? acronym(last) : hash
  }

  /// The key of words whatever their case.
  static func plainKey(of words: some Sequence<NameWord>) -> UInt64 { folded(words).hash }

  private static func folded(
    _ words: some Sequence<NameWord>
  ) -> (hash: UInt64, count: Int, last: NameWord?) {
    var hash = start
    var count = 0
    var last: NameWord?
    for word in words where !word.isParticle {
      hash = step(hash, word.word)
      last = word
      count += 1
    }
    return (hash, count, last)
  }

  /// Gives the hashes of a phrase's beginnings, particles left out.
  static func forEachPrefix(of words: [NameWord], _ body: (UInt64) -> Void) {
    var hash = start
    var isFirst = true
    for word in words where !word.isParticle {
      if !isFirst { body(hash) }
      hash = step(hash, word.word)
      isFirst = false
    }
  }

  /// The longest phrase that begins at `index`; `entry` tells what stands under a hash and
  /// whether longer phrases begin with it.
  static func longestMatch<Value>(
    _ words: [NameWord], at index: Int, end: Int, longest: Int,
    entry: (UInt64) -> (Value?, Bool)
  ) -> (words: Range<Int>, value: Value)? {
    var hash = start
    var taken = 0
    var position = index
    var best: (words: Range<Int>, value: Value)?
    while position < end, taken < longest {
      let word = words[position]
      if position > index, !word.isAdjacent { break }
      if word.isParticle {
        if taken == 0, word.word == "the" { break }
        position += 1
        continue
      }
      hash = step(hash, word.word)
      taken += 1
      position += 1
      let (value, isPrefix) = entry(hash)
      if taken == 1, word.isAcronym, let value = entry(acronym(word)).0 {
        best = (index..<position, value)
      } else if let value {
        best = (index..<position, value)
      }
      if !isPrefix { break }
    }
    return best
  }
}
