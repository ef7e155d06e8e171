import Encoder
import EncoderTestSupport
import TestSupport
import Testing

/// Any bytes are safe: a model is refused by name of file and part, or it runs.
@Suite struct DamagedModelTests {
  @Test func everyFlippedBitIsNoticed() {
    let file = modelFile(TinyModel.smallest().smallParts)
    // Reserved bytes of the header have no meaning and no checksum.
    let reserved = [16..<24, 44..<64]
    let bits = Array(0..<64 * 8) + Array(stride(from: 64 * 8, to: file.count * 8, by: 1009))
    for bit in bits where !reserved.contains(where: { $0.contains(bit / 8) }) {
      #expect(fault(flipped(file, bit)) != nil, "bit \(bit)")
    }
  }

  @Test(arguments: [true, false])
  func flippedBitsUnderAGoodChecksumAreRefusedOrRun(isInt8: Bool) {
    let parts = TinyModel.smallest(isInt8: isInt8).smallParts
    let file = modelFile(parts)
    let table = 64 + FileLayout.entryLength * parts.count
    // The table closely, what lies behind it in long steps.
    let bits =
      Array(stride(from: 64 * 8, to: table * 8, by: 149))
      + Array(stride(from: table * 8, to: file.count * 8, by: 2003))
    var refused = 0
    for bit in bits where fault(sealed(flipped(file, bit))) != nil { refused += 1 }
    #expect(refused > 100 && refused < bits.count)
  }

  @Test func flippedBitsOfSmallPartsAreRefusedOrRun() {
    let parts = TinyModel.smallest().smallParts
    for (name, part) in parts.sorted(by: { $0.key < $1.key })
    where name.hasPrefix("architecture") || name.hasSuffix(".extent") || name.hasSuffix(".kind")
      || name.hasSuffix(".labels") || name == "tokenizer.vocabulary"
    {
      for bit in stride(from: name.utf8.count % 7, to: part.bytes.count * 8, by: 7) {
        var parts = parts
        parts[name]?.bytes = flipped(part.bytes, bit)
        _ = fault(parts)
      }
    }
  }

  @Test(arguments: [true, false])
  func namesAPartThatIsMissing(isInt8: Bool) {
    let parts = TinyModel.smallest(isInt8: isInt8).smallParts
    for name in parts.keys.sorted() {
      var parts = parts
      parts[name] = nil
      let error = fault(parts)
      let isOptional =
        name == "embeddings.shapes" || name.hasSuffix(".smoothing") || name.hasSuffix(".distances")
        || name.hasSuffix(".kind")
      if isOptional {
        #expect(error == nil)
      } else if name.hasSuffix(".hidden.weights") {
        // A head without this layer, whose next layer then does not fit.
        #expect(error?.code == .shape && error?.detail.contains("head.tags.output") == true)
      } else {
        #expect(error?.code == .shape && error?.detail.contains("\(name) is missing") == true)
      }
    }
  }

