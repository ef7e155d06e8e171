import ArgumentParser
import Pipeline
import Platform
import Texts

/// Incidents read from messages against the raw answer keys of MUC-4.
struct IncidentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incidents",
    abstract: "Incidents of messages against raw MUC-4 answer keys.",
    discussion: """
      Example: evaluate incidents tst1-muc3 tst2-muc4 --keys key-tst1.v7 key-tst2.v4 \
      --casing train.conllu

      Messages are in capitals: words get the case that they mostly have in the files of --casing \
      (any text of mixed case), in names that the tables know, and at starts of sentences. Then \
      they are read as reports are, and every incident becomes a template. The slots are scored \
      after MUC-4's guidelines (kinds, perpetrators, targets, victims, instruments), deaths and \
      injuries by the numbers of the keys, and once more as CEAF-REE, one template a message.
      """)

  @Argument(help: "Files of messages.") var texts: [String]
  @Option(parsing: .upToNextOption, help: "Files of raw answer keys.") var keys: [String]
  @Option(parsing: .upToNextOption, help: "Files of mixed case to learn the case of words from.")
  var casing: [String] = []
  @OptionGroup var reader: EvaluatedReader
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print responses beside keys instead of figures.") var misses = false
  @Flag(help: "Print the messages in mixed case instead of figures.") var cased = false

  /// What is printed.
  struct Figures: Encodable {
    /// Figures of one slot.
    struct Row: Encodable {
      let name: String
      let possible: Int
      let actual: Int
      let recall: Double
      let precision: Double
      let f1: Double
    }
    let messages: Int
    let slots: [Row]
    let roleFillers: [Row]
    let templateFilling: [Row]
  }

  func run() throws {
    var keyReader = IncidentKeyReader()
    for path in keys { try keyReader.read(try Self.bytes(path), path: path) }
    var counts = CaseCounts()
    for path in casing { counts.add(try Self.bytes(path)) }
    let knowledge = try reader.knowledge()
    let caser = TrueCaser(counts: counts, knowledge: knowledge)
    let stages = try reader.stages()
    var score = IncidentScore()
    var fillers = RoleFillerScore()
    var filling = TemplateFillingScore()
    var count = 0
    for path in texts {
      let messages = IncidentMessage.messages(in: try Self.bytes(path))
      guard !messages.isEmpty else {
        throw ValidationError(
          "\(path) has no line that names a message, such as ABC-MUC4-0001; give files of MUC texts"
        )
      }
      for message in messages {
        guard let gold = keyReader.keys[message.id] else {
          throw ValidationError("no key for \(message.id) of \(path); name its file after --keys")
        }
        let text = caser.cased(message.readable, paragraphs: message.paragraphs)
        if cased {
          Output.write(message.id + "\n")
          for paragraph in message.paragraphs { Output.write(text[paragraph] + "\n") }
          continue
        }
        let read = stages.result(
          for: text, title: nil, paragraphs: message.paragraphs, published: message.date)
        let templates = IncidentMaker(
          reading: read.reading, mentions: read.mentions, claims: read.claims,
          original: message.text, knowledge: knowledge, published: message.date
        ).templates()
        count += 1
        score.add(templates, keys: gold)
        let words = FillerText(message.text[message.text.range])
        fillers.add(templates, keys: gold, text: words)
        filling.add(templates, keys: gold, text: words)
        if misses { Self.show(templates, gold, in: message) }
      }
    }
    if misses || cased { return }
    let figures = Self.figures(count, score, fillers, filling)
    Output.write(json ? try jsonText(figures) : Self.table(figures))
  }

  private static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    let file = try FileBytes.mapping(path: path)
    return file.bytes(0, file.count)
  }

  private static func figures(
    _ messages: Int, _ score: IncidentScore, _ fillers: RoleFillerScore,
    _ filling: TemplateFillingScore
  ) -> Figures {
    let slots = score.rows.map {
      Figures.Row(
        name: $0.slot, possible: $0.possible, actual: $0.actual, recall: $0.recall,
        precision: $0.precision, f1: $0.f1)
    }
    let names = RoleFillerScore.roles.map(\.name) + ["all"]
    let entities = zip(names, fillers.counts + [fillers.all]).map {
      Figures.Row(
        name: $0, possible: $1.gold, actual: $1.found, recall: $1.recall,
        precision: $1.precision, f1: $1.f1)
    }
    let filled = zip(["type"] + names, filling.parts + [filling.all]).map {
      Figures.Row(
        name: $0, possible: Int($1.gold), actual: Int($1.found), recall: $1.recall,
        precision: $1.precision, f1: $1.f1)
    }
    return Figures(
      messages: messages, slots: slots, roleFillers: entities, templateFilling: filled)
  }

  private static func table(_ figures: Figures) -> String {
    var table = "\(figures.messages) messages\n"
    for (title, rows) in [
      ("slots", figures.slots), ("CEAF-REE", figures.roleFillers),
      ("as GTT", figures.templateFilling),
    ] {
      table += filled(title, 14) + padded("possible", 9) + padded("actual", 8)
      table += padded("recall", 9) + padded("precision", 11) + padded("F1", 9) + "\n"
      for row in rows {
        table += filled(row.name, 14) + padded("\(row.possible)", 9) + padded("\(row.actual)", 8)
        table += padded(percent(row.recall), 9) + padded(percent(row.precision), 11)
        table += padded(percent(row.f1), 9) + "\n"
      }
    }
    return table
  }

  private static func show(
    _ templates: [IncidentTemplate], _ keys: [IncidentKey], in message: IncidentMessage
  ) {
    var lines = "==== \(message.id)\n"
    for key in keys {
      lines += "key   \(key[.type].first?.alternatives.joined(separator: "/") ?? "-")"
      lines += key.isOptional ? " (optional)" : ""
      for role in IncidentRole.allCases {
        for fill in key[role.slot] {
          lines += " | \(role): " + (fill.isOptional ? "? " : "")
          lines += fill.alternatives.joined(separator: " / ")
        }
      }
      lines += " | d \(key.count(effect: "DEATH") ?? 0) i \(key.count(effect: "INJURY") ?? 0)\n"
    }
    for template in templates {
      lines += "found \(template.type.rawValue)"
      for role in IncidentRole.allCases {
        for words in template[role] { lines += " | \(role): \(words)" }
      }
      lines += " | d \(template.deaths ?? 0) i \(template.injuries ?? 0)\n"
    }
    Output.write(lines)
  }
}
