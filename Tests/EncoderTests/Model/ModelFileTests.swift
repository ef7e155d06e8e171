import Encoder
import EncoderTestSupport
import TestSupport
import Testing
import Texts

/// What a model file is, and what is said of files that are none.
@Suite struct ModelFileTests {
  @Test func readsWhatWasWritten() throws {
    let model = TinyModel(TinyModel.Plan(positions: 30, shapes: 4))
    let read = try model.loaded()
    #expect(read.about == "a model of random numbers")
    #expect(read.architecture.layers == 2 && read.architecture.width == 32)
    #expect(read.architecture.heads == 2 && read.architecture.intermediate == 64)
    #expect(read.architecture.vocabulary == smallVocabulary.count)
    #expect(read.architecture.positions == 30)
    #expect(read.tokenizer.id(of: "##iously") == smallVocabulary.firstIndex(of: "##iously"))
    #expect(read.file.path == "tiny.model")
  }

  @Test func findsPartsByName() throws {
    let parts = TinyModel.smallest().smallParts
    let file = try ModelFile(FileBytes(modelFile(parts)), path: "tiny.model")
    #expect(file.parts.map(\.name) == parts.keys.sorted())
    for (name, part) in parts {
      let found = try #require(file.part(name))
      #expect(found.shape == part.shape.map { Int($0) } && found.element.rawValue == part.element)
    }
    #expect(file.part("architectur") == nil && file.part("zzz") == nil && file.part("") == nil)
  }

  @Test(
    arguments: [
      ([], .foreign), (Array("Report of the day".utf8), .foreign),
      (Array("SYNMODE".utf8), .foreign),
      (Array("SYNMODEL".utf8), .truncated), (Array("synmodel".utf8), .foreign),
    ] as [([UInt8], ModelFileError.Code)])
  func refusesForeignFiles(bytes: [UInt8], code: ModelFileError.Code) {
    #expect(fault(bytes)?.code == code)
  }

  @Test func refusesOtherFormatsAndKinds() throws {
    let parts = TinyModel.smallest().smallParts
    let format = try #require(fault(modelFile(parts, format: 2)))
    #expect(format.code == .unsupported && format.detail.contains("format 2"))
    let kind = try #require(fault(modelFile(parts, kind: 7)))
    #expect(kind.code == .unsupported && kind.detail.contains("kind 7"))
    #expect(kind.description.contains("tiny.model") && kind.description.contains("convert.py"))
  }

  @Test func refusesFilesOfAnotherLength() {
    let file = modelFile(TinyModel.smallest().smallParts)
    for length in stride(from: 8, to: file.count, by: 13) {
      let code = fault(Array(file.prefix(length)))?.code
      #expect(code == .truncated, "\(length) bytes")
    }
    #expect(fault(file + [0])?.code == .corrupt)
  }

  @Test func refusesFilesCutOffAndSealedAgain() {
    let file = modelFile(TinyModel.smallest().smallParts)
    // The last part may be followed by up to 63 bytes that belong to none.
    for length in stride(from: 64, to: file.count - 64, by: 397) {
      #expect(fault(sealed(Array(file.prefix(length)))) != nil, "\(length) bytes")
    }
  }

  @Test func refusesTheEntriesThatLieBeyondTheFile() {
    let file = modelFile(TinyModel.smallest().smallParts)
    func damaged(_ field: Int, _ value: [UInt8]) -> ModelFileError.Code? {
      var file = file
      let offset = FileLayout.field(field, ofEntry: 3)
      file.replaceSubrange(offset..<offset + value.count, with: value)
      return fault(sealed(file))?.code
    }
    // Offset and length.
    for value in [
      UInt64.max, .max - 63, 1 << 63, UInt64(file.count), UInt64(file.count - 1), 1, 1 << 32,
    ] as [UInt64] {
      #expect(damaged(80, littleEndian(value)) == .corrupt)
      #expect(damaged(88, littleEndian(value)) == .corrupt)
    }
    // Element, number of dimensions, dimensions.
    for value in [UInt32.max, 0, 5, 1 << 31] {
      #expect(damaged(56, littleEndian(value)) == .corrupt)
      #expect(damaged(60, littleEndian(value)) == .corrupt)
      #expect(damaged(64, littleEndian(value)) == .corrupt)
    }
    // A name that is empty, not ASCII or out of order.
    for value in [UInt8(0), 0x20, 0xFF, UInt8(ascii: "z")] {
      #expect(damaged(0, [value]) == .corrupt)
    }
    for count in [UInt32.max, UInt32(file.count / FileLayout.entryLength), 1 << 31] {
      var file = file
      file.replace(at: FileLayout.countOffset, with: count)
      #expect(fault(file)?.code == .corrupt)
    }
  }

  @Test func refusesPartsThatBeginInTheFileAndEndBehindIt() throws {
    let parts = TinyModel.smallest().smallParts
    let file = modelFile(parts)
    for (index, name) in parts.keys.sorted().enumerated() {
      let length = try #require(parts[name]).bytes.count
      for offset in [file.count - 64, file.count - (length - 1) / 64 * 64]
      where offset + length > file.count {
        var damaged = file
        damaged.replace(at: FileLayout.field(80, ofEntry: index), with: UInt64(offset))
        let detail = fault(sealed(damaged))?.detail
        #expect(detail?.contains("entry of part \(index)") == true, "\(name) at \(offset)")
      }
    }
  }

  @Test func dimensionsWhoseProductIsBeyondAnyNumberAreRefused() {
    var file = modelFile(TinyModel.smallest().smallParts)
    for dimension in 0..<4 {
      file.replace(at: FileLayout.field(64 + 4 * dimension, ofEntry: 2), with: UInt32.max)
    }
    for count in [UInt32(2), 3, 4] {
      file.replace(at: FileLayout.field(60, ofEntry: 2), with: count)
      #expect(fault(sealed(file))?.code == .corrupt)
    }
    // Nothing times anything is nothing.
    file.replace(at: FileLayout.field(64, ofEntry: 2), with: UInt32(0))
    file.replace(at: FileLayout.field(88, ofEntry: 2), with: UInt64(0))
    #expect(fault(sealed(file))?.code == .shape)
  }
}
