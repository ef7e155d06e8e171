import Knowledge
import Linguistics
import Mentions
import Texts

/// A figure before it is placed: what one sentence says, in the atoms of that sentence.
struct TollDraft {
  var kind: Toll.Kind
  var low: Int
  var high: Int?
  var isApproximate: Bool
  var category: Toll.Category
  /// Atoms from number to deed.
  var atoms: Range<Int>
  /// The group counted, by its place in the sentence; nil for a toll with a bare number.
  var group: Int?
  /// The atoms of that group.
  var groupAtoms: Range<Int>?
  /// Where the deed stands.
  var deed: Int
  /// The draft of the same sentence that it is a part of.
  var partOf: Int?
  /// It is a part of a toll of the sentence before.
  var isPartOfEarlier = false
  /// It is told by a noun: `the killing of`.
  var isNominal = false
  /// The noun or name that tells whether two figures mean the same people.
  var key: Word
  /// Words that say whose people they are.
  var owner: TextRange?
  var hasNoun: Bool
  /// The people are one person by name.
  var isNamed = false
  /// It is told in passing, in a relative clause or by a noun: `the raid that killed 12`.
  var isPresupposed = false
  /// It is told by an adjective of people taken before: `four detained rebels were freed`.
  var isFormer: Bool {
    guard hasNoun, kind == .detained || kind == .abducted, let groupAtoms else { return false }
    return groupAtoms.contains(deed)
  }
  /// It is told in the present perfect: `have been killed`.
  var isPerfect = false
  /// It comes on top of people counted before: `another two`, `also detained a driver`.
  var isAdditional = false
  /// The words before a verb of counting: `the ministry put the toll at 12`.
  var giver: TextRange?
}

/// Reads the figures of one sentence, frame by frame.
struct SentenceTolls {
  let atoms: [Atom]
  let groups: [PeopleGroup]
  let harm: HarmLexicon
  let roles: RoleLexicon
  let isTitle: Bool
  /// The sentence's dependencies; nil when no model read them.
  let tree: HarmTree?
  /// What happened to the people last counted before this sentence.
  let earlier: Toll.Kind?
  /// For each atom, the group that it belongs to.
  let groupAt: [Int?]
  private(set) var drafts: [TollDraft] = []
  private var used: Set<Int> = []

  init(people: PeopleScan, isTitle: Bool, earlier: Toll.Kind?, tree: HarmTree? = nil) {
    self.tree = tree
    self.earlier = earlier
    atoms = people.atoms
    harm = people.harm
    roles = people.roles
    self.isTitle = isTitle
    groups = people.groups()
    var groupAt = [Int?](repeating: nil, count: people.atoms.count)
    for (index, group) in groups.enumerated() {
      for atom in group.atoms { groupAt[atom] = index }
    }
    self.groupAt = groupAt
  }

  func word(_ index: Int) -> Word { atoms.indices.contains(index) ? atoms[index].word : .none }

  /// The figures of the sentence, in order of their first atom.
  mutating func read() -> [TollDraft] {
    readVerbs()
    readAdjectives()
    readNouns()
    readTotals()
    readParts()
    openJoinedCounts()
    for index in drafts.indices {
      drafts[index].isPresupposed = drafts[index].isNominal || isRelative(drafts[index])
      drafts[index].giver = giver(of: drafts[index])
      drafts[index].isAdditional = isAdditional(drafts[index])
      drafts[index].isPerfect = isPerfect(drafts[index])
    }
    let order = drafts.indices.sorted {
      (drafts[$0].atoms.lowerBound, $0) < (drafts[$1].atoms.lowerBound, $1)
    }
    var place = [Int](repeating: 0, count: drafts.count)
    for (new, old) in order.enumerated() { place[old] = new }
    return order.map { index in
      var draft = drafts[index]
      draft.partOf = draft.partOf.map { place[$0] }
      return draft
    }
  }

