import TextReuse

/// Writes passages as JSON, one a line: `synoptic.passage/1`.
///
/// By hand, since a stream may have millions; keys in alphabetical order, places in code points.
struct PassageLine {
  private(set) var bytes: [UInt8] = []

  /// Adds the line of a passage of `index`.
  mutating func add(_ passage: ArchivePassage, in index: ReuseIndex, to id: String) {
    add("{\"direction\":\"")
    add(passage.direction.rawValue)
    add("\",\"earlier\":")
    add(passage.earlier, id: index.id(ofReport: passage.earlier.report))
    add(",\"evidence\":\"")
    add(passage.evidence.rawValue)
    add("\",\"kind\":\"")
    add(passage.kind.rawValue)
    add("\",\"matched\":")
    add(passage.matchedWords)
    if let origin = passage.origin {
      add(",\"origin\":")
      add(origin, id: index.id(ofReport: origin.report))
    }
    add(",\"report\":")
    add(passage.new, id: id)
    add(",\"words\":")
    add(passage.words)
    add("}\n")
  }

  /// Forgets what was written.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  private mutating func add(_ place: ArchivePassage.Place, id: String) {
    add("{\"end\":")
    add(place.points.upperBound)
    add(",\"id\":\"")
    addEscaped(id)
    add("\",\"start\":")
    add(place.points.lowerBound)
    add("}")
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func add(_ number: Int) { add(String(number)) }

  private mutating func addEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case ..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
  }
}
