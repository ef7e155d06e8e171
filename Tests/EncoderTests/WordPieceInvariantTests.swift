import Encoder
import EncoderTestSupport
import TestSupport
import Testing
import Texts

/// What holds for any text and any file.
@Suite struct WordPieceInvariantTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func rangesGrowAndCoverTheText(seed: UInt64) throws {
    let tokenizer = try smallTokenizer()
    let text = seed % 2 == 0 ? randomReport(seed: seed) : randomScalars(seed: seed)
    let pieces = tokenizer.pieces(of: text, in: text.range)
    #expect(pieces.ids.count == pieces.ranges.count)
    #expect(pieces.ids.count == pieces.isContinuation.count)
    var covered = 0
    for (index, range) in pieces.ranges.enumerated() {
      #expect(text.isScalarBoundary(range.start) && text.isScalarBoundary(range.end))
      #expect(!range.isEmpty && range.end <= text.count)
      if index > 0 {
        let last = pieces.ranges[index - 1]
        #expect(last.end <= range.start || last == range)
      }
      #expect(isLeftOut(text, covered, max(covered, range.start)))
      covered = max(covered, range.end)
      #expect(pieces.ids[index] >= 0 && Int(pieces.ids[index]) < tokenizer.count)
      let form = tokenizer.form(of: Int(pieces.ids[index]))
      #expect(form.hasPrefix("##") == pieces.isContinuation[index])
    }
    #expect(isLeftOut(text, covered, text.count))
  }

  @Test(arguments: 100..<120 as Range<UInt64>)
  func piecesOfPartsAreThePiecesOfTheWhole(seed: UInt64) throws {
    let tokenizer = try smallTokenizer()
    let text = randomReport(seed: seed)
    let whole = tokenizer.pieces(of: text, in: text.range)
    var parts = WordPieces()
    var start = 0
    for (offset, byte) in text.bytes.enumerated() where byte == 0x20 {
      tokenizer.append(piecesOf: text, in: TextRange(start, offset), to: &parts)
      start = offset
    }
    tokenizer.append(piecesOf: text, in: TextRange(start, text.count), to: &parts)
    #expect(parts.ids == whole.ids && parts.ranges == whole.ranges)
    #expect(parts.isContinuation == whole.isContinuation)
    parts.removeAll()
    #expect(parts.isEmpty)
  }

  @Test func damagedTablesThrowOrWork() {
    var random = SplitMix64(seed: 7)
    let text = randomScalars(seed: 8)
    var refused = 0
    for round in 0..<300 {
      var table = smallTable
      var vocabulary = Array(smallVocabulary.joined(separator: "\n").utf8)
      switch round % 4 {
      case 0: table.removeLast(Int.random(in: 1...table.count, using: &random))
      case 1: table = (0..<round * 9).map { _ in UInt8.random(in: 0...255, using: &random) }
      case 2:
        for _ in 0...round % 3 {
          let place = Int.random(in: 0..<table.count, using: &random)
          table[place] = UInt8.random(in: 0...255, using: &random)
        }
      default:
        let place = Int.random(in: 0..<vocabulary.count, using: &random)
        vocabulary[place] = UInt8.random(in: 0...255, using: &random)
      }
      do throws(ModelFileError) {
        let tokenizer = try WordPieceTokenizer(
          vocabulary: vocabulary, characters: table, path: "damaged")
        let pieces = tokenizer.pieces(of: text, in: text.range, recognizingSpecials: true)
        #expect(pieces.ranges.allSatisfy { $0.end <= text.count })
      } catch {
        refused += 1
        #expect(error.path == "damaged" && !error.detail.isEmpty)
      }
    }
    #expect(refused >= 150)
  }

  @Test(arguments: [
    ("", ModelFileError.Code.truncated), ("[CLS]\n[SEP]\na", .shape),
    ("[CLS]\n[SEP]\n[UNK]\na\nb\na", .corrupt), ("[CLS]\n\n[SEP]\n[UNK]", .corrupt),
  ])
  func namesWhatIsWrongWithAVocabulary(text: String, code: ModelFileError.Code) {
    #expect {
      try WordPieceTokenizer(vocabulary: Array(text.utf8), characters: smallTable, path: "v")
    } throws: { error in
      (error as? ModelFileError)?.code == code
    }
  }

  @Test func namesWhatIsWrongWithATable() {
    let vocabulary = Array("[CLS]\n[SEP]\n[UNK]".utf8)
    func code(_ table: [UInt8]) -> ModelFileError.Code? {
      do throws(ModelFileError) {
        _ = try WordPieceTokenizer(vocabulary: vocabulary, characters: table, path: "t")
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(smallTable) == nil)
    #expect(code([]) == .truncated)
    #expect(code(Array("something else entirely".utf8)) == .foreign)
    #expect(code(Array(smallTable.dropLast())) == .truncated)
    #expect(code(smallTable + [0]) == .corrupt)
    // The first block's number, then the last byte of the normalized forms.
    var blocks = smallTable
    blocks[13] = 0xFF
    #expect(code(blocks) == .corrupt)
    var forms = smallTable
    forms[forms.count - 1] = 0xFF
    #expect(code(forms) == .corrupt)
  }

  /// Whether the table keeps nothing of these bytes.
  private func isLeftOut(_ text: SourceText, _ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      switch behaviour(scalar.value) {
      case .dropped, .space: offset += length
      case .isolated, .word: return false
      }
    }
    return true
  }

  /// Scalars of every length, many of them odd.
  private func randomScalars(seed: UInt64) -> SourceText {
    var random = SplitMix64(seed: seed)
    let stock: [ClosedRange<UInt32>] = [
      0...0x7F, 0x61...0x7A, 0x80...0x7FF, 0x300...0x36F, 0x4E00...0x4E20, 0xAC00...0xAC02,
      0xFFF0...0x1_00FF, 0x10_FFF0...0x10_FFFF,
    ]
    var text = ""
    for _ in 0..<400 {
      let value = UInt32.random(in: stock.randomElement(using: &random) ?? 0...0, using: &random)
      text.unicodeScalars.append(Unicode.Scalar(value) ?? " ")
    }
    return SourceText(text)
  }
}