  @Test(arguments: [true, false])
  func namesAPartOfAnotherTypeOrShape(isInt8: Bool) {
    let parts = TinyModel.smallest(isInt8: isInt8).smallParts
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      var typed = parts
      typed[name]?.element = [1: 2, 2: 1, 3: 4, 4: 3][part.element] ?? 0
      var deep = parts
      deep[name]?.shape.append(1)
      var damaged = [typed, deep]
      // A text, and rows for shapes, may have any length.
      if part.element != 1, name != "embeddings.shapes" {
        var cut = parts
        cut[name]?.shape[0] -= 1
        cut[name]?.bytes.removeLast(part.bytes.count / Int(part.shape[0]))
        damaged.append(cut)
      }
      for parts in damaged {
        let error = fault(parts)
        #expect(error?.code == .shape && error?.detail.contains(name) == true, "\(name)")
      }
    }
  }

  @Test(
    arguments: [
      (0, [0, -1, 65, .min, .max]), (1, [0, -16, 8, 17, 1 << 14, .min, .max]),
      (2, [0, -1, 3, 16, .min, .max]), (3, [0, -16, 17, 1 << 16, .min, .max]),
      (4, [0, -5, 4, 1 << 25, .min, .max]), (5, [0, 1, -4, 1 << 17, .min, .max]),
    ] as [(Int, [Int32])])
  func refusesArchitecturesThatCannotBe(size: Int, values: [Int32]) {
    let parts = TinyModel.smallest().smallParts
    for value in values {
      var parts = parts
      parts["architecture"]?.bytes.replace(at: 4 * size, with: value)
      #expect(fault(parts)?.code == .shape, "size \(size) of \(value)")
    }
  }

  @Test(
    arguments: ["layer.0.feed.input", "head.meaning.output", "head.arcs.bilinear"], [true, false])
  func refusesMatricesWhoseExtentLies(name: String, isInt8: Bool) {
    let parts = TinyModel.smallest(isInt8: isInt8).smallParts
    for (rows, columns) in [
      (0, 0), (-16, 16), (16, -16), (16, 0), (17, 16), (16, 17 + 48), (32, 64), (1 << 15, 1 << 20),
      (.max, .max), (.min, .min), (16, 1 << 20), (1 << 16, 16), (-1, .max),
    ] as [(Int32, Int32)] {
      var parts = parts
      parts[name + ".extent"] = .int32([rows, columns], 2)
      let error = fault(parts)
      #expect(error?.code == .shape && error?.detail.contains(name) == true, "\(rows) x \(columns)")
    }
  }

  @Test func refusesMoreVocabularyThanTheTokenizerHas() throws {
    var parts = TinyModel.smallest().smallParts
    parts["architecture"]?.bytes.replace(at: 16, with: Int32(6))
    parts["embeddings.words"] = .int8([Int8](repeating: 1, count: 96), 6, 16)
    parts["embeddings.words.scales"] = .floats([Float](repeating: 1, count: 6), 6)
    let error = try #require(fault(parts))
    #expect(error.code == .shape)
    #expect(error.detail.contains("5 pieces") && error.detail.contains("6"))
  }

  @Test func refusesHeadsThatCannotBe() {
    let parts = TinyModel.smallest().smallParts
    for kind in [0, 5, -1, Int32.max] {
      var parts = parts
      parts["head.tags.kind"] = .int32([kind], 1)
      #expect(fault(parts)?.code == .unsupported)
    }
    for (name, labels) in [("tags", ""), ("arcs", "\n\n"), ("arcs", "one"), ("tags", "a\nb\nc\nd")]
    {
      var parts = parts
      parts["head.\(name).labels"] = .text(labels)
      #expect(fault(parts)?.code == .shape)
    }
    for name in ["head.kind", "head..kind"] {
      var parts = parts
      parts[name] = .int32([1], 1)
      #expect(fault(parts)?.code == .shape)
    }
    var odd = parts
    odd["head.arcs.labels"] = .text8([0xFF, 0x0A, 0x61, 0x0A, 0xC3])
    #expect(fault(odd) == nil)
  }

  @Test func refusesCorrectionsThatWouldOverflow() {
    for value in [Int32.min, .max, 128 * 128 * 16 + 1] {
      var parts = TinyModel.smallest().smallParts
      parts["layer.0.feed.input.corrections"]?.bytes.replace(at: 60, with: value)
      #expect(fault(parts)?.code == .corrupt)
    }
  }

  @Test func refusesATableOfNoShapes() {
    var parts = TinyModel.smallest().smallParts
    parts["embeddings.shapes"] = .floats([], 0, 16)
    #expect(fault(parts)?.code == .shape)
  }

  @Test(
    arguments: [
      Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -0.0,
    ], [true, false])
  func runsOnNumbersThatAreNoneOrEndless(number: Float, isInt8: Bool) {
    let parts = TinyModel.smallest(isInt8: isInt8).smallParts
    let floats = parts.filter { $0.value.element == 4 }
    var all = parts
    for (name, part) in floats {
      let bytes = (0..<part.bytes.count / 4).flatMap { _ in littleEndian(number.bitPattern) }
      all[name]?.bytes = bytes
      // One part alone, which leaves the others to spread it.
      var one = parts
      one[name]?.bytes = bytes
      if name.utf8.count % 3 == 0 { #expect(fault(one) == nil) }
    }
    #expect(fault(all) == nil)
  }

  @Test func refusesWeightsThatNoTwoPathsWouldMultiplyAlike() throws {
    let parts = TinyModel.smallest(isInt8: true).smallParts
    let name = try #require(parts.keys.sorted().first { $0.hasSuffix("feed.input.weights") })
    var tooLarge = parts
    // Two neighbouring inputs of one column.
    tooLarge[name]?.bytes.replaceSubrange(0..<2, with: [127, 127])
    #expect(fault(tooLarge)?.detail.contains(name) == true)
    var wrong = parts
    let corrections = String(name.dropLast(7)) + "corrections"
    wrong[corrections]?.bytes[0] ^= 1
    #expect(fault(wrong)?.detail.contains(name) == true)
  }

  private func flipped(_ file: [UInt8], _ bit: Int) -> [UInt8] {
    var file = file
    file[bit / 8] ^= 1 << UInt8(bit % 8)
    return file
  }
}
