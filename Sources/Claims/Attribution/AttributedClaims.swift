public import Linguistics
public import Mentions
import Texts

/// Turns the attributions of a report into claims: who says it, through whom, how surely.
public struct AttributedClaims: Sendable {
  private let cues: CueLexicon
  private let wording: ClaimWording

  /// Creates a reader of claims with the lexicons of cues, hedges and stances.
  public init(cues: CueLexicon, wording: ClaimWording) {
    self.cues = cues
    self.wording = wording
  }

  /// The claims of a report, in the order of its attributions.
  ///
  /// Wishes and feelings ("wants to", "supports") are attributions but no claims, and neither is
  /// what is said to be so by nobody ("is believed to").
  ///
  /// - Complexity: O(n log n) in the attributions and mentions.
  public func claims(in reading: Reading, mentions: ReportMentions) -> [Claim] {
    let index = MentionIndex(mentions)
    let speakers = SpeakerFinder(reading: reading, mentions: index)
    let stances = StanceReader(cues: cues, wording: wording)
    let hedges = HedgeFinder(wording: wording)
    let clauses = ClauseReader(reading)
    let sources = SourceFinder(clauses: clauses, cues: cues)
    let attributions = reading.attributions.map { sources.sourced($0) }
    var claims: [Claim] = []
    let speakerOf = attributions.map { attribution in
      attribution?.source.flatMap { speakers.speaker(of: $0) }
    }
    for (position, attribution) in attributions.enumerated() {
      guard let attribution else { continue }
      if let key = attribution.cueLemma, cues.kind(of: key) == .attitude { continue }
      let speaker = speakerOf[position]
      claims.append(
        Claim(
          source: attribution.source, cue: attribution.cue, content: attribution.content,
          speaker: speaker,
          chain: chain(position, speakerOf, in: reading, mentions: index),
          stance: stances.stance(
            of: attribution, speaker: speaker, in: reading, mentions: index),
          hedge: hedges.hedge(of: attribution, in: reading), isNegated: attribution.isNegated))
    }
    let nested = NestedNominals(clauses: clauses).found()
    for attribution in nested {
      let speaker = attribution.source.flatMap { speakers.speaker(of: $0) }
      claims.append(
        Claim(
          source: attribution.source, cue: attribution.cue, content: attribution.content,
          speaker: speaker,
          stance: stances.stance(of: attribution, speaker: speaker, in: reading, mentions: index),
          hedge: hedges.hedge(of: attribution, in: reading)))
    }
    if !nested.isEmpty { claims.sort { $0.firstByte < $1.firstByte } }
    ClaimLinks(reading: reading).link(&claims)
    return claims
  }

  /// Those between outlet and speaker, outermost first.
  private func chain(
    _ position: Int, _ speakerOf: [Int?], in reading: Reading, mentions: MentionIndex
  ) -> [Int] {
    let attribution = reading.attributions[position]
    var chain: [Int] = []
    var parent = attribution.parent
    var depth = 0
    while let outer = parent, depth < 8 {
      if let speaker = speakerOf[outer] { chain.insert(speaker, at: 0) }
      parent = reading.attributions[outer].parent
      depth += 1
    }
    if let reporter = citing(position, speakerOf, in: reading) { chain.append(reporter) }
    if let hearer = hearer(of: attribution, in: reading, mentions: mentions) {
      chain.append(hearer)
    }
    var seen: Set<Int> = speakerOf[position].map { [$0] } ?? []
    return chain.filter { seen.insert($0).inserted }
  }

  /// `state television reported …, citing the ministry`: the television, for the ministry.
  private func citing(_ position: Int, _ speakerOf: [Int?], in reading: Reading) -> Int? {
    let attribution = reading.attributions[position]
    guard let cue = attribution.cue else { return nil }
    for other in reading.attributions.indices[max(0, position - 4)...].prefix(9)
    where other != position {
      let candidate = reading.attributions[other]
      guard candidate.content == attribution.content, let before = candidate.cue,
        before.start < cue.start
      else { continue }
      return speakerOf[other]
    }
    return nil
  }

  /// The agency or outlet that was told: `told AFP`, `quoted by SANA`.
  private func hearer(
    of attribution: Attribution, in reading: Reading, mentions: MentionIndex
  ) -> Int? {
    guard let cue = attribution.cue else { return nil }
    var end = cue.end
    if let source = attribution.source, source.start >= cue.end, source.start <= cue.end + 2 {
      return nil
    }
    for piece in attribution.content where piece.start >= cue.end {
      end = max(end, piece.start)
      break
    }
    if end == cue.end {
      let sentence = reading.sentence(ofToken: reading.token(atOrAfter: cue.start))
      end = reading.sentences[sentence].range.end
    }
    end = min(end, cue.end + 70)
    guard end > cue.end + 1 else { return nil }
    let found = mentions.overlapping(TextRange(cue.end, end)).first { mention in
      guard mention.range.start >= cue.end else { return false }
      return mentions.kind(mention.entity) == .agency || mentions.kind(mention.entity) == .outlet
    }
    return found?.entity
  }
}

extension Claim {
  /// The first byte of its words.
  var firstByte: Int {
    ([source, cue].compactMap { $0?.start } + content.map(\.start)).min() ?? 0
  }
}
