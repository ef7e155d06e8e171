import Knowledge
public import Texts

extension ActorEntity {
  /// The word that says what it is, where it has no name: `guards` of `border guards in the hills`.
  public var headWord: Word {
    let words = NameWord.words(of: name)
    let end = words.dropFirst().firstIndex { Self.prepositions.contains($0.word) } ?? words.count
    return end > 0 ? words[end - 1].word : .none
  }

  /// Whether its words say only that there were some people: `people`, `three others`.
  public var isAnyone: Bool { kind == .unnamed && Self.anyone.contains(headWord) }

  private static let prepositions: Set<Word> = [
    "of", "in", "at", "from", "with", "near", "for", "on", "by", "to", "inside", "outside",
    "among", "around", "along", "between", "against", "under", "over", "who", "that", "which",
  ]

  private static let anyone: Set<Word> = [
    "people", "person", "persons", "man", "men", "woman", "women", "child", "children", "other",
    "others", "victim", "victims", "dead", "body", "bodies", "individual", "individuals", "life",
    "lives", "soul", "souls", "casualty", "casualties", "member", "members", "one", "ones",
    "adult", "adults", "wounded", "injured", "who", "survivor", "survivors", "human", "humans",
    "us", "them", "him", "her", "dozens", "hundreds", "thousands", "scores",
  ]
}
