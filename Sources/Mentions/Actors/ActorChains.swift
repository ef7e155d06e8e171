import Linguistics
import Texts

/// Chains of phrases that mean one thing, looked up by where a phrase's head begins.
struct ActorChains {
  /// No chains.
  static let none = ActorChains(chains: [], reading: nil)

  private var places: [Int: (chain: Int, position: Int)] = [:]
  private var heads: [[TextRange]] = []

  init(chains: [CoreferenceFinder.Chain], reading: Reading?) {
    guard let reading else { return }
    for chain in chains where chain.heads.count > 1 {
      for (position, head) in chain.heads.enumerated() {
        places[reading.tokens[head].start] = (heads.count, position)
      }
      heads.append(chain.heads.map { reading.tokens[$0].range })
    }
  }

  /// The heads of the phrases before the one whose head begins at `start`, the nearest first.
  func heads(before start: Int) -> [TextRange] {
    guard let place = places[start] else { return [] }
    return heads[place.chain][..<place.position].reversed()
  }
}
