import Texts

/// Report text made safe and short for one line of a form.
///
/// A report can hold anything; a terminal obeys control characters and a reader loses the
/// line when directions are overridden. Forms that quote go through here.
package enum Plain {
  /// One line: white space becomes single spaces, control characters visible pictures.
  package static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        isSpacePending = !out.isEmpty
        continue
      }
      if isSpacePending { out.append(" ") }
      isSpacePending = false
      out.append(overrides(scalar) ? "\u{FFFD}" : visible(scalar) ?? scalar)
    }
    return String(out)
  }

  /// One line that keeps a single space at either end: a run among others.
  static func run(_ text: String) -> String {
    let inner = line(text)
    let scalars = text.unicodeScalars
    guard !inner.isEmpty else { return scalars.isEmpty ? "" : " " }
    let before = scalars.first.map(isSpace) == true ? " " : ""
    let after = scalars.last.map(isSpace) == true ? " " : ""
    return before + inner + after
  }

  /// One line of at most `count` scalars; what is left out of the middle is shown as ` … `.
  static func shortened(_ text: String, to count: Int) -> String {
    let whole = Array(line(text).unicodeScalars)
    guard whole.count > count else { return string(whole[...]) }
    let tail = count / 3
    let head = max(0, count - tail - 3)
    return trimmed(whole[..<head]) + " … " + trimmed(whole[(whole.count - tail)...])
  }

  /// One line of at most `count` scalars; what follows is shown as `…`.
  static func beginning(of text: String, to count: Int) -> String {
    let whole = Array(line(text).unicodeScalars)
    guard whole.count > count else { return string(whole[...]) }
    return trimmed(whole[..<max(0, count - 1)]) + "…"
  }

  /// The visible stand-in of a scalar that must not reach a terminal or page; nil when it may.
  static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xFDD0...0xFDEF: "\u{FFFD}"
    case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: nil
    }
  }

  /// Whether a scalar changes the direction of what follows, beyond its own run.
  private static func overrides(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var slice = scalars
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return string(slice)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A number without trailing zeros, rounded to some decimal places.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    guard let scaled = Int(exactly: (value * Double(scale)).rounded()) else { return "\(value)" }
    let whole = abs(scaled) / scale
    var fraction = String(abs(scaled) % scale + scale).utf8.dropFirst()
    while fraction.last == UInt8(ascii: "0") { fraction = fraction.dropLast() }
    let sign = scaled < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(Substring(fraction))"
  }
}
