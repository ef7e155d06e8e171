import Linguistics
import Texts

/// Points denials and confirmations at the claims that they answer.
struct ClaimLinks {
  let reading: Reading
  /// How many earlier claims are looked at.
  private static let reach = 40

  /// Fills in `aboutClaims`.
  func link(_ claims: inout [Claim]) {
    var stems: [Set<UInt64>] = []
    stems.reserveCapacity(claims.count)
    for index in claims.indices {
      stems.append(self.stems(of: claims[index]))
      guard claims[index].stance == .denies || claims[index].stance == .confirms else { continue }
      if let inner = claimInside(index, claims) {
        claims[index].aboutClaims = [inner]
        continue
      }
      var best: (claim: Int, score: Double)?
      for earlier in stride(from: index - 1, through: max(0, index - Self.reach), by: -1)
      where claims[earlier].speaker == nil || claims[earlier].speaker != claims[index].speaker {
        let common = stems[earlier].intersection(stems[index]).count
        guard common >= 2 || (common == 1 && stems[index].count <= 2) else { continue }
        let score = Double(common) / Double(max(1, min(stems[index].count, stems[earlier].count)))
        if score > (best?.score ?? 0.3) { best = (earlier, score) }
      }
      if let best { claims[index].aboutClaims = [best.claim] }
    }
  }

  /// `denied army claims that …`: the claim that stands in the content.
  private func claimInside(_ index: Int, _ claims: [Claim]) -> Int? {
    for next in claims.indices[index...].dropFirst().prefix(3) {
      guard let cue = claims[next].cue else { continue }
      if claims[index].content.contains(where: { $0.contains(cue) }) { return next }
    }
    return nil
  }

  /// The content words of a claim, cut to their first letters so that inflections agree.
  private func stems(of claim: Claim) -> Set<UInt64> {
    var stems: Set<UInt64> = []
    for piece in claim.content {
      for index in reading.tokens(in: piece).prefix(80) {
        let token = reading.tokens[index]
        guard !token.isPunctuation, token.range.count > 3, !Self.common.contains(token.word)
        else { continue }
        stems.insert(ContentWord.stem(of: token.range, in: reading.text))
      }
    }
    return stems
  }

  private static let common: Set<Word> = ContentWord.common.union([
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ])
}
