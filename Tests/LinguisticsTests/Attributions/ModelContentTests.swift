import TestSupport
import Testing
import Texts

@testable import Linguistics

/// Contents held to the marks of quotation, and what the lexicon says of cues that a model found.
@Suite struct ModelContentTests {
  private func rules(_ text: SourceText) -> SentenceRules {
    SentenceRules(reading: reading(text), cues: cueLexicon)
  }

  private func tokens(_ marked: MarkedText, _ label: String, _ rules: SentenceRules) -> [Range<Int>]
  {
    marked.ranges(label).map { rules.reading.tokens(in: $0) }
  }

  /// The marks `piece` and `cue` are given, the mark `held` is what is to come of the piece.
  @Test(
    arguments: [
      "[“[We will fight on to the last man](piece).”](held) [he said](cue) .",
      "He [said](cue) the raid was [“[a crime against all of us](piece)”](held).",
      "He [said](cue) [[the raid was “a crime against all of us](piece)”](held).",
      "He [said](cue) [[the raid was “a crime against all of us”](piece)](held).",
      "“It is over. [[We will go home now and rest](piece)](held),” he [said](cue).",
      "“It is over, all of it. [[We will go home](piece)](held),” he [said](cue).",
      "“The [[army lied](piece)](held) and he [said](cue) so,” she told us.",
      "[“[a crime” against the people](piece)](held), he [said](cue)",
      "She [said](cue) [[the people had gone](piece)](held), and “nobody” cared.",
    ] as [MarkedText])
  func holdsContentsToQuotations(marked: MarkedText) throws {
    let rules = rules(marked.text)
    let cue = try #require(tokens(marked, "cue", rules).first)
    let piece = try #require(tokens(marked, "piece", rules).first)
    let held = rules.held(piece, cue: cue, source: nil)
    let expected = try #require(tokens(marked, "held", rules).first)
    #expect(held == expected, "\(marked.text[rules.reading.range(ofTokens: held)])")
  }

  @Test(
    arguments: [
      ("The minister [denied](cue) [the raid](piece).", "deny", false),
      ("The army [did not say](cue) [whether people died](piece).", "say", true),
      ("The army did not [say](cue) [whether people died](piece).", "say", true),
      ("[No group](source) [claimed](cue) [the raid](piece).", "claim", true),
      ("[People died](piece), [according to](cue) the police.", "according to", false),
      ("She [went on to say](cue) [“it is over”](piece).", "go on to say", false),
    ] as [(MarkedText, String, Bool)])
  func looksCuesUp(marked: MarkedText, key: String, isNegated: Bool) throws {
    let rules = rules(marked.text)
    let cue = try #require(tokens(marked, "cue", rules).first)
    let meaning = rules.meaning(
      of: cue, source: tokens(marked, "source", rules).first,
      pieces: tokens(marked, "piece", rules), sentence: rules.reading.sentences[0].tokens)
    let entry = try #require(meaning.entry)
    // Of several entries of a lemma any may fit.
    #expect(rules.cues.entries[entry].key.utf8.starts(with: key.utf8))
    #expect(meaning.isNegated == isNegated && meaning.lemma == nil)
  }

  @Test func aSpeechGoesOnOverParagraphs() {
    let text = SourceText(
      "“We are tired,” he said. “Many of us went home.\n“Others stayed in the town.\n"
        + "“Nobody slept.”\nThe rain went on.")
    var rules = rules(text)
    let first = rules.tokens(ofQuotation: 1)
    rules.drafts = [
      SentenceRules.Draft(source: nil, cue: 7..<8, pieces: [first], entry: nil, sentence: 0)
    ]
    rules.addContinuations()
    let pieces = rules.drafts[0].pieces.map { text[rules.reading.range(ofTokens: $0)] }
    #expect(
      pieces == [
        "“Many of us went home.", "“Others stayed in the town.", "“Nobody slept.”",
      ])
  }

  @Test func aParagraphThatHasItsOwnCueIsLeftToIt() {
    let text = SourceText(
      "She said: “We are tired and hungry.\n“Others stayed in the town,” she added.")
    var rules = rules(text)
    rules.drafts = [0, 1].map { index in
      SentenceRules.Draft(
        source: nil, cue: index == 0 ? 1..<2 : nil, pieces: [rules.tokens(ofQuotation: index)],
        entry: nil, sentence: index)
    }
    rules.addContinuations()
    #expect(rules.drafts.map(\.pieces.count) == [1, 1])
  }
}
