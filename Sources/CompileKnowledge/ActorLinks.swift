import Knowledge
import Platform
import Texts

/// A membership in the project's own lists that cannot be read.
struct ActorLinkError: Error, CustomStringConvertible {
  let description: String
}

/// Memberships of states in bodies: the project's own with dates, and The World Factbook's.
struct ActorLinks {
  private(set) var links: [ActorTableWriter.Link] = []
  private var bodies: [String: String] = [:]
  private var known: Set<String> = []

  /// Rows `member`, country codes (|), key of the body, first day, last day; and `code`, the
  /// factbook's short name of a body, its key.
  init(extra: [UInt8]) throws {
    for row in TSV(extra).rows {
      switch row[0] {
      case "code" where row.count >= 3: bodies[row[1]] = row[2]
      case "member" where row.count >= 5:
        let dates = row[3].isEmpty && row[4].isEmpty ? "" : "@\(row[3])..\(row[4])"
        for country in row[1].split(separator: "|") {
          let link = try Self.link(
            of: country + "/government", to: row[2] + dates, relation: .member)
          links.append(link)
          known.insert(link.member + " " + link.owner)
        }
      default:
        throw ActorLinkError(description: "memberships-extra.tsv: no such row: \(row[0])")
      }
    }
  }

  /// A membership as the lists write it: `nato`, `au@2017-01-30..`, `ecowas@1975-05..2000`.
  static func link(
    of member: String, to field: String, relation: Membership.Relation
  ) throws -> ActorTableWriter.Link {
    let parts = field.split(separator: "@", maxSplits: 1).map(String.init)
    var link = ActorTableWriter.Link(member: member, owner: parts[0], relation: relation)
    guard parts.count == 2 else { return link }
    let dates = parts[1].split(separator: "..", omittingEmptySubsequences: false)
    guard dates.count == 2 else {
      throw ActorLinkError(description: "\(member): \(field) has no two dates")
    }
    link.from = try date(dates[0], isLast: false, of: field)
    link.until = try date(dates[1], isLast: true, of: field)
    return link
  }

  /// A day, or the first or last day of a month or year; nil for nothing.
  private static func date(
    _ text: Substring, isLast: Bool, of field: String
  ) throws -> CalendarDate? {
    if text.isEmpty { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let month = parts.count > 1 ? parts[1] : isLast ? 12 : 1
    let day =
      parts.count > 2
      ? parts[2]
      : isLast && (1...12).contains(month)
        ? CalendarDate.length(ofMonth: month, year: parts.first ?? 0) : 1
    guard (1...3).contains(parts.count),
      let date = CalendarDate(year: parts[0], month: month, day: day)
    else { throw ActorLinkError(description: "\(field): \(text) is no date") }
    return date
  }

  /// Adds the bodies in which the factbook's page has a country take part in full: observers and
  /// suspended members, told in brackets, are left out, and so are members with dates of ours.
  mutating func add(page: [UInt8], country: String, list: ActorList) {
    guard let page = try? valueFromJSON(FactbookBodies.self, page) else { return }
    for name in page.names {
      guard let body = bodies[name] ?? list.body(named: name) else { continue }
      let member = country + "/government"
      guard known.insert(member + " " + body).inserted else { continue }
      links.append(
        ActorTableWriter.Link(
          member: member, owner: body, relation: .member, origin: .factbook))
    }
  }
}

/// The international bodies on a page of The World Factbook.
private struct FactbookBodies: Decodable {
  struct Government: Decodable {
    var participation: Entry?
    enum CodingKeys: String, CodingKey {
      case participation = "International organization participation"
    }
  }
  struct Entry: Decodable { var text: String? }
  var government: Government?
  enum CodingKeys: String, CodingKey { case government = "Government" }

  /// Short names without a remark in brackets.
  var names: [String] {
    (government?.participation?.text ?? "").split(separator: ",").compactMap { name in
      name.utf8.contains(0x28) ? nil : Table.trimmed(name)
    }
  }
}
