/// Settles which cue a content belongs to when several claim it.
///
/// Each cue is asked by itself which words are its content, so a quotation may be claimed by a cue
/// of the next sentence as well as by its own. A word is content of two cues only where one
/// attribution stands inside the content of the other.
enum ContentClaims {
  /// A piece that gains less than this over being nothing, a token, is left out unless it is all
  /// that a cue has.
  static let leastGain: Float = 1.0

  /// Takes from each cue the pieces that another cue claims with more certainty, and those that are
  /// hardly more than nothing.
  ///
  /// - Parameter found: the cues of one window.
  /// - Complexity: O(p^2) in the pieces of a window.
  static func settle(_ found: inout [RoleDecoder.Found]) {
    struct Claim {
      let cue: Int
      let piece: Int
      let gain: Float
    }
    var claims: [Claim] = []
    for (cue, one) in found.enumerated() {
      for piece in one.pieces.indices {
        claims.append(Claim(cue: cue, piece: piece, gain: one.gains[piece]))
      }
    }
    guard claims.count > 1 else { return }
    claims.sort { ($1.gain, $0.cue, $0.piece) < ($0.gain, $1.cue, $1.piece) }
    var kept: [Claim] = []
    var isKept = found.map { [Bool](repeating: false, count: $0.pieces.count) }
    for claim in claims {
      let range = found[claim.cue].pieces[claim.piece]
      let isFirst = !isKept[claim.cue].contains(true)
      guard isFirst || claim.gain >= leastGain else { continue }
      let cue = found[claim.cue].cue
      let isTaken = kept.contains { other in
        guard other.cue != claim.cue else { return false }
        let taken = found[other.cue].pieces[other.piece]
        return taken.overlaps(range)
          && !range.contains(whole: found[other.cue].cue) && !taken.contains(whole: cue)
      }
      if isTaken { continue }
      kept.append(claim)
      isKept[claim.cue][claim.piece] = true
    }
    for cue in found.indices {
      let pieces = found[cue].pieces.indices.filter { isKept[cue][$0] }
      found[cue].gains = pieces.map { found[cue].gains[$0] }
      found[cue].pieces = pieces.map { found[cue].pieces[$0] }
    }
  }
}

extension Range<Int> {
  fileprivate func contains(whole other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
