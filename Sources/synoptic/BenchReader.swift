import ArgumentParser
import Claims
import Encoder
import Linguistics
import Mentions
import Pipeline
import Platform
import Readings
import Reports
import Texts

struct BenchReader: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Words and word pieces a CPU-second of the whole reading pass, by one thread.",
    discussion: """
      Example: synoptic bench reader --model reader.model reports/*.txt --spacy

      The whole pass goes from text to all layers. "encoder alone" runs the bare encoder on the \
      very windows of that pass. All take turns in each round; a figure is the median of the \
      rounds. --spacy runs Training/bench_spacy.py with a Python that has spaCy: a pipeline of the \
      small English shape, untrained, for speed is all that is asked. "mentions" finds actors, \
      places, times and quantities in what the whole pass read, after it; "claims" the claims, \
      tolls and events in both.
      """)

  @Argument(help: "Report files.")
  var files: [String]

  @Option(help: "The model; else SYNOPTIC_MODEL, else reader.model where models lie.")
  var model: String?

  @Option(help: "The folder of tables and lexicons.")
  var data: String?

  @Option(help: "Rounds.")
  var rounds = 5

  @Option(help: "CPU-seconds a round for each.")
  var seconds = 1.0

  @Option(help: "One path only, as in avx2; else the one this processor takes.")
  var path: String?

  @Flag(help: "Measure spaCy beside.")
  var spacy = false

  @Option(help: "The Python for --spacy.")
  var python = "python3"

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    do {
      try await measure()
    } catch let error as FileError {
      Output.message(error.message)
      throw ExitCode(2)
    }
  }

  private func measure() async throws {
    let readers = try loadedReaders()
    let pipeline = try Pipeline(data: DataFolder.located(named: data))
    let outcome = await pipeline.readings(
      of: files.map { Pipeline.Request(path: $0) }, threads: 1)
    for failure in outcome.failures { Output.message(failure.message) }
    let reports = outcome.readings.map(\.report).filter(\.isReadable)
    guard !reports.isEmpty else { throw ValidationError("no file holds an English report") }
    let texts = reports.map { ReadText($0, by: readers.trained, readers.mentions) }
    let words = texts.reduce(0) { $0 + $1.words }
    let pieces = texts.reduce(0) { $0 + $1.sequences.ids.count }
    var table = ReaderSpeeds(reports: texts.count, words: words, pieces: pieces)
    for _ in 0..<max(1, rounds) {
      let whole = passes { for text in texts { _ = text.read(by: readers.trained) } }
      let bare = passes { for text in texts { _ = readers.encoder.states(of: text.sequences) } }
      let found = passes { for text in texts { text.find(by: readers.mentions) } }
      let claimed = passes { for text in texts { text.claim(by: readers.claims) } }
      let rules = passes { for text in texts { _ = text.read(by: readers.rules) } }
      table.add("whole pass", "words", whole * Double(words))
      table.add("rules", "words", rules * Double(words))
      table.add("mentions", "words", found * Double(words))
      table.add("claims", "words", claimed * Double(words))
      if spacy, let speed = spacySpeed() { table.add("spaCy, small shape", "words", speed) }
      table.add("whole pass", "pieces", whole * Double(pieces))
      table.add("encoder alone", "pieces", bare * Double(pieces))
      table.add("whole pass / encoder alone", "ratio", whole / bare)
      table.add("time of mentions / whole pass", "ratio", whole / found)
      table.add("time of claims / both", "ratio", 1 / claimed / (1 / whole + 1 / found))
    }
    Output.write(json ? try jsonText(table.listing) : table.text)
  }

  private struct Readers {
    var trained: Reader
    var rules: Reader
    var encoder: Encoder
    var mentions: MentionFinder
    var claims: ClaimReader
  }

  private func loadedReaders() throws -> Readers {
    let model = try ReaderModels.loaded(from: ModelsFolder.located(named: model))
    let data = try DataFolder.located(named: data)
    let cues = CueLexicon(try data.bytes("lexicon/cues.tsv"))
    guard let instructions = path.map(Instructions.named) ?? .best else {
      throw ValidationError("this processor has no path \(path ?? "")")
    }
    let stages = try Stages(data: data)
    return Readers(
      trained: try Stages.reader(cues: cues, model: model, data: data, instructions: instructions),
      rules: Reader(cues: cues), encoder: Encoder(model, instructions: instructions),
      mentions: stages.mentionFinder, claims: stages.claimReader)
  }

  /// How often a CPU-second holds the work, measured over at least `seconds`.
  private func passes(_ work: () -> Void) -> Double {
    let start = Measurement.processSeconds
    var count = 0.0
    var spent = 0.0
    repeat {
      work()
      count += 1
      spent = Measurement.processSeconds - start
    } while spent < seconds
    return count / spent
  }

  private func spacySpeed() -> Double? {
    let script = DataFolder.checkout + "/Training/bench_spacy.py"
    let output = outputOfProgram(python, [script, "--json", "--seconds", "\(seconds)"] + files)
    guard let output, let line = try? valueFromJSON(SpacyLine.self, output) else {
      Output.message(
        "spaCy was not measured: \(python) could not run Training/bench_spacy.py; it needs spacy "
          + "(--python names another)")
      return nil
    }
    return line.wordsPerCPUSecond
  }
}

/// What `Training/bench_spacy.py --json` prints.
private struct SpacyLine: Decodable {
  var wordsPerCPUSecond: Double

  enum CodingKeys: String, CodingKey {
    case wordsPerCPUSecond = "words_per_cpu_second"
  }
}

/// A report's text ready to be read again and again.
private struct ReadText {
  let text: SourceText
  let title: TextRange?
  let paragraphs: [TextRange]
  /// Tokens that are not only marks, and so words as people count them.
  let words: Int
  /// What the encoder reads of it.
  let sequences: PieceSequences
  /// What the trained reader makes of it.
  let reading: Reading
  let mentions: ReportMentions
  let published: CalendarDate?

  init(_ report: Report, by reader: Reader, _ finder: MentionFinder) {
    text = report.text
    title = report.title
    paragraphs = (report.title.map { [$0] } ?? []) + report.paragraphs
    published = report.published
    reading = reader.reading(of: text, title: title, paragraphs: paragraphs)
    mentions = finder.mentions(in: reading, published: published)
    words = reading.tokens.count { !$0.isPunctuation }
    sequences = reader.sequences(of: reading) ?? PieceSequences()
  }

  func read(by reader: Reader) -> Reading {
    reader.reading(of: text, title: title, paragraphs: paragraphs)
  }

  func find(by finder: MentionFinder) { _ = finder.mentions(in: reading, published: published) }

  func claim(by reader: ClaimReader) {
    var mentions = mentions
    _ = reader.claims(in: reading, mentions: &mentions, published: published)
  }
}
