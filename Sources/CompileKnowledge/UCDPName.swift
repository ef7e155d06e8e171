import Knowledge
import Texts

/// Names as UCDP Actor writes them, several in one field.
enum UCDPName {
  /// The names of a field: parted at ` / `, and at commas where it is a list; its acronym or
  /// another name of several words in brackets stands for itself (`Frente del Valle (FDV)`).
  static func names(in field: String, isList: Bool) -> [String] {
    // A few names run over a line end.
    let lines = field.split(whereSeparator: \.isNewline).map { Table.trimmed($0) }
    var pieces = [Substring(lines.joined(separator: " "))]
    if isList { pieces = pieces.flatMap { $0.split(separator: ",") } }
    pieces = pieces.flatMap { $0.split(separator: " / ") }
    return pieces.map { Table.trimmed($0) }.filter { !isNickname($0) }
      .flatMap { names(withBrackets: $0) }
  }

  /// Stands in quotation marks.
  private static func isNickname(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return true }
    return first == "\"" || first.isApostrophe
  }

  private static func names(withBrackets name: String) -> [String] {
    guard name.utf8.last == 0x29, let open = name.utf8.lastIndex(of: 0x28), open > name.startIndex
    else { return [name] }
    let outer = Table.trimmed(name[..<open])
    let inner = String(name[name.index(after: open)...].dropLast())
    let words = NameWord.words(of: outer)
    // What stands in brackets behind `Military faction`, a faction or beside a country tells
    // groups apart, and behind one word it says what that is.
    guard words.count > 1, words[0].word != "military", !outer.contains(" - "),
      inner.isAcronym
        ? isAcronym(inner, of: Folding.folded(outer).split(separator: " "))
        : NameWord.words(of: inner).count > 1
    else { return [name] }
    return [outer, inner]
  }

  /// Whether letters are, in order, beginnings of words.
  private static func isAcronym(_ acronym: String, of words: [Substring]) -> Bool {
    var initials = words[...]
    for letter in Folding.folded(acronym).utf8 {
      guard let place = initials.firstIndex(where: { $0.utf8.first == letter }) else {
        return false
      }
      initials = initials[(place + 1)...]
    }
    return true
  }
}
