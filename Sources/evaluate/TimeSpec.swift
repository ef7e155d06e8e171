import Texts

/// A case of the specs of Microsoft's Recognizers-Text: a text, when it is read, what it holds.
struct TimeSpec: Decodable {
  /// A time expression that the text holds.
  struct Result: Decodable {
    let text: String
    let start: Int
    /// `date`, `daterange`, `duration`, ….
    let kind: String
    /// What it may mean: a date without a year has a past and a coming one.
    ///
    /// None in the specs of extents.
    let meanings: [Meaning]
  }
  /// One meaning in TIMEX, resolved to days or moments.
  struct Meaning {
    var timex: String?
    var value: String?
    var start: String?
    var end: String?
  }

  let input: String
  /// `2016-11-07T16:12:00`; nil in the specs of extents.
  let reference: String?
  let results: [Result]

  private enum Key: String, CodingKey {
    case input = "Input"
    case context = "Context"
    case results = "Results"
  }
  private struct Context: Decodable { let ReferenceDateTime: String? }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    input = try fields.decode(String.self, forKey: .input)
    reference = try fields.decodeIfPresent(Context.self, forKey: .context)?.ReferenceDateTime
    results = try fields.decodeIfPresent([Result].self, forKey: .results) ?? []
  }

  /// The day on which the text is read.
  var published: CalendarDate? { reference.flatMap { CalendarDate(iso: $0.prefix(10)) } }

  /// Whether an expression counts hours, minutes or seconds from the moment of reading.
  ///
  /// Its answer changes with the reference's time of day alone, which a report's date does not
  /// have. The specs write such a moment to the second: `2019-03-18T00:07:00`.
  var isCountedFromTheHour: Bool {
    results.contains { result in
      result.kind == "datetime" && Self.namesAUnitOfTheClock(result.text)
        && result.meanings.contains { meaning in
          let parts = (meaning.timex ?? "").split(separator: "T", omittingEmptySubsequences: false)
          return parts.count == 2 && CalendarDate(iso: parts[0]) != nil
            && parts[1].utf8.count == 8 && parts[1].utf8.filter { $0 == 0x3A }.count == 2
        }
    }
  }

  private static func namesAUnitOfTheClock(_ text: String) -> Bool {
    let units: Set<String> = [
      "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "mins", "second", "seconds",
      "sec", "secs",
    ]
    return text.lowercased().split { !$0.isLetter }.contains { units.contains(String($0)) }
  }

  /// The bytes of a result in the text; its place is counted in UTF-16 code units.
  func range(of result: Result) -> TextRange? {
    let units = input.utf16
    guard
      let start = units.index(units.startIndex, offsetBy: result.start, limitedBy: units.endIndex),
      let end = units.index(start, offsetBy: result.text.utf16.count, limitedBy: units.endIndex)
    else { return nil }
    let first = input.utf8.distance(from: input.startIndex, to: start)
    let range = TextRange(first, first + input.utf8.distance(from: start, to: end))
    return range.isEmpty ? nil : range
  }
}

extension TimeSpec.Result {
  private enum Key: String, CodingKey {
    case text = "Text"
    case start = "Start"
    case type = "Type"
    case typeName = "TypeName"
    case mistypedName = "Typename"
    case value = "Value"
    case resolution = "Resolution"
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    text = try fields.decode(String.self, forKey: .text)
    start = try fields.decode(Int.self, forKey: .start)
    let name =
      try fields.decodeIfPresent(String.self, forKey: .type)
      ?? fields.decodeIfPresent(String.self, forKey: .typeName)
      ?? fields.decodeIfPresent(String.self, forKey: .mistypedName) ?? ""
    kind = name.split(separator: ".").last.map(String.init) ?? name
    let value =
      try fields.decodeIfPresent(SpecValue.self, forKey: .value)
      ?? fields.decodeIfPresent(SpecValue.self, forKey: .resolution)
    meanings = value?.meanings ?? []
  }
}

/// Both forms in which the specs write what an expression means.
private struct SpecValue: Decodable {
  let meanings: [TimeSpec.Meaning]

  private enum Key: String, CodingKey {
    case timex = "Timex"
    case past = "PastResolution"
    case future = "FutureResolution"
    case values
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    if let values = try fields.decodeIfPresent([[String: String]].self, forKey: .values) {
      meanings = values.map { Self.meaning($0, timex: $0["timex"]) }
      return
    }
    let timex = try fields.decodeIfPresent(String.self, forKey: .timex)
    let past = try fields.decodeIfPresent([String: String].self, forKey: .past)
    let future = try fields.decodeIfPresent([String: String].self, forKey: .future)
    meanings = [past, future].compactMap { $0 }.map { Self.meaning($0, timex: timex) }
  }

  private static func meaning(_ fields: [String: String], timex: String?) -> TimeSpec.Meaning {
    func first(_ names: String...) -> String? { names.lazy.compactMap { fields[$0] }.first }
    return TimeSpec.Meaning(
      timex: timex, value: first("value", "date", "dateTime", "duration", "set"),
      start: first("start", "startDate", "startDateTime"),
      end: first("end", "endDate", "endDateTime"))
  }
}
