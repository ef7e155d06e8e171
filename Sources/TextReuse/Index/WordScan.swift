import Texts

/// One walk over a report that fills the columns of a `SplitReport`.
struct WordScan {
  private let text: Values<UInt8>
  private let report: SplitReport
  private let folded: Values<UInt8>
  private let masks: Values<UInt64>
  private let firstTraits: Values<UInt8>
  private let scalars = ScalarTable.shared
  private let hashes: Values<UInt32>
  private let gaps: Values<Int8>
  private let lengths: Values<UInt8>
  private let traits: Values<UInt8>
  private let starts: Values<UInt32>
  private let bounds: Values<UInt32>
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

  /// Writes to the columns of `report`, which must have room.
  init(text: Values<UInt8>, report: SplitReport, tables: WordTables, number: Int) {
    self.text = text
    self.report = report
    folded = tables.folded.values
    masks = tables.masks.values
    firstTraits = tables.firstTraits.values
    hashes = report.hashes.values
    gaps = report.gaps.values
    lengths = report.lengths.values
    traits = report.traits.values
    starts = report.starts.values
    bounds = report.bounds.values
    mixed = report.mixed.values
    salt = UInt64(number) << 32
  }

  /// Reads the bytes of `range`.
  mutating func run(_ range: TextRange) {
    (lastEnd, scanned, base) = (range.start, range.start, range.start)
    readRuns(RunBounds.find(in: text, range, into: bounds))
    scanGap(max(lastEnd, scanned), range.end)
    quotes.endParagraph(traits, count)
    report.resize(count)
    (report.base, report.basePoints) = (base, base)
    (report.isASCII, report.halves) = (isASCII, halves)
    if !isASCII { countPoints() }
  }

  // MARK: Words

  /// Reads the runs of letters, digits and bytes that are no ASCII between `bounds`.
  private mutating func readRuns(_ found: Int) {
    var index = 0
    // The first word begins the report, so it is read by itself.
    while count == 0, index < found { index = readRun(index) }
    // Runs behind which the text has 16 bytes; others are read byte by byte.
    let lastStart = text.count - 16
    var safe = found
    while safe > index, Int(bounds[safe - 2]) > lastStart { safe -= 2 }
    while index < safe {
      index = readPlainRuns(from: index, to: safe)
      if index < safe { index = readRun(index) }
    }
    while index < found { index = readRun(index) }
  }

  /// Reads words of fewer than 16 ASCII bytes; returns the first run that is something else.
  ///
  /// Most words are such: what is needed for one is in registers.
  private mutating func readPlainRuns(from first: Int, to end: Int) -> Int {
    var (count, lastEnd, pending) = (self.count, self.lastEnd, self.pending)
    let firstCount = count
    defer {
      halves &+= 2 &* (count &- firstCount)
      (self.count, self.lastEnd, self.pending) = (count, lastEnd, pending)
    }
    let blanks: UInt64 = 0x2020_2020_2020_2020
    var index = first
    while index < end {
      let start = Int(bounds[index])
      let length = Int(bounds[index &+ 1]) &- start
      let gap = start &- lastEnd
      if gap == 2, text[lastEnd &+ 1] == 0x20, text[lastEnd] == 0x2C || text[lastEnd] == 0x2E {
        // After a comma nothing begins, after a full stop a sentence.
        if text[lastEnd] == 0x2E { pending |= WordTrait.sentenceStart }
      } else if gap != 1 || text[lastEnd] != 0x20 {
        if gap > 127 { return index }
        (self.count, self.lastEnd, self.pending) = (count, lastEnd, pending)
        readGap(to: start)
        pending = self.pending
      }
      if length >= 16 { return index }
      let low = text.eight(at: start)
      let lowMask = masks[2 &* length]
      let high = text.eight(at: start &+ 8)
      let highMask = masks[2 &* length &+ 1]
      if (low & lowMask | high & highMask) & 0x8080_8080_8080_8080 != 0 { return index }
      let short = WordHash.adding((low | blanks) & lowMask, to: 0)
      let long = WordHash.adding((high | blanks) & highMask, to: short)
      hashes[count] = UInt32(truncatingIfNeeded: length > 8 ? long : short)
      gaps[count] = Int8(truncatingIfNeeded: gap)
      lengths[count] = UInt8(truncatingIfNeeded: length)
      traits[count] = firstTraits[Int(truncatingIfNeeded: low & 0xFF)] | pending
      starts[count] = UInt32(truncatingIfNeeded: start)
      pending = 0
      count &+= 1
      lastEnd = start &+ length
      index &+= 2
    }
    return index
  }

  /// Reads the run at `bounds[place]`, of any length and any bytes; returns the next place.
  private mutating func readRun(_ place: Int) -> Int {
    let (start, end) = (Int(bounds[place]), Int(bounds[place + 1]))
    let length = end - start
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
    if high & 0x8080_8080_8080_8080 != 0 {
      readMixedRun(start, end)
    } else {
      readGap(to: start)
      if length <= 255 {
        append(
          UInt32(truncatingIfNeeded: hash), start, length, firstTraits[Int(text[start])], halves: 2)
      }
    }
    return place + 2
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
    let first = max(lastEnd, scanned)
    guard start > first else { return }
    scanGap(first, start)
    scanned = start
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
        let (scalar, length) = text.scalar(at: index)
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
      let before = start > 0 ? text.scalar(before: start) : "\n"
      let after = end < text.count ? text.scalar(at: end).value : "\n"
      quotes.read(scalar, before, after, traits, count)
    default: break
    }
  }

  // MARK: Beyond ASCII

  /// Reads a run that is not all ASCII: words, and marks between them.
  private mutating func readMixedRun(_ start: Int, _ end: Int) {
    isASCII = false
    readGap(to: start)
    let firstWord = count
    var index = start
    while index < end {
      let (scalar, length) = text.scalar(at: index)
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
    let first = text.scalar(at: start).value
    let trait =
      isNumber ? WordTrait.number : first.isCapital ? WordTrait.capitalized : 0
    var bytes = 0
    var index = start
    while index < end {
      let (scalar, length) = text.scalar(at: index)
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
      let (scalar, length) = text.scalar(at: index)
      guard scalar.isUnspaced else { break }
      var characterEnd = index + length
      while characterEnd < end {
        let (mark, markLength) = text.scalar(at: characterEnd)
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
      let (scalar, length) = text.scalar(at: index)
      scalars.fold(scalar) {
        folded[bytes] = $0
        bytes += 1
      }
      index += length
    }
    append(WordHash.hash(folded, count: bytes), start, end - start, WordTrait.pair, halves: 1)
  }

  /// Counts the continuation bytes of the words and gaps that have some.
  private func countPoints() {
    report.basePoints = base - continuations(0, base)
    let mixed = mixed
    for index in 0..<mixedCount where index == 0 || mixed[index] != mixed[index - 1] {
      let word = Int(mixed[index])
      guard word < count else { continue }
      let end = word == 0 ? base : Int(starts[word - 1]) + Int(lengths[word - 1])
      let start = Int(starts[word])
      let gap = start < end ? -continuations(start, end) : continuations(end, start)
      let within = continuations(start, start + Int(lengths[word]))
      if gap != 0 || within != 0 {
        report.extras.append(
          WordExtra(
            word: UInt32(word), gap: Int8(truncatingIfNeeded: gap),
            within: UInt8(truncatingIfNeeded: within)))
      }
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
