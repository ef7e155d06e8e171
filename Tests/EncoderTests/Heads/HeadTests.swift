import EncoderTestSupport
import TestSupport
import Testing

@testable import Encoder

/// The heads beside their definitions in double precision.
@Suite(.serialized) struct HeadTests {
  static let plans: [TinyModel.Plan] = [
    .init(layers: 1), .init(layers: 1, width: 48, heads: 3, intermediate: 80, seed: 2),
    .init(layers: 1, isInt8: true, seed: 3),
  ]

  /// A model, its encoder and the states that its heads are asked about.
  struct Setting {
    let oracle: Oracle
    let encoder: Encoder
    let states: HiddenStates
    let rows: [[Double]]
    /// What rounding to bytes may cost; floats are nearly exact.
    let tolerance: Double

    init(_ plan: TinyModel.Plan) throws {
      let model = TinyModel(plan)
      oracle = Oracle(model: model)
      encoder = Encoder(try model.loaded())
      states = encoder.states(of: randomSequences([9, 14], of: model, seed: plan.seed))
      rows = EncoderTests.rows(states)
      tolerance = plan.isInt8 ? 0.05 : 1e-4
    }

    func head(_ name: String) throws -> Head { try #require(encoder.model.head(name)) }

    func expect(_ scores: Scores, _ expected: [[Double]]) {
      #expect(scores.count == expected.count)
      #expect(scores.labels == expected.first?.count)
      #expect(relativeError(scores.values.map { Double($0) }, expected.flatMap(\.self)) < tolerance)
    }
  }

  @Test(arguments: plans, ["tags", "plain"])
  func scoresTokens(plan: TinyModel.Plan, name: String) throws {
    let setting = try Setting(plan)
    let chosen = [0, 22, 3, 3, 17]
    let scores = setting.encoder.scores(try setting.head(name), rows: chosen, of: setting.states)
    let expected = setting.oracle.scores(name, of: chosen.map { setting.rows[$0] })
    setting.expect(scores, expected)
    for (thing, row) in expected.enumerated() where !plan.isInt8 {
      #expect(scores.best(thing) == row.firstIndex(of: row.max() ?? 0))
    }
  }

  @Test(arguments: plans)
  func projectsVectors(plan: TinyModel.Plan) throws {
    let setting = try Setting(plan)
    let vector = setting.states.sentenceVector(0)
    let found = setting.encoder.projection(try setting.head("meaning"), of: vector)
    let expected = setting.oracle.scores("meaning", of: [vector.map { Double($0) }])
    #expect(found.count == 24)
    #expect(relativeError(found.map { Double($0) }, expected[0]) < setting.tolerance)
  }

  @Test(arguments: plans, ["arcs", "links"])
  func scoresAllPairs(plan: TinyModel.Plan, name: String) throws {
    let setting = try Setting(plan)
    let (dependents, heads) = ([2, 5, 9], [1, 5, 11, 20])
    // Where they stand: near, far and beyond the last bucket; the last head is a root.
    let places = (dependents: [0, 3, 500], heads: [1, 0, 210, nil] as [Int?])
    let head = try setting.head(name)
    for hasPlaces in [true, false] {
      let scores = setting.encoder.scores(
        head, dependents: dependents, heads: heads, of: setting.states,
        places: hasPlaces ? places : nil)
      var expected: [[Double]] = []
      for (row, dependent) in dependents.enumerated() {
        for (column, other) in heads.enumerated() {
          let distance = places.heads[column].map { $0 - places.dependents[row] }
          expected.append(
            setting.oracle.scores(
              name, setting.rows[dependent], setting.rows[other],
              distance: hasPlaces ? distance : nil))
        }
      }
      setting.expect(scores, expected)
    }
  }

  @Test(arguments: plans)
  func scoresChosenPairs(plan: TinyModel.Plan) throws {
    let setting = try Setting(plan)
    let pairs = [(dependent: 1, head: 2), (dependent: 2, head: 1), (dependent: 7, head: 7)]
    let distances: [Int?] = [-40, nil, 0]
    let scores = setting.encoder.scores(
      try setting.head("arcs"), pairs: pairs, of: setting.states, distances: distances)
    setting.expect(
      scores,
      zip(pairs, distances).map { pair, distance in
        setting.oracle.scores(
          "arcs", setting.rows[pair.dependent], setting.rows[pair.head], distance: distance)
      })
  }

