/// Words of credits, rights and calls to read on, by the hashes of the index.
struct FurnitureCues: Sendable {
  static let shared = FurnitureCues()

  private let words: Set<UInt32>
  /// One bit for the low bits of every word's hash: most words are no cue.
  private let filter: [UInt64]

  private init() {
    words = Set(WordSplitter.hashes(ofWords: furnitureWordTexts))
    var filter = [UInt64](repeating: 0, count: 256)
    for word in words { filter[Int(word >> 6) & 255] |= 1 << UInt64(word & 63) }
    self.filter = filter
  }

  /// Whether a word is a cue.
  func contains(_ word: UInt32) -> Bool {
    filter[Int(word >> 6) & 255] >> UInt64(word & 63) & 1 != 0 && words.contains(word)
  }

  /// Whether two different words or more, and one in twelve, are cues.
  func mark(_ side: ArchiveSide, _ stretch: Range<Int>) -> Bool {
    var found: [UInt32] = []
    for index in stretch where contains(side.words[index]) {
      if !found.contains(side.words[index]) { found.append(side.words[index]) }
    }
    return found.count >= 2 && found.count * 12 >= stretch.count
  }

  /// Where the furniture begins that a longer stretch ends with.
  func start(in side: ArchiveSide, _ stretch: Range<Int>) -> Int? {
    guard stretch.count > 20 else { return nil }
    let first = max(stretch.lowerBound, stretch.upperBound - Furniture.longest)
    guard (first..<stretch.upperBound).contains(where: { contains(side.words[$0]) }) else {
      return nil
    }
    var found: Int?
    var sentenceEnd = stretch.upperBound
    var word = stretch.upperBound - 1
    while word >= first {
      if side.traits[word] & WordTrait.sentenceStart != 0 {
        let isCued = (word..<sentenceEnd).contains { contains(side.words[$0]) }
        if isCued && mark(side, word..<stretch.upperBound) { found = word }
        if !isCued && found != nil { break }
        sentenceEnd = word
      }
      word -= 1
    }
    return found
  }
}
