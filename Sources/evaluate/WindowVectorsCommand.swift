import ArgumentParser
import Encoder
import Linguistics
import Pipeline
import Platform
import Texts

/// Sentence vectors as the reader makes them, beside those of the base model.
struct WindowVectorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vectors-in-windows",
    abstract: "Sentence vectors of a reading, against those of the model they stand for.",
    discussion: """
      Files are texts, a paragraph a line, read as reports: the base model reads each sentence \
      alone, the reader has whole windows. "cosine": of the two vectors of a sentence, on average. \
      "spearman": of the likeness of all pairs of --sample sentences. --paraphrases takes the \
      Microsoft paraphrase corpus (columns: 0 or 1, two ids, two sentences), --scored lines of a \
      score from 0 to 5 and two sentences (STS): there each sentence is read alone.
      """)

  @Argument(help: "UTF-8 texts.") var files: [String] = []
  @OptionGroup var reader: EvaluatedReader
  @Option(help: "The base model, with whose vectors they are compared.") var base: String
  @Option(help: "Pairs that are paraphrases or not.") var paraphrases: [String] = []
  @Option(help: "Pairs with a score.") var scored: [String] = []
  @Option(help: "The most sentences of which all pairs are compared.") var sample = 1500
  @Flag(help: "Print JSON.") var json = false

  struct Row: Encodable {
    var file: String
    var measure: String
    var items: Int
    var reader: Double?
    var base: Double?
    var both: Double?
  }

  func run() throws {
    let vectors = PairOfModels(
      reader: try reader.loaded(), base: Encoder(try ReaderModels.loaded(from: base)))
    var rows: [Row] = []
    if !files.isEmpty { rows += try compared(vectors) }
    for path in paraphrases { rows += try judged(path, vectors) }
    for path in scored { rows += try graded(path, vectors) }
    if json { return Output.write(try jsonText(rows)) }
    var table = filled("file", 26) + filled("measure", 14)
    for name in ["items", "reader", "base", "both"] { table += padded(name, 9) }
    table += "\n"
    for row in rows {
      table += filled(row.file, 26) + filled(row.measure, 14) + padded("\(row.items)", 9)
      for value in [row.reader, row.base, row.both] {
        table += padded(value.map { decimal($0) } ?? "", 9)
      }
      table += "\n"
    }
    Output.write(table)
  }

  /// The vectors of the same sentences, by both.
  private func compared(_ models: PairOfModels) throws -> [Row] {
    var mine: [[Float]] = []
    var base: [[Float]] = []
    for path in files {
      let file = try FileBytes.mapping(path: path)
      guard let text = SourceText(validating: file.bytes(0, file.count)) else {
        throw ValidationError("\(path) is not UTF-8")
      }
      let reading = models.reader.reading(of: text, title: nil, paragraphs: text.linesWithWords)
      guard reading.vectors.count == reading.sentences.count else {
        throw ValidationError("the reader gives no vectors")
      }
      for (index, sentence) in reading.sentences.enumerated() {
        mine.append(Array(reading.vectors[index]))
        base.append(models.baseVector(of: text, in: sentence.range))
      }
    }
    let cosines = zip(mine, base).map { cosine($0, $1) }
    let count = mine.count
    let step = max(1, count / max(1, sample))
    let chosen = Array(stride(from: 0, to: count, by: step).prefix(sample))
    var (a, b): ([Double], [Double]) = ([], [])
    for (place, first) in chosen.enumerated() {
      for second in chosen[..<place] {
        a.append(cosine(mine[first], mine[second]))
        b.append(cosine(base[first], base[second]))
      }
    }
    let mean = cosines.reduce(0, +) / Double(max(1, count))
    return [
      Row(file: "texts", measure: "cosine", items: count, both: mean),
      Row(
        file: "texts", measure: "spearman", items: a.count,
        both: PairStatistics.spearman(a, b)),
    ]
  }

  private func judged(_ path: String, _ models: PairOfModels) throws -> [Row] {
    let pairs = try SentencePair.paraphrases(path)
    let truths = pairs.map { $0.score > 0.5 }
    let (mine, base) = try models.cosines(of: pairs)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let measures: [(String, ([Double], [Bool]) -> Double)] = [
      ("area", PairStatistics.area), ("precision", PairStatistics.averagePrecision),
      ("accuracy", PairStatistics.bestAccuracy),
    ]
    return measures.map { measure, value in
      Row(
        file: name, measure: measure, items: pairs.count, reader: value(mine, truths),
        base: value(base, truths))
    } + [
      Row(
        file: name, measure: "spearman", items: pairs.count,
        both: PairStatistics.spearman(mine, base))
    ]
  }

  private func graded(_ path: String, _ models: PairOfModels) throws -> [Row] {
    let pairs = try SentencePair.scored(path)
    let (mine, base) = try models.cosines(of: pairs)
    let scores = pairs.map(\.score)
    return [
      Row(
        file: path.split(separator: "/").last.map(String.init) ?? path, measure: "spearman",
        items: pairs.count, reader: PairStatistics.spearman(mine, scores),
        base: PairStatistics.spearman(base, scores), both: PairStatistics.spearman(mine, base))
    ]
  }
}

