import Platform
import Texts

/// A template of a MUC-4 answer key: what an annotator wrote of one incident of a message.
struct IncidentKey {
  /// A slot of the template, by its number.
  enum Slot: Int, CaseIterable {
    case message, template, date, location, type, stage, instrument, instrumentType, category
    case perpetrator, organization, confidence
    case target, targetType, targetNumber, targetNation, targetEffect, targetTotal
    case name, description, victimType, victimNumber, victimNation, victimEffect, victimTotal

    /// The slot's name as keys write it.
    var label: String { Self.labels[rawValue] }

    private static let labels = [
      "MESSAGE: ID", "MESSAGE: TEMPLATE", "INCIDENT: DATE", "INCIDENT: LOCATION",
      "INCIDENT: TYPE", "INCIDENT: STAGE OF EXECUTION", "INCIDENT: INSTRUMENT ID",
      "INCIDENT: INSTRUMENT TYPE", "PERP: INCIDENT CATEGORY", "PERP: INDIVIDUAL ID",
      "PERP: ORGANIZATION ID", "PERP: ORGANIZATION CONFIDENCE", "PHYS TGT: ID",
      "PHYS TGT: TYPE", "PHYS TGT: NUMBER", "PHYS TGT: FOREIGN NATION",
      "PHYS TGT: EFFECT OF INCIDENT", "PHYS TGT: TOTAL NUMBER", "HUM TGT: NAME",
      "HUM TGT: DESCRIPTION", "HUM TGT: TYPE", "HUM TGT: NUMBER", "HUM TGT: FOREIGN NATION",
      "HUM TGT: EFFECT OF INCIDENT", "HUM TGT: TOTAL NUMBER",
    ]
  }

  /// What fills a slot once.
  struct Fill: Hashable {
    /// Wordings of which each is right, without quotation marks.
    var alternatives: [String]
    /// Wordings of the fill of another slot that this one speaks of; empty when there is none.
    var referents: [String] = []
    /// Whether leaving it out is right too.
    var isOptional = false
  }

  /// The message's name.
  let message: String
  /// Whether the incident may be left out.
  let isOptional: Bool
  /// The fills of each slot that has any.
  let fills: [Slot: [Fill]]

  /// The fills of a slot, in the key's order.
  subscript(slot: Slot) -> [Fill] { fills[slot] ?? [] }
}

/// Reads files of MUC-4 answer keys.
///
/// A template is 25 numbered lines; more fills of a slot stand on lines of their own below it,
/// comments begin with a semicolon. A message without incidents has one template of asterisks.
struct IncidentKeyReader {
  /// The templates by message, in the file's order; messages without incidents have none.
  private(set) var keys: [String: [IncidentKey]] = [:]

  private var message: String?
  private var isEmpty = false
  private var isOptional = false
  private var slot: IncidentKey.Slot?
  private var fills: [IncidentKey.Slot: [IncidentKey.Fill]] = [:]

  /// Creates a reader that has read nothing.
  init() {}

  /// Adds the keys of a file.
  ///
  /// - Throws: `FileError` that names the line: it is neither a slot, nor a further fill, nor a
  ///   comment, or a template has no message.
  mutating func read(_ bytes: [UInt8], path: String) throws(FileError) {
    for (number, range) in Lines(bytes).enumerated() {
      let line = String(decoding: bytes[range], as: UTF8.self)
      let words = line[...].trimmedOfSpace
      if words.isEmpty || words.hasPrefix(";") { continue }
      do throws(OddLine) {
        if line.first?.isWhitespace == true {
          guard let slot else { throw OddLine(problem: "a further fill stands under no slot") }
          add(words, to: slot)
        } else {
          try begin(words)
        }
      } catch {
        throw FileError(
          code: .unreadable, path: path,
          message: "\(path), line \(number + 1): \(error.problem); give files of raw MUC-4 "
            + "keys with 25 numbered slots a template")
      }
    }
    close()
    message = nil
  }

