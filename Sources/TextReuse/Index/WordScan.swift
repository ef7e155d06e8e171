import Texts

/// One walk over a report that fills the columns of a `SplitReport`.
struct WordScan {
  private let text: Values<UInt8>
  private let report: SplitReport
  private let folded: Values<UInt8>
  private let scalars = ScalarTable.shared
  private let hashes: Values<UInt32>
  private let gaps: Values<Int8>
  private let lengths: Values<UInt8>
  private let traits: Values<UInt8>
  private let starts: Values<UInt32>
  private let salt: UInt64
  private var quotes = QuoteMarker()
  private let mixed: Values<UInt32>
  private var mixedCount = 0
  private var count = 0
  private var halves = 0
  private var base = 0
  private var isASCII = true
  /// Where the last word ended, in bytes.
  private var lastEnd = 0
  /// Up to where marks have been read.
  private var scanned = 0
  /// Traits of the next word that the marks before it give.
  private var pending = WordTrait.sentenceStart | WordTrait.lineStart

  /// Writes to the columns of `report`, which must have room; `folded` is room for one word.
  init(text: Values<UInt8>, report: SplitReport, folded: Values<UInt8>, number: Int) {
    self.text = text
    self.report = report
    self.folded = folded
    hashes = report.hashes.values
    gaps = report.gaps.values
    lengths = report.lengths.values
    traits = report.traits.values
    starts = report.starts.values
    mixed = report.mixed.values
    salt = UInt64(number) << 32
  }

  /// Reads the bytes of `range`.
  mutating func run(_ range: TextRange) {
    (lastEnd, scanned, base) = (range.start, range.start, range.start)
    scan(range)
    scanGap(max(lastEnd, scanned), range.end)
    quotes.endParagraph(traits, count)
    report.resize(count)
    (report.base, report.basePoints) = (base, base)
    (report.isASCII, report.halves) = (isASCII, halves)
    if !isASCII { countPoints() }
  }

  // MARK: Finding runs

  private mutating func scan(_ range: TextRange) {
    var position = range.start
    var isInside = false
    var start = 0
    while position < range.end {
      let width = min(64, range.end - position)
      var mask: UInt64 = 0
      if width == 64 {
        for part in 0..<8 as Range<Int> {
          mask |= Self.wordBytes(text.eight(at: position + 8 * part)) << UInt64(8 * part)
        }
      } else {
        for offset in 0..<width where Self.isWordByte(text[position + offset]) {
          mask |= 1 << UInt64(offset)
        }
      }
      var changes = mask ^ (mask << 1 | (isInside ? 1 : 0))
      if width < 64 { changes &= (1 << UInt64(width)) - 1 }
      while changes != 0 {
        let place = position + changes.trailingZeroBitCount
        changes &= changes - 1
        if isInside { readRun(start, place) } else { start = place }
        isInside.toggle()
      }
      position += width
    }
    if isInside { readRun(start, range.end) }
  }

