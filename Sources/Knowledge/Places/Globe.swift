/// A point on the globe.
public struct GeoPoint: Hashable, Sendable {
  /// Degrees north, -90 to 90.
  public let latitude: Double
  /// Degrees east, -180 to 180.
  public let longitude: Double

  /// Creates a point.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// Distances and directions on a sphere of 6,371 km, without a library of mathematics.
public enum Globe {
  /// Kilometres in a degree of latitude.
  public static let degree = 111.195

  /// Kilometres between two points, on a plane that touches the globe between them.
  ///
  /// Within 0.5 % of the great circle up to 500 km and 60 degrees of latitude; farther off, large
  /// where it is large.
  public static func kilometers(from a: GeoPoint, to b: GeoPoint) -> Double {
    let (north, east) = offset(from: a, to: b)
    return (north * north + east * east).squareRoot()
  }

  /// Kilometres to the north and to the east that lead from one point to another.
  public static func offset(from a: GeoPoint, to b: GeoPoint) -> (north: Double, east: Double) {
    (
      (b.latitude - a.latitude) * degree,
      turn(from: a.longitude, to: b.longitude) * degree * cosine((a.latitude + b.latitude) / 2)
    )
  }

  /// The point so many kilometres to the north and to the east; never beyond a pole.
  public static func point(from start: GeoPoint, north: Double, east: Double) -> GeoPoint {
    let latitude = min(89.9, max(-89.9, start.latitude + north / degree))
    let width = degree * max(0.001, cosine((start.latitude + latitude) / 2))
    return GeoPoint(
      latitude: latitude, longitude: turn(from: 0, to: start.longitude + east / width))
  }

  /// The point halfway between two.
  public static func middle(_ a: GeoPoint, _ b: GeoPoint) -> GeoPoint {
    GeoPoint(
      latitude: (a.latitude + b.latitude) / 2,
      longitude: turn(
        from: 0, to: a.longitude + turn(from: a.longitude, to: b.longitude) / 2))
  }

  /// The shorter way round between two longitudes, in degrees to the east, -180 to 180.
  public static func turn(from a: Double, to b: Double) -> Double {
    let east = b - a
    return east > 180 ? east - 360 : east < -180 ? east + 360 : east
  }

  /// The cosine of degrees from -90 to 90.
  public static func cosine(_ degrees: Double) -> Double {
    let x = degrees * 0.017_453_292_519_943_295
    let square = x * x
    return 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
  }
}
