public import Texts

/// One report of a JSON Lines file: `{"id": …, "outlet": …, "ts": …, "text": …}`.
public struct ReportLine: Sendable {
  /// The report's name.
  public let id: String
  /// Who published it; nil when not given.
  public let outlet: String?
  /// When, in seconds since 1970; nil when not given.
  public let published: Int?
  /// Agencies and outlets that it credits with its words.
  public let credits: [String]
  /// The text.
  public let text: SourceText

  /// Reads a line.
  ///
  /// `id` may be a string or a number, `ts` a number; `outlet`, `ts` and `credits` may be missing or null; other
  /// members are skipped. Throws an error whose text says what is wrong.
  ///
  /// - Complexity: O(n); about 3 µs a kilobyte.
  public init(_ line: borrowing Span<UInt8>) throws {
    if let quick = Self.quick(line) {
      self = quick
      return
    }
    // Rare or wrong: the full reader decides, and says what is wrong.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    for index in line.indices { bytes.append(line[index]) }
    let value = try valueFromJSON(Members.self, bytes)
    self.init(
      id: value.id.text, outlet: value.outlet, published: value.ts.map { Int($0) },
      credits: value.credits ?? [], text: SourceText(value.text))
  }

  private init(
    id: String, outlet: String?, published: Int?, credits: [String], text: SourceText
  ) {
    self.id = id
    self.outlet = outlet
    self.published = published
    self.credits = credits
    self.text = text
  }

  /// The members as the full reader reads them.
  private struct Members: Decodable {
    let id: Name
    let outlet: String?
    let ts: Double?
    let credits: [String]?
    let text: String
  }

  /// A string or a whole number.
  private struct Name: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Int.self) {
        text = String(number)
      } else {
        text = try value.decode(String.self)
      }
    }
  }

  /// The report where the line is an object of strings and whole numbers; else nil.
  private static func quick(_ line: borrowing Span<UInt8>) -> ReportLine? {
    var scan = MemberScan(start: 0, count: line.count)
    guard scan.open(line) else { return nil }
    var id: String?
    var outlet: String?
    var published: Int?
    var text: SourceText?
    while let key = scan.key(line) {
      switch key {
      case "id", "outlet":
        guard let bytes = scan.string(line), let value = String(validating: bytes, as: UTF8.self)
        else { return nil }
        if key == "id" { id = value } else { outlet = value }
      case "ts":
        guard let number = scan.number(line) else { return nil }
        published = number
      case "text":
        guard let bytes = scan.string(line), let value = SourceText(validating: bytes) else {
          return nil
        }
        text = value
      case "credits": return nil
      default: guard scan.skip(line) else { return nil }
      }
    }
    guard scan.isClosed(line), let id, let text else { return nil }
    return ReportLine(id: id, outlet: outlet, published: published, credits: [], text: text)
  }
}
