import Foundation
import Pipeline
import Platform
import TestSupport
import Testing

/// A data folder whose table of borders is damaged or absent.
@Suite struct BorderFileTests {
  /// A folder with links to all of `Data` but the borders, for which it has some bytes or nothing.
  private func folder(borders: [UInt8]?) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("borders-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["lexicon", "actors.table", "places.table"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent(name).path,
        withDestinationPath: checkout("Data/\(name)"))
    }
    if let borders {
      try Data(borders).write(to: folder.appendingPathComponent("borders.table"))
    }
    return folder
  }

  @Test func aDamagedTableIsNamed() throws {
    let whole = contents(of: "Data/borders.table")
    for bytes in [Array(whole.prefix(1_000)), Array("no table".utf8)] {
      let folder = try folder(borders: bytes)
      defer { try? FileManager.default.removeItem(at: folder) }
      let error = #expect(throws: FileError.self) {
        try Stages(data: DataFolder(path: folder.path))
      }
      #expect(error?.path == folder.path + "/borders.table")
      #expect(error?.message.contains("table of borders") == true)
    }
  }

  @Test func anAbsentTableIsNoError() throws {
    let folder = try folder(borders: nil)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try Stages(data: DataFolder(path: folder.path))
  }
}
