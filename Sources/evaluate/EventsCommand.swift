import ArgumentParser
import Claims
import Knowledge
import Linguistics
import Mentions
import Pipeline
import Platform
import Texts

/// The main event of a report: kind, day, country and town, against annotated corpora.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Main events against HRDsAttack (.json) and PLOVER sentences (.tsv).",
    discussion: """
      HRDsAttack: kind is right when one of the violation types is the event's (a detention is
      COERCE, an abduction ASSAULT with the mode abduction, the rest ASSAULT); day, month and
      country when gold says one; the town by name among the first three places.
      PLOVER: each sentence is a report of its own, and its main event's type is compared;
      the older root YIELD stands for RETREAT and CONCEDE.
      """)

  @Argument(help: "Corpus files.") var files: [String]
  @OptionGroup var evaluated: EvaluatedReader
  @Option(help: "GeoNames' countryInfo.txt, for the names of countries.") var countries: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print what is wrong instead of figures.") var misses = false

  struct Row: Encodable {
    var file: String
    var slot: String
    var right = 0
    var answered = 0
    var asked = 0
  }

  func run() throws {
    let chain = EventChain(try evaluated.stages())
    var names: [String: String] = [:]
    if let countries {
      for row in TSV(try DataFolder(path: ".").absolute(countries)).rows where row.count > 5 {
        names[Folding.folded(row[4])] = row[0]
      }
    }
    var rows: [Row] = []
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let bytes = try DataFolder(path: ".").absolute(path)
      var tally = EventTally(file: name, showsMisses: misses)
      if path.hasSuffix(".tsv") {
        for row in TSV(bytes).rows.dropFirst() where row.count > 9 {
          let event = chain.mainEvent(title: nil, paragraphs: [row[2]], published: nil)
          tally.ask(
            "type", gold: row[9], found: event?.event.type,
            isRight: event.map { Self.isType($0.event.type, row[9]) } ?? false,
            text: row[2])
        }
      } else {
        for item in try valueFromJSON([AttackReport].self, bytes) {
          item.score(with: chain, countries: names, in: &tally)
        }
      }
      rows += tally.rows
    }
    if misses { return }
    if json { return Output.write(try jsonText(rows)) }
    var table = "file             slot        right  answered   asked   share\n"
    for row in rows {
      table += row.file + String(repeating: " ", count: max(1, 17 - row.file.count))
      table += row.slot + String(repeating: " ", count: max(1, 11 - row.slot.count))
      table += padded("\(row.right)", 6) + padded("\(row.answered)", 10)
      table += padded("\(row.asked)", 8)
      let share = row.asked == 0 ? 0 : Double(row.right) / Double(row.asked)
      table += padded("\((share * 1000).rounded() / 1000)", 8) + "\n"
    }
    Output.write(table)
  }

  private static func isType(_ type: String, _ gold: String) -> Bool {
    type == gold || (gold == "YIELD" && (type == "RETREAT" || type == "CONCEDE"))
  }
}

extension DataFolder {
  /// The bytes of a file named by its path from the working folder or from the root.
  fileprivate func absolute(_ name: String) throws(FileError) -> [UInt8] {
    let file = try FileBytes.mapping(path: name)
    return file.bytes(0, file.count)
  }
}

/// Reads a text up to its main event.
struct EventChain {
  private let reader: Reader
  private let mentionFinder: MentionFinder
  private let claimReader: ClaimReader

  init(_ stages: Stages) {
    reader = stages.reader
    mentionFinder = stages.mentionFinder
    claimReader = stages.claimReader
  }

  /// The main event of a report with its mentions; nil when none is found.
  func mainEvent(title: String?, paragraphs: [String], published: CalendarDate?)
    -> (event: ReportedEvent, mentions: ReportMentions)?
  {
    var text = ""
    var ranges: [TextRange] = []
    for part in (title.map { [$0] } ?? []) + paragraphs {
      let start = text.utf8.count
      text += part
      ranges.append(TextRange(start, text.utf8.count))
      text += "\n"
    }
    let reading = reader.reading(
      of: SourceText(text), title: title == nil ? nil : ranges.first, paragraphs: ranges)
    var mentions = mentionFinder.mentions(in: reading, published: published)
    let claims = claimReader.claims(in: reading, mentions: &mentions, published: published)
    guard let main = claims.mainEvent else { return nil }
    return (claims.events[main], mentions)
  }
}

/// Counts answers by slot, in order of first asking.
struct EventTally {
  let file: String
  let showsMisses: Bool
  private(set) var rows: [EventsCommand.Row] = []

  init(file: String, showsMisses: Bool) {
    self.file = file
    self.showsMisses = showsMisses
  }

  mutating func ask(_ slot: String, gold: String, found: String?, isRight: Bool, text: String) {
    let index =
      rows.firstIndex { $0.slot == slot }
      ?? {
        rows.append(EventsCommand.Row(file: file, slot: slot))
        return rows.count - 1
      }()
    rows[index].asked += 1
    if found != nil { rows[index].answered += 1 }
    if isRight {
      rows[index].right += 1
    } else if showsMisses {
      Output.write("\(slot)\tgold \(gold)\tfound \(found ?? "-")\t\(text.prefix(160))\n")
    }
  }
}
