/// The bytes of a dossier in the one form that is hashed.
///
/// Every value carries its kind and length, members stand in the order of their names' bytes,
/// and decimals count millionths, so that two dossiers have the same bytes exactly when
/// they have the same cells. JSON would not do: its writers differ in escapes and decimals.
enum CanonicalForm {
  static func bytes(of cell: Cell) -> [UInt8] {
    var bytes: [UInt8] = []
    append(cell, to: &bytes)
    return bytes
  }

  private static func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: bytes += "n".utf8
    case .bool(let value): bytes += (value ? "t" : "f").utf8
    case .integer(let value): bytes += "i\(value);".utf8
    case .decimal(let value):
      let millionths = (value * 1_000_000).rounded()
      if let whole = Int64(exactly: millionths) {
        bytes += "d\(whole);".utf8
      } else {
        bytes += "x\(value.bitPattern);".utf8
      }
    case .string(let value):
      bytes += "s\(value.utf8.count):".utf8
      bytes += value.utf8
    case .array(let elements):
      bytes += "[\(elements.count):".utf8
      for element in elements { append(element, to: &bytes) }
    case .object(let members):
      bytes += "{\(members.count):".utf8
      let sorted = members.sorted { a, b in
        a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
      }
      for member in sorted {
        append(.string(member.name), to: &bytes)
        append(member.value, to: &bytes)
      }
    }
  }
}

extension Dossier {
  /// The seal that fits the dossier's cells: the hash of everything but `seal`.
  ///
  /// It shows accidents and careless edits, not forgery: whoever changes a dossier on
  /// purpose can seal it anew.
  ///
  /// `hash` gives SHA-256 as lower-case hexadecimal. An error means that a number is out of all
  /// range.
  ///
  /// - Complexity: O(n) in the size of the dossier.
  public func expectedSeal(hash: ([UInt8]) -> String) throws -> String {
    var bare = self
    bare.seal = nil
    return hash(CanonicalForm.bytes(of: try Cell(of: bare)))
  }

  /// The dossier with its seal; `hash` gives SHA-256 as lower-case hexadecimal.
  public func sealed(hash: ([UInt8]) -> String) throws -> Dossier {
    var sealed = self
    sealed.seal = try expectedSeal(hash: hash)
    return sealed
  }
}
