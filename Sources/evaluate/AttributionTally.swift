import Linguistics
import Texts

/// Counts of spans found, right and missed.
struct AttributionTally {
  struct Count {
    var right = 0
    var found = 0
    var gold = 0
    /// Found spans that are right, where that differs from gold spans that are found.
    var rightFound = 0
  }

  struct Row: Encodable {
    let layer: String
    let measure: String
    let precision: Double
    let recall: Double
    let f1: Double
    let found: Int
    let gold: Int
  }

  private static let layers = ["source", "cue", "content"]
  private var exact = [Count](repeating: Count(), count: 3)
  private var overlap = [Count](repeating: Count(), count: 3)
  private var words = [Count](repeating: Count(), count: 3)
  private var whole = Count()

  /// Adds a text.
  mutating func add(_ article: PolnearArticle, _ reading: Reading, prints: Bool) {
    let counted = CountedSpans(article, reading)
    func trimmed(_ ranges: [TextRange]) -> [Range<Int>] {
      counted.trimmed(ranges.map { reading.tokens(in: $0) })
    }
    struct Item {
      var layers: [[Range<Int>]]
    }
    let gold = article.gold.map {
      Item(layers: [trimmed($0.source), trimmed($0.cue), trimmed($0.content)])
    }
    // PolNeAR gives each word to one attribution: what stands inside another's content is left out.
    let found = reading.attributions.filter { $0.parent == nil }.map {
      Item(layers: [
        trimmed($0.source.map { [$0] } ?? []), trimmed($0.cue.map { [$0] } ?? []),
        trimmed($0.content),
      ])
    }
    for layer in 0..<3 {
      let goldSpans = Set(gold.flatMap { $0.layers[layer] })
      let foundSpans = Set(found.flatMap { $0.layers[layer] })
      let common = goldSpans.intersection(foundSpans).count
      exact[layer].add(right: common, rightFound: common, found: foundSpans, gold: goldSpans)
      let goldWords = Set(goldSpans.flatMap { Array($0) })
      let foundWords = Set(foundSpans.flatMap { Array($0) })
      overlap[layer].add(
        right: goldSpans.filter { $0.contains { foundWords.contains($0) } }.count,
        rightFound: foundSpans.filter { $0.contains { goldWords.contains($0) } }.count,
        found: foundSpans, gold: goldSpans)
      let both = goldWords.intersection(foundWords).count
      words[layer].right += both
      words[layer].rightFound += both
      words[layer].found += foundWords.count
      words[layer].gold += goldWords.count
    }
    var used: Set<Int> = []
    func cells(_ item: Item, _ layer: Int) -> Set<Int> {
      Set(item.layers[layer].flatMap { Array($0) })
    }
    func text(_ item: Item) -> String {
      item.layers.map {
        $0.map { reading.text[reading.range(ofTokens: $0)] }.joined(separator: " … ")
      }
      .joined(separator: " | ")
    }
    let foundCells = found.map { (cells($0, 2), cells($0, 0)) }
    for item in gold where !item.layers[2].isEmpty {
      whole.gold += 1
      let content = cells(item, 2)
      let source = cells(item, 0)
      let match = found.indices.first { index in
        guard !used.contains(index) else { return false }
        let common = foundCells[index].0.intersection(content).count
        guard common > 0, 2 * common >= foundCells[index].0.union(content).count else {
          return false
        }
        return source.isEmpty || !source.isDisjoint(with: foundCells[index].1)
      }
      if let match {
        used.insert(match)
        whole.right += 1
        whole.rightFound += 1
      } else if prints {
        print("missed ", text(item))
      }
    }
    whole.found += found.count { !$0.layers[2].isEmpty }
    if prints {
      for index in found.indices where !used.contains(index) {
        print("false  ", text(found[index]))
      }
    }
  }

  /// The figures, one row a layer and measure.
  var rows: [Row] {
    var rows: [Row] = []
    for (name, counts) in [("exact", exact), ("overlap", overlap), ("tokens", words)] {
      for (layer, count) in zip(Self.layers, counts) { rows.append(count.row(layer, name)) }
    }
    rows.append(whole.row("attribution", "whole"))
    return rows
  }

  /// Figures as a table.
  static func table(of rows: [Row]) -> String {
    var lines = ["layer        measure      precision  recall     F1  found   gold"]
    for row in rows {
      lines.append(
        filled(row.layer, 13) + filled(row.measure, 13)
          + [row.precision, row.recall, row.f1].map { tenths($0) }.joined(separator: "  ")
          + "  \(row.found)  \(row.gold)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 1000).rounded())
    return "     \(tenths / 10).\(tenths % 10)"
  }
}

extension AttributionTally.Count {
  mutating func add(
    right: Int, rightFound: Int, found: Set<Range<Int>>, gold: Set<Range<Int>>
  ) {
    self.right += right
    self.rightFound += rightFound
    self.found += found.count
    self.gold += gold.count
  }

  func row(_ layer: String, _ measure: String) -> AttributionTally.Row {
    let precision = found == 0 ? 0 : Double(rightFound) / Double(found)
    let recall = gold == 0 ? 0 : Double(right) / Double(gold)
    let sum = precision + recall
    return AttributionTally.Row(
      layer: layer, measure: measure, precision: precision, recall: recall,
      f1: sum == 0 ? 0 : 2 * precision * recall / sum, found: found, gold: gold)
  }
}
