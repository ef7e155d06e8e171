import Foundation

/// The path of something in this checkout, as in `checkout("Data")`.
public func checkout(_ name: String) -> String {
  // This file lies in Tests/TestSupport.
  let parts = #filePath.split(separator: "/").dropLast(3)
  return "/" + parts.joined(separator: "/") + "/" + name
}

/// The bytes of a file in this checkout; empty when it cannot be read.
public func contents(of name: String) -> [UInt8] {
  FileManager.default.contents(atPath: checkout(name)).map(Array.init) ?? []
}
