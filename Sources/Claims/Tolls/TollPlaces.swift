import Mentions
import Texts

/// Finds where the people of a figure were harmed, in the words of its sentence.
struct TollPlaces {
  /// A place mentioned in the sentence, by its atoms.
  struct Site {
    let atoms: Range<Int>
    let place: Int
  }

  let atoms: [Atom]
  let sites: [Site]

  /// Takes the mentions that lie in the sentence; they stand in order.
  init(atoms: [Atom], mentions: ArraySlice<PlaceMention>) {
    self.atoms = atoms
    var sites: [Site] = []
    for mention in mentions where !mention.isDateline {
      let covered = atoms.indices.filter { atoms[$0].range.overlaps(mention.range) }
      if let first = covered.first, let last = covered.last {
        sites.append(Site(atoms: first..<last + 1, place: mention.entity))
      }
    }
    self.sites = sites
  }

  private func word(_ index: Int) -> Word {
    atoms.indices.contains(index) ? atoms[index].word : .none
  }

  /// The places of the sentence's figures.
  ///
  /// `Killed 12 and wounded 20 in Hama` puts both in Hama; `three in Homs and two in Hama` each in
  /// its own town.
  func places(of drafts: [TollDraft]) -> [Int?] {
    guard !sites.isEmpty else { return drafts.map { _ in nil } }
    var places = drafts.map { site(of: $0)?.place }
    for index in drafts.indices.dropLast().reversed() where places[index] == nil {
      let (draft, next) = (drafts[index], drafts[index + 1])
      let between = draft.atoms.upperBound..<max(draft.atoms.upperBound, next.atoms.lowerBound)
      if draft.kind != next.kind, between.count < 4,
        between.allSatisfy({ word($0) == "and" || word($0) == "," })
      {
        places[index] = places[index + 1]
      }
    }
    return places
  }

  private func site(of draft: TollDraft) -> Site? {
    var ends = [draft.atoms.upperBound]
    if let group = draft.groupAtoms { ends.insert(group.upperBound, at: 0) }
    for end in ends {
      if let site = site(after: end) { return isCare(site, end) ? nil : site }
    }
    let start = draft.atoms.lowerBound
    guard let site = site(before: start) ?? opening(before: start), !isCare(site, start) else {
      return nil
    }
    return site
  }

  /// Whether a place is where people were cared for, which is seldom where they were harmed:
  /// `doctors at X hospital reported treating 14 wounded`.
  private func isCare(_ site: Site, _ edge: Int) -> Bool {
    Self.care.contains(word(site.atoms.upperBound))
      || (min(site.atoms.lowerBound, edge)..<max(site.atoms.upperBound, edge)).contains {
        Self.care.contains(word($0))
      }
  }

  /// The place behind a figure: `seven people in the town of Homs`, `were killed on Monday near it`.
  private func site(after end: Int) -> Site? {
    var index = end
    while index < end + 4, isPassable(index) { index += 1 }
    guard Self.prepositions.contains(word(index)) else { return nil }
    return site(behind: index)
  }

  /// The place whose name follows a preposition, over `the village of` and the like.
  private func site(behind preposition: Int) -> Site? {
    for site in sites where site.atoms.lowerBound > preposition {
      guard site.atoms.lowerBound - preposition < 9 else { return nil }
      let between = preposition + 1..<site.atoms.lowerBound
      let isPlain = between.allSatisfy { index in
        let atom = atoms[index]
        return atom.kind != .mark && !Self.breaks.contains(atom.word) || atom.isJoiningHyphen
      }
      return isPlain ? site : nil
    }
    return nil
  }

  /// The place before a figure: `and in Hama seven died`.
  private func site(before start: Int) -> Site? {
    guard
      let site = sites.last(where: {
        $0.atoms.upperBound == start
          || $0.atoms.upperBound == start - 1 && word(start - 1) == ","
      })
    else { return nil }
    var index = site.atoms.lowerBound - 1
    while index > 0, site.atoms.lowerBound - index < 4,
      FunctionWords.determiners.contains(word(index)) || Self.kinds.contains(word(index))
        || word(index) == "of"
    { index -= 1 }
    return Self.prepositions.contains(word(index)) ? site : nil
  }

  /// A place that opens the sentence holds for what follows: `In Homs, shells killed five`.
  private func opening(before start: Int) -> Site? {
    guard let first = sites.first, first.atoms.upperBound < start, first.atoms.lowerBound < 6
    else { return nil }
    let lead = 0..<first.atoms.lowerBound
    guard lead.contains(where: { Self.prepositions.contains(word($0)) && $0 < 3 }),
      !lead.contains(where: { atoms[$0].isMark(",") })
    else { return nil }
    // Another place before the figure takes over.
    let others = sites.filter {
      $0.atoms.lowerBound > first.atoms.upperBound + 3 && $0.atoms.upperBound <= start
    }
    let isBroken = (first.atoms.upperBound..<start).contains {
      Self.breaks.contains(word($0)) || atoms[$0].isMark(";")
    }
    return others.isEmpty && !isBroken ? first : nil
  }

  /// Words that may stand between a figure and its place: `dead`, `late on Monday`.
  private func isPassable(_ index: Int) -> Bool {
    guard atoms.indices.contains(index), atoms[index].kind == .word else { return false }
    return FunctionWords.adverbs.contains(word(index)) || atoms[index].endsInLy
      || Self.days.contains(word(index))
      || word(index) == "on" && Self.days.contains(word(index + 1))
  }

  private static let prepositions: Set<Word> = [
    "in", "at", "near", "outside", "inside", "around", "across", "throughout",
  ]
  private static let care: Set<Word> = [
    "hospital", "hospitals", "clinic", "clinics", "morgue", "mortuary", "infirmary", "treated",
    "treating", "treat", "received", "receiving", "admitted", "hospitalized", "hospitalised",
    "evacuated", "transferred", "rushed", "doctors", "medics", "surgeons",
  ]
  private static let kinds: Set<Word> = [
    "town", "city", "village", "district", "province", "neighborhood", "neighbourhood", "camp",
    "region", "state", "northern", "southern", "eastern", "western", "central", "nearby",
    "neighboring", "neighbouring",
  ]
  private static let days: Set<Word> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning",
    "afternoon", "evening", "night", "early", "late", "last", "today", "yesterday",
  ]
  private static let breaks: Set<Word> = [
    "and", "but", "while", "that", "which", "who", "when", "after", "before", "was", "were", "is",
    "are", "has", "had", "have", "said", "by", "as", "since", "if", "because",
  ]
}
