import Texts

/// The small closed sets of words of relative places.
enum RelativeWords {
  /// Kilometres in a unit.
  static let units: [Word: Double] = [
    "km": 1, "kms": 1, "kilometer": 1, "kilometers": 1, "kilometre": 1, "kilometres": 1,
    "mile": 1.609_344, "miles": 1.609_344, "mi": 1.609_344, "meters": 0.001, "metres": 0.001,
    "meter": 0.001, "metre": 0.001, "yards": 0.000_914_4,
  ]

  static let numbers: [Word: Double] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "few": 3, "several": 4, "couple": 2,
  ]

  static let directions: [Word: CompassPoint] = [
    "north": .north, "south": .south, "east": .east, "west": .west, "northeast": .northeast,
    "northwest": .northwest, "southeast": .southeast, "southwest": .southwest,
    "north-east": .northeast, "north-west": .northwest, "south-east": .southeast,
    "south-west": .southwest,
  ]

  /// Words inside an anchor after its name: `the border crossing with Chad`.
  static let inside: Set<Word> = [
    "with", "of", "between", "and", "the", "'s", "its", "crossing", "area", "region", "post",
    "town", "city", "village", "-",
  ]

  /// Common nouns that things are measured from.
  static let landmarks: Set<Word> = [
    "border", "borders", "frontier", "coast", "capital", "city", "town", "village", "line",
    "shore",
  ]

  static let borders: Set<Word> = ["border", "borders", "frontier", "frontiers"]
  /// Words after `border` and `coast` that make them people or matters: `the border guards`.
  static let noGround: Set<Word> = [
    "patrol", "patrols", "guard", "guards", "control", "controls", "security", "force", "forces",
    "police", "policy", "dispute", "disputes", "troops", "agents", "agency", "officials",
    "officers",
    "crisis", "closure", "closures", "trade", "issue", "issues", "clash", "clashes",
  ]
  static let coasts: Set<Word> = ["coast", "coastline", "shore", "shores"]

  /// Words that end an anchor.
  static let stops: Set<Word> = [
    "that", "which", "where", "when", "after", "before", "in", "on", "at", "as", "by", "said",
    "killing", "was", "were", "is", "had", "has",
  ]

  /// Words before a border that say that something is there.
  static let alongBorders: Set<Word> = ["near", "along", "on", "at", "by", "across", "over"]

  static let outskirts: Set<Word> = ["outskirts", "suburb", "suburbs", "edge"]
  static let surroundings: Set<Word> = ["area", "countryside", "vicinity", "surroundings"]
  static let roads: Set<Word> = [
    "road", "highway", "route", "motorway", "railway", "railroad", "track", "roads",
  ]
  /// Words after which `between A and B` is a stretch of land and no matter between governments.
  static let stretches: Set<Word> = [
    "area", "halfway", "midway", "located", "lies", "lying", "somewhere", "village", "town",
    "valley", "desert", "forest", "plain", "crossing", "checkpoint", "bridge", "sea", "strait",
  ]
  static let kinds: Set<Word> = [
    "the", "town", "towns", "city", "cities", "village", "villages", "of", "capital", "port",
    "northern", "southern", "eastern", "western", "central",
  ]
}
