import Mentions
import Texts

/// What kind of thing words stand for.
enum MentionKind: String, CaseIterable {
  case actor, place, time, quantity

  /// The heading of a list of them.
  var heading: String {
    switch self {
    case .actor: "Actors"
    case .place: "Places"
    case .time: "Times"
    case .quantity: "Quantities"
    }
  }

  /// The id by which one is referred to: `actor1` for the first.
  func id(_ index: Int) -> String { "\(rawValue)\(index + 1)" }
}

/// Words that stand for something.
struct MentionMark {
  let range: TextRange
  let kind: MentionKind
  /// Which one, among those of its kind.
  let index: Int

  var id: String { kind.id(index) }
}

extension ReportMentions {
  /// All words that are marked in a text, in order; of equal ranges actors first.
  func marks(in text: SourceText) -> [MentionMark] {
    var marks = actorMentions.map {
      MentionMark(range: $0.range, kind: .actor, index: $0.entity)
    }
    marks += placeMentions.map { MentionMark(range: $0.range, kind: .place, index: $0.entity) }
    marks += times.enumerated().map { MentionMark(range: $1.range, kind: .time, index: $0) }
    for (index, quantity) in quantities.enumerated() where isShown(.quantity, index, in: text) {
      marks.append(MentionMark(range: quantity.range, kind: .quantity, index: index))
    }
    return marks.enumerated().sorted { a, b in
      (a.element.range.start, b.element.range.end, a.offset)
        < (b.element.range.start, a.element.range.end, b.offset)
    }.map(\.element)
  }

  /// Whether something is shown to a person: all but the articles `a` and `an`, of which a report
  /// is full.
  func isShown(_ kind: MentionKind, _ index: Int, in text: SourceText) -> Bool {
    guard kind == .quantity, quantities[index].isArticle else { return true }
    let word = Word(folding: text.bytes, in: quantities[index].range)
    return word != "a" && word != "an"
  }

  /// Where each thing of a kind is mentioned, by its index.
  func ranges(of kind: MentionKind) -> [[TextRange]] {
    switch kind {
    case .actor:
      actorMentions.reduce(into: [[TextRange]](repeating: [], count: actors.count)) {
        $0[$1.entity].append($1.range)
      }
    case .place:
      placeMentions.reduce(into: [[TextRange]](repeating: [], count: places.count)) {
        $0[$1.entity].append($1.range)
      }
    case .time: times.map { [$0.range] }
    case .quantity: quantities.map { [$0.range] }
    }
  }
}
