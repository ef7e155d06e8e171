import Linguistics
import Texts

/// Decides which attributions are claims, and finds the source where the reader did not.
///
/// A cue in the active says who speaks: its subject. What is only said, without anyone who says it
/// (`is believed to`, `seemed`, `the announcement of`), is no claim, for the report says it itself;
/// nor is saying that is doing (`declared a curfew`).
struct SourceFinder {
  let clauses: ClauseReader
  let cues: CueLexicon

  private var reading: Reading { clauses.reading }

  /// The attribution with its source where there is one; nil when nobody says it.
  ///
  /// A reading without dependencies stays as it is, and so does what nobody said (`no group
  /// claimed`).
  func sourced(_ found: Attribution) -> Attribution? {
    let attribution = withResponsibilityInside(found)
    if performs(attribution) { return nil }
    guard attribution.source == nil, !attribution.isNegated, !reading.dependencies.isEmpty else {
      return attribution
    }
    guard let cue = attribution.cue, let verb = head(of: cue), isActive(verb) else { return nil }
    guard let subject = clauses.subjects(of: verb).first, speaks(subject, of: attribution) else {
      return attribution
    }
    return Attribution(
      source: reading.range(ofTokens: clauses.phrase(of: subject)), cue: attribution.cue,
      content: attribution.content, form: attribution.form, cueLemma: attribution.cueLemma,
      isNegated: attribution.isNegated, parent: attribution.parent)
  }

  /// `claimed | responsibility for the raid`: what is claimed is not the raid but the part in it.
  private func withResponsibilityInside(_ attribution: Attribution) -> Attribution {
    guard let cue = attribution.cue, let first = attribution.content.first, first.start >= cue.end
    else { return attribution }
    let tokens = reading.tokens(in: cue)
    guard let noun = tokens.dropFirst().first(where: { Self.parts.contains(clauses.word($0)) }),
      reading.token(atOrAfter: first.start) == tokens.upperBound
    else { return attribution }
    let start = reading.tokens[noun].start
    return Attribution(
      source: attribution.source,
      cue: TextRange(cue.start, reading.tokens[noun - 1].end),
      content: [TextRange(start, first.end)] + attribution.content.dropFirst(),
      form: attribution.form, cueLemma: attribution.cueLemma, isNegated: attribution.isNegated,
      parent: attribution.parent)
  }

  private static let parts: Set<Word> = ["responsibility", "credit"]

  /// Whether the saying is the deed: `declared a state of emergency`.
  private func performs(_ attribution: Attribution) -> Bool {
    guard !reading.dependencies.isEmpty, let cue = attribution.cue, let verb = head(of: cue),
      attribution.content.count == 1, let object = head(of: attribution.content[0])
    else { return false }
    switch clauses.lemma(verb) {
    case "issue", "publish", "release", "file":
      // `issued a warning` alone says nothing that was said; `issued a warning that …` does.
      return clauses.tag(object) == .noun && clauses.relation(object) == .obj
        && clauses.dependents[object].allSatisfy { isBare($0) }
    case "declare", "proclaim", "impose":
      return clauses.tag(object) == .noun && clauses.relation(object) == .obj
        && clauses.child(object, .cop) == nil && !reading.isQuoted(reading.tokens[object].start)
    default: return false
    }
  }

  /// Whether a word adds to a noun no more than which or how many.
  private func isBare(_ token: Int) -> Bool {
    switch clauses.relation(token).universal {
    case .det, .amod, .nummod, .compound, .punct, .advmod: true
    default: false
    }
  }

  /// The token of a cue on which its others hang.
  private func head(of cue: TextRange) -> Int? {
    let tokens = reading.tokens(in: cue)
    return tokens.first { token in clauses.head(token).map { !tokens.contains($0) } ?? true }
  }

  /// Whether a verb of speaking has someone who speaks.
  private func isActive(_ verb: Int) -> Bool {
    guard clauses.tag(verb) == .verb, !clauses.isPassive(verb) else { return false }
    switch cues.kind(of: reading.lemmas[verb]) {
    case .speech, .judgment: return true
    case .thought, .evidence, .attitude, nil: return false
    }
  }

  /// Whether a subject can be the source: it stands outside of what is said.
  private func speaks(_ subject: Int, of attribution: Attribution) -> Bool {
    let range = reading.tokens[subject].range
    guard !attribution.content.contains(where: { $0.contains(range) }) else { return false }
    switch clauses.tag(subject) {
    case .noun, .properNoun, .pronoun: return clauses.word(subject) != "it"
    default: return false
    }
  }
}
