import Knowledge
import Linguistics
import Texts

/// What the report says around a relative place: the towns and countries named near it.
struct RelativeContext {
  let reading: Reading
  let anchors: [ResolvedPlace]
  let borders: BorderTable?
  /// Borders that the report names with anchors for their countries, in order.
  private let namedBorders: [(token: Int, anchors: [Int])]
  private let sentences: [Int]

  init(
    reading: Reading, anchors: [ResolvedPlace], borders: BorderTable?,
    namedBorders: [(token: Int, anchors: [Int])]
  ) {
    self.reading = reading
    self.anchors = anchors
    self.borders = borders
    self.namedBorders = namedBorders
    sentences = anchors.map { anchor in
      let tokens = reading.tokens(in: anchor.range)
      return tokens.isEmpty ? -1 : reading.sentence(ofToken: tokens.lowerBound)
    }
  }

  /// Towns and other narrow places outside a phrase, its own sentence's first, then by nearness in
  /// the text; where a report was filed says nothing.
  func places(around phrase: RelativePhrase) -> [PlaceEntity] {
    let range = reading.range(ofTokens: phrase.tokens)
    return ordered(around: phrase).filter { number in
      let anchor = anchors[number]
      return anchor.place.point != nil && !anchor.isEvidence && !anchor.isDateline
        && anchor.place.precision != .country && !range.contains(anchor.range)
    }.map { anchors[$0].place }
  }

  /// Countries named near a phrase or home to the places near it, likeliest first.
  func countries(around phrase: RelativePhrase) -> [String] {
    let range = reading.range(ofTokens: phrase.tokens)
    var found: [String] = []
    for number in ordered(around: phrase)
    where !anchors[number].isDateline && !range.contains(anchors[number].range) {
      if let country = anchors[number].place.country, !found.contains(country) {
        found.append(country)
      }
    }
    return found
  }

  /// The countries of the border that `the border` takes up again: the one named last before a
  /// phrase, else the first of the report; empty where none is named.
  func borderTakenUp(by phrase: RelativePhrase) -> [String] {
    let border =
      namedBorders.last { $0.token < phrase.tokens.lowerBound } ?? namedBorders.first
    return countries(of: border?.anchors ?? [])
  }

  /// The countries of some anchors, each once, in order.
  func countries(of numbers: [Int]) -> [String] {
    var found: [String] = []
    for number in numbers {
      if let country = anchors[number].place.country, !found.contains(country) {
        found.append(country)
      }
    }
    return found
  }

  private func ordered(around phrase: RelativePhrase) -> [Int] {
    let range = reading.range(ofTokens: phrase.tokens)
    let sentence = reading.sentence(ofToken: phrase.tokens.lowerBound)
    func key(_ number: Int) -> (Int, Int, Int) {
      let other = anchors[number].range
      let gap = other.end <= range.start ? range.start - other.end : max(0, other.start - range.end)
      return (sentences[number] == sentence ? 0 : 1, gap, number)
    }
    return anchors.indices.sorted { key($0) < key($1) }
  }
}
