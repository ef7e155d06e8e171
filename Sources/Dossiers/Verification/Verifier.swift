public import Texts

/// Checks a dossier against its report files and against the contract.
///
/// The checks walk the dossier as a tree, so that a cell added to the contract is read by
/// the seal and by the citation check without further ado.
public struct Verifier: Sendable {
  /// A report file as it lies on disk now.
  public enum ReportFile: Sendable {
    /// It can be read: its text, and the SHA-256 of its bytes in lower-case hexadecimal.
    case read(text: SourceText, sha256: String)
    /// It is gone or cannot be read, and why.
    case unreadable(reason: String)
  }

  private let hash: @Sendable ([UInt8]) -> String

  /// Creates a verifier; `hash` gives SHA-256 as lower-case hexadecimal.
  public init(hash: @escaping @Sendable ([UInt8]) -> String) { self.hash = hash }

  /// Checks a dossier against its files: one for each of `dossier.reports`, in their order.
  ///
  /// A file that is not given counts as unreadable.
  ///
  /// - Complexity: O(cells + citations), and O(text) for each citation that does not hold.
  public func verification(of dossier: Dossier, files: [ReportFile]) -> Verification {
    guard let root = try? Cell(of: dossier) else {
      return Verification(
        findings: [
          Finding(
            code: .impossibleValue, path: "dossier", message: "a number is out of all range")
        ],
        citations: 0, reports: 0)
    }
    let shelf = ReportShelf(dossier.reports, files: files)
    var check = CellCheck(root, shelf: shelf)
    check.walk()
    let findings = shelf.findings + check.findings + seal(of: dossier)
    return Verification(
      findings: findings, citations: check.citations, reports: shelf.readableCount)
  }

  private func seal(of dossier: Dossier) -> [Finding] {
    guard let seal = dossier.seal else {
      return [
        Finding(
          code: .altered, path: "seal",
          message: "the dossier has no seal; whether its cells were changed cannot be told")
      ]
    }
    guard seal != (try? dossier.expectedSeal(hash: hash)) else { return [] }
    return [
      Finding(
        code: .altered, path: "seal",
        message: "the seal does not fit: a cell was changed after the dossier was made")
    ]
  }
}

/// The report files of a dossier, by report id.
struct ReportShelf {
  /// A report that can be read.
  struct Item {
    let id: String
    let text: SourceText
    let codePoints: CodePoints
  }

  private(set) var items: [Item] = []
  private(set) var findings: [Finding] = []
  var readableCount: Int { items.count }

  init(_ reports: [Dossier.ReportEntry], files: [Verifier.ReportFile]) {
    for (index, report) in reports.enumerated() {
      let file = index < files.count ? files[index] : .unreadable(reason: "no file was given")
      switch file {
      case .unreadable(let reason):
        findings.append(
          Finding(
            code: .reportMissing, path: "reports[\(index)].path",
            message: "\(report.path) cannot be read (\(reason)); its citations are unchecked"))
      case .read(let text, let sha256):
        items.append(Item(id: report.id, text: text, codePoints: CodePoints(text)))
        if sha256 != report.sha256 {
          findings.append(
            Finding(
              code: .sourceChanged, path: "reports[\(index)].sha256",
              message: "\(report.path) is not the file that was read: SHA-256 is \(sha256)"))
        }
      }
    }
  }

  func item(_ id: String) -> Item? { items.first { $0.id == id } }

  /// What is wrong with a citation; nil when the words stand where it says.
  func finding(report id: String, start: Int, end: Int, text: String, path: String) -> Finding? {
    guard let item = item(id) else { return nil }
    let words = Array(text.utf8)
    if let from = item.codePoints.byte(atCodePoint: start),
      let to = item.codePoints.byte(atCodePoint: end), from < to,
      item.text.bytes[from..<to].elementsEqual(words)
    {
      return nil
    }
    let quoted = "\"\(Plain.shortened(text, to: 60))\""
    if let place = item.place(of: words, near: start) {
      return Finding(
        code: .quoteMoved, path: path,
        message: "\(quoted) stands at \(place.start)-\(place.end) of \(id), not at \(start)-\(end)")
    }
    for other in items where other.id != id {
      guard let place = other.place(of: words, near: start) else { continue }
      return Finding(
        code: .wrongDocument, path: path,
        message: "\(quoted) stands in \(other.id) at \(place.start)-\(place.end), not in \(id)")
    }
    return Finding(
      code: .quoteNotFound, path: path,
      message: "\(quoted) stands in no report of the dossier; cited as \(start)-\(end) of \(id)")
  }
}

extension ReportShelf.Item {
  /// Where some words stand, in code points: the place nearest to `start`.
  fileprivate func place(of words: [UInt8], near start: Int) -> (start: Int, end: Int)? {
    guard let first = words.first, words.count <= text.count else { return nil }
    let origin = codePoints.byte(atCodePoint: max(0, start)) ?? text.count
    var best: Int?
    for offset in 0...text.count - words.count
    where text.bytes[offset] == first
      && text.bytes[offset..<offset + words.count].elementsEqual(words)
    {
      if let best, abs(best - origin) <= abs(offset - origin) { continue }
      best = offset
    }
    return best.map {
      (codePoints.codePoint(atByte: $0), codePoints.codePoint(atByte: $0 + words.count))
    }
  }
}
