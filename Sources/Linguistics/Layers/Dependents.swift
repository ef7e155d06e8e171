import Texts

/// What depends on each token of a reading: its dependencies, looked at from above.
public struct Dependents: Sendable {
  private var starts: [Int32]
  private var tokens: [Int]

  /// Turns dependencies around; of an empty array nothing depends on anything.
  ///
  /// - Complexity: O(n) in the tokens.
  public init(_ dependencies: [Dependency]) {
    starts = [Int32](repeating: 0, count: dependencies.count + 1)
    for dependency in dependencies {
      if let head = dependency.head { starts[head + 1] += 1 }
    }
    for token in dependencies.indices { starts[token + 1] += starts[token] }
    tokens = [Int](repeating: 0, count: Int(starts.last ?? 0))
    var next = starts
    for (token, dependency) in dependencies.enumerated() {
      guard let head = dependency.head else { continue }
      tokens[Int(next[head])] = token
      next[head] += 1
    }
  }

  /// The tokens that depend on a token, in order.
  public subscript(token: Int) -> ArraySlice<Int> {
    tokens[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// The tokens from the first to the last that hang on a token, itself among them.
  ///
  /// - Complexity: O(n) in these tokens.
  public func extent(of token: Int) -> Range<Int> {
    var first = token
    var last = token
    var open = [token]
    while let next = open.popLast() {
      first = min(first, next)
      last = max(last, next)
      open += self[next]
    }
    return first..<last + 1
  }
}
