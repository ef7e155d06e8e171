import ArgumentParser
import Platform
import TextReuse
import Texts

/// `synoptic reuse`: what each report of a stream took from earlier ones.
struct Reuse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reuse",
    abstract: "Find what each report of a stream took from earlier ones.",
    discussion: """
      Example: synoptic reuse --index archive.reuse today.jsonl > passages.jsonl

      Reads reports, one JSON object a line with id, text and, where known, outlet, ts (seconds \
      since 1970) and credits (agencies it names), in the order of their publication. Writes one \
      JSON object a line for each passage that a report shares with an earlier one: both places \
      in code points, the kind (copy, version, quote, boilerplate, template, commonplace), which \
      way it went and what says so, and where the words stood first.

      With --index the archive is read from that file where there is one, continued, and saved \
      at the end and every --save-every reports. A file that is being saved replaces the old \
      one only when it is whole.
      """)

  @Argument(help: "Files of reports, one JSON object a line; - is standard input.")
  var files: [String]

  @Option(help: "The archive to continue and to save; begun where there is none.")
  var index: String?

  @Flag(help: "With --index: look the reports up, but do not add them to the file.")
  var readOnly = false

  @Option(help: "Save the archive after every so many reports.")
  var saveEvery: Int = 100_000

  @Option(
    help: "The most memory in MB for the archive, at least 12; the oldest reports are forgotten.")
  var memory: Int?

  @Option(
    parsing: .singleValue,
    help: "Write passages of this kind only; give it again for more.")
  var kind: [String] = []

  @Flag(help: "Say nothing of the progress.")
  var quiet = false

  func validate() throws {
    for name in kind where ArchivePassage.Kind(rawValue: name) == nil {
      throw ValidationError(
        "there is no kind \(name); there are copy, version, quote, boilerplate, template and "
          + "commonplace")
    }
    if let memory, memory << 20 < ReuseIndex.leastBudget {
      throw ValidationError("an archive needs at least \(ReuseIndex.leastBudget >> 20) MB")
    }
    if saveEvery < 1 { throw ValidationError("--save-every counts reports, from 1") }
  }

  func run() throws {
    let archive = try opened()
    archive.memoryBudget = memory.map { $0 << 20 }
    var run = ReuseRun(
      archive: archive, kinds: Set(kind.compactMap { ArchivePassage.Kind(rawValue: $0) }),
      isQuiet: quiet)
    var isWhole = true
    for file in files {
      do throws(FileError) {
        let reader = try LineReader(path: file)
        while try run.readReport(reader, file) {
          if run.added % saveEvery == 0, run.added > run.saved { try save(archive, &run) }
        }
      } catch {
        Output.message(error.message)
        isWhole = false
      }
    }
    do throws(FileError) {
      if run.added > run.saved || run.added == 0 { try save(archive, &run) }
    } catch {
      Output.message(error.message)
      isWhole = false
    }
    run.finish()
    if !isWhole || run.refused > 0 { throw ExitCode(2) }
  }

  private var advice: MemoryAdvice { MemoryAdvice(askForLargePages) }

  private func opened() throws -> ReuseIndex {
    guard let index, Platform.fileExists(index) else {
      return ReuseIndex(advice: advice)
    }
    do {
      return try ReuseIndex(FileBytes.mapping(path: index), advice: advice)
    } catch let error as ReuseIndexError {
      let reason =
        switch error.code {
        case .notAnIndex: "is no archive of this program; name another file"
        case .otherVersion: "was written by another version; build it anew from the reports"
        case .damaged: "is damaged; build it anew from the reports"
        }
      Output.message("\(index) \(reason)")
      throw ExitCode(2)
    } catch let error as FileError {
      Output.message(error.message)
      throw ExitCode(2)
    }
  }

  private func save(_ archive: ReuseIndex, _ run: inout ReuseRun) throws(FileError) {
    run.saved = run.added
    guard let index, !readOnly else { return }
    let file = try AtomicFile(path: index)
    try archive.write { (piece) throws(FileError) in try file.write(piece) }
    try file.commit()
  }
}

/// The state of one run of `synoptic reuse`.
struct ReuseRun {
  private static let flushSize = 1 << 16
  private static let progressSeconds = 2.0

  let archive: ReuseIndex
  let kinds: Set<ArchivePassage.Kind>
  let isQuiet: Bool
  private(set) var added = 0
  private(set) var refused = 0
  /// How many reports were added when the archive was saved last.
  var saved = 0
  private var passages = 0
  private var lines = PassageLine()
  private let start = ContinuousClock.now
  private var told = ContinuousClock.now

  init(archive: ReuseIndex, kinds: Set<ArchivePassage.Kind>, isQuiet: Bool) {
    self.archive = archive
    self.kinds = kinds
    self.isQuiet = isQuiet
  }

  /// Reads the next report of a file; false at its end.
  mutating func readReport(_ reader: LineReader, _ file: String) throws(FileError) -> Bool {
    let line: Result<ReportLine, any Error>?
    do {
      line = try reader.next { bytes in
        // A line without anything is none.
        if Self.isBlank(bytes) { return Result<ReportLine, any Error>.failure(EmptyLine()) }
        do { return .success(try ReportLine(bytes)) } catch { return .failure(error) }
      }
    } catch let error as FileError {
      throw error
    } catch {
      throw FileError(code: .unreadable, path: file, message: "\(file): \(error)")
    }
    guard let line else { return false }
    switch line {
    case .success(let report): add(report)
    case .failure(let error) where error is EmptyLine: break
    case .failure(let error):
      refused += 1
      Output.message(
        "\(file): line \(reader.number): \(reasonForJSONFailure(error)); "
          + "it needs an id and a text")
    }
    return true
  }

  private struct EmptyLine: Error {}

  private static func isBlank(_ line: borrowing Span<UInt8>) -> Bool {
    for index in line.indices where line[index] > 0x20 { return false }
    return true
  }

  private mutating func add(_ report: ReportLine) {
    let found = archive.add(
      StreamedReport(
        id: report.id, outlet: report.outlet, published: report.published,
        credits: report.credits, text: report.text))
    added += 1
    for passage in found where kinds.isEmpty || kinds.contains(passage.kind) {
      lines.add(passage, in: archive, to: report.id)
      passages += 1
    }
    if lines.bytes.count >= Self.flushSize { flush() }
    if !isQuiet, added % 1024 == 0, ContinuousClock.now - told >= .seconds(Self.progressSeconds) {
      told = .now
      tell()
    }
  }

  private mutating func flush() {
    Output.write(bytes: lines.bytes)
    lines.clear()
  }

  private func tell() {
    let elapsed = ContinuousClock.now - start
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = Int(Double(added) / max(seconds, 1e-9))
    var text = "\(added) reports, \(passages) passages, \(rate) reports a second, "
    text += "\(archive.ownBytes >> 20) MB"
    if archive.firstKept > 0 { text += ", \(archive.firstKept) reports forgotten" }
    Output.message(text)
  }

  /// Writes what is left and says what was done.
  mutating func finish() {
    flush()
    if !isQuiet { tell() }
  }
}
