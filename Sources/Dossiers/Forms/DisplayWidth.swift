/// How many columns of a terminal a text takes.
package enum DisplayWidth {
  /// The columns of a text on one line.
  package static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += of(scalar) }
    return width
  }

  /// The columns of a scalar: 0 for marks and format characters, 2 for wide ones
  /// (Unicode Standard Annex #11, classes W and F), else 1.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return scalar.properties.generalCategory == .nonspacingMark ? 0 : 2
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// A text on as many lines as it needs: broken at spaces, and inside a word only where the
  /// word alone is too wide.
  ///
  /// `width` is in columns; at least 2 are used.
  package static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    let room = max(2, width)
    for word in text.utf8.split(separator: 0x20) {
      let word = Substring(word)
      let wordWidth = of(word)
      if used > 0, used + 1 + wordWidth <= room {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if used > 0 {
        lines.append(line)
        line = ""
        used = 0
      }
      for scalar in word.unicodeScalars {
        let scalarWidth = of(scalar)
        if used > 0, used + scalarWidth > room {
          lines.append(line)
          line = ""
          used = 0
        }
        line.unicodeScalars.append(scalar)
        used += scalarWidth
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}
