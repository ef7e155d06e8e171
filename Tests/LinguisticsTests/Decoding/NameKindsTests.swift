import Testing
import Texts

@testable import Linguistics

@Suite struct NameKindsTests {
  private let text = SourceText("Al Manara wrote of Suva. Al  Manara knows Al Manar.")
  private var tokens: [Token] { Tokenizer().tokens(of: text, in: text.range) }

  /// The kinds of runs where each token's scores for `B` and `I` of two kinds are given.
  private func kinds(_ runs: [Range<Int>], _ scores: [[Float]]) -> [Int] {
    var all = [[Float]](repeating: [0, 0, 0, 0, 0], count: tokens.count)
    for (run, score) in zip(runs, scores) {
      for token in run { all[token] = score }
    }
    return NameKinds(kinds: 2, scores: all.flatMap { $0 }, tokens: tokens, text: text)
      .settled(runs)
  }

  @Test func aSureMentionTellsTheOthers() {
    #expect(tokens.map { text[$0.range] }.firstIndex(of: "knows") == 8)
    let unsure: [Float] = [0, 1.2, 1.2, 1, 1]
    let sure: [Float] = [0, 0, 0, 9, 9]
    #expect(kinds([0..<2, 6..<8], [unsure, sure]) == [1, 1])
    #expect(kinds([0..<2, 6..<8], [sure, unsure]) == [1, 1])
  }

  @Test func namesWrittenOtherwiseStayApart() {
    let first: [Float] = [0, 2, 2, 1, 1]
    let second: [Float] = [0, 0, 0, 9, 9]
    #expect(kinds([0..<2, 9..<11], [first, second]) == [0, 1])
    #expect(kinds([0..<2, 0..<1], [first, first]) == [0, 0])
  }

  @Test func scoresNeedNoNormalization() {
    let unsure: [Float] = [500, 501.2, 501.2, 501, 501]
    let sure: [Float] = [-900, -900, -900, -891, -891]
    #expect(kinds([0..<2, 6..<8], [unsure, sure]) == [1, 1])
    #expect(kinds([], []) == [])
  }
}
