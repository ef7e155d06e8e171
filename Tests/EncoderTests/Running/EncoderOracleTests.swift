import Encoder
import EncoderTestSupport
import TestSupport
import Testing

/// The encoder beside a transformer in double precision.
@Suite struct EncoderOracleTests {
  static let plans: [TinyModel.Plan] = [
    .init(taskHeads: []),
    .init(width: 48, heads: 3, intermediate: 80, taskHeads: [], seed: 2),
    .init(layers: 1, width: 64, heads: 1, intermediate: 16, taskHeads: [], seed: 3),
    .init(
      layers: 3, width: 16, heads: 1, intermediate: 32, shapes: 5, taskHeads: [], seed: 4),
  ]

  @Test(arguments: plans)
  func floatsGiveTheStatesOfTheOracle(plan: TinyModel.Plan) throws {
    let (found, expected) = try states(TinyModel(plan), lengths: [3, 1, 17, 70, 16, 2, 33])
    for (found, expected) in zip(found, expected) {
      #expect(relativeError(found, expected) < 1e-4)
    }
  }

  @Test(
    arguments: plans.flatMap { plan in
      [false, true].map { isSmoothed in
        var plan = plan
        plan.isInt8 = true
        plan.isSmoothed = isSmoothed
        return plan
      }
    })
  func bytesGiveNearlyTheStatesOfTheOracle(plan: TinyModel.Plan) throws {
    let (found, expected) = try states(TinyModel(plan), lengths: [5, 40, 1, 20])
    let cosines = zip(found, expected).map(cosine)
    let mean = cosines.reduce(0, +) / Double(cosines.count)
    #expect(mean > 0.9999 && (cosines.min() ?? 0) > 0.9995)
  }

  @Test func everyLengthGivesTheStatesOfTheOracle() throws {
    let plan = TinyModel.Plan(layers: 1, width: 16, heads: 1, intermediate: 16, taskHeads: [])
    let (found, expected) = try states(TinyModel(plan), lengths: Array(1...40))
    #expect(zip(found, expected).allSatisfy { relativeError($0, $1) < 1e-4 })
  }

  @Test func aHugeStateInOnePlaceDoesNotSpoilTheOthers() throws {
    // The exponentials of attention must not overflow, however far the scores lie apart.
    var parts = TinyModel().parts()
    let large = [Float](repeating: 3e4, count: 32)
    parts["embeddings.gain"] = .floats(large, 32)
    let encoder = Encoder(try load(modelFile(parts)))
    let states = encoder.states(of: randomSequences([20], of: TinyModel(), seed: 1))
    #expect(states.values.allSatisfy { $0.isFinite })
  }

  private func states(
    _ model: TinyModel, lengths: [Int]
  ) throws -> (found: [[Double]], expected: [[Double]]) {
    let sequences = randomSequences(lengths, of: model, seed: model.plan.seed)
    let states = Encoder(try model.loaded()).states(of: sequences)
    #expect(states.starts == sequences.starts && states.width == model.plan.width)
    #expect(states.values.count == states.count * states.width)
    return (rows(states), Oracle(model: model).states(of: sequences))
  }
}

/// The rows in double precision.
func rows(_ states: HiddenStates) -> [[Double]] {
  (0..<states.count).map { states.row($0).map { Double($0) } }
}
