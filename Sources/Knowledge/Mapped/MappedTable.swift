import Texts

/// A mapped file of sections, checked as a whole when it is opened.
///
/// Little-endian: eight bytes that say what it is, a version and the number of sections of four
/// bytes each, a checksum of eight, the size of each section in four, padded to eight; then the
/// sections, each padded to eight. Nothing is copied to the heap.
struct MappedTable: Sendable {
  static let headerSize = 24

  let file: FileBytes
  /// Where each section begins and ends.
  let sections: [Range<Int>]

  /// Opens a table of `count` sections.
  ///
  /// - Complexity: O(n) in the bytes, eight at a time.
  init(
    _ file: FileBytes, magic: [UInt8], version: UInt32, sections count: Int, name: String
  ) throws(TableError) {
    guard file.count >= Self.headerSize, file.bytes(0, 8) == magic else {
      throw TableError(.foreign, name: name, "this is no such table")
    }
    let found = file.load(UInt32.self, at: 8)
    guard found == version, file.load(UInt32.self, at: 12) == UInt32(count) else {
      throw TableError(
        .unsupportedVersion, name: name, "it has format \(found), this build reads \(version)")
    }
    var offset = Self.padded(Self.headerSize + count * 4)
    guard offset <= file.count else { throw TableError(.truncated, name: name, "it is cut off") }
    var sections: [Range<Int>] = []
    for index in 0..<count {
      let size = Int(file.load(UInt32.self, at: Self.headerSize + index * 4))
      sections.append(offset..<offset + size)
      offset = Self.padded(offset + size)
    }
    guard offset == file.count else {
      throw TableError(
        .truncated, name: name, "it has \(file.count) bytes, its header says \(offset)")
    }
    guard Self.checksum(of: file) == file.load(UInt64.self, at: 16) else {
      throw TableError(.damaged, name: name, "its bytes are not those that were written")
    }
    self.file = file
    self.sections = sections
  }

  static func padded(_ size: Int) -> Int { (size + 7) & ~7 }

  /// The checksum of everything behind it: FNV-1a over words of eight bytes.
  private static func checksum(of file: FileBytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: headerSize, to: file.count - 7, by: 8) {
      hash = (hash ^ file.load(UInt64.self, at: offset)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// The bytes of a table of some sections; the same sections give the same bytes.
  static func bytes(magic: [UInt8], version: UInt32, sections: [[UInt8]]) -> [UInt8] {
    var body: [UInt8] = []
    for section in sections { body += littleEndian(UInt64(section.count), 4) }
    body += [UInt8](repeating: 0, count: padded(headerSize + body.count) - headerSize - body.count)
    for section in sections {
      body += section
      body += [UInt8](repeating: 0, count: padded(section.count) - section.count)
    }
    let head =
      magic + littleEndian(UInt64(version), 4) + littleEndian(UInt64(sections.count), 4)
    let checksum = checksum(of: FileBytes(head + [UInt8](repeating: 0, count: 8) + body))
    return head + littleEndian(checksum, 8) + body
  }
}

/// An integer's low bytes, little-endian.
func littleEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt64($0))) }
}
