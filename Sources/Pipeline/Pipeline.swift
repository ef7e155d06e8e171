import Claims
import Comparison
public import Dossiers
public import Encoder
import Knowledge
import Linguistics
import Mentions
public import Platform
public import Readings
import Reports
import TextReuse
public import Texts

/// The whole path from report files to a dossier.
///
/// One task a report reads and analyses it; results are put in order by index, so the
/// number of threads changes no byte of the outcome.
public struct Pipeline: Sendable {
  private let reportReader: ReportReader
  private let stages: Stages
  private let comparer: Comparer

  /// Loads the tables and lexicons of `data`; reports are read with `model`, by rules when there
  /// is none.
  public init(data: DataFolder, model: EncoderModel? = nil) throws(FileError) {
    stages = try Stages(data: data, model: model)
    reportReader = ReportReader(
      agencies: AgencyList(try data.bytes("lexicon/agencies.tsv")),
      languages: LanguageDetector(try data.bytes("lexicon/languages.tsv")))
    comparer = Comparer(knowledge: stages.knowledge)
  }

  /// A file to read, and what the user says of it.
  public struct Request: Hashable, Sendable {
    /// The file.
    public var path: String
    /// Who published it; nil to take it from the file's name.
    public var outlet: String?

    /// Creates a request.
    public init(path: String, outlet: String? = nil) {
      self.path = path
      self.outlet = outlet
    }
  }

  /// What a comparison gives.
  public struct Outcome: Sendable {
    /// The dossier of all reports that could be read.
    public let dossier: Dossier
    /// The text of each report, by its id.
    public let texts: [String: SourceText]
    /// Files that gave no report, in the order given.
    public let failures: [FileError]
    /// Files named more than once, of which one was read.
    public let repeated: [String]
  }

  /// Compares the reports in some files.
  ///
  /// A file that cannot be read is a failure in the outcome and stops no other.
  ///
  /// Up to `threads` reports, 1 or more, are read at once.
  public func outcome(of requests: [Request], threads: Int) async -> Outcome {
    let given = await files(of: requests, threads: threads)
    let read = await inOrder(given.kept, width: threads) { item, index in
      account(of: item.file, id: "r\(index + 1)", outlet: item.outlet)
    }
    let accounts = read.map(\.account)
    let reuse = PassageFinder().result(
      for: read.map { reuseInput($0.account.report, $0.sentences) })
    let synopsis = comparer.synopsis(of: accounts, reuse: reuse)
    let notes =
      given.failures.map { Note(code: $0.code.rawValue, message: $0.message) }
      + given.repeated.map {
        Note(code: "given-twice", message: "\($0) was named more than once and read once")
      }
    let bare = DossierBuilder(synopsis, tool: tool).dossier(notes: notes)
    let dossier = (try? bare.sealed(hash: sha256Hex)) ?? bare
    return Outcome(
      dossier: dossier,
      texts: Dictionary(uniqueKeysWithValues: accounts.map { ($0.report.id, $0.report.text) }),
      failures: given.failures, repeated: given.repeated)
  }

  /// What makes the dossiers: this build, and the model that reads or `rules`.
  public var tool: Dossier.Tool {
    Dossier.Tool(name: "synoptic", version: "0.1.0", model: stages.readerName)
  }

  /// What a reading of some files gives.
  public struct ReadOutcome: Sendable {
    /// The reports that could be read, in the order given, each with its layers.
    public let readings: [ReportReading]
    /// Files that gave no report, in the order given.
    public let failures: [FileError]
    /// Files named more than once, of which one was read.
    public let repeated: [String]
  }

  /// Reads the reports in some files and goes no further than their layers.
  ///
  /// As `outcome(of:threads:)` treats files; a report in a language other than English has no
  /// sentences. Mentions and the ledger of claims are looked for when `layers` has them.
  public func readings(
    of requests: [Request], threads: Int, layers: Set<ReadingLayer> = ReadingLayer.standard
  ) async -> ReadOutcome {
    let given = await files(of: requests, threads: threads)
    let readings = await inOrder(given.kept, width: threads) { item, index in
      let report = report(in: item.file, id: "r\(index + 1)", outlet: item.outlet)
      let paragraphs = (report.title.map { [$0] } ?? []) + report.paragraphs
      let reading =
        report.isReadable
        ? stages.reader.reading(of: report.text, title: report.title, paragraphs: paragraphs)
        : Reading(
          text: report.text, title: report.title, paragraphs: paragraphs, tokens: [],
          sentences: [], quotations: [], attributions: [])
      return withLayers(layers, ReportReading(report: report, reading: reading, tool: tool))
    }
    return ReadOutcome(readings: readings, failures: given.failures, repeated: given.repeated)
  }

