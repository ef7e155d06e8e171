public import Texts

/// The parts of a model file, found and bounded, not yet understood.
///
/// The file is mapped and stays as it is: every part is an array that the kernels read in place.
/// Little-endian. A header of 64 bytes:
///
///     0  "SYNMODEL"            24  length of the file, 8 bytes
///     8  format, 4 bytes: 1    32  XXH64 of all bytes after the header, 8 bytes
///     12 kind, 4 bytes         40  number of parts, 4 bytes
///     16 zeros, 8 bytes        44  zeros, 20 bytes
///
/// then 96 bytes a part: its name in 56 bytes of ASCII filled up with zeros; the type of its
/// elements (4 bytes); the number of its dimensions (4); four dimensions (4 each); its offset in
/// the file (8), a multiple of 64, and its length in bytes (8). Parts stand in the order of their
/// names, compared as bytes. `Training/convert.py` writes such files.
public struct ModelFile: Sendable {
  /// The type of a part's elements.
  public enum Element: UInt32, Sendable {
    /// Bytes of text.
    case text = 1
    /// Signed bytes.
    case int8 = 2
    /// Signed integers of 32 bits.
    case int32 = 3
    /// IEEE single precision.
    case float32 = 4

    /// The size of one element in bytes.
    public var size: Int { self == .text || self == .int8 ? 1 : 4 }
  }

  /// An array in the file.
  public struct Part: Sendable {
    /// The name, as in "layer.0.feed.input.weights".
    public let name: String
    /// The type of the elements.
    public let element: Element
    /// One to four dimensions, the last one the fastest.
    public let shape: [Int]
    /// Where in the file, in bytes; a multiple of 64.
    let offset: Int
    /// The length in bytes.
    let length: Int
  }

  /// The format this build reads and `Training/convert.py` writes.
  public static let format: UInt32 = 1
  /// The kind of model that an encoder is.
  public static let encoderKind: UInt32 = 1

  /// The file.
  let file: FileBytes
  /// The file's name, for messages.
  public let path: String
  /// The parts, in the order of their names.
  public let parts: [Part]

  /// Finds the parts and checks every bound and the checksum.
  ///
  /// - Complexity: O(n) in the bytes of the file, about 3 ms for 23 MB in memory.
  /// - Throws: `ModelFileError` when the file is foreign, unsupported, truncated or corrupt.
  public init(_ file: FileBytes, path: String) throws(ModelFileError) {
    func error(_ code: ModelFileError.Code, _ detail: String) -> ModelFileError {
      ModelFileError(code: code, path: path, detail: detail)
    }
    let magic = Array("SYNMODEL".utf8)
    guard file.bytes(0, min(8, file.count)) == magic else {
      throw error(.foreign, "this is no model file: it does not begin with SYNMODEL")
    }
    guard file.count >= Self.headerLength else {
      throw error(.truncated, "the header is cut off at byte \(file.count)")
    }
    let format = file.load(UInt32.self, at: 8)
    guard format == Self.format else {
      throw error(.unsupported, "format \(format), this build reads \(Self.format)")
    }
    let kind = file.load(UInt32.self, at: 12)
    guard kind == Self.encoderKind else {
      throw error(.unsupported, "kind \(kind), an encoder is \(Self.encoderKind)")
    }
    guard file.load(UInt64.self, at: 16) == 0, file.bytes(44, 64).allSatisfy({ $0 == 0 }) else {
      throw error(.corrupt, "the header has bytes where this format has none")
    }
    let length = file.load(UInt64.self, at: 24)
    guard length == UInt64(file.count) else {
      throw error(
        length > UInt64(file.count) ? .truncated : .corrupt,
        "it says it has \(length) bytes and has \(file.count)")
    }
    let checksum = file.load(UInt64.self, at: 32)
    let found = unsafe xxHash64(
      UnsafeRawBufferPointer(rebasing: file.unsafeBytes[Self.headerLength...]))
    guard checksum == found else {
      throw error(.corrupt, "its bytes are not those that were written (checksum)")
    }
    let count = Int(file.load(UInt32.self, at: 40))
    guard count <= (file.count - Self.headerLength) / Self.entryLength else {
      throw error(.corrupt, "it says it has \(count) parts, more than fit")
    }
    var parts: [Part] = []
    parts.reserveCapacity(count)
    for index in 0..<count {
      guard let part = Self.part(in: file, at: Self.headerLength + index * Self.entryLength)
      else { throw error(.corrupt, "the entry of part \(index) makes no sense") }
      if let last = parts.last, !last.name.utf8.lexicographicallyPrecedes(part.name.utf8) {
        throw error(.corrupt, "parts \(last.name) and \(part.name) are out of order")
      }
      parts.append(part)
    }
    self.file = file
    self.path = path
    self.parts = parts
  }

