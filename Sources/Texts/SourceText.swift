/// The text of a report as published: valid UTF-8 and nothing changed.
///
/// Every position in the program is a byte offset into one of these.
public struct SourceText: Sendable {
  /// The UTF-8 bytes.
  public let bytes: [UInt8]

  /// Takes over bytes that must be valid UTF-8, else returns nil.
  ///
  /// - Complexity: O(n).
  public init?(validating bytes: [UInt8]) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    self.bytes = bytes
  }

  /// The text of a Swift string.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// The length in bytes.
  public var count: Int { bytes.count }

  /// The whole text.
  public var range: TextRange { TextRange(0, bytes.count) }

  /// The words at `range`, which must begin and end on scalar boundaries.
  public subscript(range: TextRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Whether `offset` is the start of a scalar, or the end of the text.
  public func isScalarBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || (offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
  }

  /// The scalar that begins at byte `offset`, and its length in bytes.
  ///
  /// - Precondition: `offset` is a scalar boundary before the end.
  @inlinable
  public func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
    decodeScalar(bytes, at: offset)
  }

  /// The range without white space at its two ends.
  public func trimmed(_ range: TextRange) -> TextRange {
    var start = range.start
    var end = range.end
    while start < end {
      let (scalar, length) = scalar(at: start)
      guard CharacterClass(scalar) == .space else { break }
      start += length
    }
    while end > start {
      var last = end - 1
      while bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard CharacterClass(scalar(at: last).value) == .space else { break }
      end = last
    }
    return TextRange(start, end)
  }
}

/// Decodes one scalar of valid UTF-8 at `offset`.
@inlinable
public func decodeScalar(_ bytes: [UInt8], at offset: Int) -> (value: Unicode.Scalar, length: Int) {
  let first = bytes[offset]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  func low(_ index: Int) -> UInt32 { UInt32(bytes[offset + index] & 0x3F) }
  let value: UInt32
  let length: Int
  if first < 0xE0 {
    value = UInt32(first & 0x1F) << 6 | low(1)
    length = 2
  } else if first < 0xF0 {
    value = UInt32(first & 0x0F) << 12 | low(1) << 6 | low(2)
    length = 3
  } else {
    value = UInt32(first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3)
    length = 4
  }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}
