import Dossiers
import Mentions
import Texts

/// What is known of the things that a report speaks of, in words for a person.
struct MentionFacts {
  private let text: SourceText
  private let known: KnownMentions
  private var mentions: ReportMentions { known.mentions }

  init(_ known: KnownMentions, in text: SourceText) {
    self.known = known
    self.text = text
  }

  /// What something is called.
  func name(_ kind: MentionKind, _ index: Int) -> String {
    switch kind {
    case .actor: Plain.line(mentions.actors[index].name)
    case .place: Plain.line(mentions.places[index].name)
    case .time: Plain.line(text[mentions.times[index].range])
    case .quantity: Plain.line(text[mentions.quantities[index].range])
    }
  }

  /// What is known of it, most telling first.
  func facts(_ kind: MentionKind, _ index: Int) -> [String] {
    switch kind {
    case .actor: facts(mentions.actors[index], memberships: known.memberships[index])
    case .place: facts(mentions.places[index])
    case .time: facts(mentions.times[index])
    case .quantity: facts(mentions.quantities[index])
    }
  }

  private func facts(_ actor: ActorEntity, memberships: [KnownMembership]) -> [String] {
    var facts = [actor.kind.rawValue]
    if let country = actor.country { facts.append(country) }
    if let owner = actor.memberOf {
      facts.append("of \(MentionKind.actor.id(owner)) \(name(.actor, owner))")
    }
    // A state takes part in dozens of bodies; the JSON form lists them.
    let bodies = memberships.count { $0.relation == "member" }
    facts += memberships.filter { $0.relation != "member" }.map(Self.words)
    if bodies > 0 { facts.append("member of \(bodies) \(bodies == 1 ? "body" : "bodies")") }
    return facts
  }

  private static func words(_ membership: KnownMembership) -> String {
    let verb =
      switch membership.relation {
      case "joined": "joined"
      case "alliance": "allied in"
      case "faction": "faction of"
      case "service": "serving"
      default: "part of"
      }
    var words = "\(verb) \(Plain.line(membership.owner))"
    if let from = membership.from { words += " from \(from)" }
    if let until = membership.until { words += " until \(until)" }
    return words
  }

  private func facts(_ place: PlaceEntity) -> [String] {
    var facts = [place.precision.rawValue]
    let area = [place.admin1, place.country].compactMap(\.self)
    if !area.isEmpty { facts.append(area.map(Plain.line).joined(separator: ", ")) }
    if let latitude = place.latitude, let longitude = place.longitude {
      let radius = place.radiusMeters.map { " within \(Self.decimal($0 / 1000, places: 1)) km" }
      facts.append(
        "\(Self.decimal(latitude, places: 4)), \(Self.decimal(longitude, places: 4))"
          + (radius ?? ""))
    }
    if let relation = place.relation {
      facts.append(Self.words(relation))
    }
    if let id = place.geonames { facts.append("GeoNames \(id)") }
    return facts
  }

  private static func words(_ relation: PlaceEntity.Relation) -> String {
    let from = Plain.line(relation.from)
    let distance = relation.distanceKm.map { "\(decimal($0, places: 1)) km" }
    guard let direction = relation.direction else {
      return distance.map { "\($0) from \(from)" } ?? "near \(from)"
    }
    return [distance, direction, "of", from].compactMap(\.self).joined(separator: " ")
  }

  private func facts(_ time: TimeMention) -> [String] {
    var facts = [time.kind.rawValue]
    if let interval = time.interval {
      facts.append(
        interval.earliest == interval.latest
          ? "\(interval.earliest)" : "\(interval.earliest) to \(interval.latest)")
      if interval.precision != .unknown {
        facts.append("to the \(interval.precision.rawValue)")
      }
    } else if time.kind == .date {
      facts.append("day unknown")
    }
    if let value = time.value { facts.append("TIMEX3 \(Plain.line(value))") }
    return facts
  }

  private func facts(_ quantity: Quantity) -> [String] {
    var facts: [String] = []
    let bounds = quantity.bounds
    if let high = bounds.high {
      facts.append(high == bounds.low ? "\(high)" : "\(bounds.low) to \(high)")
    } else {
      facts.append("\(bounds.low) or more")
    }
    if let measure = quantity.measure {
      let low = Self.decimal(measure.low, places: 1)
      let high = measure.high.map { Self.decimal($0, places: 1) }
      let size = high.map { $0 == low ? low : "\(low) to \($0)" } ?? "\(low) or more"
      facts.append("\(size) \(measure.dimension.rawValue)")
    }
    if bounds.isSoft { facts.append("about") }
    if quantity.isAdditional { facts.append("additional") }
    if quantity.isArticle { facts.append("an article or \u{201C}one\u{201D}") }
    return facts
  }

  /// A number to some decimal places, without zeros at its end.
  static func decimal(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (value * scale).rounded()
    guard scaled.magnitude < 1e15 else { return "\(value)" }
    let whole = Int(scaled.magnitude)
    var fraction = "\(whole % Int(scale))"
    fraction = String(repeating: "0", count: max(0, places - fraction.utf8.count)) + fraction
    while fraction.utf8.last == 0x30 { fraction.removeLast() }
    let sign = scaled < 0 ? "-" : ""
    return "\(sign)\(whole / Int(scale))" + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
