import ArgumentParser
import Pipeline
import Platform

extension Pipeline {
  /// The files with the outlets that the user names.
  static func requests(for files: [String], outlets: [String]) throws -> [Request] {
    var requests = files.map { Pipeline.Request(path: $0) }
    var bare: [String] = []
    for option in outlets {
      let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
      let index = requests.firstIndex { request in
        request.path == parts[0]
          || request.path.split(separator: "/").last.map(String.init) == parts[0]
      }
      if parts.count == 2, let index {
        requests[index].outlet = parts[1]
      } else if parts.count == 2 {
        throw ValidationError("--outlet \(option): no file \(parts[0]) is among the files")
      } else {
        bare.append(option)
      }
    }
    guard bare.count <= files.count else {
      throw ValidationError("--outlet is given \(bare.count) times for \(files.count) files")
    }
    for (index, name) in bare.enumerated() where requests[index].outlet == nil {
      requests[index].outlet = name
    }
    return requests
  }
}

/// Writes a result to a file, whole or not at all, or to standard output when none is named.
func deliver(_ text: String, to path: String?) throws {
  guard let path else { return Output.write(text) }
  do {
    try writeAtomically(text, to: path)
  } catch {
    Output.message(error.message)
    throw ExitCode(2)
  }
}
