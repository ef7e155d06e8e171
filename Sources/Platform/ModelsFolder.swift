import Glibc

/// Where trained models lie: files beside the program or in the checkout, never in the program.
public enum ModelsFolder {
  /// The file name of the model that reads reports.
  public static let readerName = "reader.model"

  /// Finds the model that reads reports: the file named, else `SYNOPTIC_MODEL`, else
  /// `../share/synoptic/models` beside the program, else a `Models` folder above it (a build
  /// inside the checkout).
  ///
  /// - Returns: the path of a file that can be read; whether it is a model is not looked into.
  /// - Throws: `FileError.missing` that names every place tried.
  public static func located(named: String?) throws(FileError) -> String {
    try located(in: places(named: named, variable: variable, program: programFolder()))
  }

  /// What `SYNOPTIC_MODEL` says; nil when it says nothing.
  private static var variable: String? {
    guard let value = unsafe getenv("SYNOPTIC_MODEL") else { return nil }
    let path = unsafe String(cString: value)
    return path.isEmpty ? nil : path
  }

  /// As `located(named:)`, but nil when nobody names a model and none lies where models lie.
  public static func found(named: String?) throws(FileError) -> String? {
    if named != nil || variable != nil { return try located(named: named) }
    return try? located(named: nil)
  }

  /// The first of some places that holds a file which can be read.
  static func located(in places: [String]) throws(FileError) -> String {
    for path in places where isReadableFile(path) { return path }
    throw FileError(
      code: .missing, path: places[0],
      message: "there is no model at " + places.joined(separator: ", ")
        + "; name one with --model or SYNOPTIC_MODEL, or read with --reader rules")
  }

  /// The places where the model may lie, the first one first; a name leaves no other place.
  static func places(named: String?, variable: String?, program: String) -> [String] {
    if let named { return [named] }
    if let variable { return [variable] }
    var folder = program
    var places = ["\(folder)/../share/synoptic/models/\(readerName)"]
    for _ in 0..<6 {
      places.append("\(folder)/Models/\(readerName)")
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    return places
  }

  private static func isReadableFile(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, R_OK) == 0
  }
}
