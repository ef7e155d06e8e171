import Texts

/// Text decoded from bytes, with notes where it was not plain UTF-8; nil for binary data.
func decodedText(_ bytes: [UInt8]) -> (text: SourceText, notes: [Note])? {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return decodedUTF16(bytes)
  }
  if isBinary(bytes) { return nil }
  if let text = SourceText(validating: bytes) { return (text, []) }
  let (valid, broken) = multibyteCounts(bytes)
  if broken >= valid, let text = decodedWindows1252(bytes) {
    let note = Note(
      code: "decoded-windows-1252",
      message: "not UTF-8; read as Windows-1252, and positions count its characters")
    return (text, [note])
  }
  let note = Note(
    code: "invalid-utf8",
    message: "\(broken) bytes are not valid UTF-8; each is read as the replacement character")
  return (SourceText(String(decoding: bytes, as: UTF8.self)), [note])
}

private func decodedUTF16(_ bytes: [UInt8]) -> (text: SourceText, notes: [Note])? {
  let isBig = bytes[0] == 0xFE
  var units: [UInt16] = []
  var index = 0
  while index + 1 < bytes.count {
    let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(isBig ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
    index += 2
  }
  let text = SourceText(String(decoding: units, as: UTF16.self))
  guard !isBinary(text.bytes) else { return nil }
  let note = Note(
    code: "decoded-utf-16", message: "read as UTF-16; positions count its characters")
  return (text, [note])
}

/// NUL bytes, or more control characters than any text has.
private func isBinary(_ bytes: [UInt8]) -> Bool {
  var controls = 0
  for byte in bytes {
    if byte == 0 { return true }
    if byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B { controls += 1 }
  }
  return controls * 50 > bytes.count
}

/// How many well-formed multi-byte sequences the bytes hold, and how many broken bytes.
private func multibyteCounts(_ bytes: [UInt8]) -> (valid: Int, broken: Int) {
  var valid = 0
  var broken = 0
  var index = 0
  while index < bytes.count {
    let first = bytes[index]
    let length =
      switch first {
      case 0x00..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    let end = index + length
    if length == 1 {
      index = end
    } else if length > 1, end <= bytes.count,
      bytes[index + 1..<end].allSatisfy({ $0 & 0xC0 == 0x80 })
    {
      valid += 1
      index = end
    } else {
      broken += 1
      index += 1
    }
  }
  return (valid, broken)
}

/// Bytes 0x80 to 0x9F of Windows-1252; five of them are not assigned (WHATWG Encoding maps
/// those to controls; here they count as evidence against the charset).
private let windows1252: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
  0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
  0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
]

private func decodedWindows1252(_ bytes: [UInt8]) -> SourceText? {
  var out: [UInt8] = []
  out.reserveCapacity(bytes.count + bytes.count / 8)
  for byte in bytes {
    if byte < 0x80 {
      out.append(byte)
      continue
    }
    let value = byte < 0xA0 ? UInt32(windows1252[Int(byte) - 0x80]) : UInt32(byte)
    guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    out.append(contentsOf: String(scalar).utf8)
  }
  return SourceText(validating: out)
}
