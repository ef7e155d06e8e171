import ArgumentParser
import Dossiers
import Platform
import Texts

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Re-check every cited word of a dossier against the report files.",
    discussion: """
      Example: synoptic verify dossier.json

      Tells quote-not-found, quote-moved, wrong-document and source-changed apart; also \
      missing reports, dangling ids, values outside the contract, and any cell changed since \
      the dossier was made (altered). Exit status: 0 all holds; 1 something does not; 2 the \
      dossier or a report cannot be read.
      """)

  @Argument(help: "A dossier in JSON form.")
  var dossier: String

  @Option(name: .long, help: "Look for the report files, by name, in this folder.")
  var reports: String?

  @Flag(name: .long, help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    let dossier = try readDossier()
    var isEveryFileRead = true
    let files = dossier.reports.map { report -> Verifier.ReportFile in
      switch file(of: report.path) {
      case .success(let file): return .read(text: file.text, sha256: file.sha256)
      case .failure(let error):
        isEveryFileRead = false
        return .unreadable(reason: error.message)
      }
    }
    let verification = Verifier(hash: sha256Hex).verification(of: dossier, files: files)
    if json {
      Output.write(try jsonText(Listing(verification)))
    } else {
      Output.write(verification.text)
    }
    if !isEveryFileRead { throw ExitCode(2) }
    if !verification.findings.isEmpty { throw ExitCode(1) }
  }

  private func readDossier() throws -> Dossier {
    do {
      let file = try FileBytes.mapping(path: dossier)
      return try valueFromJSON(Dossier.self, file.bytes(0, file.count))
    } catch let error as FileError {
      Output.message(error.message)
    } catch {
      Output.message(
        "\(dossier) is no dossier: \(reasonForJSONFailure(error)); "
          + "make one with synoptic compare --format json")
    }
    throw ExitCode(2)
  }

  /// The report file as named, else beside the dossier, else in the folder the user names.
  private func file(of path: String) -> Result<ReportFile, FileError> {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var places = [path]
    if let reports {
      places = ["\(reports)/\(name)"]
    } else if !path.hasPrefix("/"), let slash = dossier.lastIndex(of: "/") {
      places.append("\(dossier[..<slash])/\(path)")
      places.append("\(dossier[..<slash])/\(name)")
    }
    var first: Result<ReportFile, FileError>?
    for place in places {
      let result = Result { () throws(FileError) in try ReportFile(path: place) }
      if case .success = result { return result }
      first = first ?? result
    }
    return first ?? Result { () throws(FileError) in try ReportFile(path: path) }
  }

  /// The findings as JSON lists them.
  private struct Listing: Encodable {
    struct Item: Encodable {
      let code: String
      let path: String
      let message: String
    }
    let citations: Int
    let reports: Int
    let findings: [Item]

    init(_ verification: Verification) {
      citations = verification.citations
      reports = verification.reports
      findings = verification.findings.map {
        Item(code: $0.code.rawValue, path: $0.path, message: $0.message)
      }
    }
  }
}