  /// The part of a name, if there is one.
  ///
  /// - Complexity: O(log n).
  public func part(_ name: String) -> Part? {
    var low = 0
    var high = parts.count
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].name == name { return parts[middle] }
      if parts[middle].name.utf8.lexicographicallyPrecedes(name.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return nil
  }

  /// A part that must be there, of this type and shape; nil in `shape` stands for any number.
  func part(_ name: String, _ element: Element, _ shape: [Int?]) throws(ModelFileError) -> Part {
    guard let part = part(name) else {
      throw ModelFileError(code: .shape, path: path, detail: "part \(name) is missing")
    }
    let fits =
      part.shape.count == shape.count
      && zip(part.shape, shape).allSatisfy { $1 == nil || $0 == $1 }
    guard part.element == element, fits else {
      let wanted = shape.map { $0.map(String.init) ?? "any" }.joined(separator: " x ")
      let found = part.shape.map(String.init).joined(separator: " x ")
      throw ModelFileError(
        code: .shape, path: path,
        detail: "part \(name) is \(found) of \(part.element), expected \(wanted) of \(element)")
    }
    return part
  }

  /// The bytes of a part, copied.
  func bytes(_ part: Part) -> [UInt8] { file.bytes(part.offset, part.offset + part.length) }

  /// Where a part's elements lie; valid while the file lives.
  @unsafe func elements<Value: BitwiseCopyable>(
    _ part: Part, as type: Value.Type
  ) -> UnsafePointer<Value> {
    let memory = unsafe UnsafeRawBufferPointer(
      rebasing: file.unsafeBytes[part.offset..<part.offset + max(1, part.length)])
    return unsafe memory.assumingMemoryBound(to: type).baseAddress.unsafelyUnwrapped
  }

  private static let headerLength = 64
  private static let entryLength = 96

  /// The entry at `start`; nil when it is no entry of this file.
  private static func part(in file: FileBytes, at start: Int) -> Part? {
    let name = file.bytes(start, start + 56).prefix { $0 != 0 }
    guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let element = Element(rawValue: file.load(UInt32.self, at: start + 56))
    else { return nil }
    let dimensions = Int(file.load(UInt32.self, at: start + 60))
    guard (1...4).contains(dimensions) else { return nil }
    var shape: [Int] = []
    var elements = 1
    for index in 0..<dimensions {
      let size = Int(file.load(UInt32.self, at: start + 64 + 4 * index))
      let (product, overflow) = elements.multipliedReportingOverflow(by: size)
      guard !overflow, product <= file.count else { return nil }
      elements = product
      shape.append(size)
    }
    let offset = file.load(UInt64.self, at: start + 80)
    let length = file.load(UInt64.self, at: start + 88)
    let bytes = UInt64(elements * element.size)
    guard offset % 64 == 0, length == bytes, length <= UInt64(file.count),
      offset < UInt64(file.count), offset <= UInt64(file.count) - length
    else { return nil }
    return Part(
      name: String(decoding: name, as: UTF8.self), element: element, shape: shape,
      offset: Int(offset), length: Int(length))
  }
}
