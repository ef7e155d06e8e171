import Foundation

/// Writes a text to a fresh file in the temporary folder and returns its path.
public func scratch(_ text: String, name: String = "report.txt") -> String {
  scratch(Array(text.utf8), name: name)
}

/// Writes bytes to a fresh file in the temporary folder and returns its path.
public func scratch(_ bytes: [UInt8], name: String = "report.txt") -> String {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("synoptic-tests-\(UUID().uuidString)")
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let file = folder.appendingPathComponent(name)
  try? Data(bytes).write(to: file)
  return file.path
}
