public import Knowledge
public import Linguistics
public import Mentions
public import Texts

/// Finds the figures of people killed, wounded, missing, detained, abducted and displaced, and
/// who gives each.
///
/// What is only threatened, feared for the future or not yet known gives no figure;
/// `no casualties` gives 0 killed and 0 wounded.
public struct TollFinder: Sendable {
  private let roles: RoleLexicon
  private let harm: HarmLexicon

  /// Creates a finder with the lexicons of people and of harm.
  public init(knowledge: KnowledgeBase) {
    self.init(roles: knowledge.roles, harm: knowledge.harm)
  }

  /// Creates a finder from its two lexicons.
  public init(roles: RoleLexicon, harm: HarmLexicon) {
    self.roles = roles
    self.harm = harm
  }

  /// The figures of a report, in order of their words, without their settings.
  ///
  /// - Parameters: as for `foundTolls`.
  public func tolls(
    in reading: Reading, mentions: ReportMentions, claims: [Claim], published: CalendarDate?
  ) -> [Toll] {
    foundTolls(in: reading, mentions: mentions, claims: claims, published: published)
      .map(\.toll)
  }

  /// The figures of a report, in order of their words, each with the decision whether it is the
  /// main event's.
  ///
  /// - Parameters:
  ///   - reading: the linguistic layers.
  ///   - mentions: people, places and times found in it.
  ///   - claims: who says what; figures inside their contents are theirs.
  ///   - published: the day of publication, nil when unknown.
  /// - Returns: the figures with their settings; `partOf` is a position in this array.
  /// - Complexity: O(n) in the bytes of the text, times the claims of a sentence.
  public func foundTolls(
    in reading: Reading, mentions: ReportMentions, claims: [Claim], published: CalendarDate?
  ) -> [FoundToll] {
    let people = mentions.actorMentions.filter {
      $0.form == .name && mentions.actors[$0.entity].kind == .person
    }
    var placed: [PlacedDraft] = []
    var nextName = 0
    var nextPlace = 0
    var earlier: Toll.Kind?
    for (index, sentence) in reading.sentences.enumerated() {
      let atoms = reading.atoms(ofSentence: index)
      var names: [Int: Int] = [:]
      while nextName < people.count, people[nextName].range.start < sentence.range.end {
        if people[nextName].range.start >= sentence.range.start {
          let covered = atoms.indices.filter { atoms[$0].range.overlaps(people[nextName].range) }
          if let first = covered.first, let last = covered.last { names[first] = last + 1 }
        }
        nextName += 1
      }
      let isTitle = reading.title.map { $0.contains(sentence.range.start) } ?? false
      var scan = SentenceTolls(
        people: PeopleScan(
          atoms: atoms, roles: roles, harm: harm, mentions: mentions, names: names),
        isTitle: isTitle, earlier: earlier,
        tree: HarmTree(reading, sentence: index, atoms: atoms))
      let drafts = scan.read()
      let sites =
        drafts.isEmpty
        ? []
        : TollPlaces(
          atoms: atoms,
          mentions: Self.places(mentions.placeMentions, &nextPlace, in: sentence.range)
        ).places(of: drafts)
      let first = placed.count
      for (draft, place) in zip(drafts, sites) {
        placed.append(
          PlacedDraft(
            draft: draft, sentence: index,
            span: atoms[draft.atoms.lowerBound].range.union(
              atoms[draft.atoms.upperBound - 1].range),
            deed: atoms[draft.deed].range, place: place,
            partOf: draft.partOf.map { $0 + first }
              ?? (draft.isPartOfEarlier && first > 0 ? first - 1 : nil)))
      }
      earlier = drafts.last?.kind ?? (sentence.tokens.count < 6 ? earlier : nil)
    }
    Self.shareCategories(&placed)
    let settings = SettingReader(reading: reading, mentions: mentions, published: published)
      .settings(of: placed)
    let events = Self.events(of: settings.map(\.setting))
    let sources = TollClaims(reading: reading, mentions: mentions, claims: claims)
    return placed.indices.map { index in
      let item = placed[index]
      let claim = sources.claim(
        of: item.span, isPresupposed: Self.isPresupposed(index, placed, in: reading),
        isMain: settings[index].setting == .main)
      return FoundToll(
        toll: Toll(
          kind: item.draft.kind, low: item.draft.low, high: item.draft.high,
          isApproximate: item.draft.isApproximate, category: item.draft.category,
          scope: Toll.Scope(
            side: item.draft.owner.flatMap { mentions.actor(at: $0) }, place: item.place,
            since: settings[index].since, partOf: item.partOf),
          claimant: sources.claimant(of: claim, deed: item.deed, giver: item.draft.giver),
          claim: claim, span: item.span,
          event: events[index], isAdditional: item.draft.isAdditional),
        setting: settings[index].setting)
    }
  }

  /// The mentions of places in a sentence; `next` moves on with the sentences.
  private static func places(
    _ mentions: [PlaceMention], _ next: inout Int, in sentence: TextRange
  ) -> ArraySlice<PlaceMention> {
    while next < mentions.count, mentions[next].range.start < sentence.start { next += 1 }
    let first = next
    while next < mentions.count, mentions[next].range.start < sentence.end { next += 1 }
    return mentions[first..<next]
  }

  /// Whether the sentence takes a figure, or the one that it is a part of, for granted.
  private static func isPresupposed(
    _ index: Int, _ placed: [PlacedDraft], in reading: Reading
  ) -> Bool {
    let item = placed[index]
    if reading.isQuoted(item.span.start) { return false }
    if item.draft.isPresupposed { return true }
    guard let whole = item.partOf, placed[whole].sentence == item.sentence else { return false }
    return placed[whole].draft.isPresupposed
  }

  /// Gives a name without a role the status that it has elsewhere in the report.
  private static func shareCategories(_ drafts: inout [PlacedDraft]) {
    var known: [Word: Toll.Category] = [:]
    for item in drafts
    where item.draft.isNamed && item.draft.category != .unstated && known[item.draft.key] == nil {
      known[item.draft.key] = item.draft.category
    }
    for index in drafts.indices
    where drafts[index].draft.isNamed && drafts[index].draft.category == .unstated {
      drafts[index].draft.category = known[drafts[index].draft.key] ?? .unstated
    }
  }

  /// One number for each setting: 0 main, 1 running totals, then other events by their days.
  private static func events(of settings: [Setting]) -> [Int] {
    var known: [Setting] = []
    return settings.map { setting in
      switch setting {
      case .main: return 0
      case .cumulative: return 1
      case .other:
        if let place = known.firstIndex(of: setting) { return place + 2 }
        known.append(setting)
        return known.count + 1
      }
    }
  }
}

/// A draft with its place in the report.
struct PlacedDraft {
  var draft: TollDraft
  var sentence: Int
  var span: TextRange
  /// The word of harm.
  var deed: TextRange
  /// Where it happened, where the sentence says so.
  var place: Int?
  var partOf: Int?
}
