import Foundation
import Testing

@testable import Linguistics

@Suite struct LogarithmTests {
  @Test func powersAreNearTheExactOnes() {
    for x in stride(from: Float(0), through: -79, by: -0.037) {
      let exact = Foundation.exp(Double(x))
      #expect((Double(exponential(x)) / exact - 1).magnitude < 4e-6, "\(x)")
    }
    #expect(exponential(0) == 1 && exponential(-100) == 0)
  }

  @Test func logarithmsAreNearTheExactOnes() {
    for x in stride(from: Float(0.3), through: 8, by: 0.0071) {
      #expect((Double(logarithm(x)) - Foundation.log(Double(x))).magnitude < 1e-6, "\(x)")
    }
  }

  @Test(
    arguments: [(0, 0, 0), (3, -2, 1), (-80, 5, 4.5), (1e4, -1e4, 0)] as [(Float, Float, Float)])
  func probabilitiesAreThoseOfASoftmax(scores: (Float, Float, Float)) {
    let found = logProbabilities(scores.0, scores.1, scores.2)
    let exact = [scores.0, scores.1, scores.2].map { Double($0) }
    let most = exact.max() ?? 0
    let sum = Foundation.log(exact.reduce(0) { $0 + Foundation.exp($1 - most) })
    for (place, score) in exact.enumerated() {
      #expect((Double(found[place]) - (score - most - sum)).magnitude < 1e-5 * max(1, most - score))
    }
  }
}
