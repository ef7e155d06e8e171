import Texts

/// One chosen run of words.
struct Fingerprint: Hashable, Sendable {
  /// The hash of its words.
  let hash: UInt64
  /// The index of its first word.
  let position: Int
}

/// Chooses fingerprints of a report by robust winnowing (Schleimer, Wilkerson, Aiken 2003).
///
/// Of every `window` neighbouring runs of `length` words the one with the least hash is
/// kept, so two reports that share `length + window - 1` words in a row always share a
/// fingerprint. Runs are of words, windows of runs.
struct Winnowing: Sendable {
  let length: Int
  let window: Int

  /// For reports of ordinary length: about 0.22 fingerprints a word, 12 shared words suffice.
  static let ordinary = Winnowing(length: 5, window: 8)
  /// For flashes: 6 shared words suffice.
  ///
  /// The runs are as long as the ordinary ones, so that a flash and a long report find
  /// each other: what the wide window keeps, the narrow one keeps too.
  static let short = Winnowing(length: 5, window: 2)
  /// Reports of fewer words are flashes.
  static let shortCount = 60

  /// The fingerprints of a report, in order of position.
  ///
  /// - Complexity: O(n · window) at worst, close to O(n) on text.
  func fingerprints(of stream: WordStream) -> [Fingerprint] {
    let hashes = runHashes(of: stream)
    guard !hashes.isEmpty else { return [] }
    var chosen: [Fingerprint] = []
    chosen.reserveCapacity(hashes.count / 4 + 1)
    var least = -1
    for end in (min(window, hashes.count) - 1)..<hashes.count {
      let start = max(0, end - window + 1)
      if least < start {
        least = start
        for index in start...end where hashes[index] <= hashes[least] { least = index }
      } else if hashes[end] < hashes[least] {
        least = end
      } else {
        continue
      }
      chosen.append(Fingerprint(hash: hashes[least], position: least))
    }
    return chosen
  }

  /// The hash of every run of `length` words; a polynomial over the words that rolls.
  func runHashes(of stream: WordStream) -> [UInt64] {
    let count = stream.count - length + 1
    guard count > 0 else { return [] }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var leading: UInt64 = 1
    for _ in 1..<length { leading &*= base }
    var rolling: UInt64 = 0
    for word in stream.words[..<length] { rolling = rolling &* base &+ word.hash }
    var hashes = [mixed(rolling)]
    hashes.reserveCapacity(count)
    for index in 1..<max(count, 1) {
      rolling = (rolling &- stream.words[index - 1].hash &* leading) &* base
      rolling &+= stream.words[index + length - 1].hash
      hashes.append(mixed(rolling))
    }
    return hashes
  }
}

/// Spreads the bits of a hash evenly.
func mixed(_ hash: UInt64) -> UInt64 {
  var bits = hash
  bits = (bits ^ (bits >> 32)) &* 0xD6E8_FEB8_6659_FD93
  bits = (bits ^ (bits >> 32)) &* 0xD6E8_FEB8_6659_FD93
  return bits ^ (bits >> 32)
}
