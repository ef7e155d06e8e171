/// What an encoder makes of sequences: a row of numbers for each piece.
public struct HiddenStates: Sendable {
  /// The numbers of a row, a multiple of 16.
  public let width: Int
  /// Where each sequence begins, in rows, and at last where the last one ends.
  public let starts: [Int]
  private let memory: Memory

  /// The number of rows.
  public var count: Int { starts[starts.count - 1] }

  /// The row of a piece, as an index into the `ids` of the sequences; copied.
  public func row(_ index: Int) -> [Float] { values(of: index..<index + 1) }

  /// All numbers, `[row][width]`; copied.
  public var values: [Float] { values(of: 0..<count) }

  /// The numbers of some rows, `[row][width]`; copied.
  public func values(of rows: Range<Int>) -> [Float] {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "no such rows")
    return unsafe Array(
      UnsafeBufferPointer(start: memory.start + rows.lowerBound * width, count: rows.count * width))
  }

  /// The mean of rows, as long as an arrow of length 1; zeros for no rows.
  ///
  /// Over a whole sequence, markers included, this is the sentence vector of Reimers and Gurevych
  /// (2019) as all-MiniLM-L6-v2 was trained to give it.
  public func meanVector(of rows: Range<Int>) -> [Float] { normalized(sums(of: rows)) }

  /// The mean of rows; zeros for no rows.
  public func mean(of rows: Range<Int>) -> [Float] {
    let count = Double(max(1, rows.count))
    return sums(of: rows).map { Float($0 / count) }
  }

  private func sums(of rows: Range<Int>) -> [Double] {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= count, "no such rows")
    var sums = [SIMD8<Double>](repeating: .zero, count: width / 8)
    for row in rows {
      let numbers = unsafe UnsafeRawPointer(memory.start + row * width)
      for index in sums.indices {
        let eight = unsafe numbers.loadUnaligned(
          fromByteOffset: 32 * index, as: SIMD8<Float>.self)
        sums[index] += SIMD8<Double>(eight)
      }
    }
    return sums.flatMap { sum in (0..<8).map { sum[$0] } }
  }

  /// The vector of sequence `index`: the mean of its rows, of length 1.
  public func sentenceVector(_ index: Int) -> [Float] {
    meanVector(of: starts[index]..<starts[index + 1])
  }
}

extension HiddenStates {
  /// States of which every row is still to be written, by one worker or several.
  init(room sequences: PieceSequences, width: Int) {
    self.width = width
    starts = sequences.starts
    memory = Memory(sequences.ids.count * width)
  }

  /// Copies a row to the front of `room`.
  @unsafe func copy(_ row: Int, to room: UnsafeMutableBufferPointer<Float>) {
    precondition(row >= 0 && row < count && room.count >= width, "no such row, or no room")
    unsafe room.baseAddress?.update(from: memory.start + row * width, count: width)
  }

  /// Writes the rows from `first` on.
  ///
  /// - Precondition: nobody reads or writes these rows meanwhile: an encoder hands states out when
  ///   all are written.
  @unsafe func write(_ rows: UnsafePointer<Float>, count: Int, at first: Int) {
    precondition(first >= 0 && first + count <= self.count, "no such rows")
    unsafe (memory.start + first * width).update(from: rows, count: count * width)
  }

  @safe private final class Memory: @unchecked Sendable {
    // Sendable: written before the states are handed out (`write`), and only read from then on.
    let start: UnsafeMutablePointer<Float>

    init(_ count: Int) {
      unsafe start = .allocate(capacity: max(1, count))
    }

    deinit { unsafe start.deallocate() }
  }
}

/// The vector of length 1 in the same direction; zeros stay zeros.
func normalized(_ vector: [Double]) -> [Float] {
  let square = vector.reduce(0) { $0 + $1 * $1 }
  guard square > 0 else { return vector.map(Float.init) }
  let factor = 1 / square.squareRoot()
  return vector.map { Float($0 * factor) }
}
