import Linguistics
import TestSupport
import Testing
import Texts

/// The tokens of a text in which `|` stands between tokens that no space parts.
private func tokens(of text: String) -> [String] {
  let source = SourceText(text)
  return Tokenizer().tokens(of: source, in: source.range).map { source[$0.range] }
}

private func expectTokens(_ marked: String, _ location: SourceLocation) {
  let bytes = marked.utf8.filter { $0 != UInt8(ascii: "|") }
  let expected = marked.unicodeScalars.split { $0 == "|" || $0 == " " || $0 == "\u{A0}" }
  #expect(
    tokens(of: String(decoding: bytes, as: UTF8.self)) == expected.map(String.init),
    sourceLocation: location)
}

@Suite struct TokenizerTests {
  @Test(arguments: [
    "They do|n't know|,| she ca|n't say and he wo|n't", "Peru|'s| mayor says it|'s over",
    "we|'ve| seen what they|'re doing|,| I|'d say", "Peru|’s| mayor did|n’t say", "THE ARMY|'S MEN",
    "it can|not hold", "they are gon|na leave", "the soldiers|' families",
    "the soldiers|’ families",
    "the U.S.|'s ally", "he did|nt say",
  ])
  func partsClitics(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "Mr. O'Neill of Sana'a and the Ba'ath", "ten o'clock", "the Shi’ite Ma’rib tribes",
    "Kataʼib men", "in the summer of '94", "music of the '80s", "the 1980's", "let 'em go",
  ])
  func keepsApostrophesOfWords(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "a French|-|led force", "al|-|Hasaka", "a 15|-|year|-|old", "anti-tank missiles",
    "non-lethal pro-Kyiv ex-soldiers", "in mid-2019", "an e-mail", "a co-operative",
    "F|-|16 jets", "a 2|-|1 vote", "post-war|-|era",
  ])
  func partsCompoundsButKeepsPrefixes(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "3,400 people|,| 1.5 million|,| 12|,|50", "Rs. 1,50,000", "1|,|2|,|3", "at 7:30 on 9/11",
    "on 2021-06-28 and 28/06/2021|.", "call 555-0134|.", "the 3rd and 21st", "the 1990s",
    "16|km away|,| 5|pm|,| 30|kg|,| 120|mm", "$|2.5|m and €|3|bn", "US$|40", "45|%|,| 7.5|%",
    "12|people", "T72 tanks of the 4th", "a 7.62|mm rifle", "9K720",
  ])
  func keepsNumbersWhole(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "Mr. Ali met Gen. Díaz and Lt. Col. Roy|.", "the U.S. and U.K. armies", "at 5 a.m. on Monday",
    "John F. Kennedy|,| J.K. Rowling", "a Ph.D. student", "Acme Inc. said", "on Nov. 3",
    "No. 5 is here", "i.e. this|,| e.g. that", "St. Louis|,| Mo.|,| in rain",
  ])
  func keepsStopsOfAbbreviations(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "They left on Monday|.|Then they returned|.", "He said no|.", "you and I|.| Did you",
    "The sun|.| It rose", "the plan B|.| The end", "in March|.", "It was ill|.",
  ])
  func partsStopsOfSentences(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "see https://example.org/a?b=1|,| or www.example.com|.", "(|http://a.example/x_(y)|)",
    "write to ana.ruiz@example.org|.", "@ana_ruiz wrote #Goma2012|!", "at example.co.uk/news today",
    "see report.pdf|.",
  ])
  func keepsAddressesWhole(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test(arguments: [
    "so|...| they left|…| and then", "\"|We are here|,|\"| he said|.", "“|Go|!|”| she cried",
    "what|?!| (|maybe|)", "they came |—| and left|--|twice", "so 👍🏽 and 🇫🇷|🇩🇪 and 👨‍👩‍👧|.",
    "''|Go|''| he said",
  ])
  func partsMarks(_ marked: String) { expectTokens(marked, #_sourceLocation) }

  @Test func tellsHowTokensAreWritten() {
    let text = SourceText("The UN's envoy, Élise, left \"Goma\" at 5pm")
    let shapes = Dictionary(
      Tokenizer().tokens(of: text, in: text.range).map { (text[$0.range], $0.shape) },
      uniquingKeysWith: { first, _ in first })
    #expect(shapes["The"] == [.letters, .capitalized, .spaceBefore])
    #expect(shapes["UN"] == [.letters, .capitalized, .allCapitals, .spaceBefore])
    #expect(shapes["'s"] == [.letters])
    #expect(shapes[","] == [.punctuation])
    #expect(shapes["Élise"] == [.letters, .capitalized, .spaceBefore])
    #expect(shapes["\""] == [.punctuation, .quotationMark, .spaceBefore])
    #expect(shapes["5"] == [.digits, .spaceBefore])
    #expect(shapes["pm"] == [.letters])
  }

  @Test func foldsTheWord() {
    let text = SourceText("DIDN’T")
    #expect(Tokenizer().tokens(of: text, in: text.range).map(\.word) == ["did", "n't"])
  }

  @Test(arguments: 0..<60)
  func coversEveryByteOnce(seed: UInt64) {
    let text = randomReport(seed: seed)
    let tokens = Tokenizer().tokens(of: text, in: text.range)
    var end = 0
    for token in tokens {
      #expect(token.start >= end && token.end > token.start)
      #expect(text.isScalarBoundary(token.start) && text.isScalarBoundary(token.end))
      #expect(text.trimmed(TextRange(end, token.start)).isEmpty)
      #expect(token.word == Word(folding: text.bytes, in: token.range))
      end = token.end
    }
    #expect(text.trimmed(TextRange(end, text.count)).isEmpty)
    #expect(tokens == Tokenizer().tokens(of: text, in: text.range))
  }

  @Test func cutsAnEndlessWord() {
    let text = SourceText(String(repeating: "ü", count: 100_000))
    let tokens = Tokenizer().tokens(of: text, in: text.range)
    #expect(tokens.count == 4)
    #expect(tokens.allSatisfy { text.isScalarBoundary($0.end) })
    #expect(tokens.last?.end == text.count)
  }
}
