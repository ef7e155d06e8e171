/// Walks over the members of one JSON object without building it.
///
/// For lines by the hundred thousand: what it does not know it refuses, and the full reader takes over.
struct MemberScan {
  private var index: Int
  private let count: Int
  private var isFirst = true

  init(start: Int, count: Int) {
    index = start
    self.count = count
  }

  private mutating func skipSpace(_ line: borrowing Span<UInt8>) {
    while index < count, line[index] == 0x20 || (line[index] >= 0x09 && line[index] <= 0x0D) {
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8, _ line: borrowing Span<UInt8>) -> Bool {
    skipSpace(line)
    guard index < count, line[index] == byte else { return false }
    index += 1
    return true
  }

  /// Reads the opening brace.
  mutating func open(_ line: borrowing Span<UInt8>) -> Bool { take(0x7B, line) }

  /// Reads the next key and its colon; nil at the end of the object.
  mutating func key(_ line: borrowing Span<UInt8>) -> String? {
    if !isFirst, !take(0x2C, line) { return nil }
    isFirst = false
    guard let bytes = string(line), take(0x3A, line) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the object ends here and nothing follows.
  mutating func isClosed(_ line: borrowing Span<UInt8>) -> Bool {
    guard take(0x7D, line) else { return false }
    skipSpace(line)
    return index == count
  }

  /// Reads a string; its bytes without escapes.
  mutating func string(_ line: borrowing Span<UInt8>) -> [UInt8]? {
    guard take(0x22, line) else { return nil }
    var bytes: [UInt8] = []
    while index < count {
      let start = index
      skipPlain(line)
      guard index < count else { return nil }
      if bytes.isEmpty { bytes.reserveCapacity(line[index] == 0x22 ? index - start : count) }
      unsafe line.extracting(start..<index).withUnsafeBufferPointer {
        unsafe bytes.append(contentsOf: $0)
      }
      if line[index] == 0x22 {
        index += 1
        return bytes
      }
      guard line[index] == 0x5C, escape(line, into: &bytes) else { return nil }
    }
    return nil
  }

  /// Passes over what is neither a quotation mark, a backslash nor a control character.
  private mutating func skipPlain(_ line: borrowing Span<UInt8>) {
    let (place, count) = (index, count)
    index = unsafe line.withUnsafeBytes { bytes in
      var place = place
      while place + 8 <= count {
        let eight = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        // The lowest byte that is marked is one of them; those above may not be.
        let quotes = eight ^ 0x2222_2222_2222_2222
        let slashes = eight ^ 0x5C5C_5C5C_5C5C_5C5C
        let marked =
          ((quotes &- 0x0101_0101_0101_0101) & ~quotes)
          | ((slashes &- 0x0101_0101_0101_0101) & ~slashes)
          | ((eight &- 0x2020_2020_2020_2020) & ~eight)
        let places = marked & 0x8080_8080_8080_8080
        if places != 0 { return place + places.trailingZeroBitCount / 8 }
        place += 8
      }
      while place < count, unsafe bytes[place] != 0x22, unsafe bytes[place] != 0x5C,
        unsafe bytes[place] >= 0x20
      { place += 1 }
      return place
    }
  }

  /// Reads an escape.
  private mutating func escape(_ line: borrowing Span<UInt8>, into bytes: inout [UInt8]) -> Bool {
    guard index + 1 < count else { return false }
    let mark = line[index + 1]
    index += 2
    switch mark {
    case 0x22, 0x5C, 0x2F: bytes.append(mark)
    case 0x62: bytes.append(0x08)
    case 0x66: bytes.append(0x0C)
    case 0x6E: bytes.append(0x0A)
    case 0x72: bytes.append(0x0D)
    case 0x74: bytes.append(0x09)
    case 0x75:
      guard var value = hex(line) else { return false }
      if value >= 0xD800 && value < 0xDC00 {
        guard index + 1 < count, line[index] == 0x5C, line[index + 1] == 0x75 else { return false }
        index += 2
        guard let low = hex(line), low >= 0xDC00 && low < 0xE000 else { return false }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { return false }
      bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    default: return false
    }
    return true
  }

  private mutating func hex(_ line: borrowing Span<UInt8>) -> UInt32? {
    guard index + 4 <= count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<4 {
      let byte = line[index + offset]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    index += 4
    return value
  }

  /// Reads a whole number of at most 15 digits.
  mutating func number(_ line: borrowing Span<UInt8>) -> Int? {
    skipSpace(line)
    var isNegative = false
    if index < count, line[index] == 0x2D {
      isNegative = true
      index += 1
    }
    var value = 0
    let start = index
    while index < count, line[index] >= 0x30, line[index] <= 0x39, index - start < 15 {
      value = value * 10 + Int(line[index] - 0x30)
      index += 1
    }
    guard index > start, index < count, !isNumberByte(line[index]) else { return nil }
    return isNegative ? -value : value
  }

  private func isNumberByte(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == 0x2E || byte | 0x20 == 0x65
  }

  /// Passes over a string, a number or a word; refuses lists and objects.
  mutating func skip(_ line: borrowing Span<UInt8>) -> Bool {
    skipSpace(line)
    guard index < count else { return false }
    switch line[index] {
    case 0x22: return string(line) != nil
    case 0x2D, 0x30...0x39, 0x66, 0x6E, 0x74:
      while index < count, line[index] != 0x2C, line[index] != 0x7D, line[index] > 0x20 {
        index += 1
      }
      return true
    default: return false
    }
  }
}
