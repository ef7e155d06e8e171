import Texts

/// Walks a dossier's tree and holds every cell against the contract.
struct CellCheck {
  let root: Cell
  let shelf: ReportShelf
  private(set) var findings: [Finding] = []
  private(set) var citations = 0
  private var kinds: [String: Contract.Kind] = [:]
  private var identities: Set<String> = []

  init(_ root: Cell, shelf: ReportShelf) {
    self.root = root
    self.shelf = shelf
    collectIdentities(root, rulePath: "")
  }

  mutating func walk() {
    identities = []
    visit(root, path: "", rulePath: "", report: nil)
  }

  private mutating func collectIdentities(_ cell: Cell, rulePath: String) {
    switch cell {
    case .array(let elements):
      for element in elements { collectIdentities(element, rulePath: rulePath) }
    case .object(let members):
      for member in members {
        collectIdentities(member.value, rulePath: Self.joined(rulePath, member.name))
      }
    case .string(let value):
      guard case .identity(let kind?) = Contract.rule(at: rulePath), kinds[value] == nil else {
        return
      }
      kinds[value] = kind
    default: break
    }
  }

  private static func joined(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }

  private mutating func visit(_ cell: Cell, path: String, rulePath: String, report: String?) {
    switch cell {
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        visit(element, path: "\(path)[\(index)]", rulePath: rulePath, report: report)
      }
    case .object(let members):
      let here = cell["report"]?.string ?? (rulePath == "reports" ? cell["id"]?.string : report)
      checkNumbers(cell, path: path)
      checkCitation(cell, path: path, report: here)
      for member in members {
        visit(
          member.value, path: Self.joined(path, member.name),
          rulePath: Self.joined(rulePath, member.name), report: here)
      }
    case .string(let value):
      checkString(value, path: path, rulePath: rulePath)
    default: break
    }
  }

  private mutating func add(_ code: Finding.Code, _ path: String, _ message: String) {
    findings.append(Finding(code: code, path: path, message: message))
  }

  // MARK: Strings

  private mutating func checkString(_ value: String, path: String, rulePath: String) {
    guard let rule = Contract.rule(at: rulePath) else { return }
    let quoted = "\"\(Plain.shortened(value, to: 40))\""
    switch rule {
    case .identity:
      if value.isEmpty {
        add(.impossibleValue, path, "an id is empty")
      } else if !identities.insert(value).inserted {
        add(.duplicateID, path, "\(quoted) is the id of something else already")
      }
    case .reference(let allowed):
      guard let kind = kinds[value] else {
        add(.danglingReference, path, "\(quoted) is the id of nothing in the dossier")
        return
      }
      if !allowed.contains(kind) {
        let wanted = allowed.map(\.rawValue).joined(separator: " or ")
        add(
          .danglingReference, path, "\(quoted) is the id of a \(kind.rawValue), not of a \(wanted)")
      }
    case .word(let words):
      if !words.contains(value) {
        add(.outOfVocabulary, path, "\(quoted) is none of the words that may stand here")
      }
    case .day:
      if !Self.isDay(value) { add(.impossibleValue, path, "\(quoted) is no day of the calendar") }
    case .country:
      let isCode = value.utf8.count == 2 && value.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      if !isCode { add(.outOfVocabulary, path, "\(quoted) is no country code of two letters") }
    case .hash:
      let isHash =
        value.utf8.count == 64
        && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      if !isHash { add(.impossibleValue, path, "\(quoted) is no SHA-256") }
    case .wikidata:
      let isItem =
        value.utf8.first == UInt8(ascii: "Q") && value.utf8.count > 1
        && value.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
      if !isItem { add(.outOfVocabulary, path, "\(quoted) is no Wikidata id") }
    case .language:
      let isCode =
        (2...3).contains(value.utf8.count) && value.utf8.allSatisfy { (0x61...0x7A).contains($0) }
      if !isCode { add(.outOfVocabulary, path, "\(quoted) is no language code") }
    case .ruleID:
      if !(1...19).contains(where: { "R\($0)" == value }) {
        add(.outOfVocabulary, path, "\(quoted) is no rule from R1 to R19")
      }
    case .words:
      if value.isEmpty { add(.impossibleValue, path, "words are missing; unknown is left out") }
    case .cited: break
    }
  }

  private static func isDay(_ value: String) -> Bool {
    let day = value.utf8.prefix(10)
    guard CalendarDate(iso: String(Substring(day))) != nil else { return false }
    return value.utf8.count == 10 || value.utf8.dropFirst(10).first == UInt8(ascii: "T")
  }

  // MARK: Numbers

  private mutating func checkNumbers(_ cell: Cell, path: String) {
    let figures = ["low", "best", "high"].compactMap { name in
      cell[name]?.integer.map { (name, $0) }
    }
    for (name, value) in figures where value < 0 {
      add(.impossibleValue, Self.joined(path, name), "\(value) people")
    }
    for (lesser, greater) in zip(figures, figures.dropFirst()) where lesser.1 > greater.1 {
      add(
        .impossibleValue, Self.joined(path, lesser.0),
        "\(lesser.0) is \(lesser.1), \(greater.0) is \(greater.1)")
    }
    if let earliest = cell["earliest"]?.string, let latest = cell["latest"]?.string,
      Self.isDay(earliest), Self.isDay(latest),
      latest.utf8.lexicographicallyPrecedes(earliest.utf8)
    {
      add(.impossibleValue, path, "\(latest) comes before \(earliest)")
    }
    for (name, limit) in [("latitude", 90.0), ("longitude", 180.0)] {
      if let value = cell[name]?.number, !(abs(value) <= limit) {
        add(.impossibleValue, Self.joined(path, name), "beyond \(Int(limit)) degrees")
      }
    }
    for name in ["radiusMeters", "distanceKm", "geonames", "words", "effectiveOrigins"] {
      if let value = cell[name]?.number, !(value >= 0) {
        add(.impossibleValue, Self.joined(path, name), "less than nothing")
      }
    }
  }

  // MARK: Citations

  private mutating func checkCitation(_ cell: Cell, path: String, report: String?) {
    guard let start = cell["start"]?.integer, let end = cell["end"]?.integer else { return }
    let text = cell["text"]?.string
    guard start >= 0, start < end || (text == nil && start == end) else {
      add(.impossibleValue, path, "\(start)-\(end) is no stretch of text")
      return
    }
    guard let report else {
      add(.danglingReference, path, "words are cited from no report")
      return
    }
    guard let text else {
      if let item = shelf.item(report), item.codePoints.byte(atCodePoint: end) == nil {
        add(.impossibleValue, path, "\(start)-\(end) lies beyond the end of \(report)")
      }
      return
    }
    guard shelf.item(report) != nil else { return }
    citations += 1
    if let finding = shelf.finding(
      report: report, start: start, end: end, text: text, path: path)
    {
      findings.append(finding)
    }
  }
}