  /// One bit for each of eight bytes that is a letter, a digit or no ASCII.
  @inline(__always)
  private static func wordBytes(_ eight: UInt64) -> UInt64 {
    let low = eight & 0x7F7F_7F7F_7F7F_7F7F
    let lower = low | 0x2020_2020_2020_2020
    let letters =
      (lower &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(lower &+ 0x0505_0505_0505_0505)
    let digits = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    let marked = (letters | digits | eight) & 0x8080_8080_8080_8080
    return ((marked >> 7) &* 0x0102_0408_1020_4080) >> 56
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  // MARK: Words

  /// Reads a run of letters, digits and bytes that are no ASCII.
  @inline(__always)
  private mutating func readRun(_ start: Int, _ end: Int) {
    let length = end &- start
    if length <= 8, start &+ 8 <= text.count {
      let kept = WordHash.lowest(length, of: text.eight(at: start))
      if kept & 0x8080_8080_8080_8080 != 0 { return readMixedRun(start, end) }
      return readASCII(WordHash.adding(lowerTail(kept, length), to: 0), start, length)
    }
    var hash: UInt64 = 0
    var high: UInt64 = 0
    var index = start
    while index < end {
      let left = end - index
      let eight = index + 8 <= text.count ? text.eight(at: index) : tail(from: index)
      let kept = left >= 8 ? eight : WordHash.lowest(left, of: eight)
      high |= kept
      let lowered = left >= 8 ? kept | 0x2020_2020_2020_2020 : lowerTail(kept, left)
      hash = WordHash.adding(lowered, to: hash)
      index += 8
    }
    if high & 0x8080_8080_8080_8080 != 0 { return readMixedRun(start, end) }
    guard length <= 255 else { return readGap(to: start) }
    readASCII(hash, start, length)
  }

  /// Adds a word that is all ASCII.
  @inline(__always)
  private mutating func readASCII(_ hash: UInt64, _ start: Int, _ length: Int) {
    readGap(to: start)
    let first = text[start]
    var trait: UInt8 = 0
    if first < 0x3A {
      trait = WordTrait.number
    } else if first < 0x5B {
      trait = WordTrait.capitalized
    }
    append(UInt32(truncatingIfNeeded: hash), start, length, trait, halves: 2)
  }

  @inline(__always)
  private func lowerTail(_ kept: UInt64, _ count: Int) -> UInt64 {
    WordHash.lowest(count, of: kept | 0x2020_2020_2020_2020)
  }

  /// The last bytes of the text, fewer than eight.
  private func tail(from index: Int) -> UInt64 {
    var eight: UInt64 = 0
    for offset in 0..<min(8, text.count - index) {
      eight |= UInt64(text[index + offset]) << UInt64(8 * offset)
    }
    return eight
  }

  /// Reads what stands between the last word and `start`.
  @inline(__always)
  private mutating func readGap(to start: Int) {
    if start &- lastEnd == 1 && text[lastEnd] == 0x20 { return }
    if start > max(lastEnd, scanned) { scanGap(max(lastEnd, scanned), start) }
  }

  @inline(__always)
  private mutating func append(
    _ hash: UInt32, _ start: Int, _ length: Int, _ trait: UInt8, halves: Int
  ) {
    if count == 0 {
      base = start
      lastEnd = start
    }
    var gap = start &- lastEnd
    if gap > 127 { gap = bridge(gap) }
    hashes[count] = hash
    gaps[count] = Int8(truncatingIfNeeded: gap)
    lengths[count] = UInt8(truncatingIfNeeded: length)
    traits[count] = trait | pending
    starts[count] = UInt32(truncatingIfNeeded: start)
    count &+= 1
    pending = 0
    self.halves &+= halves
    lastEnd = start &+ length
  }

  /// Adds empty words until what is left of a gap fits; returns that.
  private mutating func bridge(_ gap: Int) -> Int {
    var gap = gap
    while gap > 127 {
      lastEnd += 127
      gap -= 127
      hashes[count] = UInt32(truncatingIfNeeded: WordHash.mixed(salt | UInt64(count)))
      gaps[count] = 127
      lengths[count] = 0
      traits[count] = 0
      starts[count] = UInt32(truncatingIfNeeded: lastEnd)
      if !isASCII, mixedCount < mixed.count {
        mixed[mixedCount] = UInt32(count)
        mixedCount += 1
      }
      count += 1
    }
    return gap
  }

  // MARK: Marks

  /// Reads ASCII marks and white space between words.
  private mutating func scanGap(_ start: Int, _ end: Int) {
    var index = start
    while index < end {
      let byte = text[index]
      if byte >= 0x80 {
        let (scalar, length) = scalar(at: index)
        readMark(scalar, index, index + length)
        index += length
        continue
      }
      switch byte {
      case 0x20: break
      case 0x2E, 0x21, 0x3F, 0x3A: pending |= WordTrait.sentenceStart
      case 0x0A: readLineEnd(at: index)
      case 0x22, 0x27, 0x60: readMark(Unicode.Scalar(byte), index, index + 1)
      default: break
      }
      index += 1
    }
  }

  private mutating func readLineEnd(at index: Int) {
    pending |= WordTrait.sentenceStart | WordTrait.lineStart
    var last = index
    while last > 0, text[last - 1] == 0x20 || text[last - 1] == 0x0D { last -= 1 }
    let before = last > 0 ? text[last - 1] : 0x0A
    let after = index + 1 < text.count ? text[index + 1] : 0x0A
    switch before {
    case 0x0A, 0x21, 0x22, 0x27, 0x2E, 0x3F, 0x80...: quotes.endParagraph(traits, count)
    default: if after == 0x0A || after == 0x0D { quotes.endParagraph(traits, count) }
    }
  }

  private mutating func readMark(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) {
    switch scalar.value {
    case 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4, 0xFF1A:
      pending |= WordTrait.sentenceStart
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0xB4, 0x2018...0x201F, 0x300C...0x300F, 0x301D...0x301F,
      0xFF02:
      let before = start > 0 ? self.scalar(before: start) : "\n"
      let after = end < text.count ? self.scalar(at: end).value : "\n"
      quotes.read(scalar, before, after, traits, count)
    default: break
    }
  }

  // MARK: Beyond ASCII

  private func scalar(at index: Int) -> (value: Unicode.Scalar, length: Int) {
    let first = text[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    func low(_ offset: Int) -> UInt32 {
      index + offset < text.count ? UInt32(text[index + offset] & 0x3F) : 0
    }
    let value: UInt32
    let length: Int
    if first < 0xE0 {
      (value, length) = (UInt32(first & 0x1F) << 6 | low(1), 2)
    } else if first < 0xF0 {
      (value, length) = (UInt32(first & 0x0F) << 12 | low(1) << 6 | low(2), 3)
    } else {
      (value, length) = (
        UInt32(first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4
      )
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  private func scalar(before index: Int) -> Unicode.Scalar {
    var start = index - 1
    while start > 0 && text[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).value
  }

  /// Reads a run that is not all ASCII: words, and marks between them.
  private mutating func readMixedRun(_ start: Int, _ end: Int) {
    isASCII = false
    readGap(to: start)
    let firstWord = count
    var index = start
    while index < end {
      let (scalar, length) = scalar(at: index)
      let kind = scalars.characterClass(of: scalar)
      if kind != .letter && kind != .digit {
        readMark(scalar, index, index + length)
        index += length
      } else if scalar.isUnspaced {
        index = readPairs(index, end)
      } else {
        index = readWord(index, end, isNumber: kind == .digit)
      }
    }
    scanned = end
    // The word behind may have bytes of this run in its gap.
    for word in firstWord...count where mixedCount < mixed.count {
      mixed[mixedCount] = UInt32(word)
      mixedCount += 1
    }
  }

  /// Reads a word of a mixed run; returns where it ends.
  private mutating func readWord(_ start: Int, _ end: Int, isNumber: Bool) -> Int {
    let first = scalar(at: start).value
    let trait =
      isNumber ? WordTrait.number : first.isCapital ? WordTrait.capitalized : 0
    var bytes = 0
    var index = start
    while index < end {
      let (scalar, length) = scalar(at: index)
      let kind = scalars.characterClass(of: scalar)
      guard kind == .letter || kind == .digit, !scalar.isUnspaced else { break }
      scalars.fold(scalar) {
        if bytes < 1000 {
          folded[bytes] = $0
          bytes += 1
        }
      }
      index += length
    }
    if index - start <= 255 {
      append(WordHash.hash(folded, count: bytes), start, index - start, trait, halves: 2)
    }
    return index
  }

  /// Adds the pairs of a run of an unspaced script; returns where the run ends.
  private mutating func readPairs(_ start: Int, _ end: Int) -> Int {
    var last: Int?
    var isPaired = false
    var index = start
    while index < end {
      let (scalar, length) = scalar(at: index)
      guard scalar.isUnspaced else { break }
      var characterEnd = index + length
      while characterEnd < end {
        let (mark, markLength) = self.scalar(at: characterEnd)
        guard mark.isMark else { break }
        characterEnd += markLength
      }
      if let previous = last {
        appendPair(previous, characterEnd)
        isPaired = true
      }
      last = index
      index = characterEnd
    }
    if let single = last, !isPaired { appendPair(single, index) }
    return index
  }

  private mutating func appendPair(_ start: Int, _ end: Int) {
    guard end - start <= 127 else { return }
    var bytes = 0
    var index = start
    while index < end {
      let (scalar, length) = scalar(at: index)
      scalars.fold(scalar) {
        folded[bytes] = $0
        bytes += 1
      }
      index += length
    }
    append(WordHash.hash(folded, count: bytes), start, end - start, WordTrait.pair, halves: 1)
  }

  /// Counts the continuation bytes of every gap and word.
  private func countPoints() {
    report.basePoints = base - continuations(0, base)
    report.extras.fill(2 * count, with: 0)
    let (extras, mixed) = (report.extras.values, report.mixed.values)
    for index in 0..<mixedCount {
      let word = Int(mixed[index])
      guard word < count else { continue }
      let end = word == 0 ? base : Int(starts[word - 1]) + Int(lengths[word - 1])
      let start = Int(starts[word])
      let gap = start < end ? -continuations(start, end) : continuations(end, start)
      extras[2 * word] = UInt8(bitPattern: Int8(truncatingIfNeeded: gap))
      extras[2 * word + 1] = UInt8(
        truncatingIfNeeded: continuations(start, start + Int(lengths[word])))
    }
  }

  /// How many bytes from `start` up to `end` continue a scalar.
  @inline(__always)
  private func continuations(_ start: Int, _ end: Int) -> Int {
    var count = 0
    var index = start
    while index < end {
      let left = end - index
      let eight = index + 8 <= text.count ? text.eight(at: index) : tail(from: index)
      let kept = left >= 8 ? eight : WordHash.lowest(left, of: eight)
      count += (kept & ~(kept << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    return count
  }
}
