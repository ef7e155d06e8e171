import Claims
import Mentions
import TestSupport
import Testing
import Texts

@Test(arguments: [
  "A car bomb [killed at least seven people](killed 7- unstated) in Mogadishu.",
  "[Seven people were killed](killed 7 unstated) when a boat sank off Lampedusa.",
  "[Three soldiers have been killed](killed 3 military) near Gao.",
  "[Twelve villagers had been killed](killed 12 civilian) by dawn, the mayor said.",
  "Gunmen [shot dead four policemen](killed 4 police) in Quetta.",
  "[Four policemen were shot dead](killed 4 police) in Quetta.",
  "Raiders [gunned down five herders](killed 5 civilian) near Jos.",
  "[Five herders were gunned down](killed 5 civilian) near Jos.",
  "The group [beheaded two captives](killed 2 unstated) in Cabo Delgado.",
  "Rebels [executed nine prisoners](killed 9 unstated) on the spot.",
  "[Nine miners died](killed 9 civilian) when the shaft collapsed.",
  "[Two nurses perished](killed 2 civilian) in the blaze.",
  "[Six children drowned](killed 6 child) off Mahdia.",
  "[A gendarme succumbed](killed 1 police) to his wounds on Sunday.",
  "[Eleven pilgrims lost their lives](killed 11 civilian) on the road to Karbala.",
  "The blast [claimed 14 lives](killed 14 unstated) in Kabul.",
  "The mudslide [claimed the lives of 30 villagers](killed 30 civilian).",
  "[Three fighters were martyred](killed 3 combatant), the group said.",
  "[Two sisters were burned to death](killed 2 civilian) in the house.",
  "A mob [beat a trader to death](killed 1 civilian) in Lahore.",
  "[Four hostages were found dead](killed 4 civilian) in a well.",
  "Shelling [left 12 residents dead](killed 12 civilian) in Donetsk.",
  "The raid left [20 dead](killed 20 unstated), the mayor said.",
  "The blast left [32 people](killed 32 unstated) and [the driver dead](killed 1 civilian).",
  "[The mayor was among](killed 1 civilian) [eight people who died](killed 8 unstated) at sea.",
  "The raid [killed long-time commander Omar Haddad](killed 1 combatant).",
  "Crowds mourned [the killing of Uganda's doctor](killed 1 civilian).",
  "The ambush [killed a colonel](killed 1 military) and [two privates](killed 2 military).",
  "Troops [killed three gunmen](killed 3 combatant), [a medic](killed 1 civilian) and [two boys](killed 2 child)."
    as MarkedText,
])
func findsPeopleKilled(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "The blast [killed 7 civilians](killed 7 civilian) and [wounded 20](wounded 20 civilian).",
  "[Seven people were killed](killed 7 unstated) and [20 wounded](wounded 20 unstated).",
  "Mortars hit a bakery, [killing four women](killed 4 civilian) and [injuring a dozen others](wounded 12 civilian).",
  "[Five dead](killed 5 unstated), [12 injured](wounded 12 unstated) in Manila market fire.",
  "[Thirty marchers were injured](wounded 30 civilian) in Minsk.",
  "[At least 40 students were hurt](wounded 40- unstated) in the stampede.",
  "[Nine officers were treated for injuries](wounded 9 police) after the riot.",
  "[Two firefighters were hospitalized](wounded 2 civilian) in Valparaiso.",
  "[Eight guards were taken to hospital](wounded 8 unstated).",
  "[Three reporters suffered injuries](wounded 3 civilian) in the scuffle.",
  "[A cameraman was wounded](wounded 1 civilian) by shrapnel in Sirte.",
  "The crash caused [17 deaths](killed 17 unstated) and [60 injuries](wounded 60 unstated).",
  "There were [three fatalities](killed 3 unstated), the coroner said.",
  "Medics counted [nine bodies](killed 9 unstated) at the scene.",
  "[At least 12 people were killed](killed 12- unstated) and [175 wounded](wounded 175- unstated) in Beni.",
  "[Scores of worshippers were injured](wounded 40- civilian).",
  "[Two guards](wounded 2 unstated) and [a nurse were hurt](wounded 1 civilian)." as MarkedText,
])
func findsPeopleWounded(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "Gunmen [abducted 64 girls](abducted 64 child) from a school in Zamfara.",
  "[Six engineers were kidnapped](abducted 6 civilian) near Basra.",
  "Bandits [took 15 passengers hostage](abducted 15 civilian).",
  "[Fifteen passengers were taken hostage](abducted 15 civilian).",
  "[Two aid workers were seized](abducted 2 civilian) on the road to Gedo.",
  "Police [arrested 45 protesters](detained 45 civilian) in Almaty.",
  "[More than 45 protesters were detained](detained 46- civilian) in Almaty.",
  "Agents [took five students into custody](detained 5 unstated).",
  "Some [30 fishermen remain missing](missing 30 civilian) after the storm.",
  "[Thirty fishermen are missing](missing 30 civilian) after the storm.",
  "[Two climbers went missing](missing 2 unstated) on Monday.",
  "[Nobody was arrested](detained 0 unstated)." as MarkedText,
])
func findsPeopleTakenOrMissing(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "The fighting has [displaced 3,400 families](displaced 3400 unstated cumulative).",
  "[Some 60,000 people fled their homes](displaced 60000 unstated cumulative).",
  "[Thousands of villagers were forced from their homes](displaced 2000- civilian cumulative)."
    as MarkedText,
])
func countsDisplacementAsRunning(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "The [death toll rose to 7](killed 7 unstated) from 5.",
  "Officials put the [death toll at 83](killed 83 unstated).",
  "The [death toll from the quake has reached 120](killed 120 unstated).",
  "The [death toll has topped 200](killed 201- unstated).",
  "The [number of people killed has risen to 94](killed 94 unstated).",
  "The [number of wounded stands at 410](wounded 410 unstated)." as MarkedText,
])
func readsTotals(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "The strike [killed 30 people](killed 30 unstated), [including 13 children](killed 13 child).",
  "[Forty people were killed](killed 40 unstated), [among them two medics](killed 2 civilian).",
  "[Forty people were killed](killed 40 unstated). [Among them were two medics](killed 2 civilian).",
  "[Two medics were among the dead](killed 2 civilian).",
  "[Among the dead were two medics](killed 2 civilian).",
  "[Ten people were killed](killed 10 unstated), [three of them women](killed 3 civilian).",
  "[One of the two guards was killed](killed 1 unstated).",
  "The dead included [a 9-year-old girl](killed 1 child)." as MarkedText,
])
func readsPartsAsFiguresOfTheirOwn(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test func pointsAPartToItsWhole() {
  let found = TollReader.found(
    in: SourceText("The strike killed 30 people, including 13 children, in Taiz."))
  #expect(found.map(\.toll.scope.partOf) == [nil, 0])
}

@Test(arguments: [
  "The raid caused [no casualties](killed 0 unstated).",
  "[No one was hurt](wounded 0 unstated) in the landing.",
  "[No soldiers were killed](killed 0 military) in the clash.",
  "[All the passengers were unharmed](wounded 0 civilian).",
  "[The minister escaped unhurt](wounded 0 civilian).",
  "There were [no civilian deaths](killed 0 civilian), the army said." as MarkedText,
])
func readsDeniedHarmAsZero(_ expected: MarkedText) {
  let faults = TollReader.faults(expected)
  // `no casualties` denies both deaths and wounds.
  #expect(faults.filter { !$0.hasPrefix("invented wounded 0") } == [])
}

@Test(arguments: [
  "The [killing of a general](killed 1 military) angered the capital.",
  "Crowds mourned the [death of his brother](killed 1 unstated).",
  "[The hostage's death](killed 1 civilian) was confirmed on Sunday.",
  "The blast [killed General Omar Haddad](killed 1 military).",
  "It was the strike that [killed commander Omar Haddad](killed 1 combatant).",
  "They would punish the [killing of General Omar Haddad](killed 1 military).",
  "[Journalist Ana Ruiz was killed](killed 1 civilian) in Culiacan." as MarkedText,
])
func countsNamedDeathsAsOne(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "The shelling [killed civilians](killed 2- civilian) in Homs.",
  "[Civilians were killed](killed 2- civilian) in Homs.",
  "Two soldiers fled; [others were killed](killed 2- unstated)." as MarkedText,
])
func givesPluralsWithoutNumberTheirLowerBound(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "There were no immediate reports of casualties.", "It was not immediately clear who was hurt.",
  "There was no word on casualties.", "The group threatened to kill 12 hostages.",
  "The dam could kill thousands of people.", "A strike would kill 200 civilians.",
  "They plan to detain 40 activists.", "The senate killed the bill on Tuesday.",
  "Three missiles hit an empty field.", "The army destroyed 12 vehicles.",
  "He was missing the point.", "The applause died down after two minutes.",
  "Militants who kill civilians must be tried.", "The law aims to protect 300 workers.",
  "If the wall falls, 50 people will die.", "Rebels released 12 hostages.",
  "The two sides freed 40 prisoners.", "Rescuers pulled three miners out alive.",
  "The talks resumed after 40 attacks in May.",
  "The government denied killing 12 protesters.", "They were capable of killing 500 people.",
  "Dogs found 12 mines.", "About 400 wild ducks were found dead.",
  "The wounded were flown to Dakar.",
])
func findsNothingWherePeopleAreNotHarmed(_ text: String) {
  #expect(TollReader.found(in: SourceText(text)).map(TollReader.label) == [])
}

