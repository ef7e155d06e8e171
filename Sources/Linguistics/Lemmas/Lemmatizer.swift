import Texts

/// Finds dictionary forms: irregular ones in a table, regular ones by undoing inflection.
struct Lemmatizer {
  let table: LemmaTable

  /// The lemma of each token.
  ///
  /// Proper nouns stay as written; all else is put into lower case first.
  ///
  /// - Complexity: O(n) in the bytes of the tokens.
  func lemmas(of tokens: [Token], tags: [PartOfSpeech], in text: SourceText) -> Lemmas {
    precondition(tags.count == tokens.count, "a tag for each token")
    var lemmas = Lemmas()
    for (token, tag) in zip(tokens, tags) {
      if let lemma = table.lemma(of: token.word, tag: tag) {
        lemmas.append(lemma)
      } else if tag == .properNoun {
        lemmas.append(text.bytes[token.start..<token.end])
      } else {
        lemmas.append(lemma(of: lowercased(text, token.range), tag: tag))
      }
    }
    return lemmas
  }

  private func lemma(of form: [UInt8], tag: PartOfSpeech) -> [UInt8] {
    switch tag {
    case .noun: Inflections.singular(of: form)
    case .verb: Inflections.base(of: form)
    default: form
    }
  }

  private func lowercased(_ text: SourceText, _ range: TextRange) -> [UInt8] {
    var lower: [UInt8] = []
    lower.reserveCapacity(range.count)
    var offset = range.start
    while offset < range.end {
      let byte = text.bytes[offset]
      if byte < 0x80 {
        lower.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        offset += 1
      } else {
        let (scalar, length) = text.scalar(at: offset)
        if scalar.properties.isUppercase {
          lower += scalar.properties.lowercaseMapping.utf8
        } else {
          lower += text.bytes[offset..<offset + length]
        }
        offset += length
      }
    }
    return lower
  }
}
