import Mentions
import Texts

extension ReportClaims {
  /// Takes over figures, each under the event that its setting tells.
  ///
  /// Where there is no such event yet the figure's own words become one, at the end of the
  /// events: an assault, actual for the main event, past or cumulative for others.
  mutating func place(_ found: [FoundToll]) {
    var added: [Int: Int] = [:]
    for item in found {
      var toll = item.toll
      let number = toll.event
      switch item.setting {
      case .main:
        let main = mainEvent ?? add(.actual, date: nil, toll)
        mainEvent = main
        toll.event = main
      case .cumulative:
        toll.event = other(toll, .cumulative, date: nil, known: &added[number])
      case .other(let date):
        toll.event = other(toll, .past, date: date, known: &added[number])
      }
      tolls.append(toll)
    }
  }

  /// Puts before the main event's other targets those whose own people it killed or wounded.
  mutating func addBereaved() {
    guard let mainEvent else { return }
    for toll in tolls where toll.event == mainEvent {
      guard toll.kind == .killed || toll.kind == .wounded, toll.low > 0, let side = toll.scope.side,
        !events[mainEvent].perpetrators.contains(side), !events[mainEvent].targets.contains(side)
      else { continue }
      events[mainEvent].targets.insert(side, at: 0)
    }
  }

  /// The event other than the main one that the figure's words tell of, else the one of its
  /// number, else one of its days, else a new one.
  private mutating func other(
    _ toll: Toll, _ realis: Realis, date: DateInterval?, known: inout Int?
  ) -> Int {
    let others = events.indices.filter { $0 != mainEvent && events[$0].type == "ASSAULT" }
    if let told = others.first(where: { index in
      events[index].mentions.contains { $0.overlaps(toll.span) }
    }) {
      return told
    }
    if let known { return known }
    if let date,
      let same = others.first(where: { index in
        events[index].date?.overlaps(date) == true
          && (events[index].realis == .cumulative) == (realis == .cumulative)
      })
    {
      return same
    }
    let new = add(realis, date: date, toll)
    known = new
    return new
  }

  private mutating func add(_ realis: Realis, date: DateInterval?, _ toll: Toll) -> Int {
    events.append(
      ReportedEvent(
        type: "ASSAULT", mode: nil, date: date, places: [], perpetrators: [], targets: [],
        weapons: [], realis: realis, mentions: [toll.span]))
    return events.count - 1
  }

  /// Points claims at the figures and events that stand in their contents.
  mutating func linkClaims() {
    for index in claims.indices {
      let content = claims[index].content
      claims[index].aboutTolls = tolls.indices.filter { toll in
        content.contains { $0.overlaps(tolls[toll].span) }
      }
      claims[index].aboutEvents = events.indices.filter { event in
        events[event].mentions.contains { mention in content.contains { $0.contains(mention) } }
      }
    }
  }
}
