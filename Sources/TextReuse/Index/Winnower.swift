/// Chooses fingerprints of split reports by robust winnowing (Schleimer, Wilkerson, Aiken 2003).
///
/// Of every `window` neighbouring runs of four words the one with the least hash is kept, the
/// last of equals, so two reports that share 11 words in a row share a fingerprint. The run's hash is the
/// same whatever the window, and what a wide window keeps a narrow one keeps too: a flash
/// finds a long report.
@safe final class Winnower {
  /// Words in a run.
  static let length = 4
  /// The window of ordinary reports: about 0.22 fingerprints a word.
  static let window = 8
  /// The window of reports of fewer than `shortCount` words.
  static let shortWindow = 2
  static let shortCount = 60

  /// The fingerprints, in order of position.
  let hashes = Column<UInt32>()
  /// The first word of each.
  let positions = Column<UInt32>()
  private let runs = Column<UInt32>()

  /// Chooses the fingerprints of `words`.
  ///
  /// - Complexity: O(n) on text, O(n · window) at worst.
  func winnow(_ words: Values<UInt32>) {
    let count = words.count - Self.length + 1
    hashes.resize(max(count, 0))
    positions.resize(max(count, 0))
    runs.resize(max(count, 0))
    guard count > 0 else { return }
    hashRuns(words, count)
    let window = min(words.count < Self.shortCount ? Self.shortWindow : Self.window, count)
    let runs = runs.values
    let (hashes, positions) = (hashes.values, positions.values)
    var kept = 0
    var least = -1
    for end in (window - 1)..<count {
      let start = end - window + 1
      if least < start {
        least = start
        var value = runs[start]
        for index in start + 1..<end + 1 where runs[index] <= value {
          least = index
          value = runs[index]
        }
      } else if runs[end] <= runs[least] {
        least = end
      } else {
        continue
      }
      // What is least is small: spread again, as the table goes by the highest bits.
      hashes[kept] = runs[least] &* 0x9E37_79B1
      positions[kept] = UInt32(truncatingIfNeeded: least)
      kept += 1
    }
    self.hashes.resize(kept)
    self.positions.resize(kept)
  }

  private func hashRuns(_ words: Values<UInt32>, _ count: Int) {
    let runs = runs.values
    for index in 0..<count {
      let first = UInt64(words[index]) | UInt64(words[index + 1]) << 32
      let second = UInt64(words[index + 2]) | UInt64(words[index + 3]) << 32
      let hash = WordHash.mixed(WordHash.mixed(first) ^ second)
      runs[index] = max(1, UInt32(truncatingIfNeeded: hash))
    }
  }
}
