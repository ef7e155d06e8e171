import EncoderTestSupport
import TestSupport
import Testing
import Texts

@testable import Encoder

@Suite struct HiddenStatesTests {
  let states = madeStates(lengths: [2, 1], rows: [[3, 0], [0, 4], [0, -2]])

  @Test func givesRows() {
    #expect(states.count == 3)
    #expect(states.row(1) == wide([0, 4]))
    #expect(states.row(2) == wide([0, -2]))
    #expect(states.values(of: 1..<3) == wide([0, 4]) + wide([0, -2]))
  }

  @Test func meansHaveLengthOne() {
    // (3, 0) and (0, 4) are (1.5, 2) in the mean, of length 2.5.
    #expect(states.meanVector(of: 0..<2) == wide([0.6, 0.8]))
    #expect(states.sentenceVector(0) == wide([0.6, 0.8]))
    #expect(states.sentenceVector(1) == wide([0, -1]))
  }

  @Test func nothingHasNoDirection() {
    #expect(states.meanVector(of: 1..<1) == wide([0, 0]))
    let opposite = madeStates(lengths: [2], rows: [[1, -1], [-1, 1]])
    #expect(opposite.sentenceVector(0) == wide([0, 0]))
  }

  @Test func meansOfARealModelAreThoseOfTheOracle() throws {
    let model = TinyModel()
    let sequences = randomSequences([9, 1, 30], of: model, seed: 2)
    let states = Encoder(try model.loaded()).states(of: sequences)
    let expected = Oracle(model: model).states(of: sequences)
    for index in 0..<sequences.count {
      let vector = states.sentenceVector(index).map { Double($0) }
      var sums = [Double](repeating: 0, count: 32)
      for row in expected[sequences[index]] { for place in 0..<32 { sums[place] += row[place] } }
      #expect((dot(vector, vector) - 1).magnitude < 1e-6)
      #expect(cosine(vector, sums) > 1 - 1e-8)
    }
  }

  @Test func laysSequencesEndToEnd() throws {
    let tokenizer = try smallTokenizer()
    let text = SourceText("the seven died")
    let pieces = tokenizer.pieces(of: text, in: text.range)
    var sequences = PieceSequences()
    sequences.append([7, 8], shapes: [1, 2])
    sequences.append(pieces, 1..<3, markers: tokenizer)
    #expect(sequences.count == 2 && sequences.starts == [0, 2, 6] && sequences[1] == 2..<6)
    #expect(
      sequences.ids
        == [7, 8, tokenizer.classification, pieces.ids[1], pieces.ids[2], tokenizer.separator])
    #expect(sequences.shapes == [1, 2, 0, 0, 0, 0])
    sequences.removeAll()
    #expect(sequences.count == 0 && sequences.ids.isEmpty && sequences.starts == [0])
  }
}

/// A row of 16 numbers, zero beyond those given.
private func wide(_ row: [Float]) -> [Float] {
  row + [Float](repeating: 0, count: 16 - row.count)
}

/// States as if a model 16 wide had made them.
private func madeStates(lengths: [Int], rows: [[Float]]) -> HiddenStates {
  var sequences = PieceSequences()
  for length in lengths { sequences.append([Int32](repeating: 0, count: length)) }
  let states = HiddenStates(room: sequences, width: 16)
  for (index, row) in rows.enumerated() {
    unsafe wide(row).withUnsafeBufferPointer { row in
      guard let start = row.baseAddress else { return }
      unsafe states.write(start, count: 1, at: index)
    }
  }
  return states
}
