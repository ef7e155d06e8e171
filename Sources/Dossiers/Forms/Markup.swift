package import Texts

/// HTML from text that may hold anything.
package enum Markup {
  /// Text between tags or in a quoted attribute: `& < > " '` escaped, what HTML cannot carry
  /// shown as a visible picture.
  package static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars { append(scalar, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Text as `escaped` writes it, with days (`2024-03-10`) kept on one line.
  static func prose(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var out = ""
    var done = 0
    var index = 0
    while index + 10 <= bytes.count {
      guard isDay(bytes[index..<index + 10]) else {
        index += 1
        continue
      }
      out += escaped(String(decoding: bytes[done..<index], as: UTF8.self))
      index += 10
      out += "<span class=\"day\">"
      out += String(decoding: bytes[index - 10..<index], as: UTF8.self) + "</span>"
      done = index
    }
    return out + escaped(String(decoding: bytes[done...], as: UTF8.self))
  }

  private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(0..., bytes).allSatisfy { index, byte in
      index == 4 || index == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
    }
  }

  /// Appends one scalar as `escaped` writes it.
  static func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    switch scalar {
    case "&": out += "&amp;".utf8
    case "<": out += "&lt;".utf8
    case ">": out += "&gt;".utf8
    case "\"": out += "&quot;".utf8
    case "'": out += "&#39;".utf8
    case "\n", "\t": out.append(UInt8(scalar.value))
    // A bare carriage return would become a line feed.
    case "\r": out += "&#13;".utf8
    default:
      if let picture = Plain.visible(scalar) {
        out += "<span class=\"ctl\" title=\"U+\(hexadecimal(scalar.value))\">\(picture)</span>".utf8
      } else {
        out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }

  /// An attribute's value: as `escaped`, with pictures bare.
  package static func attribute(_ text: String) -> String {
    var bare = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { bare.append(Plain.visible(scalar) ?? scalar) }
    return escaped(String(bare))
  }

  /// A name for `id` and `href` from any text: letters, digits, `.` and `-` stay.
  static func identifier(_ prefix: String, _ text: String) -> String {
    var out = "\(prefix)-"
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E:
        out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += "_\(hexadecimal(UInt32(byte)))"
      }
    }
    return out
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

/// A stretch of a report to be marked.
package struct MarkedStretch {
  package let range: TextRange
  /// The element's class, without quotes.
  package let cssClass: String
  /// The element's id, given to its first piece; nil for none.
  let id: String?
  /// A sentence shown when pointed at; nil for none.
  package let title: String?
  /// What the style shows as a label, as the element's `data-kind`; nil for none.
  package let kind: String?
  /// A link before the first word; nil for none.
  let mark: Mark?

  /// A link whose label the style shows, so that the text stays the report's.
  package struct Mark {
    /// The id that it leads to.
    let target: String
    let label: String
    /// What the label means.
    let sentence: String
  }

  package init(
    range: TextRange, cssClass: String, id: String?, title: String?, kind: String? = nil,
    mark: Mark? = nil
  ) {
    self.kind = kind
    self.mark = mark
    self.range = range
    self.cssClass = cssClass
    self.id = id
    self.title = title
  }
}

/// A report's text with stretches marked.
///
/// Stretches may overlap in any way. Where one would end inside another, the inner one is
/// cut and goes on as a new element, so that elements always nest.
package struct MarkedColumn {
  /// The HTML, whose visible text is the report's text.
  package private(set) var html: [UInt8] = []
  /// Ids of stretches that were cut: their later pieces have the class `x-` and the id.
  private(set) var cut: [String] = []

  private let text: SourceText
  private let stretches: [MarkedStretch]
  /// Open stretches, innermost last.
  private var open: [Int] = []
  private var pieces: [Int]

  package init(_ text: SourceText, stretches: [MarkedStretch]) {
    self.text = text
    // Equal ranges: the earlier stretch lies outside.
    let ordered = stretches.enumerated().filter { !$0.element.range.isEmpty }.sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      return (x.start, y.end, a.offset) < (y.start, x.end, b.offset)
    }
    self.stretches = ordered.map(\.element)
    pieces = [Int](repeating: 0, count: ordered.count)
    write()
  }

  private mutating func write() {
    let boundaries = Set(stretches.flatMap { [$0.range.start, $0.range.end] }).sorted()
    var next = 0
    var offset = 0
    for boundary in boundaries {
      appendText(offset, boundary)
      offset = boundary
      closeStretches(endingAt: boundary)
      while next < stretches.count, stretches[next].range.start == boundary {
        begin(next)
        next += 1
      }
    }
    appendText(offset, text.count)
  }

  private mutating func closeStretches(endingAt boundary: Int) {
    guard let outermost = open.firstIndex(where: { stretches[$0].range.end == boundary }) else {
      return
    }
    let closing = open[outermost...]
    for _ in closing { html += "</span>".utf8 }
    let remaining = closing.filter { stretches[$0].range.end != boundary }
    open.removeSubrange(outermost...)
    for index in remaining { begin(index) }
  }

  private mutating func begin(_ index: Int) {
    let stretch = stretches[index]
    var classes = stretch.cssClass
    var attributes = ""
    if let id = stretch.id {
      if pieces[index] == 0 {
        attributes += " id=\"\(id)\""
      } else {
        classes += " x-\(id)"
        if pieces[index] == 1 { cut.append(id) }
      }
    }
    if let title = stretch.title { attributes += " title=\"\(Markup.attribute(title))\"" }
    if let kind = stretch.kind { attributes += " data-kind=\"\(Markup.attribute(kind))\"" }
    html += "<span class=\"\(classes)\"\(attributes)>".utf8
    if let mark = stretch.mark, pieces[index] == 0 { append(mark) }
    pieces[index] += 1
    open.append(index)
  }

  private mutating func append(_ mark: MarkedStretch.Mark) {
    let sentence = Markup.attribute(mark.sentence)
    html += "<a class=\"mark\" href=\"#\(mark.target)\" aria-label=\"\(sentence)\"".utf8
    html += " title=\"\(sentence)\" data-mark=\"\(Markup.attribute(mark.label))\"></a>".utf8
  }

  private mutating func appendText(_ start: Int, _ end: Int) {
    var offset = start
    while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      Markup.append(scalar, to: &html)
      offset += length
    }
  }
}
