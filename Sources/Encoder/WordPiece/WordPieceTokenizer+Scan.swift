import Texts

/// The scan: words that are plain ASCII are matched where they stand, any other is normalized
/// into a buffer first.
extension WordPieceTokenizer {
  /// Appends the pieces of the bytes from `start` to `end`, both on scalar boundaries.
  func scan(_ text: SourceText, _ start: Int, _ end: Int, _ pieces: inout WordPieces) {
    var normalized = NormalizedWord()
    // Every offset below is under `end`, which is at most the count; a table has 256 bytes.
    let bytes = text.bytes.span
    let kinds = table.shortKinds.span
    let forms = table.shortForms.span
    var offset = start
    while offset < end {
      let byte = unsafe bytes[unchecked: offset]
      switch unsafe kinds[unchecked: Int(byte)] {
      case CharacterTable.Kind.space.rawValue:
        offset += 1
      case CharacterTable.Kind.isolated.rawValue:
        match(bytes, offset, offset + 1, &pieces)
        offset += 1
      case CharacterTable.Kind.word.rawValue:
        var word = PieceIndex.Word()
        var last = offset
        let head = min(end, offset &+ 8)
        while last < head {
          let byte = unsafe Int(bytes[unchecked: last])
          guard unsafe kinds[unchecked: byte] == CharacterTable.Kind.word.rawValue else { break }
          unsafe word.appendToHead(forms[unchecked: byte])
          last &+= 1
        }
        while last < end, last &- offset >= 8 {
          let byte = unsafe Int(bytes[unchecked: last])
          guard unsafe kinds[unchecked: byte] == CharacterTable.Kind.word.rawValue else { break }
          unsafe word.append(forms[unchecked: byte])
          last &+= 1
        }
        let isEnd =
          unsafe last == end || kinds[unchecked: Int(bytes[unchecked: last])] != 0
          || endsWord(text, last)
        if isEnd {
          let start = offset
          let piece = index.piece(word) {
            unsafe forms[unchecked: Int(bytes[unchecked: start &+ $0])]
          }
          if let piece, word.count <= Self.longestWord {
            pieces.append(piece, TextRange(offset, last), isContinuation: false)
          } else {
            match(bytes, offset, last, &pieces)
          }
          offset = last
        } else {
          offset = scanWord(text, offset, end, &normalized, &pieces)
        }
      default:
        offset = scanWord(text, offset, end, &normalized, &pieces)
      }
    }
  }

  /// Whether the scalar at `offset` ends a word.
  private func endsWord(_ text: SourceText, _ offset: Int) -> Bool {
    switch table[text.scalar(at: offset).value].kind {
    case .dropped, .word: false
    case .space, .isolated: true
    }
  }

  /// Matches a word of plain ASCII.
  @inline(__always)
  private func match(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ pieces: inout WordPieces
  ) {
    let count = pieces.count
    let forms = table.shortForms.span
    var offset = start
    guard end - start <= Self.longestWord else {
      return pieces.append(unknown, TextRange(start, end), isContinuation: false)
    }
    while offset < end {
      let found = index.longestPiece(from: offset, to: end, continues: offset > start) {
        unsafe forms[unchecked: Int(bytes[unchecked: $0])]
      }
      guard let found else {
        pieces.cut(to: count)
        return pieces.append(unknown, TextRange(start, end), isContinuation: false)
      }
      pieces.append(found.id, TextRange(offset, found.end), isContinuation: offset > start)
      offset = found.end
    }
  }

  /// Normalizes the word that begins at `start`, or one scalar that stands by itself, and
  /// matches it; returns where it ends.
  @inline(never)
  private func scanWord(
    _ text: SourceText, _ start: Int, _ end: Int, _ word: inout NormalizedWord,
    _ pieces: inout WordPieces
  ) -> Int {
    word.removeAll()
    var offset = start
    scalars: while offset < end {
      let (scalar, length) = text.scalar(at: offset)
      let entry = table[scalar]
      switch entry.kind {
      case .dropped:
        break
      case .word:
        word.append(entry, of: text, TextRange(offset, offset + length), table.forms)
      case .space:
        break scalars
      case .isolated:
        if word.isEmpty {
          word.append(entry, of: text, TextRange(offset, offset + length), table.forms)
          offset += length
        }
        break scalars
      }
      offset += length
    }
    if !word.isEmpty { match(word, &pieces) }
    // A space by itself, if nothing else moved on.
    return offset > start ? offset : offset + text.scalar(at: offset).length
  }

  /// Matches a normalized word.
  private func match(_ word: NormalizedWord, _ pieces: inout WordPieces) {
    let count = pieces.count
    let bytes = word.bytes.span
    var offset = 0
    guard word.characterCount <= Self.longestWord else {
      return pieces.append(unknown, word.range, isContinuation: false)
    }
    while offset < word.count {
      let found = index.longestPiece(from: offset, to: word.count, continues: offset > 0) {
        unsafe bytes[unchecked: $0]
      }
      guard let found else {
        pieces.cut(to: count)
        return pieces.append(unknown, word.range, isContinuation: false)
      }
      pieces.append(found.id, word.range(offset, found.end), isContinuation: offset > 0)
      offset = found.end
    }
  }
}
