import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct PassageInvariantTests {
  /// Random reports; every second one takes a piece of the one before it.
  private func story(_ seed: UInt64) -> [ReuseInput] {
    var random = SplitMix64(seed: seed)
    var texts: [SourceText] = []
    for number in 0..<5 {
      var text = randomReport(seed: seed &* 31 &+ UInt64(number))
      if number % 2 == 1, let before = texts.last {
        let (start, end) = (before.count / 4, before.count * 3 / 4)
        var piece = before.bytes[start..<end].drop { $0 & 0xC0 == 0x80 }
        while let last = piece.last, last >= 0x80 { piece.removeLast() }
        text = SourceText(
          String(decoding: text.bytes, as: UTF8.self) + "\n"
            + String(decoding: piece, as: UTF8.self))
      }
      texts.append(text)
    }
    return texts.map { text in
      ReuseInput(
        text: text, range: text.range,
        outlet: ["A", "B", nil].randomElement(using: &random) ?? nil,
        publishedDay: [nil, 7, 8].randomElement(using: &random) ?? nil,
        credits: Bool.random(using: &random) ? ["AFP"] : [])
    }
  }

  private func isWordByte(_ text: SourceText, _ offset: Int) -> Bool {
    let kind = CharacterClass(text.scalar(at: offset).value)
    return kind == .letter || kind == .digit
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func passagesAreWellFormed(seed: UInt64) {
    let inputs = story(seed)
    let result = PassageFinder().result(for: inputs)
    #expect(result.reportOrigin.count == inputs.count)
    for (report, origin) in result.reportOrigin.enumerated() {
      #expect(result.origins[origin].reports.contains(report))
    }
    var before: Passage?
    for passage in result.passages {
      #expect(passage.a.report < passage.b.report)
      #expect(result.origins[passage.origin].reports.contains(passage.a.report))
      #expect(result.origins[passage.origin].reports.contains(passage.b.report))
      for side in [passage.a, passage.b] {
        let text = inputs[side.report].text
        #expect(text.isScalarBoundary(side.range.start) && text.isScalarBoundary(side.range.end))
        #expect(isWordByte(text, side.range.start))
        if side.range.start > 0 {
          var last = side.range.start - 1
          while !text.isScalarBoundary(last) { last -= 1 }
          #expect(!isWordByte(text, last) || text.scalar(at: last).value.value >= 0xE00)
        }
      }
      if let before {
        #expect(
          (before.a.report, before.a.range, before.b.report, before.b.range)
            < (passage.a.report, passage.a.range, passage.b.report, passage.b.range))
      }
      before = passage
    }
    #expect(PassageFinder().result(for: inputs).passages == result.passages)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func orderOfReportsChangesOnlyIndexes(seed: UInt64) {
    let inputs = story(seed)
    let order = [3, 0, 4, 2, 1]
    let result = PassageFinder().result(for: inputs)
    let permuted = PassageFinder().result(for: order.map { inputs[$0] })
    func named(_ result: ReuseResult, _ name: (Int) -> Int) -> [String] {
      result.passages.map { passage in
        let sides = [passage.a, passage.b].map { "\(name($0.report)) \($0.range)" }.sorted()
        let origin = result.origins[passage.origin]
        let reports = origin.reports.map(name).sorted()
        return "\(sides) \(passage.kind) \(passage.matchedWords) \(origin.kind) \(reports)"
      }.sorted()
    }
    #expect(named(result) { $0 } == named(permuted) { order[$0] })
    #expect(result.origins.count == permuted.origins.count)
  }

  @Test func someRandomReportsShareWords() {
    #expect((0..<20).contains { !PassageFinder().result(for: story($0)).passages.isEmpty })
  }

  @Test func toleratesNoReportsAndEmptyOnes() {
    #expect(PassageFinder().result(for: []).origins.isEmpty)
    let result = PassageFinder().result(for: [input(SourceText("")), input(SourceText(" \n"))])
    #expect(result.passages.isEmpty)
    #expect(result.reportOrigin == [0, 1])
  }
}