  /// `At least` before two joined counts opens both: `at least five killed and 12 wounded`.
  private mutating func openJoinedCounts() {
    for index in drafts.indices {
      guard let second = drafts[index].groupAtoms, drafts[index].low == drafts[index].high,
        drafts[index].low > 1, !drafts[index].isApproximate, second.lowerBound > 1,
        word(second.lowerBound - 1) == "and",
        atoms[second.lowerBound].kind == .number
          || groups[drafts[index].group ?? 0].form == .counted
      else { continue }
      let isJoined = drafts.contains { other in
        guard let first = other.groupAtoms, other.high == nil, first.upperBound < second.lowerBound,
          word(first.lowerBound) == "at", word(first.lowerBound + 1) == "least"
        else { return false }
        let between = first.upperBound..<second.lowerBound - 1
        let hasDeedBefore = first.lowerBound > 0 && !harm.verbs(word(first.lowerBound - 1)).isEmpty
        return between.count < 9 && !hasDeedBefore
          && !between.contains { atoms[$0].isMark(",") || atoms[$0].isMark(";") }
      }
      if isJoined { drafts[index].high = nil }
    }
  }

  // MARK: Emission

  /// Whether people of this form may be counted where the frame is a strong one.
  func isCountable(_ group: PeopleGroup) -> Bool {
    switch group.form {
    case .counted, .single, .named, .barePlural: !group.isThing && group.harmNoun == nil
    case .pronoun, .definitePlural: false
    }
  }

  @discardableResult
  mutating func emit(
    _ kind: HarmLexicon.Kind, group index: Int, deed: Range<Int>, isHedged: Bool = false,
    isNominal: Bool = false, negated: Bool = false, partOf: Int? = nil
  ) -> Int? {
    let group = groups[index]
    var kinds: [Toll.Kind] = Toll.Kind(rawValue: kind.rawValue).map { [$0] } ?? []
    if kind == .casualties { kinds = [.killed, .wounded] }
    let isCapture = word(deed.lowerBound) == "captured" || word(deed.lowerBound) == "capturing"
    if isCapture, group.category == .child || group.category == .civilian { kinds = [.abducted] }
    let isSplit = (isHedged || kind == .casualties) && !group.isZero
    var last: Int?
    for kind in kinds {
      let mark = index * 16 + (Toll.Kind.allCases.firstIndex(of: kind) ?? 0)
      guard used.insert(mark).inserted else { continue }
      last = drafts.count
      drafts.append(
        TollDraft(
          kind: kind, low: negated ? 0 : isSplit ? min(1, group.low) : group.low,
          high: negated ? 0 : group.high, isApproximate: group.isApproximate,
          category: category(of: index), atoms: hull(group.atoms, deed), group: index,
          groupAtoms: group.atoms,
          deed: deed.lowerBound, partOf: partOf, isNominal: isNominal, key: group.key,
          owner: group.owner, hasNoun: group.hasNoun,
          isNamed: group.form == .named))
    }
    return last
  }

  mutating func append(_ draft: TollDraft) { drafts.append(draft) }

  mutating func setPartOfEarlier(at index: Int) { drafts[index].isPartOfEarlier = true }

  mutating func setCategory(_ category: Toll.Category, at index: Int) {
    drafts[index].category = category
  }

  func isUsed(_ group: Int, _ kind: Toll.Kind) -> Bool {
    used.contains(group * 16 + (Toll.Kind.allCases.firstIndex(of: kind) ?? 0))
  }

  func hull(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  /// The status of a group; one without a noun of its own takes that of the toll before it.
  private func category(of index: Int) -> Toll.Category {
    let group = groups[index]
    if group.category != .unstated { return group.category }
    if group.isPartitive, !group.hasNoun, index + 1 < groups.count,
      groups[index + 1].atoms.lowerBound <= group.atoms.upperBound + 3
    {
      return groups[index + 1].category
    }
    if group.form == .named || group.form == .single, let stated = apposition(of: index) {
      return stated
    }
    if group.form == .counted, !group.hasNoun, !group.isUnknown, group.harmNoun == nil,
      !group.isPartitive,
      let before = drafts.last(where: { $0.atoms.lowerBound < group.atoms.lowerBound })
    {
      return before.category
    }
    return group.category
  }

  /// What a name's apposition says: `Ana Ruiz, a journalist,`.
  private func apposition(of index: Int) -> Toll.Category? {
    let end = groups[index].atoms.upperBound
    if word(end) == ",", end + 1 < atoms.count, let next = groupAt[end + 1],
      groups[next].form == .single, groups[next].hasNoun, groups[next].atoms.lowerBound == end + 1
    {
      return groups[next].category
    }
    let start = groups[index].atoms.lowerBound
    if start > 1, word(start - 1) == ",", let before = groupAt[start - 2],
      groups[before].form == .single, groups[before].hasNoun
    {
      return groups[before].category
    }
    return nil
  }
}
