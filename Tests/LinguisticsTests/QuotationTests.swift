import Linguistics
import TestSupport
import Testing
import Texts

private let reader = Reader(cues: CueLexicon([]))

/// Reads a text whose paragraphs are its lines.
private func reading(of text: SourceText) -> Reading {
  var paragraphs: [TextRange] = []
  var start = 0
  for offset in 0...text.count where offset == text.count || text.bytes[offset] == 0x0A {
    let line = text.trimmed(TextRange(start, offset))
    if !line.isEmpty { paragraphs.append(line) }
    start = offset + 1
  }
  return reader.reading(of: text, title: nil, paragraphs: paragraphs)
}

/// The quotations' inner ranges: `q` at the top, `r` inside another, `open` without a closing
/// mark, `more` when it goes on with one before.
private func marked(_ text: SourceText) -> MarkedText {
  let quotations = reading(of: text).quotations
  let marks = quotations.map { quotation in
    let label =
      quotation.continues != nil
      ? "more" : !quotation.isClosed ? "open" : quotation.level == 0 ? "q" : "r"
    return MarkedText.Mark(quotation.inner, label)
  }
  return MarkedText(marks, in: text)
}

/// The quotations of a text of one paragraph, without the layers above them.
private func quotations(in text: SourceText) -> [Quotation] {
  let tokens = Tokenizer().tokens(of: text, in: text.range)
  let sentences = SentenceSplitter().sentences(in: tokens, of: text).map {
    Sentence(
      tokens: $0, range: TextRange(tokens[$0.lowerBound].start, tokens[$0.upperBound - 1].end),
      paragraph: 0)
  }
  return QuotationFinder().quotations(
    in: Reading(
      text: text, title: nil, paragraphs: [text.range], tokens: tokens, sentences: sentences,
      quotations: [], attributions: []))
}

@Suite struct QuotationTests {
  @Test(
    arguments: [
      "\"[We are here](q)\", he said. \"[We stay.](q)\"", "“[We stay,](q)” she said.",
      "He spoke of “[order](q)” and \"[peace](q)\".", "« [Nous restons](q) », he said.",
      "„[Wir bleiben](q)“, he said.", "»[Wir bleiben](q)«, he said.", "‹[Hier](q)› and «[da](q)»",
      "‘[We stay,](q)’ she said.", "'[We stay,](q)' she said.", "''[We stay](q)'' he said.",
      "“[We stay](q)\" he said.", "\"[We stay](q)” he said.", "``[We stay](q)'' he said.",
      "The so-called \"[republic](q)\"-wide vote", "(“[We stay](q)”)", "He said:\"[We stay.](q)\"",
      "「[We stay](q)」", "“[Go](q)“ she said.", "”[Go](q)” she said.",
    ] as [MarkedText])
  func pairsMarksOfEveryStyle(_ expected: MarkedText) {
    #expect(marked(expected.text) == expected)
  }

  @Test(
    arguments: [
      "“[He told me ‘[go](r)’ and left](q)”", "'[He told me \"[go](r)\" and left](q)'",
      "\"[He told me '[go](r)' and left](q)\"", "“[He told me “[go](r)” and left](q)”",
      "\"[He told me \"[go](r)\" and left](q)\"", "«[He said “[go](r)” twice](q)»",
    ] as [MarkedText])
  func findsQuotationsInside(_ expected: MarkedText) {
    #expect(marked(expected.text) == expected)
  }

  @Test(
    arguments: [
      "The soldiers' families and Peru's mayor don't agree.", "In the '90s the players' union won.",
      "It was rock 'n' roll, 'tis said.", "The O'Neills’ house", "Men from ‘Anah and ‘Ali’s town",
      "He is 5'10\" tall and has a 12\" knife.", "The fighters’ demands were the farmers’ demands.",
      "\"[The soldiers' demands are clear](q)\"", "‘[The soldiers’ demands are clear](q)’",
      "'[The soldiers' demands don't count](q)', he said.", "Boys' and girls' schools closed",
      "\"[A 12\" gun is not enough](q)\", he said.",
    ] as [MarkedText])
  func tellsApostrophesAndSignsApart(_ expected: MarkedText) {
    #expect(marked(expected.text) == expected)
  }

  @Test(
    arguments: [
      "“[We stay.](open)\n“[We fight.](more)\n“[We win.](more)” he said.",
      "\"[We stay.](open)\n\"[We fight,](more)\" he said. \"[We win.](q)\"",
      "“[We stay.](open)\nHe left.", "He said: “[We stay.](open)\n“[We win.](more)”",
      "“[We stay](q)” he said.\n“[We win](q)”", "‘[We stay.](open)\n‘[We win,](more)’ he said.",
      "“[We stay.](open)\n[We win.](more)” He left.",
    ] as [MarkedText])
  func goesOnInTheNextParagraph(_ expected: MarkedText) {
    #expect(marked(expected.text) == expected)
  }

  @Test(
    arguments: [
      "We stay”, he said. “[We win](q)”", "We stay\", he said. \"[We win](q)\"",
      "“[We stay, he said. It was late.](open) “[We win](q)”, she said.",
      "They want 'peace, he said.", "He left \" and came.", "It is \"\" empty.",
    ] as [MarkedText])
  func survivesMissingMarks(_ expected: MarkedText) {
    #expect(marked(expected.text) == expected)
  }

  @Test(
    arguments: [
      "He said,\"[We stay.](q)\"She left.", "He said,\" [We stay](q)\" and left.",
      "\" [We stay](q) \", he said.", "He said \"[we stay](q)\"and left.",
    ] as [MarkedText])
  func survivesMisplacedSpaces(_ expected: MarkedText) {
    #expect(marked(expected.text) == expected)
  }

  @Test(arguments: 0..<80)
  func keepsItsPromisesOnAnyText(seed: UInt64) {
    let text = randomReport(seed: seed)
    let reading = reading(of: text)
    let quotations = reading.quotations
    var around: [Quotation] = []
    for (index, quotation) in quotations.enumerated() {
      #expect(quotation.range.contains(quotation.inner) && !quotation.inner.isEmpty)
      #expect(text.trimmed(quotation.inner) == quotation.inner)
      #expect(text.isScalarBoundary(quotation.inner.start))
      #expect(text.isScalarBoundary(quotation.inner.end))
      #expect(reading.paragraphs.contains { $0.contains(quotation.range) })
      if index > 0 { #expect(quotations[index - 1].range.start <= quotation.range.start) }
      around.removeAll { $0.range.end <= quotation.range.start }
      #expect(around.allSatisfy { $0.range.contains(quotation.range) })
      #expect(quotation.level == around.count)
      if let before = quotation.continues { #expect(before < index) }
      around.append(quotation)
    }
    #expect(quotations == QuotationFinder().quotations(in: reading))
  }

  @Test(arguments: ["\" ", "“", "‘a ", "-", "'", "« “ ", "(", "a'", "1,", ".", "a.", "@a", "x-"])
  func takesLinearTimeOnOddText(piece: String) {
    let time = { (count: Int) in
      let text = SourceText(String(repeating: piece, count: count))
      return ContinuousClock().measure { _ = quotations(in: text) }
    }
    _ = time(1_000)
    // Ten times the text may take no more than forty times as long.
    #expect(time(20_000) < max(time(2_000) * 40, .milliseconds(200)))
  }
}