@Test func opensOrHedgesJoinedDeeds() {
  let found = TollReader.found(in: SourceText("The strike killed and wounded 20 fighters."))
  #expect(found.map(TollReader.label) == ["killed 1-20 combatant", "wounded 1-20 combatant"])
}

@Test func givesAFigureToTheInnermostClaim() {
  let text: MarkedText =
    "[Ana Ruiz](outer) said [[Omar Haddad](inner) told her [seven people were killed](piece)](all)."
  let outer = Claim(
    source: text.ranges("outer")[0], cue: nil, content: text.ranges("all"), speaker: 0,
    stance: .asserts)
  let inner = Claim(
    source: text.ranges("inner")[0], cue: nil, content: text.ranges("piece"), speaker: 1,
    stance: .asserts)
  let found = TollReader.found(in: text.text, claims: [outer, inner])
  #expect(found.map(\.toll.claim) == [1])
  #expect(found.map(\.toll.claimant) == [1])
}

@Test func leavesFiguresTakenForGrantedToTheOutlet() {
  let text: MarkedText =
    "The group claimed responsibility for [the bombing that killed 12 people](content)."
  let claim = Claim(
    source: nil, cue: nil, content: text.ranges("content"), speaker: 0,
    stance: .claimsResponsibility)
  let found = TollReader.found(in: text.text, claims: [claim])
  #expect(found.map(\.toll.claim) == [nil])
}

@Test(arguments: UInt64(1)...60)
func tollsHoldTheirInvariantsOnRandomText(_ seed: UInt64) {
  let text = randomReport(seed: seed)
  let found = TollReader.found(in: text)
  #expect(found == TollReader.found(in: text))
  for item in found {
    #expect(text.isScalarBoundary(item.toll.span.start))
    #expect(text.isScalarBoundary(item.toll.span.end))
    #expect(item.toll.low >= 0)
    #expect(item.toll.high.map { $0 >= item.toll.low } ?? true)
    #expect(item.toll.scope.partOf.map { $0 < found.count } ?? true)
    #expect((item.setting == .main) == (item.toll.event == 0))
  }
}
