import Texts

/// The units of measured sizes, with what one of them is in the SI.
enum MeasureUnits {
  typealias Unit = (dimension: Quantity.Measure.Dimension, size: Double)

  /// A unit by its word.
  ///
  /// A ton is taken for the metric one, which lies between the short and the long; gallons are
  /// American, barrels those of oil.
  static func unit(_ word: Word) -> Unit? { table[word] }

  private static let table: [Word: Unit] = {
    var table: [Word: Unit] = [:]
    func add(_ dimension: Quantity.Measure.Dimension, _ size: Double, _ words: Word...) {
      for word in words { table[word] = (dimension, size) }
    }
    add(.length, 1000, "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres")
    add(.length, 1, "m", "meter", "meters", "metre", "metres")
    add(.length, 0.01, "cm", "centimeter", "centimeters", "centimetre", "centimetres")
    add(.length, 0.001, "mm", "millimeter", "millimeters", "millimetre", "millimetres")
    add(.length, 1609.344, "mile", "miles")
    add(.length, 0.9144, "yard", "yards")
    add(.length, 0.3048, "foot", "feet", "ft")
    add(.length, 0.0254, "inch", "inches")
    add(.area, 4046.8564224, "acre", "acres")
    add(.area, 10_000, "hectare", "hectares")
    add(.volume, 0.001, "liter", "liters", "litre", "litres")
    add(.volume, 0.003785411784, "gallon", "gallons")
    add(.volume, 0.158987294928, "barrel", "barrels")
    add(.mass, 1, "kg", "kgs", "kilogram", "kilograms", "kilo", "kilos")
    add(.mass, 0.001, "gram", "grams")
    add(.mass, 1000, "ton", "tons", "tonne", "tonnes")
    add(.mass, 0.45359237, "lb", "lbs", "pound", "pounds")
    add(.mass, 0.028349523125, "ounce", "ounces", "oz")
    add(.speed, 0.44704, "mph")
    add(.speed, 1 / 3.6, "kph", "kmh")
    add(.speed, 1852.0 / 3600, "knot", "knots")
    return table
  }()
}
