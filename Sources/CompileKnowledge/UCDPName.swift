import Knowledge
import Texts

/// Names as UCDP Actor writes them, several in one field.
enum UCDPName {
  /// The names of a field: parted at ` / `, and at commas where it is a list; an acronym or a
  /// name of several words in brackets stands for itself (`Waraana Bilisummaa Oromoo (WBO)`).
  static func names(in field: String, isList: Bool) -> [String] {
    var pieces = [Substring(field)]
    if isList { pieces = pieces.flatMap { $0.split(separator: ",") } }
    pieces = pieces.flatMap { $0.split(separator: " / ") }
    return pieces.flatMap { names(withBrackets: Table.trimmed($0)) }
  }

  private static func names(withBrackets name: String) -> [String] {
    guard name.utf8.last == 0x29, let open = name.utf8.lastIndex(of: 0x28), open > name.startIndex
    else { return [name] }
    let outer = Table.trimmed(name[..<open])
    let inner = String(name[name.index(after: open)...].dropLast())
    // What stands in brackets behind `Military faction` or beside a country tells groups apart.
    guard NameWord.words(of: outer).count > 1,
      inner.isAcronym || NameWord.words(of: inner).count > 1, !inner.hasPrefix("forces")
    else { return [name] }
    return [outer, inner]
  }
}
