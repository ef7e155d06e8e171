import Dossiers
import Linguistics
import Texts

/// A sentence's dependency tree as SVG: words in a row, an arc from each head to its dependent.
///
/// Every text is held to the width that was reckoned for it, so that whatever font is there
/// nothing runs into anything else.
struct TreeDrawing {
  private let reading: Reading
  private let sentence: Sentence
  /// The middle of each word, in units of the drawing.
  private var middles: [Int] = []
  private var width = 0
  /// How high above the words each word's arc runs, from 1.
  private var levels: [Int] = []

  /// Units a column of text is wide.
  private static let column = 8
  private static let smallColumn = 7
  private static let gap = 18
  private static let levelHeight = 24

  init(_ reading: Reading, sentence: Sentence) {
    self.reading = reading
    self.sentence = sentence
    placeWords()
    levels = Self.levels(arcs)
  }

  private var first: Int { sentence.tokens.lowerBound }

  /// The arcs as places of dependent and head in the sentence; roots have none.
  private var arcs: [(low: Int, high: Int)?] {
    sentence.tokens.map { token in
      guard let head = reading.dependencies[token].head, sentence.tokens.contains(head) else {
        return nil
      }
      return (min(token, head) - first, max(token, head) - first)
    }
  }

  private mutating func placeWords() {
    var left = Self.gap / 2
    for token in sentence.tokens {
      let form = DisplayWidth.of(form(token)) * Self.column
      let tag = reading.tags[token].name.utf8.count * Self.smallColumn
      let room = max(form, tag, 2 * Self.column)
      var middle = left + room / 2
      // An arc between neighbours has room for its label.
      if let previous = middles.last {
        for (dependent, head) in [(token, token - 1), (token - 1, token)]
        where reading.dependencies[dependent].head == head {
          middle = max(middle, previous + labelWidth(dependent) + 14)
        }
      }
      middles.append(middle)
      left = middle + (room + 1) / 2 + Self.gap
    }
    width = left
  }

  /// The least heights at which no two arcs run into each other: an arc is higher than all that it
  /// spans, and than those that it overlaps and that are shorter.
  static func levels(_ arcs: [(low: Int, high: Int)?]) -> [Int] {
    var levels = [Int](repeating: 1, count: arcs.count)
    let order = arcs.indices.filter { arcs[$0] != nil }.sorted { a, b in
      let (x, y) = (arcs[a].map { $0.high - $0.low } ?? 0, arcs[b].map { $0.high - $0.low } ?? 0)
      return (x, a) < (y, b)
    }
    for (place, index) in order.enumerated() {
      guard let arc = arcs[index] else { continue }
      var used: Set<Int> = []
      for other in order[..<place] {
        guard let shorter = arcs[other] else { continue }
        if shorter.low < arc.high && arc.low < shorter.high { used.insert(levels[other]) }
      }
      levels[index] = (used.max() ?? 0) + 1
    }
    return levels
  }

  private func form(_ token: Int) -> String {
    Plain.line(reading.text[reading.tokens[token].range])
  }

  private func labelWidth(_ token: Int) -> Int {
    reading.dependencies[token].relation.name.utf8.count * Self.smallColumn
  }

  /// The drawing; `label` says what it shows to those who do not see it.
  func svg(label: String) -> String {
    let arcs = arcs
    let top = zip(arcs, levels).map { arc, level in arc == nil ? 1 : level }.max() ?? 1
    let base = top * Self.levelHeight + 22
    let height = base + 44
    var out =
      "<svg role=\"img\" aria-label=\"\(Markup.attribute(label))\" width=\"\(width)\" "
      + "height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\">\n"
    for (index, arc) in arcs.enumerated() where arc != nil {
      out += drawn(first + index, level: levels[index], base: base)
    }
    for (index, arc) in arcs.enumerated() where arc == nil {
      out += drawnRoot(first + index, base: base, top: base - top * Self.levelHeight - 8)
    }
    for (index, token) in sentence.tokens.enumerated() {
      let form = form(token)
      let tag = reading.tags[token].name
      out += text(
        form, "w", middles[index], base + 18, width: DisplayWidth.of(form) * Self.column)
      out += text(
        tag, "t", middles[index], base + 36, width: tag.utf8.count * Self.smallColumn)
    }
    return out + "</svg>"
  }

  private func drawn(_ token: Int, level: Int, base: Int) -> String {
    guard let head = reading.dependencies[token].head else { return "" }
    let to = middles[token - first]
    let side = head < token ? 1 : -1
    // Arcs leave a head a little to the side of where its own arrives.
    let from = middles[head - first] + side * 6
    let height = base - level * Self.levelHeight
    let bend = min(8, abs(to - from) / 2)
    let name = reading.dependencies[token].relation.name
    var out =
      "<path class=\"arc\" d=\"M\(from) \(base)V\(height + bend)Q\(from) \(height) "
      + "\(from + side * bend) \(height)H\(to - side * bend)Q\(to) \(height) \(to) "
      + "\(height + bend)V\(base)\"></path>\n"
    out += arrow(to, base)
    out += text(name, "l", (from + to) / 2, height + 4, width: labelWidth(token))
    return out
  }

  private func drawnRoot(_ token: Int, base: Int, top: Int) -> String {
    let x = middles[token - first]
    let name = reading.dependencies[token].relation.name
    return "<path class=\"arc root\" d=\"M\(x) \(top)V\(base)\"></path>\n" + arrow(x, base)
      + text(name, "l", x, top, width: labelWidth(token))
  }

  private func arrow(_ x: Int, _ y: Int) -> String {
    "<path class=\"tip\" d=\"M\(x - 4) \(y - 6)H\(x + 4)L\(x) \(y + 1)Z\"></path>\n"
  }

  private func text(_ text: String, _ kind: String, _ x: Int, _ y: Int, width: Int) -> String {
    guard width > 0 else { return "" }
    return "<text class=\"\(kind)\" x=\"\(x)\" y=\"\(y)\" textLength=\"\(width)\" "
      + "lengthAdjust=\"spacingAndGlyphs\">\(Markup.attribute(text))</text>\n"
  }
}
