import Claims
import Comparison
public import Dossiers
import Mentions
public import Platform
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

  /// Loads the tables and lexicons of `data`.
  public init(data: DataFolder) throws(FileError) {
    stages = try Stages(data: data)
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
    let files = await inOrder(requests, width: threads) { request, _ in
      Result { () throws(FileError) in try ReportFile(path: request.path) }
    }
    var failures: [FileError] = []
    var repeated: [String] = []
    var kept: [(file: ReportFile, outlet: String?)] = []
    var seen: Set<String> = []
    for (request, file) in zip(requests, files) {
      switch file {
      case .failure(let error): failures.append(error)
      case .success(let file):
        if seen.insert(file.identity).inserted {
          kept.append((file, request.outlet))
        } else {
          repeated.append(request.path)
        }
      }
    }
    let accounts = await inOrder(kept, width: threads) { item, index in
      account(of: item.file, id: "r\(index + 1)", outlet: item.outlet)
    }
    let reuse = PassageFinder().result(for: accounts.map { Self.reuseInput($0.report) })
    let synopsis = comparer.synopsis(of: accounts, reuse: reuse)
    let notes =
      failures.map { Note(code: $0.code.rawValue, message: $0.message) }
      + repeated.map {
        Note(code: "given-twice", message: "\($0) was named more than once and read once")
      }
    let bare = DossierBuilder(synopsis, tool: Self.tool).dossier(notes: notes)
    let dossier = (try? bare.sealed(hash: sha256Hex)) ?? bare
    return Outcome(
      dossier: dossier,
      texts: Dictionary(uniqueKeysWithValues: accounts.map { ($0.report.id, $0.report.text) }),
      failures: failures, repeated: repeated)
  }

  /// What made the dossiers of this build.
  public static let tool = Dossier.Tool(name: "synoptic", version: "0.1.0", model: "rules")

  private func account(of file: ReportFile, id: String, outlet: String?) -> ReportAccount {
    let report = reportReader.report(
      from: file.text, id: id, path: file.path, sha256: file.sha256, outlet: outlet,
      notes: file.notes)
    guard report.isReadable else {
      return ReportAccount(report: report, mentions: ReportMentions(), claims: ReportClaims())
    }
    let read = stages.result(
      for: report.text, title: report.title, paragraphs: report.paragraphs,
      published: report.published)
    return ReportAccount(report: report, mentions: read.mentions, claims: read.claims)
  }

  private static func reuseInput(_ report: Report) -> ReuseInput {
    ReuseInput(
      text: report.text, range: report.title.map { $0.union(report.body) } ?? report.body,
      outlet: report.outlet, publishedDay: report.published?.days,
      credits: report.credits.filter { $0.subject == .text }.map(\.agency))
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
