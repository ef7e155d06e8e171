import Linguistics
import Mentions
import Texts

/// Finds for each figure the claim it stands in, and who gives it.
struct TollClaims {
  let reading: Reading
  let mentions: ReportMentions
  let claims: [Claim]
  private let governors: SpeechGovernors

  init(reading: Reading, mentions: ReportMentions, claims: [Claim]) {
    self.reading = reading
    self.mentions = mentions
    self.claims = claims
    governors = SpeechGovernors(reading: reading, mentions: mentions)
  }

  /// The innermost claim that gives a figure: of those whose words hold it, the shortest.
  ///
  /// A claim that nobody makes gives none, and neither does one that only takes a figure for
  /// granted: `claimed responsibility for the bombing that killed 12`.
  func claim(of span: TextRange, isPresupposed: Bool, isMain: Bool) -> Int? {
    if isPresupposed, !isMain { return nil }
    var best: (index: Int, count: Int)?
    for (index, claim) in claims.enumerated() {
      if claim.isNegated && claim.speaker == nil { continue }
      switch claim.stance {
      case .claimsResponsibility, .noComment: continue
      case .condemns, .callsFor, .promises, .threatens: if isPresupposed { continue }
      default: break
      }
      for piece in claim.content {
        guard let common = piece.intersection(span), common.count * 5 >= span.count * 3 else {
          continue
        }
        if piece.count < (best?.count ?? Int.max) { best = (index, piece.count) }
      }
    }
    return best?.index
  }

  /// Who gives a figure: the claim's speaker, an inner speaker whom only the tree shows, else who
  /// is said to count (`giver`).
  func claimant(of claim: Int?, deed: TextRange, giver: TextRange?) -> Int? {
    guard let claim else { return giver.flatMap { mentions.actor(at: $0) } }
    let outer = named(claims[claim])
    guard let inner = governors.speech(over: deed), let cue = claims[claim].cue,
      !cue.overlaps(inner.verb), claims[claim].content.contains(where: { $0.contains(inner.verb) }),
      let speaker = inner.speaker
    else { return outer }
    return speaker
  }

  /// The innermost named source: of `sources from the ministry`, the ministry.
  private func named(_ claim: Claim) -> Int? {
    guard let speaker = claim.speaker, let source = claim.source,
      mentions.actors.indices.contains(speaker),
      mentions.actors[speaker].kind == .unnamed, let owner = mentions.actors[speaker].memberOf
    else { return claim.speaker }
    let tokens = reading.tokens(in: source)
    let isChannel = tokens.dropLast().contains { index in
      let word = reading.tokens[index].word
      guard word == "source" || word == "sources" else { return false }
      switch reading.tokens[index + 1].word {
      case "from", "in", "inside", "within", "at", "of": return true
      default: return false
      }
    }
    return isChannel ? owner : speaker
  }
}
