import Claims
import Pipeline
import Texts

/// How well figures of marked reports are told apart: the main event's, and all others.
struct FigureTally: Encodable, Equatable {
  var reports = 0
  /// Marked figures of the main event.
  var main = 0
  /// Those found with kind, number and event.
  var mainRight = 0
  /// Those found and given to another event.
  var mainSetApart = 0
  /// Marked figures of other events and running totals.
  var background = 0
  /// Those found with kind and number and kept from the main event.
  var backgroundRight = 0
  /// Figures in words of background that were given to the main event.
  var reachedMain = 0
  /// Figures without a mark that were given to the main event.
  var inventedMain = 0
  /// Figures without a mark that were given to other events.
  var inventedApart = 0
  /// Claims in reports where nobody says anything.
  var inventedClaims = 0

  /// One way in which a report came out otherwise than marked.
  struct Fault: Equatable {
    var what: String
    var words: String
  }

  /// Scores one report; returns what differs.
  mutating func add(_ report: MarkedReport, _ stages: Stages) -> [Fault] {
    let result = stages.result(
      for: report.text, title: report.title, paragraphs: report.paragraphs,
      published: report.published)
    reports += 1
    var faults: [Fault] = []
    func note(_ what: String, _ range: TextRange) {
      faults.append(Fault(what: what, words: report.text[range]))
    }
    if report.isQuiet {
      inventedClaims += result.claims.claims.count
      for claim in result.claims.claims {
        note("invented claim", claim.content.first ?? TextRange(0, 0))
      }
    }
    let tolls = result.claims.tolls
    let isMain = tolls.map { $0.event == result.claims.mainEvent }
    var left = Set(tolls.indices)
    for figure in report.figures {
      let wantsMain = figure.setting == .main
      let fitting = left.filter { Self.fits(tolls[$0], figure) }
      // Of two figures alike the one that is the main event's as marked comes first.
      let hit = fitting.min {
        (isMain[$0] == wantsMain ? 0 : 1, $0) < (isMain[$1] == wantsMain ? 0 : 1, $1)
      }
      if let hit { left.remove(hit) }
      let label = "\(figure.kind) \(figure.low)"
      if wantsMain {
        main += 1
        switch hit.map({ isMain[$0] }) {
        case true?: mainRight += 1
        case false?:
          mainSetApart += 1
          note("set apart: \(label)", figure.range)
        case nil: note("missed: \(label)", figure.range)
        }
      } else {
        background += 1
        switch hit.map({ isMain[$0] }) {
        case true?:
          reachedMain += 1
          note("reached main: \(label)", figure.range)
        case false?: backgroundRight += 1
        case nil: note("missed background: \(label)", figure.range)
        }
      }
    }
    for index in left.sorted() {
      let toll = tolls[index]
      let label = "\(toll.kind.rawValue) \(toll.low)"
      let isBackground = report.figures.contains {
        $0.setting != .main && $0.range.overlaps(toll.span)
      }
      switch (isMain[index], isBackground) {
      case (true, true):
        reachedMain += 1
        note("reached main: \(label)", toll.span)
      case (true, false):
        inventedMain += 1
        note("invented: \(label)", toll.span)
      case (false, _):
        inventedApart += 1
        note("invented apart: \(label)", toll.span)
      }
    }
    return faults
  }

  private static func fits(_ toll: Toll, _ figure: MarkedReport.Figure) -> Bool {
    toll.kind.rawValue == figure.kind && toll.low == figure.low && toll.high == figure.high
      && toll.span.overlaps(figure.range)
  }
}
