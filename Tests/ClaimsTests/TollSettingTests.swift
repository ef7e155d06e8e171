import Claims
import TestSupport
import Testing
import Texts

/// Sentences whose figures are all running totals or other events'.
private let background = [
  "The war has killed 60,000 people.", "More than 3,400 civilians have been killed since 2011.",
  "At least 40 soldiers have been killed this year.",
  "So far this year, 200 migrants have drowned off Libya.",
  "In February, a strike on a depot killed 20 fighters.",
  "In 2016, gunmen abducted 58 pupils from a bus in Baidoa.",
  "Last year, 14 miners died in the same pit.", "Two years ago a blast killed nine dockers.",
  "Three months earlier, raiders killed 11 farmers in Yobe.",
  "A previous attack killed five guards.", "An earlier bombing left 12 dead.",
  "In a separate incident, two policemen were shot dead.",
  "Another attack killed three traders.", "Over the past decade, 900 villagers have been killed.",
  "In the past five years, 300 journalists were killed.",
  "The conflict has left 150,000 people dead.",
  "The insurgency has killed 30,000 people since it began.",
  "Since the war began, 5,000 children have been killed.",
  "Since March, at least 70 protesters have been killed.",
  "Since the start of the uprising, 400 people have been wounded.",
  "During the war, 8,000 men were killed.", "Every year 200 cyclists are killed.",
  "Each year hundreds of women are killed.", "About 90 hikers go missing annually.",
  "Nine years of war have killed half a million people.",
  "The ten-year war has killed 200,000 people.",
  "The civil war that has killed 90,000 people drags on.",
  "The army acted in revenge for a raid that killed six soldiers.",
  "They struck in retaliation for the killing of a general.",
  "The march was called in response to the shooting that killed two students.",
  "Rebels vowed to avenge the raid that killed four commanders.",
  "The attack came on the anniversary of a bombing that killed 200 people.",
  "A blast in January 2019 killed 15 soldiers.", "On 3 March 2018, 25 people were killed there.",
  "In April last year, 12 nurses were abducted.", "Last month 30 herders were killed.",
  "Last December, eight worshippers were killed.", "Earlier this year, 19 guards were killed.",
  "In early 2017, dozens of protesters were arrested.",
  "Back in 2009, two reporters were kidnapped.",
  "In the 2008 attacks, 166 people were killed in Mumbai.",
  "Four decades ago, 300 people were killed in the village.",
  "World War II killed millions of people.",
  "Some 25 ambushes this year have wounded 70 rangers.",
  "The fighting has displaced 400,000 people.",
  "A year earlier, seven pilgrims were killed.",
  "The prior attack wounded 16 shoppers.", "Past protests left 22 people dead.",
  "Some 5,000 Yazidis were killed in 2014.",
  "The 2015 siege, in which 30 hostages were killed, is remembered.",
  "Six soldiers were killed in an unrelated clash.",
  "The violence has killed 700 people in six months since the coup.",
  "At least 900 people have been detained since the coup.",
  "Since last year, 300 teachers have been abducted.",
  "In March this year, 13 guards were killed.",
  "In October 2020 a mine killed 11 passengers.",
  "The war, which has killed 12,000 people, goes on.",
  "Two weeks ago, gunmen killed eight shepherds.",
  "In late 2018, 31 aid workers were killed.",
  "Elsewhere, three soldiers were killed.",
]

@Test(arguments: background)
func keepsBackgroundOutOfTheMainEvent(_ text: String) {
  let found = TollReader.found(in: SourceText(text))
  #expect(!found.isEmpty)
  #expect(found.filter { $0.setting == .main }.map(TollReader.label) == [])
}

@Test(arguments: [
  "[Twelve people were killed](killed 12 unstated) on Monday, months after [a raid killed 40 soldiers](killed 40 military other) in 2019.",
  "The deadliest attack since 2015 [killed 60 worshippers](killed 60 civilian) in Peshawar.",
  "[Two guards were killed](killed 2 unstated) overnight. In March, [nine were killed](killed 9 unstated other) there."
    as MarkedText,
])
func tellsTheMainEventFromItsBackground(_ expected: MarkedText) {
  #expect(TollReader.faults(expected) == [])
}

@Test(arguments: [
  "A rocket killed five farmers in Kupwara on Tuesday.",
  "In the third such raid in a month, gunmen killed 10 villagers.",
  "Some 18 marchers have died, the bloodiest week since the 2009 coup.",
  "Five people have been killed, the worst toll since January.",
  "At least 12 soldiers were killed in two separate attacks overnight.",
  "The governor said nine constables had been killed.",
])
func keepsTheMainEventMain(_ text: String) {
  let found = TollReader.found(in: SourceText(text))
  #expect(!found.isEmpty)
  #expect(found.allSatisfy { $0.setting == .main })
}

@Test func saysSinceWhenARunningTotalCounts() {
  let text = SourceText("More than 3,400 civilians have been killed since 2011.")
  let since = TollReader.found(in: text).first?.toll.scope.since
  #expect(since.map { text[$0] } == "since 2011")
}
