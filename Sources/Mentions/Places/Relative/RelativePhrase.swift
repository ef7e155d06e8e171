import Texts

/// Words that say where something is by something else: `30 miles north of Agadez`.
struct RelativePhrase {
  /// What it is measured from; indexes are those of the anchors.
  enum Base: Hashable {
    case place(Int)
    case between(Int, Int)
    /// A border, with the countries named beside it.
    case border([Int])
    /// A coast, with what it is the coast of.
    case coast(Int)
    /// The land of a country, from its border inwards.
    case inland(Int)
    /// Words that no table knows.
    case unknown
  }

  /// How the words place it.
  enum Wording {
    case distance, direction, near, outside, area, between, road, offshore
  }

  let wording: Wording
  let base: Base
  /// Its tokens.
  let tokens: Range<Int>
  /// What it is measured from, as written.
  let from: TextRange
  var distance: SpokenDistance?
  var direction: CompassPoint?
}

/// A distance as said, which is rounded.
struct SpokenDistance: Hashable {
  /// Kilometres.
  let kilometers: Double
  /// Kilometres by which it may be off for being a round number.
  ///
  /// Half of the largest of 1, 5, 10, 50, … units that divides the number (13 km: 0.5, 60 km: 5),
  /// a quarter of the distance at most. From a kilometre up it is half a mile at least, since the
  /// number may have been turned from miles into kilometres or back.
  let rounding: Double

  init(_ number: Double, unit: Double) {
    kilometers = number * unit
    var step = 1.0
    if number != number.rounded() {
      step = 0.1
    } else {
      for next in [5.0, 10, 50, 100, 500, 1_000]
      where number.truncatingRemainder(dividingBy: next) == 0 {
        step = next
      }
    }
    let half = min(step * unit / 2, kilometers / 4)
    rounding = kilometers >= 1 ? max(Self.halfMile, half) : half
  }

  private static let halfMile = 0.805
}

/// One of eight directions.
enum CompassPoint: String {
  case north, south, east, west, northeast, northwest, southeast, southwest

  /// Shares of a distance to the north and to the east.
  var vector: (north: Double, east: Double) {
    switch self {
    case .north: (1, 0)
    case .south: (-1, 0)
    case .east: (0, 1)
    case .west: (0, -1)
    case .northeast: (0.7071, 0.7071)
    case .northwest: (0.7071, -0.7071)
    case .southeast: (-0.7071, 0.7071)
    case .southwest: (-0.7071, -0.7071)
    }
  }

  /// The share of a distance by which a place may lie off a direction of eight: sin 22.5°.
  static let spread = 0.3827
}
