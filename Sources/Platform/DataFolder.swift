import Glibc
public import Texts

/// The folder that holds the tables and lexicons.
public struct DataFolder: Sendable {
  /// The folder.
  public let path: String

  /// A folder that must exist already.
  public init(path: String) { self.path = path }

  /// Finds the folder: the one named, else `SYNOPTIC_DATA`, else `../share/synoptic` beside
  /// the program, else a `Data` folder above it (a build inside the checkout).
  ///
  /// - Throws: `FileError.missing` that names every place tried.
  public static func located(named: String?) throws(FileError) -> DataFolder {
    var tried: [String] = []
    if let named {
      tried = [named]
    } else if let variable = unsafe getenv("SYNOPTIC_DATA") {
      tried = [unsafe String(cString: variable)]
    } else {
      var folder = programFolder()
      tried.append(folder + "/../share/synoptic")
      for _ in 0..<6 {
        tried.append(folder + "/Data")
        guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
        folder = String(folder[..<slash])
      }
    }
    for path in tried where unsafe access(path + "/lexicon/cues.tsv", R_OK) == 0 {
      return DataFolder(path: path)
    }
    throw FileError(
      code: .missing, path: tried[0],
      message: "the data folder is not at " + tried.joined(separator: ", ")
        + "; name it with --data or SYNOPTIC_DATA")
  }

  /// Maps a file of the folder.
  public func file(_ name: String) throws(FileError) -> FileBytes {
    try FileBytes.mapping(path: path + "/" + name)
  }

  /// The bytes of a file of the folder.
  public func bytes(_ name: String) throws(FileError) -> [UInt8] {
    let file = try file(name)
    return file.bytes(0, file.count)
  }
}

extension DataFolder {
  /// The checkout in which the running program was built: the nearest folder above it that has a
  /// `Package.swift`; the working folder when there is none.
  public static var checkout: String {
    var folder = programFolder()
    while let slash = folder.lastIndex(of: "/"), slash > folder.startIndex {
      if unsafe access(folder + "/Package.swift", R_OK) == 0 { return folder }
      folder = String(folder[..<slash])
    }
    return "."
  }
}

/// The folder in which the running program lies.
func programFolder() -> String {
  var buffer = [CChar](repeating: 0, count: 4096)
  let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
  guard length > 0 else { return "." }
  let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return String(path[..<slash])
}
