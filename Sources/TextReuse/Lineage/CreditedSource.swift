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

  /// Whether the text names an outlet: all of its name, as a name.
  ///
  /// Names of one short word are words of the language too and do not count, nor does what is
  /// part of the report's own outlet's name.
  private func names(outlet: String) -> Bool {
    let text = SourceText(outlet)
    let name = WordStream(text, in: text.range)
    guard name.count > 1 || name.ranges.first.map({ $0.count >= 4 }) == true else { return false }
    if let own = input.outlet, Self.contains(Self.nameWords(own), name.words) { return false }
    let isCapitalized = name.traits[0].contains(.capitalized)
    for start in stream.words.indices where stream.words[start] == name.words[0] {
      let end = start + name.count
      guard end <= stream.count, stream.words[start..<end].elementsEqual(name.words) else {
        continue
      }
      let trait = stream.traits[start]
      if !isCapitalized || trait.contains(.capitalized),
        name.count > 1 || !trait.contains(.sentenceStart)
      {
        return true
      }
    }
    return false
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
