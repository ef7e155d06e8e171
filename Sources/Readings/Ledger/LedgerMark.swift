import Claims
import Texts

/// What kind of entry of a ledger is meant.
enum LedgerKind: String, CaseIterable {
  case claim, toll, event

  /// The heading of a list of them.
  var heading: String {
    switch self {
    case .claim: "Claims"
    case .toll: "Tolls"
    case .event: "Events"
    }
  }

  /// The id by which one is referred to: `claim1` for the first.
  func id(_ index: Int) -> String { "\(rawValue)\(index + 1)" }
}

/// Words on which an entry of a ledger rests.
struct LedgerMark {
  let range: TextRange
  let kind: LedgerKind
  /// Which one, among those of its kind.
  let index: Int

  var id: String { kind.id(index) }
}

extension Claim {
  /// Ids of all that the content speaks of: figures, claims, events.
  var about: [String] {
    aboutTolls.map(LedgerKind.toll.id) + aboutClaims.map(LedgerKind.claim.id)
      + aboutEvents.map(LedgerKind.event.id)
  }
}

extension ReportClaims {
  /// `main` for the event that the report is about, `cause` for the reason of another.
  func relation(ofEvent index: Int) -> String? {
    if index == mainEvent { return "main" }
    return events[index].isCause ? "cause" : nil
  }

  /// The number of entries of a kind.
  func count(of kind: LedgerKind) -> Int {
    switch kind {
    case .claim: claims.count
    case .toll: tolls.count
    case .event: events.count
    }
  }

  /// The words of figures and the words that tell of events, in order; of equal ranges figures
  /// first.
  ///
  /// Claims have none: their contents hold whole sentences.
  var marks: [LedgerMark] {
    var marks = tolls.enumerated().map { LedgerMark(range: $1.span, kind: .toll, index: $0) }
    for (index, event) in events.enumerated() {
      marks += event.mentions.map { LedgerMark(range: $0, kind: .event, index: index) }
    }
    return marks.enumerated().sorted { a, b in
      (a.element.range.start, b.element.range.end, a.offset)
        < (b.element.range.start, a.element.range.end, b.offset)
    }.map(\.element)
  }
}
