import Knowledge
import Linguistics
import TestSupport
import Texts

@testable import Mentions

/// The tables of the checkout, loaded once.
let actorTable: ActorTable = {
  do {
    return try ActorTable { FileBytes(contents(of: "Data/" + $0)) }
  } catch {
    preconditionFailure("\(error)")
  }
}()

/// A reading of marked text: each `source` is the source of an attribution, whose content is the
/// `said` stretch of the same rank; `title` marks the headline, and `Person`, `Organization` and the
/// like what a model would read as a name.
func reading(_ marked: MarkedText) -> Reading {
  let text = marked.text
  let title = marked.ranges("title").first
  var paragraphs = title.map { [$0] } ?? []
  paragraphs.append(text.trimmed(TextRange(title?.end ?? 0, text.count)))
  let bare = Reader(cues: CueLexicon([])).reading(of: text, title: title, paragraphs: paragraphs)
  let said = marked.ranges("said")
  let attributions = marked.ranges("source").enumerated().map { index, source in
    Attribution(
      source: source, cue: nil, content: index < said.count ? [said[index]] : [], form: .indirect,
      cueLemma: nil, isNegated: false, parent: nil)
  }
  let names = Name.Kind.allCases.flatMap { kind in
    marked.ranges(kind.name).compactMap { range -> Name? in
      let tokens = bare.tokens.indices.filter { range.contains(bare.tokens[$0].range) }
      guard let first = tokens.first, let last = tokens.last else { return nil }
      return Name(kind: kind, tokens: first..<last + 1, range: range)
    }
  }
  return Reading(
    text: text, title: title, paragraphs: paragraphs, tokens: bare.tokens,
    sentences: bare.sentences, quotations: bare.quotations, attributions: attributions,
    names: names.sorted { $0.range.start < $1.range.start })
}

/// What was found in marked text.
struct Found {
  let marked: MarkedText
  let mentions: ReportMentions

  init(_ marked: MarkedText) {
    self.marked = marked
    let found = ActorFinder(table: actorTable).actors(in: reading(marked))
    mentions = ReportMentions(actors: found.actors, actorMentions: found.mentions)
  }

  /// The actors meant by the stretches with a label.
  func actors(_ label: String) -> [ActorEntity?] {
    marked.ranges(label).map { mentions.actor(at: $0).map { mentions.actors[$0] } }
  }

  /// The actor meant by the first stretch with a label.
  func actor(_ label: String) -> ActorEntity? { actors(label).first ?? nil }

  /// The names of the speakers, in order.
  var speakers: [String] { actors("source").map { $0?.name ?? "nobody" } }

  /// The name of the actor that another belongs to.
  func owner(of label: String) -> String? {
    actor(label)?.memberOf.map { mentions.actors[$0].name }
  }
}
