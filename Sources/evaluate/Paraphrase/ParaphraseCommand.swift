import ArgumentParser
import Foundation
import Platform
import TextReuse
import Texts

/// Measures how much rewritten text is found in stories made from a stream whose copies are known.
struct ParaphraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paraphrase",
    abstract: "Rewritten text inside a story: found beyond exact matching, and wrongly called so.",
    discussion: """
      A story is made for each report of the stream that is a paraphrase (or, with --op heavy, a \
      heavy edit): the reports it was made from, itself, and --others reports that share no \
      article with them, the nearest by words (the 60 words that tell a report best, weighed by \
      rarity). "by words": characters that exact matching finds; "rewritten": those found only by \
      what sentences say; "right place": of these, aligned with their own sentence. "cost": \
      comparing sentences, as a share of reading the reports. Even stories are those to tune on.
      """)

  @Argument(help: "Reports, one JSON object a line: id, ts, outlet, text.") var reports: String
  @Argument(help: "Truth, one JSON object a line: id, op, parents, segs.") var truth: String
  @OptionGroup var reader: EvaluatedReader
  @Option(help: "How the reports in question were made.") var op: [String] = ["para"]
  @Option(help: "How many unrelated reports a story has.") var others = 6
  @Option(help: "Take the first so many stories.") var limit: Int?
  @Option(help: "Take every second story: even or odd.") var half: Half?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print pairs missed and pairs wrongly found.") var misses = false

  enum Half: String, ExpressibleByArgument, CaseIterable { case even, odd }

  func run() throws {
    let reports: [StoryReport] = try storyLines(of: reports)
    let truth: [StoryTruth] = try storyLines(of: truth)
    guard reports.map(\.id) == truth.map(\.id) else {
      throw ValidationError("\(self.truth) tells of other reports than \(self.reports)")
    }
    let reader = try reader.loaded()
    let roots = truth.map(\.roots)
    let nearest = NearestReports(reports, roots: roots)
    let numbers = Dictionary(uniqueKeysWithValues: zip(truth.map(\.id), truth.indices))
    var read: [Int: ReadReport] = [:]
    var score = ParaphraseScore()
    for target in targets(truth) {
      let sources = truth[target].parents.compactMap { numbers[$0] }
      let members = sources + [target] + nearest.nearest(to: [target] + sources, count: others)
      for member in members where read[member] == nil {
        let report = reports[member]
        read[member] = ReadReport(
          report.text, outlet: report.outlet, day: report.ts / 86_400, reader: reader)
      }
      let texts = members.compactMap { read[$0] }
      let clock = ContinuousClock()
      var byWords = PassageFinder().result(for: [])
      var full = byWords
      let plain = clock.measure { byWords = PassageFinder().result(for: texts.map(\.bare)) }
      let whole = clock.measure { full = PassageFinder().result(for: texts.map(\.input)) }
      score.reading += texts.reduce(0) { $0 + $1.time.seconds }
      score.comparing += whole.seconds - plain.seconds
      let story = ParaphraseScore.Story(
        target: sources.count, reports: texts, truth: members.map { truth[$0] },
        roots: members.map { roots[$0] })
      score.add(story, byWords: byWords, full: full)
      if misses { show(story, full) }
    }
    Output.write(json ? try jsonText(score) : score.table)
  }

  private func targets(_ truth: [StoryTruth]) -> [Int] {
    let all = truth.indices.filter { op.contains(truth[$0].op) && !truth[$0].parents.isEmpty }
    let chosen =
      switch half {
      case .even: stride(from: 0, to: all.count, by: 2).map { all[$0] }
      case .odd: stride(from: 1, to: all.count, by: 2).map { all[$0] }
      case nil: all
      }
    return Array(chosen.prefix(limit ?? .max))
  }

  private func show(_ story: ParaphraseScore.Story, _ full: ReuseResult) {
    for a in story.reports.indices {
      for b in story.reports.indices where b > a {
        let found = full.rewritings.filter { $0.a.report == a && $0.b.report == b }
        let names = "\(story.truth[a].id) \(story.truth[b].id)"
        if !story.areRelated(a, b), !found.isEmpty {
          Output.write("wrongly called: \(names)\n")
        } else if b == story.target, a < b, found.isEmpty {
          Output.write("nothing rewritten: \(names)\n")
        }
      }
    }
  }
}

extension ParaphraseScore {
  /// The figures, one a line.
  var table: String {
    var lines: [String] = []
    func row(_ name: String, _ part: Int, _ whole: Int) {
      let share = String(format: "%.4f", Double(part) / Double(max(1, whole)))
      lines.append(
        filled(name, 40) + padded(share, 8) + padded("\(part)", 10) + padded("\(whole)", 10))
    }
    for (op, figures) in made.sorted(by: { $0.key < $1.key }) {
      row("\(op): characters by words", figures.byWords, figures.copied)
      row("\(op): characters rewritten", figures.rewritten, figures.copied)
      row("\(op): of them in the right place", figures.rightPlace, figures.rewritten)
      row(
        "\(op): others called rewritten", figures.ownCalled, figures.ownCalled + figures.rewritten)
      row("\(op): pairs by words", figures.pairsByWords, figures.pairs)
      row("\(op): pairs", figures.pairsFound, figures.pairs)
    }
    row("unrelated: pairs called", unrelated.pairsCalled, unrelated.pairs)
    row("unrelated: characters called", unrelated.charactersCalled, unrelated.characters)
    let cost = String(format: "%.4f", comparing / max(reading, 1e-9))
    lines.append(filled("cost", 40) + padded(cost, 8))
    return lines.joined(separator: "\n") + "\n"
  }
}
