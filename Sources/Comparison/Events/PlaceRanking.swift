import Claims
import Mentions

/// Ranks the places that several reports give for one event.
struct PlaceRanking {
  let accounts: [ReportAccount]
  let places: PlaceJoin

  private struct Candidate {
    let item: ReportItem
    var score: Double
    let width: Int
    let order: Int
  }

  /// One place of a report for each joined place: specific before wide, places of many
  /// reports before those of few, then by their rank within the reports.
  func places(of group: [ReportItem]) -> [ReportItem] {
    var candidates: [Int: Candidate] = [:]
    for member in group {
      let event = accounts[member.report].claims.events[member.index]
      var ranks = [0, 0, 0]
      for place in event.places {
        let entity = accounts[member.report].mentions.places[place]
        let width = Self.width(of: entity)
        let score = 1 / (1 + 0.5 * Double(ranks[width]))
        ranks[width] += 1
        let joined = places.index[member.report][place]
        if candidates[joined] != nil {
          candidates[joined]?.score += score
        } else {
          candidates[joined] = Candidate(
            item: ReportItem(report: member.report, index: place), score: score,
            width: width, order: joined)
        }
      }
    }
    // A town that one report of many names, where others agree on something else, is left out.
    let top = candidates.values.map(\.score).max() ?? 0
    return candidates.values.filter { $0.width > 0 || $0.score >= top * 0.3 }.sorted { a, b in
      (a.width, -a.score, a.order) < (b.width, -b.score, b.order)
    }.map(\.item)
  }

  private static func width(of place: PlaceEntity) -> Int {
    switch place.precision {
    case .site, .town: 0
    case .vicinity, .relative: place.isNarrow ? 0 : 1
    case .district, .province, .unresolved: 1
    case .country: 2
    }
  }
}
