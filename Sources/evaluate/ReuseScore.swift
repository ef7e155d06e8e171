import Foundation
import TextReuse

/// Figures of copied passages against the truth of a stream.
///
/// A pair of reports counts as found when the copied stretches of both go back to enough
/// of the same words of one origin, so that two copies of one report are a pair too.
struct ReuseScore {
  private struct Cell: Hashable {
    let report: Int
    let place: Int
  }
  private struct Place {
    let report: Int
    let offset: Int
  }

  private let ids: [String]
  private let numbers: [String: Int]
  private var hits: [String: Int] = [:]
  private var misses: [String: Int] = [:]
  private var falses: [String: Int] = [:]
  private var totals: [String: Int] = [:]
  /// For every eighth character of a report the place it goes back to.
  private var origins: [[Int: Place]] = []
  private var parents = (found: 0, all: 0)
  private var figures: [(name: String, value: Double, digits: Int)] = []

  private static let step = 8
  private static let cell = 24

  init(ids: [String]) {
    self.ids = ids
    numbers = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
  }

  /// Adds a report with its passages; reports come in order.
  mutating func add(_ truth: StreamTruth, _ passages: [ArchivePassage], report: Int) {
    let copied = passages.filter(\.kind.isTaken)
    var isCopied = [Bool](repeating: false, count: truth.segs.last?.e ?? 0)
    var map: [Int: Place] = [:]
    for passage in copied {
      for offset in passage.new.points where offset < isCopied.count { isCopied[offset] = true }
      var offset = passage.new.points.lowerBound / Self.step * Self.step
      while offset < passage.new.points.upperBound {
        if map[offset] == nil { map[offset] = place(of: offset, in: passage) }
        offset += Self.step
      }
    }
    origins.append(map)
    for segment in truth.segs {
      let called = isCopied[segment.b..<min(segment.e, isCopied.count)].count { $0 }
      let length = segment.e - segment.b
      totals[segment.kind, default: 0] += length
      if segment.kind == "copied" {
        for key in ["all", "op:" + truth.op] {
          hits[key, default: 0] += called
          misses[key, default: 0] += length - called
        }
      } else {
        falses[segment.kind, default: 0] += called
      }
    }
    let sources = Set(copied.map { ids[$0.earlier.report] })
    parents.all += truth.parents.count
    parents.found += truth.parents.count { sources.contains($0) }
  }

  private func place(of offset: Int, in passage: ArchivePassage) -> Place {
    let shifted =
      passage.earlier.points.lowerBound + (offset - passage.new.points.lowerBound)
      * passage.earlier.points.count
      / max(1, passage.new.points.count)
    let rounded = shifted >= 0 ? shifted / Self.step * Self.step : 0
    return origins[passage.earlier.report][rounded]
      ?? Place(report: passage.earlier.report, offset: shifted)
  }

  /// Scores the pairs and completes the figures.
  mutating func addPairs(lines: String) {
    let found = foundPairs()
    var truthPairs: Set<[Int]> = []
    var all: [String: (found: Int, all: Int)] = [:]
    for line in lines.split(separator: "\n") {
      let fields = line.split(separator: "\t")
      guard fields.count == 5, let a = numbers[String(fields[0])],
        let b = numbers[String(fields[1])]
      else { continue }
      truthPairs.insert([a, b])
      for key in [String(fields[4]), "all"] {
        all[key, default: (0, 0)].all += 1
        if found.contains([a, b]) { all[key, default: (0, 0)].found += 1 }
      }
    }
    let (hit, missed) = (hits["all"] ?? 0, misses["all"] ?? 0)
    let wrong = falses.values.reduce(0, +)
    let precision = ratio(hit, hit + wrong)
    let recall = ratio(hit, hit + missed)
    show("characters: precision", precision)
    show("characters: recall", recall)
    show("characters: F1", 2 * precision * recall / max(precision + recall, .leastNonzeroMagnitude))
    for key in hits.keys.sorted() where key.hasPrefix("op:") {
      let (hit, missed) = (hits[key] ?? 0, misses[key] ?? 0)
      if hit + missed > 0 {
        show("characters, \(key.dropFirst(3)): recall", ratio(hit, hit + missed))
      }
    }
    for kind in ["own", "quote", "boiler", "byline"] {
      show("called copied: \(kind)", ratio(falses[kind] ?? 0, totals[kind] ?? 0))
    }
    show("pairs: precision", ratio(found.count { truthPairs.contains($0) }, found.count))
    for (key, value) in all.sorted(by: { $0.key < $1.key }) {
      show("pairs, \(key): recall", ratio(value.found, value.all))
    }
    show("direct parent among sources", ratio(parents.found, parents.all))
  }

  private func foundPairs() -> Set<[Int]> {
    var cells: [Cell: Set<Int>] = [:]
    for (report, map) in origins.enumerated() {
      for place in map.values {
        cells[Cell(report: place.report, place: place.offset / Self.cell), default: []]
          .formUnion([report, place.report])
      }
    }
    var counts: [[Int]: Int] = [:]
    for reports in cells.values {
      let sorted = reports.sorted()
      for (index, a) in sorted.enumerated() {
        for b in sorted[(index + 1)...] { counts[[a, b], default: 0] += 1 }
      }
    }
    // 16 words of 6.1 characters.
    return Set(counts.filter { Double($0.value * Self.cell) / 6.1 >= 16 }.keys)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double { Double(part) / Double(max(1, whole)) }

  /// Notes a figure.
  mutating func show(_ name: String, _ value: Double, digits: Int = 4) {
    figures.append((name, value, digits))
  }

  /// The figures, one a line.
  var table: String {
    figures.map { figure in
      figure.name.padding(toLength: 40, withPad: " ", startingAt: 0)
        + String(format: "%.\(figure.digits)f", figure.value)
    }.joined(separator: "\n")
  }

  /// The figures as one JSON object.
  var json: String {
    let members = figures.map { figure in
      "  \"\(figure.name)\": " + String(format: "%.\(figure.digits)f", figure.value)
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}"
  }
}
