import Dossiers
import Linguistics
import Reports
import Texts

extension ReadingRecord {
  /// The record of a reading, with some of its layers.
  ///
  /// - Complexity: O(n) in the bytes of the report.
  public init(
    _ item: ReportReading, layers: Set<ReadingLayer> = ReadingLayer.standard,
    withVectors hasVectors: Bool = false
  ) {
    let reading = item.reading
    let hasAttributions = layers.contains(.attributions)
    let rim = Rim(reading)
    let report = item.report
    schema = "synoptic.reading/1"
    tool = item.tool
    self.report = ReportEntry(
      path: report.path, sha256: report.sha256, outlet: report.outlet,
      published: report.published.map { "\($0)" }, language: report.language,
      title: report.title.map(rim.span))
    paragraphs = reading.paragraphs.map(rim.stretch)
    sentences = reading.sentences.map { sentence in
      let stretch = rim.stretch(sentence.range)
      return SentenceEntry(
        start: stretch.start, end: stretch.end, paragraph: sentence.paragraph,
        firstToken: sentence.tokens.lowerBound, tokenCount: sentence.tokens.count)
    }
    tokens = (layers.contains(.syntax) ? reading.tokens.indices : 0..<0).map { token in
      let span = rim.span(reading.tokens[token].range)
      let dependency = reading.dependencies.isEmpty ? nil : reading.dependencies[token]
      return TokenEntry(
        start: span.start, end: span.end, text: span.text,
        lemma: reading.lemmas.isEmpty ? nil : reading.lemmas[token],
        tag: reading.tags.isEmpty ? nil : reading.tags[token].name, head: dependency?.head,
        relation: dependency?.relation.name)
    }
    names = (layers.contains(.names) ? reading.names : []).map { name in
      let span = rim.span(name.range)
      return NameEntry(
        start: span.start, end: span.end, text: span.text, kind: name.kind.name,
        firstToken: name.tokens.lowerBound, tokenCount: name.tokens.count)
    }
    quotations = (hasAttributions ? reading.quotations : []).map { quotation in
      let stretch = rim.stretch(quotation.range)
      return QuotationEntry(
        start: stretch.start, end: stretch.end, inner: rim.span(quotation.inner),
        isClosed: quotation.isClosed, continues: quotation.continues, level: quotation.level)
    }
    attributions = (hasAttributions ? reading.attributions : []).enumerated().map {
      index, attribution in
      AttributionEntry(
        id: Reading.attributionID(index), source: attribution.source.map(rim.span),
        cue: attribution.cue.map(rim.span), content: attribution.content.map(rim.span),
        form: attribution.form.rawValue, parent: attribution.parent.map(Reading.attributionID),
        cueLemma: attribution.cueLemma, isNegated: attribution.isNegated)
    }
    // A ledger refers to actors and places by their ids.
    let hasMentions = layers.contains(.mentions) || layers.contains(.claims)
    mentions = hasMentions ? item.mentions.map { MentionsEntry($0, span: rim.span) } : nil
    ledger = layers.contains(.claims) ? item.claims.map { LedgerEntry($0, span: rim.span) } : nil
    notes = report.notes.map { NoteEntry(code: $0.code, message: $0.message) }
    vectors = hasVectors ? Self.vectors(reading.vectors) : nil
  }

  private static func vectors(_ vectors: SentenceVectors) -> [[Double]] {
    (0..<vectors.count).map { sentence in
      vectors[sentence].map { (Double($0) * 1_000_000).rounded() / 1_000_000 }
    }
  }

  /// Converts byte ranges of a reading to code points.
  private struct Rim {
    let reading: Reading
    let points: CodePoints

    init(_ reading: Reading) {
      self.reading = reading
      points = CodePoints(reading.text)
    }

    func stretch(_ range: TextRange) -> Stretch {
      Stretch(
        start: points.codePoint(atByte: range.start), end: points.codePoint(atByte: range.end))
    }

    func span(_ range: TextRange) -> Dossier.Span {
      let stretch = stretch(range)
      return Dossier.Span(start: stretch.start, end: stretch.end, text: reading.text[range])
    }
  }
}