  @Test func chosenPairsScoreAsAmongAllPairs() throws {
    let setting = try Setting(Self.plans[2])
    let arcs = try setting.head("arcs")
    let all = setting.encoder.scores(
      arcs, dependents: [3, 4], heads: [8, 9, 10], of: setting.states,
      places: (dependents: [3, 4], heads: [8, nil, 10]))
    let chosen = setting.encoder.scores(
      arcs, pairs: [(4, 10), (3, 9), (4, 8)], of: setting.states, distances: [6, nil, 4])
    for label in 0..<3 {
      #expect(chosen[0, label] == all[5, label])
      #expect(chosen[1, label] == all[1, label])
      #expect(chosen[2, label] == all[3, label])
    }
  }

  @Test(arguments: plans)
  func pairsScoredInTurnsScoreAsAtOnce(plan: TinyModel.Plan) throws {
    let setting = try Setting(plan)
    let arcs = try setting.head("arcs")
    let scorer = setting.encoder.pairs(
      arcs, dependents: StateRows([3, 4, 9], of: setting.states),
      heads: StateRows([1, 3, 4, 9, 20], of: setting.states))
    let all = setting.encoder.scores(
      arcs, dependents: [4, 9], heads: [3, 4, 9, 20], of: setting.states,
      places: (dependents: [1, 2], heads: [1, 2, 3, 4].map { $0 - 3 }))
    #expect(scorer.scores(dependents: 1..<3, heads: 1..<5, shift: -3).values == all.values)
    let roots = setting.encoder.scores(arcs, dependents: [9], heads: [1], of: setting.states)
    #expect(scorer.scores(dependents: 2..<3, heads: 0..<1, shift: nil).values == roots.values)
    #expect(scorer.scores(dependents: 1..<1, heads: 0..<4, shift: 0).count == 0)
  }

  @Test(arguments: plans)
  func projectsMeans(plan: TinyModel.Plan) throws {
    let setting = try Setting(plan)
    let meaning = try setting.head("meaning")
    let runs = [2..<5, 0..<23]
    let found = setting.encoder.vectors(meaning, meansOf: runs, of: setting.states)
    #expect(found.count == 48)
    for (index, run) in runs.enumerated() {
      let mean = setting.states.mean(of: run)
      let expected = setting.encoder.projection(meaning, of: mean).map { Double($0) }
      #expect(
        relativeError(
          found[index * 24..<(index + 1) * 24].map { Double($0) },
          normalized(expected).map { Double($0) }) < 1e-5)
    }
  }

  @Test(arguments: plans)
  func scoresSpans(plan: TinyModel.Plan) throws {
    let setting = try Setting(plan)
    let (dependents, heads) = ([0..<3, 4..<5], [9..<12, 1..<23, 6..<7])
    let scores = setting.encoder.scores(
      try setting.head("spans"), dependents: dependents, heads: heads, of: setting.states,
      places: (dependents: [0, 1], heads: [2, nil, 30]))
    var expected: [[Double]] = []
    for (row, dependent) in dependents.enumerated() {
      for (column, other) in heads.enumerated() {
        expected.append(
          setting.oracle.scores(
            "spans", dependent, other, of: setting.rows,
            distance: [2, nil, 30][column].map { $0 - row }))
      }
    }
    setting.expect(scores, expected)
  }

  @Test func nothingHasNoScores() throws {
    let setting = try Setting(Self.plans[0])
    let (encoder, states) = (setting.encoder, setting.states)
    #expect(encoder.scores(try setting.head("tags"), rows: [], of: states).count == 0)
    let arcs = try setting.head("arcs")
    #expect(encoder.scores(arcs, dependents: [1], heads: [Int](), of: states).count == 0)
    #expect(encoder.scores(arcs, pairs: [], of: states).count == 0)
  }

  @Test func readsHeadsInTheOrderOfTheirNames() throws {
    let model = try TinyModel().loaded()
    #expect(model.heads.map(\.name) == TinyHead.names)
    #expect(model.heads.map(\.kind) == [.pairs, .pairs, .projection, .tokens, .spans, .tokens])
    #expect(model.head("plain")?.labels == ["in", "out", "neither"])
    #expect(model.head("meaning")?.labels == [] && model.head("nobody") == nil)
  }

  @Test func theBestLabelIsTheFirstOfEquals() {
    let scores = Scores(labels: 3, values: [1, 2, 2, -1, -3, -2])
    #expect(scores.best(0) == 1 && scores.best(1) == 0 && scores[1, 2] == -2)
    #expect(Scores(labels: 0, values: []).count == 0)
  }

  @Test(arguments: [
    (0, 8), (1, 9), (-1, 7), (2, 10), (3, 10), (-3, 6), (4, 11), (-4, 5), (63, 14), (64, 15),
    (127, 15), (128, 16), (-128, 0), (100_000, 16), (Int.max, 16), (Int.min, 0),
  ])
  func bucketsOfDistanceDouble(distance: Int, bucket: Int) {
    #expect(Biaffine.bucket(distance) == bucket)
  }
}
