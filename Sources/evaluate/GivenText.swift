import Linguistics
import Texts

/// A text made from the words that a corpus gives, and where they are in it.
struct GivenText {
  private(set) var bytes: [UInt8] = []
  /// The words, as ranges of the text.
  private(set) var words: [TextRange] = []
  /// Sentences, as runs of words.
  private(set) var sentences: [Range<Int>] = []
  private(set) var paragraphs: [TextRange] = []

  /// Adds a sentence, in a paragraph of its own or behind the one before; `isSpaced` tells
  /// whether white space stands before each word.
  mutating func append(_ sentence: [String], isSpaced: [Bool], beginsParagraph: Bool) {
    guard !sentence.isEmpty else { return }
    let begins = beginsParagraph || paragraphs.isEmpty
    if !bytes.isEmpty { bytes.append(begins ? 0x0A : 0x20) }
    let first = words.count
    let start = bytes.count
    for (index, word) in sentence.enumerated() {
      if index > 0, isSpaced[index] { bytes.append(0x20) }
      words.append(TextRange(bytes.count, bytes.count + word.utf8.count))
      bytes += word.utf8
    }
    sentences.append(first..<words.count)
    if begins {
      paragraphs.append(TextRange(start, bytes.count))
    } else {
      paragraphs[paragraphs.count - 1] = TextRange(
        paragraphs[paragraphs.count - 1].start, bytes.count)
    }
  }

  /// Reads it with its words and sentences as they are.
  func reading(by reader: Reader) -> Reading {
    reader.reading(
      of: SourceText(String(decoding: bytes, as: UTF8.self)), title: nil, paragraphs: paragraphs,
      tokens: words, sentences: sentences)
  }
}

/// Guesses where white space stood before the words of a sentence, as
/// `Training/synoptic_training/corpora/spacing.py` does for training.
func guessedSpacing(_ words: [String]) -> [Bool] {
  let clitics = ["n't", "'s", "'m", "'re", "'ve", "'d", "'ll"]
  let closing = Set(
    [".", ",", ";", ":", "?", "!", "%", ")", "]", "}", "”", "…", "...", "''"] + clitics
      + clitics.map { String($0.map { $0 == "'" ? "’" : $0 }) })
  let opening: Set<String> = ["(", "[", "{", "$", "“", "‘", "£", "€", "#", "``"]
  var result = [Bool](repeating: true, count: words.count)
  var isOpen = ["\"": false, "'": false]
  var wasOpening = false
  for (index, word) in words.enumerated() {
    var isSpaced = index == 0 || (!wasOpening && !closing.contains(word.lowercased()))
    wasOpening = opening.contains(word)
    if let open = isOpen[word] {
      if open { isSpaced = false } else { wasOpening = true }
      isOpen[word] = !open
    } else if ["-", "/", "–"].contains(word), index > 0, index + 1 < words.count {
      isSpaced = word == "–"
      wasOpening = word != "–"
    }
    result[index] = isSpaced
  }
  return result
}
