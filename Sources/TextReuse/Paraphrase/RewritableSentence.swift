import Texts

/// A sentence as the search for rewritten ones sees it: its words, and what they say.
struct RewritableSentence: Sendable {
  /// The fewest words, and the least sum of their values: shorter ones are lines of date and place.
  static let fewestWords = 6
  static let leastEvidence = 16

  /// A word that says something.
  struct Term: Sendable {
    let word: Word
    /// Its value (`WordValues`), 2 or more.
    let value: Int
  }

  /// Its place among the report's sentences, in whose order the vectors stand.
  let index: Int
  /// Its words in the report's stream.
  let words: Range<Int>
  /// The words that say something, by hash.
  let terms: [Term]
  /// The numbers in digits, by hash.
  let numbers: [Word]
  /// What the terms say together.
  let evidence: Int
  /// Whether it is among the first two of them, where every report tells the same.
  let isLead: Bool
  /// Whether a verb of saying stands in it: two reporters may have heard one speaker.
  let isAttributed: Bool

  /// The sentence's two parts as one.
  static func + (first: RewritableSentence, second: RewritableSentence) -> RewritableSentence {
    RewritableSentence(
      index: first.index, words: first.words.lowerBound..<second.words.upperBound,
      terms: (first.terms + second.terms).sorted { $0.word < $1.word },
      numbers: (first.numbers + second.numbers).sorted(),
      evidence: first.evidence + second.evidence, isLead: first.isLead && second.isLead,
      isAttributed: first.isAttributed || second.isAttributed)
  }

  /// What the words say that both sentences have, as often as both have them.
  func sharedEvidence(with other: RewritableSentence) -> Int {
    var sum = 0
    forEachShared(with: other) { sum += min($0, $1) }
    return sum
  }

  /// How many words that say something both sentences have, as often as both have them.
  func sharedTerms(with other: RewritableSentence) -> Int {
    var count = 0
    forEachShared(with: other) { _, _ in count += 1 }
    return count
  }

  /// Calls `body` with the values on both sides of each word that both have.
  private func forEachShared(with other: RewritableSentence, _ body: (Int, Int) -> Void) {
    var (x, y) = (0, 0)
    while x < terms.count, y < other.terms.count {
      if terms[x].word == other.terms[y].word {
        body(terms[x].value, other.terms[y].value)
        x += 1
        y += 1
      } else if terms[x].word < other.terms[y].word {
        x += 1
      } else {
        y += 1
      }
    }
  }

  /// How many numbers of the one that has fewer are not in the other.
  func differingNumbers(from other: RewritableSentence) -> Int {
    var shared = 0
    var (x, y) = (0, 0)
    while x < numbers.count, y < other.numbers.count {
      if numbers[x] == other.numbers[y] {
        shared += 1
        x += 1
        y += 1
      } else if numbers[x] < other.numbers[y] {
        x += 1
      } else {
        y += 1
      }
    }
    return min(numbers.count, other.numbers.count) - shared
  }
}

extension ComparedReport {
  /// The sentences that another report may have rewritten: long enough, saying enough, and not
  /// in quotation marks.
  func rewritableSentences() -> [RewritableSentence] {
    var found: [RewritableSentence] = []
    var next = 0
    for (index, range) in input.sentences.ranges.enumerated() {
      while next < stream.count && stream.ranges[next].start < range.start { next += 1 }
      let first = next
      while next < stream.count && stream.ranges[next].end <= range.end { next += 1 }
      let words = first..<next
      guard stream.size(words) >= RewritableSentence.fewestWords,
        stream.quotedShare(words) < 0.5
      else { continue }
      let sentence = sentence(index, words, isLead: found.count < 2)
      if sentence.evidence >= RewritableSentence.leastEvidence { found.append(sentence) }
    }
    return found
  }

  private func sentence(_ index: Int, _ words: Range<Int>, isLead: Bool) -> RewritableSentence {
    var terms: [RewritableSentence.Term] = []
    var numbers: [Word] = []
    for word in words {
      if stream.traits[word].contains(.number) {
        numbers.append(stream.words[word])
      } else if values[word] > 1 {
        terms.append(RewritableSentence.Term(word: stream.words[word], value: Int(values[word])))
      }
    }
    return RewritableSentence(
      index: index, words: words, terms: terms.sorted { $0.word < $1.word },
      numbers: numbers.sorted(), evidence: terms.reduce(0) { $0 + $1.value }, isLead: isLead,
      isAttributed: words.contains { sayingWords.contains(stream.words[$0]) })
  }
}
