import Synchronization

/// Workspaces that are lent to one worker at a time and kept for the next.
final class Workspaces: Sendable {
  /// The most that are kept: more workers than this make their own anew.
  private static let most = 16

  private let free = Mutex<[Workspace]>([])

  /// A workspace with room for `capacity` pieces, and at least for an ordinary chunk.
  func borrowed(for model: EncoderModel, capacity: Int) -> Workspace {
    let found = free.withLock { $0.popLast() }
    if let found, found.capacity >= capacity { return found }
    return Workspace(model, capacity: max(capacity, Encoder.chunk))
  }

  /// Takes a workspace back.
  func giveBack(_ workspace: Workspace) {
    free.withLock { free in
      if free.count < Self.most { free.append(workspace) }
    }
  }
}
