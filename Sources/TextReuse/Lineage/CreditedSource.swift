import Texts

// Whom a report names as the source of its words.
extension ComparedReport {
  /// Whether the report names another as a source: credits its agency or outlet, or names its
  /// outlet in the text.
  func credits(_ source: ComparedReport) -> Bool {
    if let agency = source.input.agency, input.credits.contains(agency) { return true }
    guard let outlet = source.input.outlet else { return false }
    return input.credits.contains { Self.isName($0, of: outlet) }
      || names(outlet: outlet)
  }

  /// Agencies that the report credits, without its own outlet.
  var otherCredits: [String] {
    var seen: Set<String> = []
    return input.credits.filter { credit in
      credit != input.agency && input.outlet.map { Self.isName(credit, of: $0) } != true
        && seen.insert(credit).inserted
    }
  }

  /// Whether an agency's short name and an outlet's name are the same words.
  static func isName(_ agency: String, of outlet: String) -> Bool {
    nameWords(agency) == nameWords(outlet)
  }

  /// Whether the text names an outlet: all of its name, as a name of its own.
  ///
  /// A name of one word is a word of the language too and counts only as an acronym. What is
  /// part of a longer name, or of the report's own outlet's, names nobody else.
  private func names(outlet: String) -> Bool {
    let text = SourceText(outlet)
    let name = WordStream(text, in: text.range)
    guard name.count > 1 || (name.count == 1 && Self.isAcronym(text.bytes)) else { return false }
    if let own = input.outlet, Self.contains(Self.nameWords(own), name.words) { return false }
    for start in stream.words.indices where stream.words[start] == name.words[0] {
      let end = start + name.count
      if end <= stream.count, stream.words[start..<end].elementsEqual(name.words),
        name.count > 1 || input.text[stream.ranges[start]] == text[name.ranges[0]],
        isWritten(name, at: start), !goesOn(at: end)
      {
        return true
      }
    }
    return false
  }

  /// Whether the words from `start` have the capitals of a name.
  private func isWritten(_ name: WordStream, at start: Int) -> Bool {
    (0..<name.count).allSatisfy { index in
      index == 0 && frequentWords.contains(name.words[0])
        || !name.traits[index].contains(.capitalized)
        || stream.traits[start + index].contains(.capitalized)
    }
  }

  /// Whether a name goes on with the word at `index`: it has a capital inside a sentence.
  private func goesOn(at index: Int) -> Bool {
    index < stream.count && stream.traits[index].contains(.capitalized)
      && !stream.traits[index].contains(.sentenceStart)
  }

  private static func isAcronym(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes.allSatisfy { (0x41...0x5A).contains($0) }
  }

  private static func nameWords(_ name: String) -> [Word] {
    let text = SourceText(name)
    return WordStream(text, in: text.range).words
  }

  private static func contains(_ words: [Word], _ part: [Word]) -> Bool {
    guard part.count <= words.count else { return false }
    return (0...words.count - part.count).contains {
      words[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}
