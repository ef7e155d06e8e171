public import Texts

/// Turns the text of a file into a `Report`: date line, headline, paragraphs, credit lines,
/// language and outlet.
public struct ReportReader: Sendable {
  private let agencies: AgencyList
  private let languages: LanguageDetector

  /// The short name of the agency that an outlet is; nil when it is none.
  public func agency(ofOutlet outlet: String) -> String? { agencies.agency(named: outlet) }

  /// Creates a reader that knows agencies and languages.
  public init(agencies: AgencyList, languages: LanguageDetector) {
    self.agencies = agencies
    self.languages = languages
  }

  /// Reads a report.
  ///
  /// `sha256` is of the file's bytes, `outlet` what the user says (else the file's name
  /// tells), `notes` what was odd so far.
  ///
  /// - Complexity: O(n) in the bytes of the text.
  public func report(
    from text: SourceText, id: String, path: String, sha256: String, outlet: String?,
    notes: [Note]
  ) -> Report {
    var notes = notes
    let dateLine = DateLine(in: text)
    if let dateLine, dateLine.date == nil {
      notes.append(
        Note(
          code: "invalid-date",
          message: "\"\(text[dateLine.dateRange])\" is no day of the calendar; the date is unknown",
          range: dateLine.dateRange))
    }
    let all = text.trimmed(TextRange(dateLine?.end ?? 0, text.count))
    let paragraphs = Paragraphs(of: text, in: all)
    let title = paragraphs.title
    let body = title.map { text.trimmed(TextRange($0.end, all.end)) } ?? all
    let language = languages.language(of: text, in: all)
    if language != "en" {
      let name = language.map(languages.name) ?? "an unknown language"
      notes.append(
        Note(
          code: "not-english",
          message: "written in \(name): passages are compared, claims are not read"))
    }
    if all.isEmpty {
      notes.append(Note(code: "no-text", message: "there is no text after the date line"))
    }
    return Report(
      id: id, path: path, sha256: sha256, outlet: outlet ?? outletName(fromPath: path),
      published: dateLine?.date, language: language, title: title, body: body,
      paragraphs: paragraphs.body, credits: agencies.credits(in: text, paragraphs: paragraphs.all),
      text: text, notes: notes)
  }
}

/// The optional first line form `date YYYY-MM-DD text…`.
struct DateLine {
  /// The day; nil when the digits name no day.
  let date: CalendarDate?
  /// The digits.
  let dateRange: TextRange
  /// Where the report's own text may begin.
  let end: Int

  init?(in text: SourceText) {
    let start = text.trimmed(text.range).start
    let bytes = text.bytes
    let word = Array("date".utf8)
    guard start + 15 <= bytes.count,
      zip(word, bytes[start...]).allSatisfy({ $0 == $1 | 0x20 })
    else { return nil }
    var digits = start + 4
    while digits < bytes.count, bytes[digits] == 0x20 || bytes[digits] == 0x09 { digits += 1 }
    guard digits > start + 4, digits + 10 <= bytes.count else { return nil }
    for (index, byte) in bytes[digits..<digits + 10].enumerated() {
      let isDash = index == 4 || index == 7
      guard isDash ? byte == 0x2D : (0x30...0x39).contains(byte) else { return nil }
    }
    let after = digits + 10
    guard after == bytes.count || bytes[after] <= 0x20 else { return nil }
    dateRange = TextRange(digits, after)
    date = CalendarDate(iso: text[dateRange])
    end = after
  }
}

/// The outlet that a file's name tells: `02-cnn.com.txt` is `cnn.com`, `sahel_courier.md` is
/// `Sahel Courier`; nil when the name is only digits or a common word such as `report`.
public func outletName(fromPath path: String) -> String? {
  let base = path.split(separator: "/").last.map(Array.init) ?? []
  var name = String(base)
  for suffix in [".txt", ".md", ".markdown", ".text"] where name.hasSuffix(suffix) {
    name.removeLast(suffix.count)
    break
  }
  let isEdge = { (c: Character) in c.isNumber || "-_. ".contains(c) }
  var kept = name[...]
  while let first = kept.first, isEdge(first) { kept.removeFirst() }
  while let last = kept.last, "-_. ".contains(last) { kept.removeLast() }
  guard kept.contains(where: \.isLetter) else { return nil }
  let bare = kept.filter { !isEdge($0) }.lowercased()
  let common: Set<String> = [
    "report", "article", "story", "text", "doc", "document", "file", "page", "news", "item",
    "untitled", "copy", "new", "input", "test", "a", "b", "c",
  ]
  if common.contains(bare) { return nil }
  if kept.contains(".") { return String(kept) }
  return kept.split(whereSeparator: { "-_ ".contains($0) })
    .map {
      $0.contains(where: \.isUppercase) ? String($0) : $0.prefix(1).uppercased() + $0.dropFirst()
    }
    .joined(separator: " ")
}
