import ArgumentParser
import Claims
import Linguistics
import Pipeline
import Platform
import Texts

/// Words that tell of events and words that fill their roles, against WikiEvents.
struct ArgumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arguments",
    abstract: "Triggers and arguments of events, against WikiEvents (.jsonl).",
    discussion: """
      Each text is read as a report is. KAIROS types and roles stand for PLOVER's and ours as \
      ArgumentScheme says; events of types that PLOVER has no place for are counted apart. A \
      trigger is found when its words overlap one of ours, and once more when they are the same. \
      An argument is right when its trigger, the trigger's type, its role and its head are \
      (`argument`); in `given triggers` only triggers that both sides have count, whatever type \
      we gave them. `joined`: words that our own chains join with the right ones are right too.
      The files of the training part give no places of arguments: the words nearest to the \
      trigger stand for them, and a line says how many stand nowhere.
      """)

  @Argument(help: "WikiEvents files.") var files: [String]
  @OptionGroup var reader: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print what only one side has instead of figures.") var misses = false

  struct Report: Encodable {
    var texts = 0
    /// Events of types that PLOVER has no place for.
    var eventsOutOfScope = 0
    /// Arguments of roles that ours do not have, of events that count.
    var argumentsOutOfScope = 0
    /// Arguments whose words stand nowhere in the text.
    var argumentsLost = 0
    var rows: [ArgumentScore.Row] = []
  }

  func run() throws {
    let stages = try reader.stages()
    var report = Report()
    var score = ArgumentScore()
    for path in files {
      let bytes = try FileBytes.mapping(path: path)
      for (number, line) in bytes.bytes(0, bytes.count).split(separator: 0x0A).enumerated() {
        let article: ArgumentArticle
        do {
          article = try ArgumentArticle(json: Array(line))
        } catch {
          let reason = reasonForJSONFailure(error)
          throw ValidationError("\(path), line \(number + 1): \(reason); is it a WikiEvents file?")
        }
        let result = stages.result(
          for: article.text, title: nil, paragraphs: article.paragraphs, published: nil)
        let gold = ArgumentScore.Trigger.gold(of: article, in: result)
        let found = ArgumentScore.Trigger.found(in: result)
        if misses { ArgumentMisses(result).show(gold: gold, found: found) }
        score.add(gold: gold, found: found)
        report.count(article)
      }
    }
    if misses { return }
    report.rows = score.rows
    Output.write(json ? try jsonText(report) : Self.table(report))
  }

  private static func table(_ report: Report) -> String {
    var table = filled("", 24) + filled("type", 10) + filled("role", 12)
    for name in ["gold", "found", "same", "P", "R", "F1"] { table += padded(name, 8) }
    table += "\n"
    for row in report.rows {
      table += filled(row.setting, 24) + filled(row.type, 10) + filled(row.role, 12)
      for count in [row.gold, row.found, row.same] { table += padded("\(count)", 8) }
      for share in [row.precision, row.recall, row.f1] { table += " " + percent(share) }
      table += "\n"
    }
    table += "\(report.texts) texts; out of scope: \(report.eventsOutOfScope) events, "
    table += "\(report.argumentsOutOfScope) arguments of others; "
    return table + "\(report.argumentsLost) arguments stand nowhere\n"
  }
}

extension ArgumentsCommand.Report {
  fileprivate mutating func count(_ article: ArgumentArticle) {
    texts += 1
    argumentsLost += article.lostCount
    for event in article.events {
      if ArgumentScheme.types(of: event.type).isEmpty {
        eventsOutOfScope += 1
      } else {
        argumentsOutOfScope += event.arguments.count { ArgumentScheme.role(of: $0.role) == nil }
      }
    }
  }
}