/// A reader and the model whose sentence vectors it should give.
private struct PairOfModels {
  let reader: Reader
  let base: Encoder

  /// The vector that the base model gives a sentence.
  func baseVector(of text: SourceText, in range: TextRange) -> [Float] {
    let pieces = base.model.tokenizer.pieces(of: text, in: range)
    var sequences = PieceSequences()
    let most = base.model.architecture.positions - 2
    sequences.append(pieces, 0..<min(most, pieces.count), markers: base.model.tokenizer)
    return base.states(of: sequences).sentenceVector(0)
  }

  /// The likeness of the two sentences of each pair, by the reader and by the base model.
  func cosines(of pairs: [SentencePair]) throws -> (reader: [Double], base: [Double]) {
    var result: (reader: [Double], base: [Double]) = ([], [])
    for pair in pairs {
      let texts = [pair.first, pair.second].map { SourceText($0) }
      let mine = try texts.map { text -> [Float] in
        let tokens = Tokenizer().tokens(of: text, in: text.range)
        let reading = reader.reading(
          of: text, title: nil, paragraphs: [text.range], tokens: tokens.map(\.range),
          sentences: tokens.isEmpty ? [] : [0..<tokens.count])
        guard !reading.vectors.isEmpty else {
          throw ValidationError("the reader gives no vectors")
        }
        return Array(reading.vectors[0])
      }
      let base = texts.map { baseVector(of: $0, in: $0.range) }
      result.reader.append(cosine(mine[0], mine[1]))
      result.base.append(cosine(base[0], base[1]))
    }
    return result
  }
}

/// Two sentences and how alike they are.
private struct SentencePair {
  var score: Double
  var first: String
  var second: String

  static func paraphrases(_ path: String) throws -> [SentencePair] {
    try pairs(path) { columns in
      guard columns.count >= 5, let score = Double(columns[0]) else { return nil }
      return SentencePair(score: score, first: columns[3], second: columns[4])
    }
  }

  /// Lines without a score are left out.
  static func scored(_ path: String) throws -> [SentencePair] {
    try pairs(path) { columns in
      guard columns.count >= 3, let score = Double(columns[0]) else { return nil }
      return SentencePair(score: score, first: columns[1], second: columns[2])
    }
  }

  private static func pairs(
    _ path: String, _ pair: ([String]) -> SentencePair?
  ) throws -> [SentencePair] {
    let file = try FileBytes.mapping(path: path)
    return lines(of: file.bytes(0, file.count)).compactMap { line in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let pair = pair(columns.map { trimmed(String($0)) }), !pair.first.isEmpty,
        !pair.second.isEmpty
      else { return nil }
      return pair
    }
  }
}

private func cosine(_ a: [Float], _ b: [Float]) -> Double {
  var sum = 0.0
  for (x, y) in zip(a, b) { sum += Double(x) * Double(y) }
  return sum
}

/// A number with four decimals.
private func decimal(_ value: Double) -> String {
  let scaled = Int((abs(value) * 10_000).rounded())
  let fraction = "\(scaled % 10_000)"
  return (value < 0 ? "-" : "") + "\(scaled / 10_000)."
    + String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
}
