import ArgumentParser
import Foundation

/// Reports of one event by several outlets, of which nobody knows who took what from whom.
struct EventCluster {
  struct Report {
    let id: String
    let outlet: String
    let text: String
  }

  let name: String
  let reports: [Report]

  /// The clusters of a file: JSON lines with `id`, `event`, `text`, or one array of clusters with
  /// `articles` that have `text` and `ext_url`.
  static func clusters(of path: String) throws -> [EventCluster] {
    path.hasSuffix(".jsonl") ? try events(of: path) : try cited(by: path)
  }

  private struct Line: Decodable {
    let id: String
    let event: String
    let text: String
  }

  private static func events(of path: String) throws -> [EventCluster] {
    let lines: [Line] = try storyLines(of: path)
    var order: [String] = []
    var members: [String: [Report]] = [:]
    for line in lines {
      if members[line.event] == nil { order.append(line.event) }
      members[line.event, default: []].append(
        Report(id: line.id, outlet: line.id, text: line.text))
    }
    return order.map { EventCluster(name: $0, reports: members[$0] ?? []) }
  }

  private struct Page: Decodable {
    struct Article: Decodable {
      let text: String
      let ext_url: String
    }
    let articles: [Article]
  }

  /// Shorter texts are pages that could not be read.
  private static let leastCharacters = 300

  private static func cited(by path: String) throws -> [EventCluster] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let pages: [Page]
    do {
      pages = try JSONDecoder().decode([Page].self, from: data)
    } catch {
      throw ValidationError("\(path) is no array of clusters with articles: \(error)")
    }
    return pages.enumerated().map { number, page in
      var seen: Set<String> = []
      let reports = page.articles.filter {
        $0.text.count >= leastCharacters && seen.insert($0.ext_url).inserted
      }
      return EventCluster(
        name: "\(path) \(number)",
        reports: reports.map { Report(id: $0.ext_url, outlet: host($0.ext_url), text: $0.text) })
    }
  }

  private static func host(_ address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: true)
    return parts.count > 1 ? String(parts[1]) : address
  }
}
