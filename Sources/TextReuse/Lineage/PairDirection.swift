import Texts

/// Tells in which direction words went between two reports.
struct PairDirection: Sendable {
  /// What is known of a pair.
  enum Relation: Equatable, Sendable {
    /// The report `from` had the words first.
    case directed(from: Int, to: Int, Lineage.Evidence)
    /// Both took the words from a source that neither is.
    case wire
    /// Nothing tells.
    case unknown
  }

  /// Words shared by two outlets, from which on a source of both is more likely than a copy.
  static let wireWords = 80
  /// Words that each of two reports must have put in to show that neither was the source.
  static let ownWords = 20

  let reports: [ComparedReport]
  /// For each report, the agencies that its words come from and that are no report at hand.
  let credits: [[String]]

  /// What is known of `pair`.
  func relation(_ pair: SharedPair) -> Relation {
    let (a, b) = (pair.a, pair.b)
    let order = reports[a].order(before: reports[b])
    if reports[a].sharesOutlet(with: reports[b]) {
      return timed(pair, order) ?? (pair.isVersion ? .unknown : contained(pair) ?? .unknown)
    }
    let creditsA = order != .earlier && reports[a].credits(reports[b])
    let creditsB = order != .later && reports[b].credits(reports[a])
    if creditsA != creditsB {
      return creditsA
        ? .directed(from: b, to: a, .credit) : .directed(from: a, to: b, .credit)
    }
    guard let timed = timed(pair, order) else {
      if !credits[a].isEmpty || !credits[b].isEmpty { return .wire }
      return contained(pair) ?? (haveOwnWords(pair) ? .wire : .unknown)
    }
    let taker = order == .earlier ? b : a
    return !credits[taker].isEmpty || isApart(pair) ? .wire : timed
  }

  private func timed(_ pair: SharedPair, _ order: ComparedReport.Order) -> Relation? {
    switch order {
    case .earlier: .directed(from: pair.a, to: pair.b, .time)
    case .later: .directed(from: pair.b, to: pair.a, .time)
    case .unknown: nil
    }
  }

  /// Whether both were made from one longer text, each with words put in that the other lacks.
  private func isApart(_ pair: SharedPair) -> Bool {
    let words = pair.words
    return words >= Self.wireWords
      && 2 * words >= min(reports[pair.a].size, reports[pair.b].size)
      && pair.additions(of: pair.a) >= Self.ownWords
      && pair.additions(of: pair.b) >= Self.ownWords
  }

  /// Whether both share much and each has words that the other lacks, at either end too.
  ///
  /// Where one came first that shows nothing: who copies cuts the end off and adds.
  func haveOwnWords(_ pair: SharedPair) -> Bool {
    guard pair.words >= Self.wireWords else { return false }
    return [pair.a, pair.b].allSatisfy { report in
      let stream = reports[report].stream
      let shared = stream.set(pair.stretches(of: report)).extent
      return pair.additions(of: report) + reports[report].proseSize(0..<shared.lowerBound)
        + reports[report].proseSize(shared.upperBound..<stream.count) >= Self.ownWords
    }
  }

  /// The shorter report as the longer one cut short (the inverted pyramid of news).
  ///
  /// Nearly all of the shorter one must be shared, the longer must be longer by a quarter, and
  /// what is missing must stand at its end.
  private func contained(_ pair: SharedPair) -> Relation? {
    let isALonger = reports[pair.a].size > reports[pair.b].size
    let (long, short) = isALonger ? (pair.a, pair.b) : (pair.b, pair.a)
    let shortStream = reports[short].stream
    let kept = shortStream.size(shortStream.set(pair.stretches(of: short)))
    let longStream = reports[long].stream
    let shared = longStream.set(pair.stretches(of: long))
    let missing = reports[long].size - longStream.size(shared)
    let tail = longStream.size(shared.extent.upperBound..<longStream.count)
    guard 10 * kept >= 8 * reports[short].size,
      4 * reports[long].size >= 5 * reports[short].size, 10 * tail >= 7 * missing
    else { return nil }
    return .directed(from: long, to: short, .containment)
  }
}

extension ComparedReport {
  /// How many words of a stretch are running text: in lines longer than a headline or byline, and
  /// no furniture.
  func proseSize(_ stretch: Range<Int>) -> Int {
    var sum = 0
    var start = stretch.lowerBound
    for end in stretch.lowerBound..<max(stretch.lowerBound, stretch.upperBound)
    where end + 1 >= stretch.upperBound || endsLine(end) {
      let line = start..<end + 1
      start = end + 1
      let size = stream.size(line)
      if size >= Self.leastProse, !hasFurnitureCues(line) { sum += size }
    }
    return sum
  }

  /// The fewest words of a line of running text.
  private static let leastProse = 12

  /// Which of two reports was published first.
  enum Order: Sendable { case earlier, later, unknown }

  /// Reports less than this many seconds apart have no order.
  private static let leastInterval = 15 * 60

  /// Whether this report was published before another; minutes, where known, go before days.
  func order(before other: ComparedReport) -> Order {
    if let own = input.publishedSecond, let others = other.input.publishedSecond {
      if own + Self.leastInterval <= others { return .earlier }
      return others + Self.leastInterval <= own ? .later : .unknown
    }
    guard let own = input.publishedDay, let others = other.input.publishedDay, own != others
    else { return .unknown }
    return own < others ? .earlier : .later
  }
}
