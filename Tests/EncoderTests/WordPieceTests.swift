import Encoder
import EncoderTestSupport
import TestSupport
import Testing
import Texts

@Suite struct WordPieceTests {
  let tokenizer: WordPieceTokenizer

  init() throws { tokenizer = try smallTokenizer() }

  @Test(
    arguments: [
      "[The](the) [seven](seven) [died](died)[.](.)",
      "[unanim](unanim)[iously](##iously)",
      "[un](un)[important](##important)",
      "[Important](important)[,](,) [in](in) [Go](go)[ma](##ma)[!](!)",
      // The longest piece wins even where a shorter one would let the word go on.
      "[diedX]([UNK]) [die](die)[s](##s) [killed](killed)[s](##s)",
      "[ministerpresident](ministerpresident) [ministerpresid]([UNK])",
      "[in](in)[whereabouts](##whereabouts)",
      "[a](a)[-](-)[b](b)['](')[c](c)",
      "  [a](a)\t\r\n[b](b)  ",
    ] as [MarkedText])
  func takesTheLongestPieceFirst(_ expected: MarkedText) {
    #expect(tokenizer.marked(expected.text) == expected)
  }

  @Test(
    arguments: [
      "[di\u{E9}d](died) [di\u{E9}](die)[a](##a)",
      "[die](die)\u{301} [e](e)\u{301}\u{301}",
      // A mark that is dropped between two characters of a piece lies inside it.
      "[di\u{E9}\u{301}d](died)",
      "[\u{130}N](in)\u{200B} \u{200B}[go](go)\u{FFFD}",
      "[日](日)[本](本)[a](a)[日](日)",
      "[a](a)\u{A0}[b](b)\u{3000}[seven](seven)",
      "[a](a)[\u{2019}]([UNK])[s]([UNK]) [a](a)[\u{2260}](-)[b](b)",
      "[👍](👍) [ß](ß)[ß](##ß) [a👍]([UNK])",
      "[a](a)\u{0}\u{7F}[b](##b)",
      "\u{301}[a](a)\u{301}",
    ] as [MarkedText])
  func normalizesAndKeepsTheOriginalRanges(_ expected: MarkedText) {
    #expect(tokenizer.marked(expected.text) == expected)
  }

  @Test func givesEachPieceOfOneScalarTheWholeScalar() {
    let text = SourceText("a 각각")
    let pieces = tokenizer.pieces(of: text, in: text.range)
    #expect(pieces.ids.map { tokenizer.form(of: Int($0)) } == ["a", "[UNK]"])
    let one = SourceText("각")
    let jamo = tokenizer.pieces(of: one, in: one.range)
    #expect(jamo.ids.map { tokenizer.form(of: Int($0)) } == ["ᄀ", "##ᅡ", "##ᆨ"])
    #expect(jamo.ranges == [one.range, one.range, one.range])
    #expect(jamo.isContinuation == [false, true, true])
  }

  @Test func readsOnlyTheRange() {
    let text = SourceText("unimportant died")
    let inner = tokenizer.pieces(of: text, in: TextRange(2, 14))
    #expect(inner.ids.map { tokenizer.form(of: Int($0)) } == ["important", "[UNK]"])
    #expect(inner.ranges == [TextRange(2, 11), TextRange(12, 14)])
  }

  @Test func readsSpecialTokensAsTextUnlessTold() {
    let plain: MarkedText = "[die](die) [\\[]([)[SEP](sep)[\\]](])"
    #expect(tokenizer.marked(plain.text) == plain)
    let told = tokenizer.marked(
      SourceText("un[SEP]die[MASK] [sep] [[CLS]]"), recognizingSpecials: true)
    #expect(told.ranges("[SEP]") == [TextRange(2, 7)])
    #expect(told.ranges("[MASK]") == [TextRange(10, 16)])
    #expect(told.ranges("[CLS]") == [TextRange(24, 29)])
    #expect(told.ranges("sep") == [TextRange(18, 21)])
  }

  @Test func takesWordsOfMoreThanAHundredCharactersForUnknown() throws {
    for letter in ["a", "\u{E9}", "e\u{301}"] {
      let tokenizer = try smallTokenizer(smallVocabulary + ["##aa"])
      let known = SourceText("a" + String(repeating: letter, count: 99))
      let long = SourceText("a" + String(repeating: letter, count: 100))
      #expect(tokenizer.pieces(of: known, in: known.range).ids.contains(tokenizer.unknown) == false)
      #expect(tokenizer.pieces(of: long, in: long.range).ids == [tokenizer.unknown])
    }
    // A syllable counts as its jamo.
    let syllables = SourceText("a" + String(repeating: "각", count: 34))
    #expect(
      tokenizer.pieces(of: syllables, in: syllables.range).ranges == [syllables.range])
  }

  @Test func survivesAWordOfAMegabyte() {
    for (letter, size) in [
      ("a", 1_000_000), ("\u{E9}", 300_000), ("\u{301}", 100_000), ("각", 100_000),
      ("日", 100_000), (".", 100_000),
    ] {
      let count = size / letter.utf8.count
      let text = SourceText("a" + String(repeating: letter, count: count) + " died")
      let pieces = tokenizer.pieces(of: text, in: text.range)
      #expect(pieces.ranges.last == TextRange(text.count - 4, text.count))
      #expect(pieces.count == (letter == "日" || letter == "." ? count + 2 : 2))
    }
  }

  @Test func findsNothingInAnEmptyText() {
    for text in ["", " \n ", "\u{200B}\u{301}"].map({ SourceText($0) }) {
      #expect(tokenizer.pieces(of: text, in: text.range).isEmpty)
    }
  }

  @Test func tellsIdsAndForms() {
    #expect(tokenizer.count == smallVocabulary.count)
    #expect(tokenizer.form(of: Int(tokenizer.classification)) == "[CLS]")
    #expect(tokenizer.form(of: Int(tokenizer.separator)) == "[SEP]")
    for (id, form) in smallVocabulary.enumerated() {
      #expect(tokenizer.form(of: id) == form)
      #expect(tokenizer.id(of: form) == id)
    }
    #expect(tokenizer.id(of: "nobody") == nil && tokenizer.id(of: "") == nil)
  }
}
