import Texts

/// Finds the passages that each report of a stream shares with earlier ones.
///
/// For many reports on many stories, where comparing every pair is out of the question:
/// earlier reports are looked up by fingerprints. A stretch of 12 shared words that make
/// a passage is sure to be looked up if another shared fingerprint lies near it.
public struct ReuseStream: Sendable {
  /// The most earlier reports that are compared with a new one word by word.
  private static let mostCompared = 24

  private var reports: [ComparedReport] = []
  private var values = WordValues()
  private var index = FingerprintIndex()
  private var furniture = FurnitureCounts()

  /// Nothing read yet.
  public init() {}

  /// How many reports have been read.
  public var count: Int { reports.count }

  /// Reads the next report, whose number is `count`, and returns what it took from earlier ones.
  ///
  /// Side b is the new report. A stretch is given with the report that shares most with
  /// it; others that hold mostly the same words are left out.
  ///
  /// - Complexity: O(words) for the new report and each of at most 24 that it is compared with.
  public mutating func passages(of input: ReuseInput) -> [SharedPassage] {
    let stream = WordStream(input.text, in: input.range)
    let winnowing: Winnowing =
      stream.count < Winnowing.shortCount ? .short : .ordinary
    let fingerprints = winnowing.fingerprints(of: stream)
    values.count(stream)
    let report = ComparedReport(input, stream, values)
    var hits: [Hit] = []
    for fingerprint in fingerprints {
      index.forEachPosting(of: fingerprint.hash) {
        hits.append(
          Hit(report: Int($0.report), new: fingerprint.position, old: Int($0.position)))
      }
    }
    var passages: [SharedPassage] = []
    if !hits.isEmpty {
      passages = compare(report, fingerprints, with: Candidate.candidates(from: hits))
    }
    index.insert(fingerprints, report: reports.count)
    reports.append(report)
    return passages
  }

  private mutating func compare(
    _ report: ComparedReport, _ fingerprints: [Fingerprint], with candidates: [Candidate]
  ) -> [SharedPassage] {
    var isCovered = [Bool](repeating: false, count: report.stream.count)
    var passages: [SharedPassage] = []
    var compared = 0
    for candidate in candidates where compared < Self.mostCompared {
      let fresh = candidate.hits.count { !isCovered[$0.new] }
      guard fresh >= Candidate.fewestHits else { continue }
      compared += 1
      let other = reports[candidate.report]
      let stretches = Furniture.parted(
        PairAligner.shared(
          report.stream, in: candidate.newWords, values: report.values, other.stream,
          GramTable(other.stream, in: candidate.oldWords)), report, other)
      let kinds = kinds(of: stretches, report, fingerprints, other)
      for (stretch, kind) in zip(stretches, kinds)
      where 2 * stretch.a.count(where: { !isCovered[$0] }) >= stretch.a.count {
        for word in stretch.a { isCovered[word] = true }
        passages.append(
          SharedPassage(
            a: Passage.Side(report: candidate.report, range: other.stream.range(stretch.b)),
            b: Passage.Side(report: reports.count, range: report.stream.range(stretch.a)),
            kind: kind, matchedWords: stretch.matchedWords))
      }
    }
    return passages
  }

  private mutating func kinds(
    of stretches: [SharedStretch], _ report: ComparedReport, _ fingerprints: [Fingerprint],
    _ other: ComparedReport
  ) -> [Passage.Kind] {
    let shared = stretches.reduce(0) { $0 + $1.matchedWords }
    let isLittle = 10 * shared < 3 * min(report.size, other.size)
    let isOneOutlet = report.sharesOutlet(with: other)
    return PassageKinds(a: report, b: other).kinds(of: stretches) { stretch in
      isLittle
        && furniture.isFurniture(
          stretch.a, fingerprints: fingerprints, outlet: report.input.outlet,
          isOneOutlet: isOneOutlet)
    }
  }
}