  private struct OddLine: Error { let problem: String }

  /// Takes a line that begins a slot: `9.  PERP: INDIVIDUAL ID   "GUERRILLAS"`.
  private mutating func begin(_ line: Substring) throws(OddLine) {
    guard let stop = line.firstIndex(of: "."), let number = Int(line[..<stop]),
      let slot = IncidentKey.Slot(rawValue: number)
    else { throw OddLine(problem: "no number of a slot stands before \"\(line.prefix(40))\"") }
    let rest = line[line.index(after: stop)...].trimmedOfSpace
    guard rest.hasPrefix(slot.label) else {
      throw OddLine(problem: "slot \(number) is not named \(slot.label)")
    }
    let value = rest.dropFirst(slot.label.count).trimmedOfSpace
    self.slot = slot
    switch slot {
    case .message:
      close()
      let name = value.split(separator: " ").first.map(String.init) ?? ""
      message = name
      if keys[name] == nil { keys[name] = [] }
    case .template:
      isEmpty = value.hasPrefix("*")
      isOptional = value.contains("OPTIONAL")
    default:
      guard message != nil else { throw OddLine(problem: "a template begins without slot 0") }
      add(value, to: slot)
    }
  }

  private mutating func close() {
    if let message, !isEmpty, !fills.isEmpty {
      keys[message, default: []].append(
        IncidentKey(message: message, isOptional: isOptional, fills: fills))
    }
    fills = [:]
    isEmpty = false
    isOptional = false
    slot = nil
  }

  private mutating func add(_ value: Substring, to slot: IncidentKey.Slot) {
    guard let fill = IncidentFillParser(value).fill() else { return }
    fills[slot, default: []].append(fill)
  }
}

extension Substring {
  /// Without white space at its two ends.
  var trimmedOfSpace: Substring {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

/// Takes one fill apart: `? "A" / "B": "C"`.
struct IncidentFillParser {
  private let value: Substring

  /// Creates a parser of a fill's words.
  init(_ value: Substring) { self.value = value }

  /// The fill; nil for an empty slot (`-`) or one that does not apply (`*`).
  func fill() -> IncidentKey.Fill? {
    var rest = value
    var fill = IncidentKey.Fill(alternatives: [])
    if rest.first == "?" {
      fill.isOptional = true
      rest = rest.dropFirst().trimmedOfSpace
    }
    let sides = Self.split(rest, at: ":")
    for part in Self.split(sides[0], at: "/") {
      let word = Self.unquoted(part)
      if word == "-" { fill.isOptional = true }
      if !word.isEmpty, word != "-", word != "*" { fill.alternatives.append(word) }
    }
    if sides.count > 1 {
      fill.referents = Self.split(sides[1], at: "/").map(Self.unquoted).filter { $0 != "-" }
    }
    return fill.alternatives.isEmpty ? nil : fill
  }

  /// The parts between marks that stand outside of quotation marks.
  private static func split(_ text: Substring, at mark: Character) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    var isQuoted = false
    var isEscaped = false
    for index in text.indices {
      let character = text[index]
      defer { isEscaped = character == "\\" && !isEscaped }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      guard character == mark, !isQuoted else { continue }
      parts.append(text[start..<index].trimmedOfSpace)
      start = text.index(after: index)
    }
    return parts + [text[start...].trimmedOfSpace]
  }

  /// The words of a part, without brackets around it, quotation marks and their escapes.
  private static func unquoted(_ part: Substring) -> String {
    var rest = part
    if rest.first == "(", !rest.dropFirst().contains("(") { rest = rest.dropFirst() }
    if rest.last == ")", !rest.contains("(") { rest = rest.dropLast() }
    rest = rest.trimmedOfSpace
    if rest.first == "\"" { rest = rest.dropFirst() }
    if rest.last == "\"", !rest.hasSuffix("\\\"") || rest.hasSuffix("\\\"\"") {
      rest = rest.dropLast()
    }
    return rest.split(separator: "\\").joined()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
