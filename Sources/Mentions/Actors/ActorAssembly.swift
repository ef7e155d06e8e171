import Knowledge
import Linguistics
import Texts

/// Turns what was resolved into actors and mentions.
struct ActorAssembly {
  let table: ActorTable
  let source: ActorWords
  let reading: Reading

  func result(
    of resolver: ActorResolver
  ) -> (actors: [ActorEntity], mentions: [ActorMention]) {
    var raw: [(range: TextRange, entity: Int, form: ActorMention.Form)] = []
    for mention in resolver.mentions where !mention.whole.isEmpty {
      raw.append(
        (source.range(mention.whole), mention.entity, mention.isName ? .name : .nominal))
    }
    for pronoun in resolver.pronouns {
      raw.append((pronoun.range, pronoun.entity, .pronoun))
    }
    raw.sort { a, b in
      (a.range.start, b.range.end, a.entity) < (b.range.start, a.range.end, b.entity)
    }
    var order: [Int: Int] = [:]
    var entities: [Int] = []
    for mention in raw where order[mention.entity] == nil {
      order[mention.entity] = entities.count
      entities.append(mention.entity)
    }
    var mentions: [ActorMention] = []
    for mention in raw {
      guard let entity = order[mention.entity] else { continue }
      let found = ActorMention(range: mention.range, entity: entity, form: mention.form)
      if mentions.last?.range == found.range {
        if mentions.last?.entity == found.entity { continue }
      }
      mentions.append(found)
    }
    let actors = entities.map { index in
      entity(
        resolver.drafts[index], memberOf: resolver.drafts[index].memberOf.flatMap { order[$0] })
    }
    return (actors, mentions)
  }

  /// The words with each run of white space as one space.
  private static func onOneLine(_ form: String) -> String {
    var out = ""
    var hasSpace = false
    for scalar in form.unicodeScalars {
      if CharacterClass(scalar) == .space {
        hasSpace = true
        continue
      }
      if hasSpace, !out.isEmpty { out += " " }
      hasSpace = false
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  /// `U.S. officials` as `US officials`.
  private static func withoutStops(_ form: String) -> String {
    let text = SourceText(form)
    var out: [UInt8] = []
    var end = 0
    for word in NameWord.words(of: text, in: text.range) {
      out += text.bytes[end..<word.range.start]
      let bytes = text.bytes[word.range.start..<word.range.end]
      out += word.isAcronym ? bytes.filter { $0 != 0x2E } : Array(bytes)
      end = word.range.end
    }
    return String(decoding: out + text.bytes[end...], as: UTF8.self)
  }

  private func entity(_ draft: ActorDraft, memberOf: Int?) -> ActorEntity {
    var forms: [String] = []
    for form in draft.forms + (draft.name.map { [$0] } ?? []) {
      let text = Self.onOneLine(reading.text[source.range(form)])
      if !forms.contains(text) { forms.append(text) }
    }
    let name: String
    if let row = draft.knownActor {
      name = table[row].name
    } else if let range = draft.name {
      name = Self.onOneLine(reading.text[source.range(range)])
    } else {
      name = forms.first.map(Self.withoutStops) ?? ""
    }
    let aliases = forms.sorted { a, b in
      a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b
    }
    return ActorEntity(
      name: name, aliases: aliases, kind: draft.kind, country: draft.country,
      knownActor: draft.knownActor, memberOf: memberOf, offices: draft.offices)
  }
}
