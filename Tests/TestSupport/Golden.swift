import Foundation
public import Testing

/// Expects a text to equal the file `Goldens/<name>` beside the calling test's file.
///
/// With `UPDATE_GOLDENS=1` in the environment the file is written instead; read what changed
/// before committing it.
public func expectGolden(
  _ text: String, _ name: String, file: StaticString = #filePath,
  at location: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: "\(file)").deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  let golden = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: golden)
    } catch {
      Issue.record("\(golden.path) cannot be written: \(error)", sourceLocation: location)
    }
    return
  }
  guard let data = try? Data(contentsOf: golden) else {
    Issue.record(
      "\(golden.path) is missing; UPDATE_GOLDENS=1 writes it", sourceLocation: location)
    return
  }
  let difference = firstDifference(String(decoding: data, as: UTF8.self), text)
  if let difference {
    Issue.record(
      "\(name) differs from its golden, which UPDATE_GOLDENS=1 rewrites\n\(difference)",
      sourceLocation: location)
  }
}

/// Where two texts first differ: a few lines of both; nil when they are the same bytes.
public func firstDifference(_ expected: String, _ found: String, lines count: Int = 3) -> String? {
  guard Array(expected.utf8) != Array(found.utf8) else { return nil }
  func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
  let old = lines(expected)
  let new = lines(found)
  let same = zip(old, new).prefix { Array($0.utf8) == Array($1.utf8) }.count
  func shown(_ sign: String, _ lines: [String]) -> String {
    lines.dropFirst(same).prefix(count).map { "\(sign) \($0)" }.joined(separator: "\n")
  }
  return "line \(same + 1) of \(old.count), now \(new.count):\n"
    + "\(shown("-", old))\n\(shown("+", new))"
}