  /// A reading with mentions and claims where they are asked for; claims need mentions.
  private func withLayers(_ layers: Set<ReadingLayer>, _ item: ReportReading) -> ReportReading {
    guard layers.contains(.mentions) || layers.contains(.claims) else { return item }
    let published = item.report.published
    var mentions = stages.mentionFinder.mentions(in: item.reading, published: published)
    var claims: ReportClaims?
    if layers.contains(.claims) {
      // Those who only take part in an event are added to the mentions.
      claims = stages.claimReader.claims(
        in: item.reading, mentions: &mentions, published: published)
    }
    return ReportReading(
      report: item.report, reading: item.reading, tool: item.tool,
      mentions: KnownMentions(mentions, actors: stages.knowledge.actors, published: published),
      claims: claims)
  }

  /// Files that could be read, each once, and what became of the others.
  private struct GivenFiles {
    var kept: [(file: ReportFile, outlet: String?)] = []
    var failures: [FileError] = []
    var repeated: [String] = []
  }

  private func files(of requests: [Request], threads: Int) async -> GivenFiles {
    let files = await inOrder(requests, width: threads) { request, _ in
      Result { () throws(FileError) in try ReportFile(path: request.path) }
    }
    var given = GivenFiles()
    var seen: Set<String> = []
    for (request, file) in zip(requests, files) {
      switch file {
      case .failure(let error): given.failures.append(error)
      case .success(let file):
        if seen.insert(file.identity).inserted {
          given.kept.append((file, request.outlet))
        } else {
          given.repeated.append(request.path)
        }
      }
    }
    return given
  }

  /// What a report says, and its sentences where the reader gives them vectors.
  private func account(of file: ReportFile, id: String, outlet: String?)
    -> (account: ReportAccount, sentences: ReportSentences)
  {
    let report = report(in: file, id: id, outlet: outlet)
    guard report.isReadable else {
      let account = ReportAccount(
        report: report, mentions: ReportMentions(), claims: ReportClaims())
      return (account, ReportSentences())
    }
    let read = stages.result(
      for: report.text, title: report.title, paragraphs: report.paragraphs,
      published: report.published)
    return (
      ReportAccount(report: report, mentions: read.mentions, claims: read.claims),
      ReportSentences(read.reading)
    )
  }

  private func report(in file: ReportFile, id: String, outlet: String?) -> Report {
    reportReader.report(
      from: file.text, id: id, path: file.path, sha256: file.sha256, outlet: outlet,
      notes: file.notes)
  }

  private func reuseInput(_ report: Report, _ sentences: ReportSentences) -> ReuseInput {
    ReuseInput(
      text: report.text, range: report.title.map { $0.union(report.body) } ?? report.body,
      outlet: report.outlet, publishedDay: report.published?.days,
      credits: report.credits.filter { $0.subject == .text }.map(\.agency),
      agency: report.outlet.flatMap { reportReader.agency(ofOutlet: $0) },
      sentences: sentences)
  }
}

/// Maps items in up to `width` tasks at once; results stand in the order of the items.
private func inOrder<Item: Sendable, Value: Sendable>(
  _ items: [Item], width: Int, _ body: @escaping @Sendable (Item, Int) -> Value
) async -> [Value] {
  var values = [Value?](repeating: nil, count: items.count)
  await withTaskGroup(of: (Int, Value).self) { group in
    var next = 0
    func start() {
      guard next < items.count else { return }
      let index = next
      next += 1
      group.addTask { (index, body(items[index], index)) }
    }
    for _ in 0..<max(1, width) { start() }
    for await (index, value) in group {
      values[index] = value
      start()
    }
  }
  return values.compactMap(\.self)
}
