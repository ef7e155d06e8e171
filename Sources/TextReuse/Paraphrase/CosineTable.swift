/// The cosines of every sentence of one report with every sentence of another.
struct CosineTable: Sendable {
  /// `[row][column]`.
  private let cosines: [Float]
  private let columns: Int
  private let rowBackgrounds: [Background]
  private let columnBackgrounds: [Background]
  /// The cosine of each row's sentence with the next row's; nil where another stands between.
  private let rowNeighbors: [Float?]
  private let columnNeighbors: [Float?]

  /// Compares some sentences, in order, of two reports with vectors of equal width.
  init(_ rows: [Int], _ a: ReportSentences, _ columns: [Int], _ b: ReportSentences) {
    var cosines: [Float] = []
    cosines.reserveCapacity(rows.count * columns.count)
    for row in rows {
      for column in columns { cosines.append(a.cosine(row, column, of: b)) }
    }
    self.cosines = cosines
    self.columns = columns.count
    let width = columns.count
    rowBackgrounds = rows.indices.map { row in
      Background(columns.indices.map { cosines[row * width + $0] })
    }
    columnBackgrounds = columns.indices.map { column in
      Background(rows.indices.map { cosines[$0 * width + column] })
    }
    rowNeighbors = a.neighbors(of: rows)
    columnNeighbors = b.neighbors(of: columns)
  }

  private init(flipping table: CosineTable) {
    let rows = table.rowBackgrounds.count
    cosines = (0..<table.columns).flatMap { column in
      (0..<rows).map { table.cosines[$0 * table.columns + column] }
    }
    columns = rows
    rowBackgrounds = table.columnBackgrounds
    columnBackgrounds = table.rowBackgrounds
    rowNeighbors = table.columnNeighbors
    columnNeighbors = table.rowNeighbors
  }

  /// The same with rows for columns.
  var flipped: CosineTable { CosineTable(flipping: self) }

  /// The cosine of two sentences.
  func cosine(_ row: Int, _ column: Int) -> Float { cosines[row * columns + column] }

  /// What the two sentences have in common with others of these reports.
  func background(_ row: Int, _ column: Int) -> Float {
    let cosine = cosine(row, column)
    let sum =
      rowBackgrounds[row].mean(without: cosine) + columnBackgrounds[column].mean(without: cosine)
    return sum / 2
  }

  /// The cosine of a row with a column and the next as one, and its background.
  ///
  /// Nil when no next one follows or when the two are no likelier than the likelier of them.
  func split(_ row: Int, _ column: Int) -> (cosine: Float, background: Float)? {
    guard column + 1 < columns, let neighbor = columnNeighbors[column] else { return nil }
    let (one, two) = (cosine(row, column), cosine(row, column + 1))
    let squaredLength = 2 + 2 * neighbor
    guard squaredLength > 0.5 else { return nil }
    let joined = (one + two) / squaredLength.squareRoot()
    guard joined > max(one, two) else { return nil }
    let background =
      rowBackgrounds[row].mean(without: max(one, two)) / 2
      + (columnBackgrounds[column].mean(without: one)
        + columnBackgrounds[column + 1].mean(without: two)) / 4
    return (joined, background)
  }
}

extension ReportSentences {
  /// The cosine of each of some sentences with the next; nil where another stands between.
  fileprivate func neighbors(of sentences: [Int]) -> [Float?] {
    zip(sentences, sentences.dropFirst()).map { $1 == $0 + 1 ? cosine($0, $1, of: self) : nil }
  }
}

/// What a sentence has in common with the likest of the other report's sentences.
private struct Background: Sendable {
  /// How many of the likest are looked at.
  private static let neighbors = 3
  /// Taken where the other report has fewer sentences.
  private static let usual: Float = 0.4

  private let sum: Float
  private let least: Float
  private let next: Float

  init(_ cosines: [Float]) {
    var likest = cosines
    while likest.count <= Self.neighbors { likest.append(Self.usual) }
    likest.sort(by: >)
    sum = likest[..<Self.neighbors].reduce(0, +)
    least = likest[Self.neighbors - 1]
    next = likest[Self.neighbors]
  }

  /// The mean over the likest without the one whose cosine is given.
  func mean(without cosine: Float) -> Float {
    (cosine >= least ? sum - cosine + next : sum) / Float(Self.neighbors)
  }
}
