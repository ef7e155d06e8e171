/// Converts byte offsets of one text to Unicode code points and back.
///
/// The program counts bytes, JSON counts code points (scalars); this is the rim.
/// One count is kept per 64 bytes, so a conversion reads at most 64 bytes.
public struct CodePoints: Sendable {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private let counts: [UInt32]
  private static let stride = 64

  /// Prepares the conversion for `text`.
  ///
  /// - Complexity: O(n) once; memory n / 16 bytes unless the text is ASCII.
  public init(_ text: SourceText) {
    bytes = text.bytes
    isASCII = text.bytes.allSatisfy { $0 < 0x80 }
    var counts: [UInt32] = []
    if !isASCII {
      counts.reserveCapacity(text.bytes.count / Self.stride + 1)
      var seen: UInt32 = 0
      for (index, byte) in text.bytes.enumerated() {
        if index % Self.stride == 0 { counts.append(seen) }
        if byte & 0xC0 != 0x80 { seen += 1 }
      }
    }
    self.counts = counts
  }

  /// The number of code points before byte `offset`, which must be a scalar boundary.
  public func codePoint(atByte offset: Int) -> Int {
    if isASCII || bytes.isEmpty { return offset }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = Int(counts[block])
    for index in block * Self.stride..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The byte at which code point number `index` begins; nil past the end.
  ///
  /// - Complexity: O(log n).
  public func byte(atCodePoint index: Int) -> Int? {
    guard index >= 0 else { return nil }
    if isASCII || bytes.isEmpty { return index <= bytes.count ? index : nil }
    var low = 0
    var high = counts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(counts[middle]) <= index { low = middle } else { high = middle }
    }
    var seen = Int(counts[low])
    var offset = low * Self.stride
    while offset < bytes.count {
      if bytes[offset] & 0xC0 != 0x80 {
        if seen == index { return offset }
        seen += 1
      }
      offset += 1
    }
    return seen == index ? bytes.count : nil
  }
}
