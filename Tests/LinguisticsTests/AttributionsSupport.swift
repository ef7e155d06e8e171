import Foundation
import Linguistics
import TestSupport
import Texts

/// The lexicon of cues as it lies in the repository.
let cueLexicon: CueLexicon = {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Data/lexicon/cues.tsv")
  return CueLexicon(Array((try? Data(contentsOf: file)) ?? Data()))
}()

/// Reads a text; each line is a paragraph, and the first a headline when asked for.
func reading(_ text: SourceText, hasTitle: Bool = false) -> Reading {
  var paragraphs: [TextRange] = []
  var start = 0
  for offset in 0...text.count where offset == text.count || text.bytes[offset] == 0x0A {
    let line = text.trimmed(TextRange(start, offset))
    if !line.isEmpty { paragraphs.append(line) }
    start = offset + 1
  }
  return Reader(cues: cueLexicon).reading(
    of: text, title: hasTitle ? paragraphs.first : nil, paragraphs: paragraphs)
}

/// The text with its attributions marked: `source`, `cue`, `content`, numbered from the second.
func attributed(_ text: SourceText, hasTitle: Bool = false) -> MarkedText {
  var marks: [MarkedText.Mark] = []
  for (index, attribution) in reading(text, hasTitle: hasTitle).attributions.enumerated() {
    let number = index == 0 ? "" : "\(index + 1)"
    if let source = attribution.source { marks.append(.init(source, "source" + number)) }
    if let cue = attribution.cue { marks.append(.init(cue, "cue" + number)) }
    marks += attribution.content.map { .init($0, "content" + number) }
  }
  return MarkedText(marks, in: text)
}
