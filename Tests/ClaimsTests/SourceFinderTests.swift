import LinguisticsTestSupport
import Mentions
import TestSupport
import Testing
import Texts

@testable import Claims
@testable import Linguistics

/// Which attributions are claims, and whose, by dependencies.
@Suite struct SourceFinderTests {
  private let cues: CueLexicon = CueLexicon(contents(of: "Data/lexicon/cues.tsv"))

  /// The attribution of words in a parsed sentence.
  private func attribution(
    in reading: Reading, source: String? = nil, cue: String, content: String
  ) throws -> Attribution {
    func range(_ words: String) throws -> TextRange {
      let bytes = Array(words.utf8)
      let start = try #require(
        reading.text.bytes.indices.first {
          reading.text.bytes[$0...].starts(with: bytes)
        })
      return TextRange(start, start + bytes.count)
    }
    return Attribution(
      source: try source.map(range), cue: try range(cue), content: [try range(content)],
      form: .indirect, cueLemma: nil, isNegated: false, parent: nil)
  }

  private let said = """
    The the DET 2 det
    mayor mayor NOUN 3 nsubj
    said say VERB 0 root
    the the DET 5 det
    bridge bridge NOUN 6 nsubj
    fell fall VERB 3 ccomp
    """

  @Test func theSubjectOfTheCueIsTheSource() throws {
    let reading = parsed(said)
    let found = SourceFinder(clauses: ClauseReader(reading), cues: cues).sourced(
      try attribution(in: reading, cue: "said", content: "the bridge fell"))
    #expect(found?.source.map { reading.text[$0] } == "The mayor")
  }

  @Test func whatNobodySaysIsNoClaim() throws {
    let reading = parsed(
      """
      The the DET 2 det
      bridge bridge NOUN 4 nsubj:pass
      is be AUX 4 aux:pass
      said say VERB 0 root
      to to PART 6 mark
      fall fall VERB 4 xcomp
      """)
    let found = SourceFinder(clauses: ClauseReader(reading), cues: cues).sourced(
      try attribution(in: reading, cue: "is said", content: "to fall"))
    #expect(found == nil)
  }

  @Test func sayingThatIsDoingIsNoClaim() throws {
    let reading = parsed(
      """
      The the DET 2 det
      mayor mayor NOUN 3 nsubj
      declared declare VERB 0 root
      a a DET 5 det
      curfew curfew NOUN 3 obj
      """)
    let found = SourceFinder(clauses: ClauseReader(reading), cues: cues).sourced(
      try attribution(in: reading, source: "The mayor", cue: "declared", content: "a curfew"))
    #expect(found == nil)
  }

  @Test func responsibilityIsPartOfWhatIsClaimed() throws {
    let reading = parsed(
      """
      Rebels rebel NOUN 2 nsubj
      claimed claim VERB 0 root
      responsibility responsibility NOUN 2 obj
      for for ADP 6 case
      the the DET 6 det
      raid raid NOUN 3 nmod
      """)
    let found = try #require(
      SourceFinder(clauses: ClauseReader(reading), cues: cues).sourced(
        try attribution(
          in: reading, source: "Rebels", cue: "claimed responsibility for", content: "the raid")))
    #expect(found.cue.map { reading.text[$0] } == "claimed")
    #expect(found.content.map { reading.text[$0] } == ["responsibility for the raid"])
  }

  @Test func aNounInsideSomebodysWordsIsAnothersClaim() throws {
    let reading = parsed(
      """
      Farmers farmer NOUN 2 nsubj
      denied deny VERB 0 root
      ministry ministry NOUN 4 compound
      claims claim NOUN 2 obj
      that that SCONJ 8 mark
      mines mine NOUN 8 nsubj:pass
      were be AUX 8 aux:pass
      laid lay VERB 4 acl
      . . PUNCT 2 punct
      """)
    let outer = try attribution(
      in: reading, source: "Farmers", cue: "denied",
      content: "ministry claims that mines were laid")
    let found = NestedNominals(
      clauses: ClauseReader(reading.with(attributions: [outer]))
    ).found()
    #expect(found.map { $0.source.map { reading.text[$0] } } == ["ministry"])
    #expect(found.first?.content.map { reading.text[$0] } == ["that mines were laid"])
    #expect(found.first?.parent == 0)
  }
}
