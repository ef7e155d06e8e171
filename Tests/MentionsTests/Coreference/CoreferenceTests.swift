import Knowledge
import Linguistics
import LinguisticsTestSupport
import TestSupport
import Testing
import Texts

@testable import Mentions

struct CoreferenceTests {
  private func phrases(_ reading: Reading) -> [String] {
    NounPhraseScan(reading: reading, table: tables.actors).phrases()
      .map { reading.words($0.tokens) }
  }

  private func chains(_ reading: Reading) -> [[String]] {
    CoreferenceFinder(knowledge: tables).chains(in: reading)
      .map { $0.phrases.map(reading.words) }
  }

  @Test func aPhraseHasItsModifiersButNoPreposition() {
    let reading = parsed(
      """
      The the DET 2 det
      head head NOUN 7 nsubj
      of of ADP 6 case
      Peru Peru PROPN 6 nmod:poss
      's 's PART 4 case
      union union NOUN 2 nmod
      left leave VERB 0 root
      by by ADP 10 case
      the the DET 10 det
      road road NOUN 7 obl
      . . PUNCT 7 punct
      """)
    #expect(
      phrases(reading)
        == ["The head of Peru 's union", "Peru 's union", "Peru 's", "the road"])
  }

  @Test func coordinatedAndApposedPhrasesStandAlone() {
    let reading = parsed(
      """
      Lima Lima PROPN 8 nsubj
      , , PUNCT 3 punct
      capital capital NOUN 1 appos
      and and CCONJ 5 cc
      port port NOUN 3 conj
      , , PUNCT 1 punct
      is be AUX 8 cop
      town town NOUN 0 root
      of of ADP 10 case
      trade trade NOUN 8 nmod
      """)
    #expect(phrases(reading) == ["Lima", "capital", "port", "town of trade", "trade"])
  }

  @Test func pronounsThatPointNowhereAreNoPhrases() {
    let reading = parsed(
      """
      It it PRON 2 expl
      rains rain VERB 0 root
      on on ADP 4 case
      men man NOUN 2 obl
      who who PRON 6 nsubj
      walk walk VERB 4 acl:relcl
      """)
    #expect(phrases(reading) == ["men who walk"])
  }

  @Test func aPronounTakesUpThePersonOfItsGender() {
    let reading = parsed(
      """
      Maria Maria PROPN 3 nsubj
      Okello Okello PROPN 1 flat
      met meet VERB 0 root
      James James PROPN 3 obj
      Ruiz Ruiz PROPN 4 flat
      . . PUNCT 3 punct

      She she PRON 2 nsubj
      praised praise VERB 0 root
      him he PRON 2 obj
      . . PUNCT 2 punct
      """, names: ["Maria Okello": .person, "James Ruiz": .person])
    #expect(chains(reading) == [["Maria Okello", "She"], ["James Ruiz", "him"]])
  }

  @Test func aLastNameTakesUpItsBearer() {
    let reading = parsed(
      """
      Maria Maria PROPN 3 nsubj
      Okello Okello PROPN 1 flat
      met meet VERB 0 root
      Ana Ana PROPN 3 obj
      Ruiz Ruiz PROPN 4 flat
      . . PUNCT 3 punct

      Okello Okello PROPN 2 nsubj
      left leave VERB 0 root
      . . PUNCT 2 punct
      """, names: ["Maria Okello": .person, "Ana Ruiz": .person, "Okello": .person])
    #expect(chains(reading) == [["Maria Okello", "Okello"], ["Ana Ruiz"]])
  }

  @Test func anotherThingOfTheKindIsNew() {
    let reading = parsed(
      """
      A a DET 2 det
      drone drone NOUN 3 nsubj
      struck strike VERB 0 root
      the the DET 5 det
      bridge bridge NOUN 3 obj
      . . PUNCT 3 punct

      Another another DET 2 det
      drone drone NOUN 3 nsubj
      missed miss VERB 0 root
      the the DET 5 det
      bridge bridge NOUN 3 obj
      . . PUNCT 3 punct
      """)
    #expect(chains(reading) == [["A drone"], ["the bridge", "the bridge"], ["Another drone"]])
  }

  @Test func withoutDependenciesThereAreNoChains() {
    let text = SourceText("She left.")
    let reading = Reader(cues: CueLexicon([]))
      .reading(of: text, title: nil, paragraphs: [text.range])
    #expect(CoreferenceFinder(knowledge: tables).chains(in: reading).isEmpty)
  }

  /// Whatever the trees, every phrase is in one chain and holds its head.
  @Test(arguments: 0..<40) func chainsAreAPartition(seed: Int) {
    let reading = randomReading(seed)
    let chains = CoreferenceFinder(knowledge: tables).chains(in: reading)
    let phrases = NounPhraseScan(reading: reading, table: tables.actors).phrases()
    #expect(chains.map(\.heads.count).reduce(0, +) == phrases.count)
    #expect(Set(chains.flatMap(\.heads)).count == phrases.count)
    for chain in chains {
      for (tokens, head) in zip(chain.phrases, chain.heads) { #expect(tokens.contains(head)) }
      #expect(chain.phrases.map(\.lowerBound) == chain.phrases.map(\.lowerBound).sorted())
    }
  }

  private func randomReading(_ seed: Int) -> Reading {
    var random = SplitMix64(seed: UInt64(seed))
    let words = ["it", "Ana", "she", "the", "union", "unions", "of", "said", ",", "and", "they"]
    var rows = ""
    for _ in 0..<5 {
      let count = Int.random(in: 1...14, using: &random)
      for index in 1...count {
        let word = words.randomElement(using: &random) ?? "it"
        let tag = PartOfSpeech.allCases.randomElement(using: &random) ?? .noun
        let relation = Relation.allCases.randomElement(using: &random) ?? .dep
        // Heads come before, so that every row is a tree.
        let head = index == 1 ? 0 : Int.random(in: 1..<index, using: &random)
        rows += "\(word) \(word) \(tag.name) \(head) \(relation.name)\n"
      }
      rows += "\n"
    }
    return parsed(rows, names: ["Ana": .person, "union": .organization])
  }
}
