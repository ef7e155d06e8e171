import Encoder

/// An array that a model file holds.
package struct FilePart {
  /// The element's number in the format: 1 text, 2 bytes, 3 integers, 4 floats.
  package var element: UInt32
  package var shape: [UInt32]
  package var bytes: [UInt8]

  package init(element: UInt32, shape: [UInt32], bytes: [UInt8]) {
    self.element = element
    self.shape = shape
    self.bytes = bytes
  }

  package static func text(_ text: String) -> FilePart { text8(Array(text.utf8)) }

  package static func text8(_ bytes: [UInt8]) -> FilePart {
    FilePart(element: 1, shape: [UInt32(bytes.count)], bytes: bytes)
  }

  package static func int8(_ values: [Int8], _ shape: Int...) -> FilePart {
    FilePart(
      element: 2, shape: shape.map { UInt32($0) }, bytes: values.map { UInt8(bitPattern: $0) })
  }

  package static func int32(_ values: [Int32], _ shape: Int...) -> FilePart {
    FilePart(
      element: 3, shape: shape.map { UInt32($0) }, bytes: values.flatMap { littleEndian($0) })
  }

  package static func floats(_ values: [Float], _ shape: Int...) -> FilePart {
    FilePart(
      element: 4, shape: shape.map { UInt32($0) },
      bytes: values.flatMap { littleEndian($0.bitPattern) })
  }
}

/// Where an entry of the table of parts begins, and what lies where in a file.
package enum FileLayout {
  package static let headerLength = 64
  package static let entryLength = 96
  package static let lengthOffset = 24
  package static let checksumOffset = 32
  package static let countOffset = 40

  /// The offset of an entry's field: its dimensions' count 60, first dimension 64, offset 80,
  /// length 88.
  package static func field(_ field: Int, ofEntry index: Int) -> Int {
    headerLength + entryLength * index + field
  }
}

/// The bytes of a model file with these parts, as `ModelFile` describes the format.
package func modelFile(
  _ parts: [String: FilePart], format: UInt32 = 1, kind: UInt32 = 1
) -> [UInt8] {
  // Names are ASCII, which stands in the order of its bytes.
  let names = parts.keys.sorted()
  var offset = aligned(FileLayout.headerLength + FileLayout.entryLength * names.count)
  var table: [UInt8] = []
  var body: [UInt8] = []
  for name in names {
    guard let part = parts[name] else { continue }
    table += filled(Array(name.utf8), 56) + littleEndian(part.element)
    table += littleEndian(UInt32(part.shape.count))
    table += filled(part.shape.flatMap { littleEndian($0) }, 16)
    table += littleEndian(UInt64(offset)) + littleEndian(UInt64(part.bytes.count))
    body += filled(part.bytes, aligned(part.bytes.count))
    offset += aligned(part.bytes.count)
  }
  table = filled(table, aligned(FileLayout.headerLength + table.count) - FileLayout.headerLength)
  var file = Array("SYNMODEL".utf8) + littleEndian(format) + littleEndian(kind)
  file = filled(file, FileLayout.countOffset) + littleEndian(UInt32(names.count))
  return sealed(filled(file, FileLayout.headerLength) + table + body)
}

/// The file with its length and its checksum made to fit.
package func sealed(_ file: [UInt8]) -> [UInt8] {
  guard file.count >= FileLayout.headerLength else { return file }
  var file = file
  file.replace(at: FileLayout.lengthOffset, with: UInt64(file.count))
  let checksum = file.withUnsafeBytes { bytes in
    xxHash64(UnsafeRawBufferPointer(rebasing: bytes[FileLayout.headerLength...]))
  }
  file.replace(at: FileLayout.checksumOffset, with: checksum)
  return file
}

extension [UInt8] {
  /// Overwrites the bytes at `offset` with a little-endian number.
  package mutating func replace(at offset: Int, with value: some FixedWidthInteger) {
    let bytes = littleEndian(value)
    replaceSubrange(offset..<offset + bytes.count, with: bytes)
  }
}

private func aligned(_ length: Int) -> Int { (length + 63) / 64 * 64 }

private func filled(_ bytes: [UInt8], _ count: Int) -> [UInt8] {
  bytes + [UInt8](repeating: 0, count: count - bytes.count)
}
