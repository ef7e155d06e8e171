/// Chooses fingerprints of split reports by robust winnowing (Schleimer, Wilkerson, Aiken 2003).
///
/// Of every `window` neighbouring runs of four words the one with the least hash is kept, and its
/// equals, so two reports that share 11 words in a row share a fingerprint. The run's hash is the
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
  /// The hash of each run, less 2³¹ so that signed numbers have the order.
  private let runs = Column<Int32>()
  private let least = Column<Int32>()

  /// Chooses the fingerprints of `words`.
  ///
  /// - Complexity: O(n log(window)).
  func winnow(_ words: Values<UInt32>) {
    let count = max(words.count - Self.length + 1, 0)
    hashes.resize(count)
    positions.resize(count)
    runs.resize(count)
    guard count > 0 else { return }
    hashRuns(words, count)
    let isShort = words.count < Self.shortCount
    openRuns(window: isShort ? min(Self.shortWindow, count) : Self.window)
    let (runs, least) = (runs.values, least.values)
    let (hashes, positions) = (hashes.values, positions.values)
    var kept = 0
    for index in 0..<count {
      let run = runs[index]
      let greatest = least[index]
      // What is least is small: spread again, as the table goes by the highest bits.
      hashes[kept] = Self.hash(run) &* 0x9E37_79B1
      positions[kept] = UInt32(truncatingIfNeeded: index)
      // One where they are equal, else none: a branch would be guessed wrongly at every other one.
      kept &+= 1 &+ (Int(greatest) &- Int(run)) >> 63
    }
    self.hashes.resize(kept)
    self.positions.resize(kept)
  }

  /// The morphological opening: for each run the greatest of the least values of its windows.
  ///
  /// A run that equals it is the least of a window. `window` is a power of two, at most the
  /// number of runs. Both passes double the reach with each step, many runs at once.
  private func openRuns(window: Int) {
    let count = runs.count
    let pad = window - 1
    // Room for a last step of eight.
    least.fill(count + 2 * pad + 8, with: .min)
    let least = least.values
    least.copy(runs.values, to: pad)
    var step = 1
    while step < window {
      var index = pad
      while index < pad + count - step {
        let (here, there) = (least.lanes(at: index), least.lanes(at: index &+ step))
        least.setLanes(here.replacing(with: there, where: there .< here), at: index)
        index &+= 8
      }
      step *= 2
    }
    // Windows that would begin behind the last one.
    for index in count..<least.count { least[index] = .min }
    step = 1
    while step < window {
      var index = 0
      while index < count + pad - step {
        let (here, there) = (least.lanes(at: index), least.lanes(at: index &+ step))
        least.setLanes(here.replacing(with: there, where: there .> here), at: index)
        index &+= 8
      }
      step *= 2
    }
  }

  private func hashRuns(_ words: Values<UInt32>, _ count: Int) {
    let runs = runs.values
    for index in 0..<count {
      let first = UInt64(words[index]) | UInt64(words[index &+ 1]) << 32
      let second = UInt64(words[index &+ 2]) | UInt64(words[index &+ 3]) << 32
      let hash = WordHash.mixed(WordHash.mixed(first) ^ second)
      runs[index] = Int32(bitPattern: max(1, UInt32(truncatingIfNeeded: hash)) ^ 0x8000_0000)
    }
  }

  @inline(__always)
  private static func hash(_ run: Int32) -> UInt32 { UInt32(bitPattern: run) ^ 0x8000_0000 }
}
