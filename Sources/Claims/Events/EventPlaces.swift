import Knowledge
import Linguistics
import Mentions
import Texts

/// Finds where an event happened from the places named near its triggers.
struct EventPlaces {
  let reading: Reading
  let units: Units
  let mentions: ReportMentions
  let weights: EventWeights
  let triggers: [Trigger]

  /// Places of an event, most specific first, the likeliest of each kind first.
  ///
  /// - Parameters:
  ///   - event: its triggers.
  ///   - isMain: the report is about it, so that places far from its triggers count a little.
  /// - Returns: indexes into the mentions' places.
  func places(of event: [Trigger], isMain: Bool) -> [Int] {
    let scores = scores(of: event, isMain: isMain)
    let country = country(by: scores)
    var ranked: [[(place: Int, score: Double)]] = [[], [], []]
    for (place, score) in scores.enumerated() where score > 0 {
      let entity = mentions.places[place]
      let isElsewhere = country != nil && entity.country != nil && entity.country != country
      ranked[rank(of: entity)].append((place, isElsewhere ? score * 0.3 : score))
    }
    let top = ranked.joined().map(\.score).max() ?? 0
    var places: [Int] = []
    for (rank, limit) in [(0, 3), (1, 2), (2, 1)] {
      let sorted = ranked[rank].sorted { ($1.score, $0.place) < ($0.score, $1.place) }
      let best = sorted.first?.score ?? 0
      // A town named in passing is not where a thing happened that is told of a province.
      let least = max(best * 0.45, top * (rank == 0 ? 0.2 : 0.15))
      places += sorted.prefix { $0.score >= least }.prefix(limit).map(\.place)
    }
    return places
  }

  private func rank(of place: PlaceEntity) -> Int {
    switch place.precision {
    case .site, .town: 0
    case .vicinity, .relative: place.isNarrow ? 0 : 1
    case .district, .province: 1
    case .unresolved: place.latitude == nil ? 1 : 0
    case .country: 2
    }
  }

  private func country(by scores: [Double]) -> String? {
    var sums: [String: Double] = [:]
    for (place, score) in scores.enumerated() {
      guard let country = mentions.places[place].country else { continue }
      sums[country, default: 0] += score
    }
    return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func scores(of event: [Trigger], isMain: Bool) -> [Double] {
    var scores = [Double](repeating: 0, count: mentions.places.count)
    let told = Set(event.map(\.sentence))
    // Where a report was filed is not where a thing happened.
    for mention in mentions.placeMentions where !mention.isDateline {
      let tokens = reading.tokens(in: mention.range)
      guard !tokens.isEmpty else { continue }
      let sentence = reading.sentence(ofToken: tokens.lowerBound)
      let span = units.units(ofTokens: tokens)
      guard !span.isEmpty else { continue }
      var weight = weights[sentence]
      if told.contains(sentence) {
        weight *= nearness(of: span, in: sentence, to: event)
      } else if isMain {
        weight *= triggers.contains { $0.sentence == sentence } ? 0.1 : 0.25
      } else {
        continue
      }
      weight *= wording(of: mention, span, sentence)
      if let actor = mentions.actor(at: mention.range), isAct(actor) { weight *= 0.35 }
      scores[mention.entity] += weight
    }
    return scores
  }

  /// What the words around a place make of it.
  ///
  /// Up to 25 km from a town an event counts as the town's, as UCDP and ACLED code it (their second
  /// precision); farther off, the town is only what the place is measured from. A whole border or
  /// coast is hardly a place.
  private func wording(of mention: PlaceMention, _ span: Range<Int>, _ sentence: Int) -> Double {
    let place = mentions.places[mention.entity]
    if place.relation != nil {
      guard let away = distance(from: mention) else { return place.isNarrow ? 1.5 : 0.5 }
      return away > Self.nearTown ? 1.5 : place.precision == .vicinity ? 0 : 0.8
    }
    let own = grammar(before: span, sentence: sentence)
    for other in mentions.placeMentions
    where other.entity != mention.entity && other.range.contains(mention.range) {
      guard let away = kilometers(other.entity, mention.entity) else { continue }
      return away > Self.nearTown ? own * 0.3 : 1.5
    }
    return own
  }

  private static let nearTown = 25.0

  /// Kilometres from a place to the nearest town that its words name; nil without one.
  private func distance(from mention: PlaceMention) -> Double? {
    mentions.placeMentions.filter { other in
      mention.range.contains(other.range) && mentions.places[other.entity].relation == nil
        && mentions.places[other.entity].precision == .town
    }.compactMap { kilometers(mention.entity, $0.entity) }.min()
  }

  private func kilometers(_ relative: Int, _ other: Int) -> Double? {
    guard mentions.places[relative].relation != nil, let a = mentions.places[relative].point,
      let b = mentions.places[other].point
    else { return nil }
    return Globe.kilometers(from: a, to: b)
  }

  /// Whether a place name inside an actor's name stands for the actor.
  private func isAct(_ actor: Int) -> Bool { mentions.actors[actor].kind != .unnamed }

  /// 1 when an event's own trigger is the nearest of the sentence, less when another is.
  private func nearness(of span: Range<Int>, in sentence: Int, to event: [Trigger]) -> Double {
    func distance(_ trigger: Trigger) -> Int {
      span.lowerBound >= trigger.units.upperBound
        ? span.lowerBound - trigger.units.upperBound : trigger.units.lowerBound - span.upperBound
    }
    let own = event.filter { $0.sentence == sentence }.map(distance).min() ?? Int.max
    let other = triggers.filter { trigger in
      trigger.sentence == sentence && !event.contains { $0.range == trigger.range }
    }.map(distance).min()
    guard let other, other < own else { return 1 }
    return 0.5
  }

  private func grammar(before span: Range<Int>, sentence: Int) -> Double {
    let bounds = units.units(ofTokens: reading.sentences[sentence].tokens)
    var position = span.lowerBound - 1
    var steps = 0
    while position >= bounds.lowerBound, steps < 5 {
      let word = units.words[position]
      switch word {
      case "city", "town", "village", "province", "district", "region", "area", "neighborhood",
        "neighbourhood", "suburb", "governorate", "settlement", "hamlet", "camp", "capital":
        return 1.6
      case "from", "to", "with", "between", "and", "by", "against": return 0.7
      case ",":
        // `Jos, Nigeria`: the second name goes with the first.
        return 1
      default: break
      }
      if Grammar.isPlacePreposition(word) { return 1.5 }
      if Grammar.isClauseMark(word) || Grammar.isConjunction(word) { break }
      if word == "of" { return steps == 0 ? 1.1 : 0.8 }
      position -= 1
      steps += 1
    }
    return 0.6
  }
}
