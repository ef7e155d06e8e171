import Claims
import Mentions
import TestSupport
import Testing
import Texts

@Test(arguments: [
  "[A family of five was killed](killed 5 unstated) in Oruro.",
  "Raiders [killed a group of three herders](killed 3 civilian) near Jos.",
  "Police [detained one of his associates](detained 1 unstated).",
  "Agents [arrested a Front for the Liberation of Arcadia fighter](detained 1 combatant).",
  "The raid [killed rebel leader, Omar Haddad](killed 1 combatant), along with [one other rebel](killed 1 combatant).",
  "[Four suspects were taken away for questioning](detained 4 unstated).",
  "[A smuggler turned himself in](detained 1 unstated) on Sunday.",
  "Police [detained numerous protesters](detained 3- civilian).",
  "[A clerk was chased down the street and killed](killed 1 civilian).",
  "A robber [fatally shot two cashiers](killed 2 civilian) in Recife.",
  "The wreck [with the loss of nine lives](killed 9 unstated) is remembered.",
  "[One local fisherman was killed](killed 1 civilian) off Gaeta.",
  "[The latest victim, a priest, was shot dead](killed 1 civilian) in Iloilo.",
  "[A trader was killed](killed 1 civilian) together with [two porters](killed 2 civilian)."
    as MarkedText,
])
func readsMoreWordings(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "Four amendments died in committee.", "The goalkeeper was missing from the squad.",
  "The last one killed the game.", "Hackers held its data hostage.",
  "White captured three pawns and a bishop.", "The two guards were shot at.",
  "Automation displaced workers in the mills.", "Frost killed dozens of vines.",
])
func findsNothingInFiguresOfSpeech(_ text: String) {
  #expect(TollReader.found(in: SourceText(text)).map(TollReader.label) == [])
}

@Test func saysWhichFiguresComeOnTopOfOthers() {
  let found = TollReader.found(
    in: SourceText(
      "Police arrested a smuggler in Oran. They also detained two drivers. Another man was held in custody."
    ))
  #expect(found.map(\.toll.isAdditional) == [false, true, true])
}

/// Marks are places; each figure gets the one its words name.
private func places(_ report: MarkedText) -> [String?] {
  var mentions = ReportMentions()
  for mark in report.marks {
    mentions.placeMentions.append(PlaceMention(range: mark.range, entity: mentions.places.count))
    mentions.places.append(PlaceEntity(name: report.text[mark.range], precision: .town))
  }
  return TollReader.found(in: report.text, mentions: mentions).map { item in
    item.toll.scope.place.map { mentions.places[$0].name }
  }
}

@Test func saysWhereThePeopleOfAFigureWere() {
  #expect(
    places("Seven people were killed in [Homs](p) and three in [Hama](p).") == ["Homs", "Hama"])
  #expect(places("Shells killed 12 people and wounded 20 in [Homs](p).") == ["Homs", "Homs"])
  #expect(places("Nine died, three of them in [Homs](p).").last == "Homs")
  #expect(places("In [Homs](p), shells killed five women.") == ["Homs"])
  #expect(places("Gunmen from [Homs](p) killed five women.") == [nil])
  #expect(places("Five women were killed, officials in [Homs](p) said.") == [nil])
  #expect(places("Five women were killed on Monday in the village of [Rafin](p).") == ["Rafin"])
}

@Test(arguments: [
  ("Troops killed two rebels in Gao. The two rebels were killed at a ford.", 2),
  ("A raid killed a rebel leader. Another rebel was killed.", 2),
  ("Troops killed nine rebels. Four rebels were killed at a ford and five rebels in a camp.", 9),
  ("Troops killed several rebels. In all, troops killed four rebels.", 4),
  ("Two rebels were killed. An air strike killed a third group, killing all three.", 3),
  ("Troops killed more than ten rebels. Troops killed 12 rebels.", 12),
  ("Nobody was hurt.", 0),
])
func countsAtLeastThoseWhomNoFigureRepeats(_ words: String, _ number: Int) {
  let text = SourceText(words)
  let ledger = ReportClaims(tolls: TollReader.found(in: text).map(\.toll), mainEvent: 0)
  #expect(LeastNumber(ledger, in: TollReader.reading(of: text)).count(of: .killed) == number)
}

@Test(arguments: [
  "[A bomber](killed 1 combatant) killed himself and [12 others](killed 12 unstated) in Baidoa.",
  "The toll climbed [from 5 to 7](killed 7 unstated).",
  "The bodies of [nine sailors](killed 9 military) were found.",
  "[A mother](killed 1 civilian) and her [three children were killed](killed 3 child).",
  "[Two pilots](killed 2 military) and all [40 passengers died](killed 40 civilian).",
  "Troops [captured a rebel](detained 1 combatant) and [two others](detained 2 combatant).",
  "[Seven people were killed](killed 7 unstated), not including the attacker.",
  "The clashes claimed [the life of a nurse](killed 1 civilian)." as MarkedText,
])
func readsPeopleWhoGoWithOthers(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}
