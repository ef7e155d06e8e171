import Linguistics
import TestSupport
import Testing
import Texts

private func sentences(of text: SourceText) -> [Range<Int>] {
  SentenceSplitter().sentences(in: Tokenizer().tokens(of: text, in: text.range), of: text)
}

/// Checks a text in which `¶` stands where a sentence ends and another begins.
private func expectSentences(_ marked: String, _ location: SourceLocation) {
  let expected = marked.unicodeScalars.split(separator: "¶").map { part in
    let text = SourceText(String(part))
    return text[text.trimmed(text.range)]
  }
  let text = SourceText(expected.isEmpty ? "" : String(marked.unicodeScalars.filter { $0 != "¶" }))
  let tokens = Tokenizer().tokens(of: text, in: text.range)
  let found = SentenceSplitter().sentences(in: tokens, of: text)
    .map { text[TextRange(tokens[$0.lowerBound].start, tokens[$0.upperBound - 1].end)] }
  #expect(found == expected, sourceLocation: location)
}

@Suite struct SentenceTests {
  @Test(arguments: [
    "The army left.¶ Nobody saw it go!¶ Who did?¶ No one", "They fled.¶ al-Shaddadi is quiet.",
    "They have $5.20.¶ It is not much.", "What?!¶ Never.", "So it ended...¶ They left the town.",
  ])
  func endsAtMarks(_ marked: String) { expectSentences(marked, #_sourceLocation) }

  @Test(arguments: [
    "Gen. Ruiz met Mr. Diallo and Dr. Wu.¶ They spoke.", "The U.S. Air Force struck.",
    "She moved to the U.S.¶ He did not.", "At 5 a.m. Monday they left.",
    "They came at 5 p.m.¶ Nobody was there.", "Acme Corp. said No. 5 burnt.",
    "He works for Acme Inc.¶ It is small.", "J. R. Ortega won.", "Doe et al. disagree.",
    "On Nov. 3 it rained, i.e. it poured.", "The Rev. Al Green and Sen. Li met.",
  ])
  func goesOnBehindAbbreviations(_ marked: String) { expectSentences(marked, #_sourceLocation) }

  @Test(arguments: [
    "\"We are here.\"¶ She left.", "\"We are here,\" he said.¶ \"We stay.\"", "“Go.”¶ “No.”",
    "“Who is there?” Ana Ruiz asked.", "“Who is there?”¶ The street was empty.",
    "'It is over.' he wrote.", "He left (it was late.) and slept.", "It fell.)¶ Then it rose.",
    "They left.[3]¶ Others came.", "(They left.)¶ Others came.",
  ])
  func closesWithMarksBehindTheStop(_ marked: String) { expectSentences(marked, #_sourceLocation) }

  @Test(arguments: [
    "They left on Saturday.¶Then the town fell.", "He saw 20.¶They ran.", "It was “over”.¶The end.",
    "Is it so?¶Yes!¶They said so.",
  ])
  func findsALostSpace(_ marked: String) { expectSentences(marked, #_sourceLocation) }

  @Test(arguments: [
    "It works ... as it did.", "The firm Wow! in Lima closed.", "It was -- was it? -- late.",
    "He wrote [...] that it was so.", "In sum . . . it failed.", "It weighs 3.5 kg at 4.30 pm.",
    "See example.org for more.", "The road is approx. nine miles long.",
    "The temp. may fall.", "Three dead as bridge falls in Lima",
  ])
  func goesOnInside(_ marked: String) { expectSentences(marked, #_sourceLocation) }

  @Test(arguments: [
    "1. They left ¶2. They came", "1) They left.¶ 2) They came.", "• 1. One ¶• 2. Two",
    "a. They left ¶b. They came ¶c. They saw",
  ])
  func partsItemsOfLists(_ marked: String) { expectSentences(marked, #_sourceLocation) }

  @Test(arguments: 0..<40)
  func partitionsTheTokens(seed: UInt64) {
    let text = randomReport(seed: seed)
    let count = Tokenizer().tokens(of: text, in: text.range).count
    let found = sentences(of: text)
    var end = 0
    for sentence in found {
      #expect(sentence.lowerBound == end && !sentence.isEmpty)
      end = sentence.upperBound
    }
    #expect(end == count)
    #expect(found == sentences(of: text))
  }
}
