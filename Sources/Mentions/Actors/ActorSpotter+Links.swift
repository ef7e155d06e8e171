import Knowledge
import Texts

extension ActorSpotter {
  /// Links spots that stand beside each other: appositions, short forms in brackets, `known as`,
  /// and whom a role belongs to.
  mutating func linkNeighbours() {
    addAcronymsInBrackets()
    for index in spots.indices where spots[index].isHead {
      linkOwner(index)
    }
    for index in spots.indices.dropLast() where spots[index].isHead {
      guard let next = nextHead(after: index) else { continue }
      linkApposition(index, next)
      // `… (PMF) alliance`: the noun after the bracket says what the name is.
      if case .group = spots[next].sort, spots[next].same == nil, named(spots[index]),
        words[spots[next].whole.lowerBound].gap.contains(.closing),
        spots[next].whole.lowerBound - spots[index].whole.upperBound <= 1
      {
        spots[next].same = index
      }
    }
  }

  private func nextHead(after index: Int) -> Int? {
    var next = index + 1
    while next < spots.count, !spots[next].isHead { next += 1 }
    return next < spots.count ? next : nil
  }

  /// `a spokesman for the ministry`, `the head of the monitor`, `commander in the army`.
  private mutating func linkOwner(_ index: Int) {
    switch spots[index].sort {
    case .role, .people: break
    case .group, .institution, .known, .nation, .person, .organization, .unknown: return
    }
    var position = spots[index].head + 1
    guard position < words.count, words[position].isAdjacent else { return }
    switch words[position].word {
    case "for", "of", "at", "with", "from", "in", "to": position += 1
    default: return
    }
    let begin = position < words.count && words[position].word == "the" ? position + 1 : position
    guard spots[index].owner == nil,
      let owner = (index + 1..<min(index + 4, spots.count)).first(where: {
        spots[$0].whole.lowerBound == position || spots[$0].core.lowerBound == begin
      })
    else {
      if position < words.count,
        let match = table.nation(
          in: words, at: words[position].word == "the" ? position + 1 : position,
          end: words.count),
        spots[index].nation == nil
      {
        spots[index].nation = match.value.nation
      }
      return
    }
    switch spots[owner].sort {
    case .people: return
    case .unknown where !isOrganization(spots[owner].core) && words[position - 1].word != "for":
      return
    default: spots[index].owner = owner
    }
    let end = spots[owner].whole.upperBound
    // `the head of the Observatory Ana Ruiz`: the name after the organization is the person's.
    if case .role = spots[index].sort, !spots[owner].isHead, owner + 1 < spots.count,
      spots[owner + 1].core.lowerBound == end, spots[owner + 1].isName
    {
      spots[index].same = owner + 1
      spots[owner + 1].sort = .person
      spots[owner + 1].owner = owner
      return
    }
    if spots[owner].isHead { spots[index].core = spots[index].core.lowerBound..<end }
  }

  private mutating func linkApposition(_ index: Int, _ next: Int) {
    let first = spots[index]
    let second = spots[next]
    let position = first.whole.upperBound
    guard position < words.count, second.whole.lowerBound < words.count else { return }
    if isRenaming(from: position, to: second.whole.lowerBound) {
      if named(first), named(second) { spots[next].same = index }
      return
    }
    guard second.whole.lowerBound == position, words[position].gap.contains(.comma),
      !words[position].gap.contains(.quote)
    else { return }
    let isNamed = named(first) || isPossiblyPerson(first)
    if isNamed, describes(second, first) {
      // A list goes on with "and"; an apposition ends with a comma or a verb.
      guard !isList(after: second.whole.upperBound) else { return }
      spots[next].same = index
      if spots[index].owner == nil { spots[index].owner = second.owner }
      if case .unknown = first.sort {
        if case .role = second.sort { spots[index].sort = .person }
        if case .group(let kinds) = second.sort {
          spots[index].sort = .organization(kinds.first ?? .organization)
        }
      }
    } else if !named(first), named(second) || isPossiblyPerson(second), describes(first, second) {
      guard !isList(after: second.whole.upperBound) else { return }
      spots[index].same = next
      if spots[next].owner == nil { spots[next].owner = first.owner }
      if case .unknown = second.sort {
        if case .role = first.sort { spots[next].sort = .person }
        if case .group(let kinds) = first.sort {
          spots[next].sort = .organization(kinds.first ?? .organization)
        }
      }
    }
  }

  private func isList(after index: Int) -> Bool {
    guard index < words.count, !words[index].gap.contains(.stop) else { return false }
    return words[index].word == "and" || words[index].word == "or"
  }

  private func named(_ spot: ActorSpot) -> Bool {
    switch spot.sort {
    case .known, .person, .organization: true
    case .unknown: spot.core.count > 1
    case .nation, .institution, .role, .people, .group: false
    }
  }

  private func isPossiblyPerson(_ spot: ActorSpot) -> Bool {
    if case .unknown = spot.sort { return !spot.isInitial || spot.core.count > 1 }
    return false
  }

  /// Whether a nominal can say what a named actor is.
  private func describes(_ nominal: ActorSpot, _ named: ActorSpot) -> Bool {
    let isPerson: Bool
    switch named.sort {
    case .person: isPerson = true
    case .known, .organization: isPerson = false
    case .unknown:
      if case .role = nominal.sort { return !nominal.isPlural }
      if case .group = nominal.sort {
        return !nominal.isPlural && nominal.whole.lowerBound < nominal.core.lowerBound
      }
      return false
    default: return false
    }
    switch nominal.sort {
    case .role: return isPerson && !nominal.isPlural
    case .people: return false
    case .group: return !isPerson && !nominal.isPlural
    default: return false
    }
  }

  /// `, also known as`, `formerly known as`, between two names.
  private func isRenaming(from start: Int, to end: Int) -> Bool {
    guard start < end, end - start <= 4 else { return false }
    let between = words[start..<end].map(\.word)
    let last = between.last == "the" ? between.dropLast().last : between.last
    guard let last else { return false }
    if last == "as" { return between.contains("known") || between.contains("called") }
    return last == "formerly" || last == "aka" || (last == "called" && between.contains("also"))
  }

  /// Adds a spot for each short form in brackets after a name: `… for Human Rights (SOHR)`.
  private mutating func addAcronymsInBrackets() {
    var added: [ActorSpot] = []
    for index in spots.indices {
      let spot = spots[index]
      guard named(spot) || isInstitution(spot) else { continue }
      let position = spot.whole.upperBound
      guard position < words.count, words[position].gap.contains(.opening),
        words[position].isAcronym,
        position + 1 >= words.count || words[position + 1].gap.contains(.closing)
      else { continue }
      let range = position..<position + 1
      if let existing = spots.firstIndex(where: { $0.core == range }) {
        spots[existing].same = index
      } else {
        var short = ActorSpot(sort: .organization(.organization), core: range, whole: range)
        short.same = index
        added.append(short)
      }
      if case .unknown = spot.sort { spots[index].sort = .organization(.organization) }
      if case .organization = spots[index].sort,
        let match = table.name(in: words, at: position, end: position + 1)
      {
        spots[index].sort = .known(match.value)
      }
    }
    guard !added.isEmpty else { return }
    // Added spots go last so that the indexes of the others stay; resolution sorts by place.
    spots += added
  }

  private func isInstitution(_ spot: ActorSpot) -> Bool {
    if case .institution = spot.sort { return true }
    return false
  }
}
