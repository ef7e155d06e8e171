import Kernels
import Synchronization

/// Runs a model: word pieces in, a row of numbers for each piece out.
///
/// The same sequence gives the same bits on every processor, in any company and with any number of
/// workers: integer sums are exact, and the order of floating-point operations is fixed.
public struct Encoder: Sendable {
  /// The model.
  public let model: EncoderModel
  /// The instructions it runs with.
  public let instructions: Instructions

  private let workspaces = Workspaces()

  /// The pieces that are run at once: enough to keep weights in the cache while rows pass by.
  static let chunk = 256

  /// An encoder for a model, with the fastest instructions this processor has unless others are
  /// asked for.
  public init(_ model: EncoderModel, instructions: Instructions = .best) {
    self.model = model
    self.instructions = instructions
  }

  /// The states of all sequences, by one worker.
  ///
  /// - Precondition: each sequence has at most `model.architecture.positions` pieces, and ids and
  ///   shapes are those of the model.
  /// - Complexity: O(n) in pieces, and O(n^2) in the pieces of one sequence for a small part.
  public func states(of sequences: PieceSequences) -> HiddenStates {
    check(sequences)
    let states = HiddenStates(room: sequences, width: model.architecture.width)
    let chunks = chunks(of: sequences)
    let workspace = workspaces.borrowed(for: model, capacity: capacity(of: chunks, sequences))
    for chunk in chunks { run(chunk, of: sequences, to: states, in: workspace) }
    workspaces.giveBack(workspace)
    return states
  }

  /// The states of all sequences, by up to `workers` workers at once; the same bits.
  public func states(of sequences: PieceSequences, workers: Int) async -> HiddenStates {
    let chunks = chunks(of: sequences, workers: workers)
    guard workers > 1, chunks.count > 1 else { return states(of: sequences) }
    check(sequences)
    let states = HiddenStates(room: sequences, width: model.architecture.width)
    let capacity = capacity(of: chunks, sequences)
    let next = Next()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(workers, chunks.count) {
        group.addTask {
          let workspace = workspaces.borrowed(for: model, capacity: capacity)
          while let index = next.take(below: chunks.count) {
            run(chunks[index], of: sequences, to: states, in: workspace)
          }
          workspaces.giveBack(workspace)
        }
      }
    }
    return states
  }

  private func run(
    _ chunk: Range<Int>, of sequences: PieceSequences, to states: HiddenStates,
    in workspace: Workspace
  ) {
    unsafe workspace.run(
      sequences, chunk, model: model, kernels: instructions.kernels.pointee)
    let first = sequences.starts[chunk.lowerBound]
    unsafe states.write(
      workspace.states, count: sequences.starts[chunk.upperBound] - first, at: first)
  }

  /// Runs of sequences of about `chunk` pieces each; none is split.
  ///
  /// For several workers the last ones are smaller, so that all end together (guided
  /// self-scheduling, Polychronopoulos and Kuck 1987).
  private func chunks(of sequences: PieceSequences, workers: Int = 1) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var first = 0
    func room() -> Int {
      guard workers > 1 else { return Self.chunk }
      let rest = sequences.ids.count - sequences.starts[first]
      return min(Self.chunk, max(Self.chunk / 4, rest / (2 * workers)))
    }
    var most = room()
    for index in 0..<sequences.count
    where sequences.starts[index + 1] - sequences.starts[first] > most && index > first {
      chunks.append(first..<index)
      first = index
      most = room()
    }
    if first < sequences.count { chunks.append(first..<sequences.count) }
    return chunks
  }

  private func capacity(of chunks: [Range<Int>], _ sequences: PieceSequences) -> Int {
    chunks.map { sequences.starts[$0.upperBound] - sequences.starts[$0.lowerBound] }.max() ?? 0
  }

  private func check(_ sequences: PieceSequences) {
    let sizes = model.architecture
    for index in 0..<sequences.count {
      precondition(
        sequences[index].count <= sizes.positions, "a sequence is longer than the model allows")
    }
    precondition(
      sequences.ids.allSatisfy { $0 >= 0 && Int($0) < sizes.vocabulary },
      "a piece that the model does not know")
    if let shapes = model.shapes {
      precondition(
        sequences.shapes.allSatisfy { Int($0) < shapes.count }, "a shape the model does not know")
    }
  }

  /// Hands out numbers, each once.
  private final class Next: Sendable {
    private let value = Atomic<Int>(0)

    func take(below limit: Int) -> Int? {
      let taken = value.wrappingAdd(1, ordering: .relaxed).oldValue
      return taken < limit ? taken : nil
    }
  }
}
