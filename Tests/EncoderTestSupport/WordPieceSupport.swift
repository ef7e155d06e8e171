package import Encoder
package import TestSupport
package import Texts

/// A small vocabulary; ids are places in this list.
package let smallVocabulary = """
  [PAD] [UNK] [CLS] [SEP] [MASK] ! , . - [ ] # ' a b c e i u un the seven die died killed in go
  ##ma ##s ##d ##a ##b ##u ##i ##im ##important important ##iously ##anim unanim 日 本 ᄀ ##ᅡ ##ᆨ
  sep ##e ##é ß ##ß 👍 ministerpresident ##whereabouts
  """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)

/// What becomes of a scalar in the tests: the classes of the character table.
package enum Behaviour {
  case dropped, space
  case isolated(String?)
  case word(String?)
}

/// The rules of the tests' table: ASCII as BERT has it, and one scalar of each odd kind.
package func behaviour(_ value: UInt32) -> Behaviour {
  switch value {
  case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000: .space
  case 0x00..<0x20, 0x7F, 0x200B, 0xFFFD, 0x300..<0x370: .dropped
  case 0x41...0x5A: .word(String(UnicodeScalar(UInt8(value) | 0x20)))
  case 0x61...0x7A, 0x30...0x39: .word(nil)
  case 0x21..<0x7F, 0x2019, 0x4E00...0x9FFF: .isolated(nil)
  case 0xE9, 0xC9: .word("e")
  case 0x130: .word("i")
  case 0xAC01: .word("\u{1100}\u{1161}\u{11A8}")
  case 0x2260: .isolated("-")
  default: .word(nil)
  }
}

/// A character table in the format that `Training/synoptic_training/characters.py` writes.
private func characterTable() -> [UInt8] {
  var forms: [UInt8] = []
  func entry(_ value: UInt32) -> UInt32 {
    let (kind, form): (UInt32, String?) =
      switch behaviour(value) {
      case .dropped: (0, nil)
      case .space: (1, nil)
      case .isolated(let form): (2, form)
      case .word(let form): (3, form)
      }
    guard let form else { return kind }
    let offset = UInt32(forms.count)
    forms += form.utf8
    return kind | UInt32(form.utf8.count) << 2 | offset << 6
  }
  var blocks: [[UInt32]: Int] = [:]
  var order: [[UInt32]] = []
  var stages: [UInt16] = []
  for start in stride(from: UInt32(0), to: 0x11_0000, by: 128) {
    if start > 0x1_0000, let last = stages.last {
      // All alike beyond the first plane.
      stages.append(last)
      continue
    }
    let block = (start..<start + 128).map(entry)
    if blocks[block] == nil {
      blocks[block] = order.count
      order.append(block)
    }
    stages.append(UInt16(blocks[block] ?? 0))
  }
  var bytes = Array("CHR1".utf8)
  bytes += littleEndian(UInt32(order.count)) + littleEndian(UInt32(forms.count))
  for stage in stages { bytes += littleEndian(stage) }
  for block in order { for entry in block { bytes += littleEndian(entry) } }
  return bytes + forms
}

/// The bytes of a number, the lowest first.
package func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// The tests' table, made once.
package let smallTable = characterTable()

/// A tokenizer of the small vocabulary.
package func smallTokenizer(_ pieces: [String] = smallVocabulary) throws -> WordPieceTokenizer {
  try WordPieceTokenizer(
    vocabulary: Array(pieces.joined(separator: "\n").utf8), characters: smallTable,
    path: "small")
}

extension WordPieceTokenizer {
  /// A text with each piece marked by its form.
  package func marked(_ text: SourceText, recognizingSpecials: Bool = false) -> MarkedText {
    let found = pieces(of: text, in: text.range, recognizingSpecials: recognizingSpecials)
    return MarkedText(
      zip(found.ids, found.ranges).map { MarkedText.Mark($1, form(of: Int($0))) }, in: text)
  }
}
