public import Texts

/// A report file read and decoded, before anything is read out of it.
public struct ReportFile: Sendable {
  /// The file as the user named it.
  public let path: String
  /// SHA-256 of the file's bytes, lower-case hexadecimal.
  public let sha256: String
  /// The text, decoded when it was not UTF-8.
  public let text: SourceText
  /// What was odd about the decoding.
  public let notes: [Note]
  /// Names the file itself, whatever path leads to it: device and inode.
  public let identity: String

  /// The largest file taken for one report, in bytes.
  public static let sizeLimit = 16 << 20

  /// Reads and decodes a report file.
  ///
  /// UTF-8 is taken as it is. A byte order mark names UTF-16. Other bytes are
  /// Windows-1252 where they can be, and else UTF-8 with the broken sequences
  /// replaced; either is noted, and positions then count the decoded text.
  ///
  /// - Throws: `FileError` for what is no text: a missing file, a folder, an
  ///   empty or binary file, a page, a file over `sizeLimit`.
  public init(path: String) throws(FileError) {
    let (file, identity) = try FileBytes.mappingWithIdentity(path: path)
    guard file.count <= Self.sizeLimit else {
      throw FileError(
        code: .tooLarge, path: path,
        message: "\(path) has \(file.count >> 20) MB; one report has at most "
          + "\(Self.sizeLimit >> 20) MB. Split the file into one file a report")
    }
    let bytes = file.bytes(0, file.count)
    guard bytes.contains(where: { !isBlank($0) }) else {
      throw FileError(
        code: .empty, path: path,
        message: "\(path) is empty; save the report's text in it, or leave it out")
    }
    if let foreign = Self.foreignFormat(of: bytes) {
      throw FileError(
        code: .binary, path: path,
        message: "\(path) is \(foreign), not text; save the report's words as a .txt file")
    }
    let decoded = decodedText(bytes)
    guard let decoded else {
      throw FileError(
        code: .binary, path: path,
        message: "\(path) is binary data, not text; save the report's words as a .txt file")
    }
    self.path = path
    sha256 = sha256Hex(bytes)
    text = decoded.text
    notes = decoded.notes
    self.identity = identity
  }

  /// What well-known format the bytes are in, when it is not plain text.
  private static func foreignFormat(of bytes: [UInt8]) -> String? {
    let known: [(magic: [UInt8], name: String)] = [
      (Array("%PDF".utf8), "a PDF document"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP or Office file"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
      (Array("GIF8".utf8), "a picture"), ([0x1F, 0x8B], "a compressed file"),
      ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("{\\rtf".utf8), "an RTF document"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an Office file"),
    ]
    for (magic, name) in known where bytes.starts(with: magic) { return name }
    let start = bytes.prefix(64).drop { $0 <= 0x20 }.map { $0 | 0x20 }
    for tag in ["<!doctype html", "<html"] where start.starts(with: tag.utf8.map { $0 | 0x20 }) {
      return "a web page"
    }
    return nil
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
