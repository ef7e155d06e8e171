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
    var hash = start
    var count = 0
    var single: NameWord?
    for word in words where !word.isParticle {
      hash = step(hash, word.word)
      single = word
      count += 1
    }
    if count == 1, let single, single.isAcronym { return acronym(single) }
    return count == 0 ? nil : hash
  }

  /// Adds a phrase, or changes what it stands for.
  public mutating func update(_ phrase: String, _ change: (Value?) -> Value) {
    let words = NameWord.words(of: phrase).filter { !$0.isParticle }
    guard let key = Self.key(of: words) else { return }
    values[key] = change(values[key])
    longest = max(longest, words.count)
    var hash = Self.start
    for word in words.dropLast() {
      hash = Self.step(hash, word.word)
      prefixes.insert(hash)
    }
  }

  /// What exactly these words stand for.
  public func value(of words: some Sequence<NameWord>) -> Value? {
    if let value = Self.key(of: words).flatMap({ values[$0] }) { return value }
    var hash = Self.start
    for word in words where !word.isParticle { hash = Self.step(hash, word.word) }
    return values[hash]
  }

  /// The longest phrase that begins at `index` and goes on in adjoining words before `end`.
  ///
  /// - Complexity: O(length of the longest phrase).
  public func match(_ words: [NameWord], at index: Int, end: Int) -> Match? {
    var hash = Self.start
    var taken = 0
    var position = index
    var best: Match?
    while position < end, taken < longest {
      let word = words[position]
      if position > index, !word.isAdjacent { break }
      if word.isParticle {
        if taken == 0, word.word == "the" { break }
        position += 1
        continue
      }
      hash = Self.step(hash, word.word)
      taken += 1
      position += 1
      if taken == 1, word.isAcronym, let value = values[Self.acronym(word)] {
        best = Match(words: index..<position, value: value)
      } else if let value = values[hash] {
        best = Match(words: index..<position, value: value)
      }
      if !prefixes.contains(hash) { break }
    }
    return best
  }

  private static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

  private static func step(_ hash: UInt64, _ word: Word) -> UInt64 {
    (hash ^ word.hash) &* 0x100_0000_01B3 ^ (hash >> 29)
  }

  /// One word in capitals is a phrase of its own.
  private static func acronym(_ word: NameWord) -> UInt64 { ~step(start, word.word) }
}
