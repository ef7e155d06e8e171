import Claims
import Mentions
import Texts

/// One report of HRDsAttack with the merged annotation of its main event.
struct AttackReport: Decodable {
  struct Sample: Decodable {
    let title: String?
    let published: String?
    let page: String?

    enum CodingKeys: String, CodingKey {
      case title = "Input.title"
      case published = "Input.publish_date"
      case page = "Input.article_interface"
    }
  }

  struct Gold: Decodable {
    let violations: [String]?
    let year: String?
    let month: String?
    let date: String?
    let city: String?
    let country: String?

    enum CodingKeys: String, CodingKey {
      case violations = "violation_types"
      case year, month, date, city, country
    }
  }

  let sample: Sample
  let gold: Gold

  enum CodingKeys: String, CodingKey {
    case sample
    case gold = "merged_sample"
  }

  /// Compares the main event found with the annotated one.
  func score(with chain: EventChain, countries: [String: String], in tally: inout EventTally) {
    let published = sample.published.flatMap { CalendarDate(iso: $0.prefix(10)) }
    let title = sample.title ?? ""
    let found = chain.mainEvent(
      title: title.isEmpty ? nil : title, paragraphs: Self.paragraphs(sample.page ?? ""),
      published: published)
    let event = found?.event
    let kinds = (gold.violations ?? []).compactMap(Self.kind)
    if !kinds.isEmpty {
      tally.ask(
        "kind", gold: kinds.joined(separator: "|"),
        found: event.map { "\($0.type) \($0.mode ?? "")" },
        isRight: event.map { event in kinds.contains { Self.fits(event, $0) } } ?? false,
        text: title)
    }
    if let day = Self.day(gold) {
      tally.ask(
        "day", gold: day.description, found: event?.date.map { "\($0.earliest)/\($0.latest)" },
        isRight: event?.date.map {
          $0.earliest <= day && day <= $0.latest && $0.latest.days - $0.earliest.days < 4
        } ?? false, text: "\(published?.description ?? "") \(title)")
    }
    let places =
      event.map { event in
        event.places.prefix(3).compactMap { found?.mentions.places[$0] }
      } ?? []
    if let name = gold.country, let code = countries[Folding.folded(name)] {
      tally.ask(
        "country", gold: code, found: places.first.map { $0.country ?? $0.name },
        isRight: places.first?.country == code, text: title)
    }
    if let city = gold.city, city != "None" {
      let wanted = Folding.folded(city)
      tally.ask(
        "town", gold: city, found: places.first?.name,
        isRight: places.contains {
          let name = Folding.folded($0.name)
          return name == wanted || wanted.hasPrefix(name) || name.hasPrefix(wanted)
        }, text: title)
    }
  }

  /// The event type, and mode where it decides, of a violation type.
  private static func kind(_ violation: String) -> String? {
    switch violation {
    case "killing": "ASSAULT"
    case "torture": "ASSAULT"
    case "kidnapping", "enforced disappearance": "ASSAULT abduction"
    case "arbitrary detention": "COERCE"
    default: nil
    }
  }

  private static func fits(_ event: ReportedEvent, _ kind: String) -> Bool {
    kind == event.type || kind == "\(event.type) \(event.mode ?? "")"
  }

  private static func day(_ gold: Gold) -> CalendarDate? {
    guard let year = gold.year.flatMap(Double.init), let month = gold.month.flatMap(Double.init),
      let date = gold.date.flatMap(Double.init)
    else { return nil }
    return CalendarDate(year: Int(year), month: Int(month), day: Int(date))
  }

  /// The paragraphs of a page of `<p>` elements, tags and references taken out.
  private static func paragraphs(_ page: String) -> [String] {
    var paragraphs: [String] = []
    var text: [UInt8] = []
    func reference(_ name: ArraySlice<UInt8>) -> String {
      switch String(decoding: name, as: UTF8.self) {
      case "amp": "&"
      case "quot", "ldquo", "rdquo": "\""
      case "apos", "rsquo", "lsquo", "#39": "'"
      case "lt": "<"
      case "gt": ">"
      case "mdash", "ndash": "\u{2014}"
      default: " "
      }
    }
    let bytes = Array(page.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        if !text.allSatisfy({ $0 <= 0x20 }) {
          paragraphs.append(String(decoding: text, as: UTF8.self))
        }
        text = []
        index = end + 1
      case UInt8(ascii: "&"):
        let end = bytes[index...].prefix(9).firstIndex(of: UInt8(ascii: ";"))
        if let end {
          text += reference(bytes[index + 1..<end]).utf8
          index = end + 1
        } else {
          text.append(bytes[index])
          index += 1
        }
      default:
        text.append(bytes[index])
        index += 1
      }
    }
    if !text.allSatisfy({ $0 <= 0x20 }) { paragraphs.append(String(decoding: text, as: UTF8.self)) }
    return paragraphs
  }
}
