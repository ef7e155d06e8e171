import Linguistics
import Testing
import Texts

@testable import evaluate

@Suite struct FlatTallyTests {
  private let file = """
    {"id": "t1", "tokens": ["``", "No", ",", "''", "she", "said", "."], \
    "labels": ["O", "B-content", "I-content", "O", "B-source", "B-cue", "O"], "pos": [], "ner": []}
    {"id": "t1", "tokens": ["Never", "."], "labels": ["B-content", "O"]}
    {"id": "t2", "tokens": ["Yes"], "labels": ["O"]}
    """

  @Test func readsDocumentsOfLines() throws {
    let texts = try FlatText.documents(Array(file.utf8))
    #expect(texts.count == 2 && texts[0].given.sentences == [0..<7, 7..<9])
    #expect(String(decoding: texts[0].given.bytes, as: UTF8.self) == "\"No,\" she said. Never.")
  }

  @Test func theCueComesBeforeAllElse() {
    let labels = FlatText.labels(of: [[0..<2], [1..<3], [0..<6], [3..<5]], count: 6)
    #expect(labels == ["B-source", "B-cue", "I-cue", "B-content", "I-content", "I-content"])
  }

  @Test func spansEndWithTheirSentence() {
    let spans = FlatTally.spans(
      ["B-content", "I-content", "I-content", "O"], sentences: [0..<2, 2..<4])
    #expect(spans == ["content": [0..<2, 2..<3]])
  }

  @Test func countsSpansWithBothEndsRight() throws {
    let texts = try FlatText.documents(Array(file.utf8))
    var tally = FlatTally(measure: "flat")
    tally.add(
      texts[0],
      labels: ["B-content", "I-content", "I-content", "O", "B-source", "B-cue", "O", "O", "O"])
    let f1 = Dictionary(uniqueKeysWithValues: tally.rows.map { ($0.layer, $0.f1) })
    #expect(f1 == ["source": 1, "cue": 1, "content": 0])
  }
}

@Suite struct PairStatisticsTests {
  @Test func ranksShareTies() {
    #expect(PairStatistics.ranks([3, 1, 3, 0]) == [3.5, 2, 3.5, 1])
  }

  @Test func spearmanIsOneForAnyRisingFunction() {
    #expect(PairStatistics.spearman([1, 2, 3, 4], [1, 8, 27, 64]) == 1)
    #expect(PairStatistics.spearman([1, 2, 3, 4], [4, 3, 2, 1]) == -1)
    #expect(PairStatistics.spearman([1, 1, 1], [1, 2, 3]) == 0)
  }

  @Test func areaAndPrecisionByHand() {
    let scores = [0.9, 0.8, 0.7, 0.6]
    let truths = [true, false, true, false]
    #expect(PairStatistics.area(scores, truths) == 0.75)
    let precision: Double = (1.0 + 2.0 / 3.0) / 2.0
    #expect(PairStatistics.averagePrecision(scores, truths) == precision)
    #expect(PairStatistics.bestAccuracy(scores, truths) == 0.75)
    #expect(PairStatistics.area([1, 1], [true, false]) == 0.5)
  }
}
