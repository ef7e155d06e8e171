/// The best row of labels `O`, `B` and `I` (of one or more kinds) by Viterbi's algorithm, where an
/// `I` may only follow a `B` or an `I` of its kind.
///
/// Scores need no normalization: every row takes exactly one label at each place, so what is added
/// to all labels of a place changes no choice.
struct SpanDecoder: Sendable {
  /// A run of places with one kind of label.
  struct Span: Hashable {
    let kind: Int
    let range: Range<Int>
  }

  /// Kinds of spans; label 0 is `O`, 2k + 1 is `B` and 2k + 2 is `I` of kind k.
  let kinds: Int
  /// `[1 + label before][label]`, what a label gains by what stands before it, the first row by
  /// standing first; empty for nothing.
  var transitions: [Float] = []
  private var labels: Int { 2 * kinds + 1 }

  /// The spans of the best row of labels, in order.
  ///
  /// - Parameters:
  ///   - scores: scores, larger for likelier.
  ///   - first: where the score of label 0 at place 0 stands.
  ///   - stride: from a place's scores to the next's, at least the number of labels.
  ///   - count: the number of places.
  /// - Returns: spans that do not overlap.
  /// - Complexity: O(n) in places, times labels; times their square with transitions.
  func spans(in scores: [Float], first: Int = 0, stride: Int, count: Int) -> [Span] {
    spans(path(in: scores, first: first, stride: stride, count: count))
  }

  /// The best row of labels, of equals the one with smaller labels towards the end.
  func path(in scores: [Float], first: Int = 0, stride: Int, count: Int) -> [UInt8] {
    guard count > 0 else { return [] }
    let labels = labels
    precondition(
      labels <= 256 && first + (count - 1) * stride + labels <= scores.count,
      "scores for all labels of all places")
    precondition(
      transitions.isEmpty || transitions.count == (labels + 1) * labels, "a row for each label")
    var best = [Float](repeating: 0, count: labels)
    var next = best
    var from = [UInt8](repeating: 0, count: count * labels)
    for label in 0..<labels {
      best[label] =
        isInside(label) ? Self.never : scores[first + label] + gain(of: label, after: nil)
    }
    for place in 1..<max(1, count) {
      let base = first + place * stride
      let last = place * labels
      let free = transitions.isEmpty ? Self.argmax(best) : 0
      for label in 0..<labels {
        let origin = origin(of: label, after: best, free: free)
        next[label] = best[origin] + gain(of: label, after: origin) + scores[base + label]
        from[last + label] = UInt8(origin)
      }
      swap(&best, &next)
    }
    var path = [UInt8](repeating: 0, count: count)
    path[count - 1] = UInt8(Self.argmax(best))
    for place in Swift.stride(from: count - 1, to: 0, by: -1) {
      path[place - 1] = from[place * labels + Int(path[place])]
    }
    return path
  }

  /// The spans that a row of labels writes down.
  func spans(_ path: [UInt8]) -> [Span] {
    var spans: [Span] = []
    var place = 0
    while place < path.count {
      guard path[place] > 0 else {
        place += 1
        continue
      }
      let kind = (Int(path[place]) - 1) / 2
      var end = place + 1
      while end < path.count, Int(path[end]) == 2 * kind + 2 { end += 1 }
      spans.append(Span(kind: kind, range: place..<end))
      place = end
    }
    return spans
  }

  /// The label that `label` best comes after, `free` being the best of all where order adds nothing.
  private func origin(of label: Int, after best: [Float], free: Int) -> Int {
    if transitions.isEmpty && !isInside(label) { return free }
    let origins = isInside(label) ? label - 1..<label + 1 : 0..<labels
    var origin = origins.lowerBound
    var most = best[origin] + gain(of: label, after: origin)
    for other in origins.dropFirst() {
      let value = best[other] + gain(of: label, after: other)
      if value > most { (origin, most) = (other, value) }
    }
    return origin
  }

  /// What `label` gains by the label before it, or by standing first.
  private func gain(of label: Int, after other: Int?) -> Float {
    transitions.isEmpty ? 0 : transitions[((other ?? -1) + 1) * labels + label]
  }

  private func isInside(_ label: Int) -> Bool { label > 0 && label % 2 == 0 }

  /// Far below any score, and far from the end of what a number can hold.
  static let never: Float = -1e30

  /// The place of the largest value, the first of equals.
  static func argmax(_ values: [Float]) -> Int {
    var best = 0
    for index in values.indices where values[index] > values[best] { best = index }
    return best
  }
}
