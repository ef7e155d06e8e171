import Linguistics
import Texts

/// Finds what a noun inside somebody's words says that somebody else said: `denied the army's claims
/// that rockets were stored there`.
///
/// The reader gives each word to one cue, so such a claim inside a claim is seen from the tree alone.
struct NestedNominals {
  let clauses: ClauseReader

  private var reading: Reading { clauses.reading }

  /// The attributions, in order of their cues; none without dependencies.
  func found() -> [Attribution] {
    guard !reading.dependencies.isEmpty else { return [] }
    var found: [Attribution] = []
    for (parent, attribution) in reading.attributions.enumerated() {
      for piece in attribution.content {
        for token in reading.tokens(in: piece) where isSaying(token) && !isCue(token) {
          if let nested = nested(token, in: attribution, parent: parent) { found.append(nested) }
        }
      }
    }
    return found
  }

  private func nested(_ noun: Int, in outer: Attribution, parent: Int) -> Attribution? {
    let range = reading.tokens[noun].range
    guard let source = owner(of: noun), let content = content(of: noun) else { return nil }
    // A relative clause of the outer words' own, or its very source, says nothing new.
    if let other = outer.source, other.overlaps(source) { return nil }
    return Attribution(
      source: source, cue: range, content: [content], form: .indirect,
      cueLemma: reading.lemmas[noun], isNegated: false, parent: parent)
  }

  private func isSaying(_ token: Int) -> Bool {
    guard clauses.tag(token) == .noun else { return false }
    switch clauses.lemma(token) {
    case "claim", "allegation", "accusation", "assertion", "statement", "charge", "suggestion",
      "insinuation", "contention", "account", "testimony", "complaint", "warning", "announcement",
      "insistence", "report", "speculation", "rumor", "rumour", "denial":
      return true
    default: return false
    }
  }

  private func isCue(_ token: Int) -> Bool {
    let range = reading.tokens[token].range
    return reading.attributions.contains { $0.cue?.overlaps(range) ?? false }
  }

  /// Whose saying it is: `the army's claims`, `Pentagon claims`, `claims by the army`.
  private func owner(of noun: Int) -> TextRange? {
    for child in clauses.dependents[noun] {
      switch clauses.relation(child) {
      case .nmodPoss, .compound: break
      case .amod where reading.tokens[child].isCapitalized: break
      case .nmod:
        guard let word = clauses.preposition(of: child), word == "by" || word == "from" else {
          continue
        }
      default: continue
      }
      return reading.range(ofTokens: clauses.phrase(of: child))
    }
    return nil
  }

  /// What is said: a clause with `that`, or one that the parser hung on the verb right behind.
  private func content(of noun: Int) -> TextRange? {
    let own = clauses.dependents[noun].first { child in
      child > noun
        && (clauses.relation(child).universal == .acl || clauses.relation(child) == .ccomp)
        && hasThat(child)
    }
    let next = noun + 1
    let beside =
      next < reading.tokens.count && clauses.relation(next) == .mark
        && clauses.word(next) == "that"
      ? clauses.head(next) : nil
    guard let clause = own ?? beside else { return nil }
    var tokens = clauses.dependents.extent(of: clause)
    tokens = max(tokens.lowerBound, next)..<tokens.upperBound
    while let last = tokens.last, last > clause, reading.tokens[last].isPunctuation {
      tokens = tokens.lowerBound..<last
    }
    return tokens.isEmpty ? nil : reading.range(ofTokens: tokens)
  }

  private func hasThat(_ clause: Int) -> Bool {
    clauses.dependents[clause].contains {
      clauses.word($0) == "that"
        && (clauses.relation($0) == .mark || clauses.relation($0).universal == .nsubj
          || clauses.relation($0).universal == .obj)
    }
  }
}
