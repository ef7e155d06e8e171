import Linguistics
import Texts

/// Finds places given by distance or nearness: `13 km from the border`, `30 miles north of X`.
struct RelativePlaces {
  let reading: Reading

  /// Relative places, with coordinates where the anchor is resolved and a direction is given.
  func relativePlaces(to anchors: [ResolvedPlace]) -> [(place: PlaceEntity, range: TextRange)] {
    var found: [(place: PlaceEntity, range: TextRange)] = []
    for sentence in reading.sentences {
      for index in sentence.tokens {
        if let item = distance(at: index, in: sentence.tokens, anchors) { found.append(item) }
      }
    }
    return found
  }

  private func distance(
    at index: Int, in sentence: Range<Int>, _ anchors: [ResolvedPlace]
  ) -> (place: PlaceEntity, range: TextRange)? {
    let token = reading.tokens[index]
    guard token.shape.contains(.digits) || Self.numbers[token.word] != nil,
      let (number, unitIndex) = number(at: index, in: sentence),
      unitIndex < sentence.upperBound,
      let factor = Self.units[reading.tokens[unitIndex].word]
    else { return nil }
    var next = unitIndex + 1
    // "40 kilometres (25 miles) southwest of"
    if next < sentence.upperBound, reading.tokens[next].word == "(" {
      while next < sentence.upperBound, reading.tokens[next].word != ")" { next += 1 }
      next += 1
    }
    if next < sentence.upperBound, reading.tokens[next].word == "away" { next += 1 }
    if next < sentence.upperBound, reading.tokens[next].word == "to" { next += 1 }
    if next < sentence.upperBound, reading.tokens[next].word == "the",
      next + 1 < sentence.upperBound, Self.directions[reading.tokens[next + 1].word] != nil
    {
      next += 1
    }
    var direction: String?
    if next < sentence.upperBound, let named = Self.directions[reading.tokens[next].word] {
      direction = named
      next += 1
      // "north - west", "north-west" split in three.
      if next + 1 < sentence.upperBound, reading.tokens[next].word == "-",
        let second = Self.directions[reading.tokens[next + 1].word]
      {
        // Of sixteen points the nearer of the eight: "north-northeast" is northeast.
        direction = second.utf8.count > 5 ? second : named + second
        next += 2
      }
    }
    guard next < sentence.upperBound,
      ["of", "from", "outside"].contains(reading.tokens[next].word)
        || (direction != nil && reading.tokens[next].word == "the")
    else { return nil }
    let anchorStart = next + 1
    guard let anchorEnd = anchorEnd(from: anchorStart, in: sentence) else { return nil }
    let kilometers = number * factor
    let from = reading.range(ofTokens: anchorStart..<anchorEnd)
    let anchor = anchors.last { from.contains($0.range) }
    var place = PlaceEntity(
      name: reading.text[reading.range(ofTokens: index..<anchorEnd)],
      country: anchor?.place.country, admin1: nil, precision: .relative,
      radiusMeters: (max(1, kilometers * 0.1) * 1000).rounded(),
      relation: PlaceEntity.Relation(
        distanceKm: kilometers, direction: direction, from: reading.text[from]))
    if let anchor = anchor?.place, let latitude = anchor.latitude,
      let longitude = anchor.longitude, anchor.precision == .town
    {
      let (north, east) = Self.vector(direction)
      // Without a direction the anchor itself is the middle of the ring.
      place.latitude = latitude + north * kilometers / 111.195
      place.longitude = longitude + east * kilometers / (111.195 * max(0.2, Globe.cosine(latitude)))
      if direction == nil { place.radiusMeters = kilometers * 1000 }
    }
    return (place, reading.range(ofTokens: index..<anchorEnd))
  }

  private func number(at index: Int, in sentence: Range<Int>) -> (Double, Int)? {
    let token = reading.tokens[index]
    if let value = Self.numbers[token.word] { return (value, index + 1) }
    var value = 0.0
    var scale = 0.0
    for byte in reading.text.bytes[token.start..<token.end] {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        if scale > 0 { scale *= 10 }
      case 0x2E: scale = 1
      case 0x2C: continue
      default: return nil
      }
    }
    return (scale > 1 ? value / scale : value, index + 1)
  }

  /// One past the noun phrase that begins at `start`: to a comma, verb or the like; a bracket or
  /// a third preposition ends it.
  private func anchorEnd(from start: Int, in sentence: Range<Int>) -> Int? {
    var end = start
    var isNamed = false
    let limit = min(sentence.upperBound, start + 9)
    while end < limit {
      let token = reading.tokens[end]
      if token.isPunctuation && !(token.word == "-" || token.word == "'") { break }
      if isNamed && !token.isCapitalized && !Self.inside.contains(token.word)
        && token.shape.contains(.spaceBefore)
      {
        break
      }
      if Self.stops.contains(token.word) { break }
      if token.isCapitalized || Self.lines.contains(token.word) { isNamed = true }
      end += 1
    }
    while end > start, Self.inside.contains(reading.tokens[end - 1].word) { end -= 1 }
    return isNamed && end > start ? end : nil
  }

  private static func vector(_ direction: String?) -> (north: Double, east: Double) {
    switch direction {
    case "north": (1, 0)
    case "south": (-1, 0)
    case "east": (0, 1)
    case "west": (0, -1)
    case "northeast": (0.7071, 0.7071)
    case "northwest": (0.7071, -0.7071)
    case "southeast": (-0.7071, 0.7071)
    case "southwest": (-0.7071, -0.7071)
    default: (0, 0)
    }
  }

  private static let units: [Word: Double] = [
    "km": 1, "kms": 1, "kilometer": 1, "kilometers": 1, "kilometre": 1, "kilometres": 1,
    "mile": 1.609, "miles": 1.609, "mi": 1.609, "meters": 0.001, "metres": 0.001,
    "yards": 0.000_914,
  ]

  private static let numbers: [Word: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60,
  ]

  private static let directions: [Word: String] = [
    "north": "north", "south": "south", "east": "east", "west": "west",
    "northeast": "northeast", "northwest": "northwest", "southeast": "southeast",
    "southwest": "southwest", "north-east": "northeast", "north-west": "northwest",
    "south-east": "southeast", "south-west": "southwest",
  ]

  /// Words inside an anchor after its name: `the border with Chad`.
  private static let inside: Set<Word> = ["with", "of", "between", "and", "the", "'s"]
  private static let lines: Set<Word> = [
    "border", "frontier", "coast", "capital", "city", "town", "village", "line",
  ]
  private static let stops: Set<Word> = [
    "that", "which", "where", "when", "after", "before", "in", "on", "at", "as", "by", "said",
    "killing", "was", "were", "is", "had", "has",
  ]
}
