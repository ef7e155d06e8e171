import Claims
import Comparison
import Mentions
import Reports
import TextReuse
import Texts

// What only the reports together give: actors, places, events, origins, points, ranges.
extension DossierBuilder {
  func actors() -> [Dossier.Actor] {
    synopsis.actors.actors.enumerated().map { index, actor in
      let mentions = actor.members.flatMap { member in
        synopsis.accounts[member.report].mentions.actorMentions
          .filter { $0.entity == member.index }
          .map { citation($0.range, in: member.report) }
      }
      return Dossier.Actor(
        id: actorID(index), name: actor.name, aliases: actor.aliases, kind: actor.kind.rawValue,
        country: actor.country, memberOf: unique(actor.memberOf.map { actorID($0) }),
        wikidata: nil, mentions: mentions)
    }
  }

  func places() -> [Dossier.Place] {
    synopsis.places.places.enumerated().map { index, joined in
      let place = joined.place
      let mentions = joined.members.flatMap { member in
        synopsis.accounts[member.report].mentions.placeMentions
          .filter { $0.entity == member.index }
          .map { citation($0.range, in: member.report) }
      }
      return Dossier.Place(
        id: placeID(index), name: place.name, country: place.country, admin1: place.admin1,
        latitude: rounded(place.latitude), longitude: rounded(place.longitude),
        geonames: place.geonames, precision: place.precision.rawValue,
        radiusMeters: rounded(place.radiusMeters),
        relation: place.relation.map {
          Dossier.PlaceRelation(
            distanceKm: rounded($0.distanceKm), direction: $0.direction, from: $0.from)
        },
        mentions: mentions)
    }
  }

  func events() -> [Dossier.Event] {
    synopsis.events.events.enumerated().map { index, event in
      var seen: Set<Int> = []
      let places = event.places.compactMap { item -> Dossier.EventPlace? in
        let joined = synopsis.places.index[item.report][item.index]
        guard seen.insert(joined).inserted else { return nil }
        let place = synopsis.places.places[joined].place
        return Dossier.EventPlace(
          place: placeID(joined), name: place.name, country: place.country,
          latitude: rounded(place.latitude), longitude: rounded(place.longitude),
          role: role(of: place), precision: place.precision.rawValue)
      }
      let told = event.members.map { member in
        (member.report, synopsis.accounts[member.report].claims.events[member.index])
      }
      return Dossier.Event(
        id: eventID(index), type: event.type, mode: event.mode, date: event.date.map(dateRange),
        places: places,
        perpetrators: unique(event.perpetrators.map { actorID($0.index, in: $0.report) }),
        targets: unique(event.targets.map { actorID($0.index, in: $0.report) }),
        weapons: told.flatMap { report, event in
          event.weapons.map { citation($0, in: report) }
        },
        realis: event.realis.rawValue, relation: event.relation.rawValue,
        mentions: told.flatMap { report, event in
          event.mentions.map { citation($0, in: report) }
        })
    }
  }

  private func role(of place: PlaceEntity) -> String {
    switch place.precision {
    case .province, .country, .district: "admin"
    case .vicinity, .relative: "vicinity"
    case .site, .town, .unresolved: "target"
    }
  }

  private func dateRange(_ interval: DateInterval) -> Dossier.DateRange {
    Dossier.DateRange(
      earliest: interval.earliest.description, latest: interval.latest.description,
      precision: interval.precision.rawValue)
  }

  func origins() -> [Dossier.Origin] {
    synopsis.origins.origins.enumerated().map { index, origin in
      Dossier.Origin(
        id: originID(index), name: origin.name, kind: origin.kind.rawValue,
        reports: origin.reports.map { reportID($0) }, claims: origin.claims.map { claimID($0) },
        basis: origin.basis.rawValue)
    }
  }

  func points() -> [Dossier.Point] {
    synopsis.points.enumerated().map { index, point in
      Dossier.Point(
        id: "q\(index + 1)", slot: point.slot.rawValue, relation: point.relation.rawValue,
        subject: point.subject,
        values: point.values.map { value in
          Dossier.PointValue(
            value: value.value, low: value.low, high: value.high,
            reports: value.reports.map { reportID($0) },
            claimants: value.claimants.map { actorID($0) },
            claims: value.claims.map { claimID($0) }, tolls: value.tolls.map { tollID($0) },
            origins: value.origins.map { originID($0) },
            evidence: value.evidence.map { citation($0) })
        },
        reason: point.reason)
    }
  }

  func ranges() -> [Dossier.DerivedRange] {
    synopsis.ranges.map { range in
      Dossier.DerivedRange(
        slot: range.kind.rawValue, category: range.category.rawValue,
        scope: range.side.map { "of \(synopsis.actors.actors[$0].name)" },
        standard: range.standard, low: range.low, best: range.best, high: range.high,
        derivation: range.derivation.map { step in
          Dossier.Step(rule: step.rule, from: step.tolls.map { tollID($0) }, what: step.what)
        })
    }
  }

  /// Every dated event, earliest first; the main event before others of its day.
  func timeline() -> [Dossier.Moment] {
    let dated = synopsis.events.events.enumerated().compactMap { index, event in
      event.date.map { (index, event, $0) }
    }
    return dated.sorted { a, b in
      (a.2.earliest, a.2.latest, a.0) < (b.2.earliest, b.2.latest, b.0)
    }.map { index, event, interval in
      let evidence = event.members.compactMap { member -> Dossier.Citation? in
        let told = synopsis.accounts[member.report].claims.events[member.index]
        return told.mentions.first.map { citation($0, in: member.report) }
      }
      let mode = event.mode.map { ", \($0)" } ?? ""
      return Dossier.Moment(
        date: dateRange(interval),
        what: "\(event.type)\(mode): \(evidence.first?.text ?? "")", event: eventID(index),
        claim: nil, reports: unique(event.members.map { reportID($0.report) }),
        evidence: evidence)
    }
  }
}
