import Encoder
import EncoderTestSupport
import TestSupport
import Testing

/// A sequence becomes the same bits whatever stands beside it and whoever runs it.
@Suite struct EncoderInvariantTests {
  static let plans: [TinyModel.Plan] = [
    .init(taskHeads: []),
    .init(
      width: 48, heads: 3, intermediate: 80, shapes: 3, isInt8: true, isSmoothed: true,
      taskHeads: []),
  ]
  // More than two chunks of 256 pieces.
  static let lengths = [1, 70, 5, 64, 33, 80, 2, 16, 61, 7, 80, 80, 40, 1]

  @Test(arguments: plans)
  func companyAndOrderChangeNothing(plan: TinyModel.Plan) throws {
    let model = TinyModel(plan)
    let encoder = Encoder(try model.loaded())
    let sequences = randomSequences(Self.lengths, of: model, seed: 3)
    let whole = encoder.states(of: sequences)
    var random = SplitMix64(seed: 5)
    let order = Array(0..<sequences.count).shuffled(using: &random)
    let shuffled = encoder.states(of: chosen(order, of: sequences))
    for (place, index) in order.enumerated() {
      let expected = bits(whole, index)
      #expect(bits(shuffled, place) == expected)
      #expect(bits(encoder.states(of: chosen([index], of: sequences)), 0) == expected)
    }
  }

  @Test(arguments: plans, [1, 2, 5])
  func workersChangeNothing(plan: TinyModel.Plan, workers: Int) async throws {
    let model = TinyModel(plan)
    let encoder = Encoder(try model.loaded())
    let sequences = randomSequences(Self.lengths, of: model, seed: 4)
    let expected = encoder.states(of: sequences)
    let found = await encoder.states(of: sequences, workers: workers)
    #expect(found.values.map(\.bitPattern) == expected.values.map(\.bitPattern))
    #expect(found.starts == expected.starts)
  }

  @Test(arguments: plans)
  func instructionsChangeNothing(plan: TinyModel.Plan) throws {
    let model = try TinyModel(plan).loaded()
    let sequences = randomSequences([70, 1, 33, 16, 5], of: TinyModel(plan), seed: 6)
    let all = Instructions.all.map { Encoder(model, instructions: $0).states(of: sequences) }
    for (instructions, states) in zip(Instructions.all, all) {
      #expect(
        states.values.map(\.bitPattern) == all[0].values.map(\.bitPattern),
        "\(instructions.name) differs")
    }
  }

  @Test func headsGiveTheSameBitsWithAllInstructions() throws {
    let model = try TinyModel(TinyModel.Plan(isInt8: true, isSmoothed: true)).loaded()
    let sequences = randomSequences([12], of: TinyModel(), seed: 6)
    let tags = try #require(model.head("tags"))
    let arcs = try #require(model.head("arcs"))
    var found: Set<[UInt32]> = []
    for instructions in Instructions.all {
      let encoder = Encoder(model, instructions: instructions)
      let states = encoder.states(of: sequences)
      let all =
        encoder.scores(tags, rows: Array(0..<12), of: states).values
        + encoder.scores(arcs, dependents: [0, 5], heads: [1, 2, 7], of: states).values
      found.insert(all.map(\.bitPattern))
    }
    #expect(found.count == 1)
  }

  @Test func namesInstructionsAndFindsThem() {
    let names = Instructions.all.map(\.name)
    #expect(names.first == "portable" && Set(names).count == names.count)
    #expect(names.contains(Instructions.best.name))
    #expect(names.allSatisfy { Instructions.named($0)?.name == $0 })
    #expect(Instructions.named("abacus") == nil)
  }

  @Test func noSequencesGiveNoStates() async throws {
    let encoder = Encoder(try TinyModel().loaded())
    #expect(encoder.states(of: PieceSequences()).count == 0)
    #expect(await encoder.states(of: PieceSequences(), workers: 3).values.isEmpty)
  }

  @Test func twoRunsOnUsedMemoryAgree() throws {
    // A long sequence first leaves the memory of the worker full.
    let model = TinyModel()
    let encoder = Encoder(try model.loaded())
    let long = randomSequences([80, 80, 80], of: model, seed: 8)
    let short = randomSequences([3], of: model, seed: 9)
    var both = long
    both.append(Array(short.ids))
    #expect(bits(encoder.states(of: both), 3) == bits(encoder.states(of: short), 0))
  }

  private func chosen(_ indexes: [Int], of sequences: PieceSequences) -> PieceSequences {
    var result = PieceSequences()
    for index in indexes {
      let range = sequences[index]
      result.append(sequences.ids[range], shapes: sequences.shapes[range])
    }
    return result
  }

  private func bits(_ states: HiddenStates, _ sequence: Int) -> [UInt32] {
    (states.starts[sequence]..<states.starts[sequence + 1]).flatMap { row in
      states.row(row).map(\.bitPattern)
    }
  }
}
