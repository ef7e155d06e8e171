import Linguistics
import Mentions
import Texts

/// Finds in a reading's trees the verb of speech that a word depends on, and its speaker.
///
/// Empty trees, as the rules reader leaves them, give nothing.
struct SpeechGovernors {
  /// A verb of speech over a word.
  struct Speech {
    let verb: TextRange
    /// The actor that its subject names; nil where that is nobody known.
    let speaker: Int?
  }

  let reading: Reading
  private let speakers: SpeakerFinder

  init(reading: Reading, mentions: ReportMentions) {
    self.reading = reading
    speakers = SpeakerFinder(reading: reading, mentions: MentionIndex(mentions))
  }

  /// The nearest verb of speech whose complement holds the word at `range`.
  func speech(over range: TextRange) -> Speech? {
    guard !reading.dependencies.isEmpty else { return nil }
    var token = reading.token(atOrAfter: range.start)
    guard token < reading.tokens.count else { return nil }
    for _ in 0..<12 {
      guard let head = reading.dependencies[token].head else { return nil }
      if reading.dependencies[token].relation == .ccomp,
        FunctionWords.reports.contains(reading.tokens[head].word)
      {
        return Speech(verb: reading.tokens[head].range, speaker: subject(of: head))
      }
      token = head
    }
    return nil
  }

  /// The actor named by a verb's subject, or by that of the verb it is joined to.
  private func subject(of verb: Int) -> Int? {
    var verb = verb
    for _ in 0..<3 {
      if let found = child(of: verb) { return speakers.speaker(of: phrase(under: found)) }
      guard reading.dependencies[verb].relation == .conj,
        let first = reading.dependencies[verb].head
      else { return nil }
      verb = first
    }
    return nil
  }

  private func child(of verb: Int) -> Int? {
    let sentence = reading.sentences[reading.sentence(ofToken: verb)].tokens
    return sentence.first { index in
      reading.dependencies[index].head == verb
        && (reading.dependencies[index].relation == .nsubj
          || reading.dependencies[index].relation == .nsubjPass)
    }
  }

  /// The unbroken words around a noun that depend on it.
  private func phrase(under noun: Int) -> TextRange {
    let sentence = reading.sentences[reading.sentence(ofToken: noun)].tokens
    func isUnder(_ index: Int) -> Bool {
      var token = index
      for _ in 0..<12 {
        if token == noun { return true }
        guard let head = reading.dependencies[token].head else { return false }
        token = head
      }
      return false
    }
    var first = noun
    while first > sentence.lowerBound, isUnder(first - 1) { first -= 1 }
    var last = noun
    while last + 1 < sentence.upperBound, isUnder(last + 1) { last += 1 }
    return reading.range(ofTokens: first..<last + 1)
  }
}