@Suite struct LineageInvariantTests {
  /// Random stories: reports of known pieces, some in common, with days, outlets and credits.
  private func story(_ seed: UInt64) -> [ReuseInput] {
    var random = SplitMix64(seed: seed)
    let pieces = (0..<6 as Range<UInt64>).map { number in
      let text = randomReport(seed: seed % 5 &* 77 &+ number)
      return String(text[text.range].prefix(1_200))
    }
    return (0..<Int.random(in: 2...7, using: &random)).map { number in
      let chosen = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let text = SourceText(chosen.joined(separator: "\n\n"))
      let outlet = ["Alfa", "Beta Post", "Gama Times", "AFP", nil].randomElement(using: &random)
      return ReuseInput(
        text: text, range: text.range, outlet: outlet ?? nil,
        publishedDay: [nil, 7, 8, 9].randomElement(using: &random) ?? nil,
        credits: [[], [], ["AFP"], ["EFE"]].randomElement(using: &random) ?? [],
        publishedSecond: number == 0 ? nil : [nil, 700_000].randomElement(using: &random) ?? nil)
    }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func noReportIsItsOwnAncestor(seed: UInt64) {
    let result = PassageFinder().result(for: story(seed))
    var parents: [Int: [Int]] = [:]
    for edge in result.lineage.edges where edge.isDirected {
      if case .report(let from) = edge.from { parents[edge.to, default: []].append(from) }
    }
    for report in parents.keys {
      var open = parents[report] ?? []
      var seen: Set<Int> = []
      while let next = open.popLast() {
        if seen.insert(next).inserted { open += parents[next] ?? [] }
      }
      #expect(!seen.contains(report))
    }
  }

  @Test(arguments: 0..<80 as Range<UInt64>)
  func edgesRestOnPassagesAndTimeNeverGoesBackwards(seed: UInt64) {
    let inputs = story(seed)
    let result = PassageFinder().result(for: inputs)
    for edge in result.lineage.edges {
      #expect(edge.words > 0 && !edge.passages.isEmpty)
      for passage in edge.passages.map({ result.passages[$0] }) {
        #expect(passage.kind == .copy || passage.kind == .version)
        let ends = [passage.a.report, passage.b.report]
        #expect(ends.contains(edge.to))
        if case .report(let from) = edge.from { #expect(ends.contains(from)) }
      }
      guard case .report(let from) = edge.from, edge.isDirected,
        let source = inputs[from].publishedDay, let taker = inputs[edge.to].publishedDay
      else { continue }
      if inputs[from].publishedSecond == nil || inputs[edge.to].publishedSecond == nil {
        #expect(source <= taker)
      }
    }
    for wire in result.lineage.wires {
      #expect(!wire.reports.isEmpty && (wire.agency != nil || wire.reports.count > 1))
      #expect(Set(wire.reports).isSubset(of: result.origins[wire.origin].reports))
      #expect(result.origins[wire.origin].kind != .outlet)
    }
  }

  /// Whatever two reports share, taken, is told of one of the two at least.
  @Test(arguments: 0..<80 as Range<UInt64>)
  func noSharedPassageIsForgotten(seed: UInt64) {
    let result = PassageFinder().result(for: story(seed))
    let told = Set(
      result.lineage.edges.flatMap { edge -> [Int] in
        if case .report(let from) = edge.from { [edge.to, from] } else { [edge.to] }
      })
    for passage in result.passages where passage.kind == .copy || passage.kind == .version {
      #expect(told.contains(passage.a.report) || told.contains(passage.b.report))
      if passage.kind == .version {
        #expect(result.reportOrigin[passage.a.report] == result.reportOrigin[passage.b.report])
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func orderOfReportsChangesOnlyIndexesOfTheLineage(seed: UInt64) {
    let inputs = story(seed)
    var random = SplitMix64(seed: seed &+ 1_000)
    let order = Array(inputs.indices).shuffled(using: &random)
    let result = PassageFinder().result(for: inputs)
    let permuted = PassageFinder().result(for: order.map { inputs[$0] })
    // Reports with the same words, outlet and day cannot be told apart; nothing else may change.
    func name(_ index: Int) -> String {
      let input = inputs[index]
      return "\(input.outlet ?? "-") \(input.publishedDay ?? 0) \(input.text.bytes.count)"
    }
    guard Set(inputs.indices.map(name)).count == inputs.count else { return }
    #expect(result.lineage.lines(name) == permuted.lineage.lines { name(order[$0]) })
    #expect(
      result.lineage.edges.map(\.words).sorted() == permuted.lineage.edges.map(\.words).sorted())
    #expect(result.effectiveOrigins == permuted.effectiveOrigins)
    #expect(
      inputs.indices.map { result.origins[result.reportOrigin[$0]].name ?? "" }
        == inputs.indices.map { index in
          permuted.origins[permuted.reportOrigin[order.firstIndex(of: index) ?? 0]].name ?? ""
        })
  }
}
