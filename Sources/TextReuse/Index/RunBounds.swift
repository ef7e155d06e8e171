import Texts

/// Finds where runs of letters, digits and bytes that are no ASCII begin and end.
enum RunBounds {
  /// How many numbers more than there are bytes `find` may write.
  static let room = 9

  /// Writes where the runs of `range` begin and end, in turns; returns how many numbers.
  ///
  /// - Complexity: O(n).
  static func find(
    in text: Values<UInt8>, _ range: TextRange, into bounds: Values<UInt32>
  ) -> Int {
    var position = range.start
    var found = 0
    var isInside: UInt64 = 0
    while position < range.end {
      let mask = mask(text, position, range.end)
      var changes = mask ^ (mask << 1 | isInside)
      isInside = mask >> 63
      let end = found + changes.nonzeroBitCount
      // Eight at a time, whether there are so many or not: the next ones write over the rest.
      while changes != 0 {
        for place in 0..<8 as Range<Int> {
          bounds[found &+ place] = UInt32(
            truncatingIfNeeded: position &+ changes.trailingZeroBitCount)
          changes &= changes &- 1
        }
        found &+= 8
      }
      found = end
      position += 64
    }
    if isInside != 0 {
      bounds[found] = UInt32(truncatingIfNeeded: range.end)
      found += 1
    }
    return found
  }

  /// One bit for each of the 64 bytes from `position` up to `end` that is in a run.
  @inline(__always)
  private static func mask(_ text: Values<UInt8>, _ position: Int, _ end: Int) -> UInt64 {
    var mask: UInt64 = 0
    if position + 64 <= text.count {
      for part in 0..<4 as Range<Int> {
        mask |= bits(text.sixteen(at: position &+ 16 &* part)) &<< UInt64(16 &* part)
      }
    } else {
      for offset in 0..<text.count - position where isInRun(text[position + offset]) {
        mask |= 1 << UInt64(offset)
      }
    }
    let width = end - position
    return width < 64 ? mask & ((1 << UInt64(width)) - 1) : mask
  }

  /// One bit for each of sixteen bytes that is in a run.
  @inline(__always)
  private static func bits(_ bytes: SIMD16<UInt8>) -> UInt64 {
    let letters = ((bytes | 0x20) &- 0x61) .< SIMD16<UInt8>(repeating: 26)
    let digits = (bytes &- 0x30) .< SIMD16<UInt8>(repeating: 10)
    let ones = SIMD16<UInt8>(repeating: 1)
    let marked = (bytes &>> 7).replacing(with: ones, where: letters).replacing(
      with: ones, where: digits)
    let halves = unsafe unsafeBitCast(marked, to: SIMD2<UInt64>.self)
    // The product gathers the lowest bits of eight bytes in the highest byte.
    let (low, high) = (halves[0] &* 0x0102_0408_1020_4080, halves[1] &* 0x0102_0408_1020_4080)
    return low &>> 56 | (high &>> 48) & 0xFF00
  }

  private static func isInRun(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
