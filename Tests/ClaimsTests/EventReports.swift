import Claims
import Foundation
import Knowledge
import Linguistics
import Mentions
import TestSupport
import Texts

/// The lexicons as they ship.
let eventKnowledge: EventKnowledge = {
  func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: checkout("Data/lexicon/" + name)) ?? Data())
  }
  return EventKnowledge(
    events: EventLexicon(bytes("events.tsv")), roles: RoleLexicon(TSV(bytes("roles.tsv"))),
    sites: SiteLexicon(TSV(bytes("sites.tsv"))))
}()

/// What a report's events come to, with names for indexes.
struct Told {
  let reading: Reading
  let mentions: ReportMentions
  let events: [ReportedEvent]
  let main: ReportedEvent?

  var type: String? { main?.type }
  var mode: String? { main?.mode }
  var date: String? { main?.date.map { "\($0.earliest)/\($0.latest)" } }
  var places: [String] { main?.places.map { mentions.places[$0].name } ?? [] }
  var perpetrators: [String] { main?.perpetrators.map { mentions.actors[$0].name } ?? [] }
  var targets: [String] { main?.targets.map { mentions.actors[$0].name } ?? [] }
  var mainWords: [String] { main?.mentions.map { reading.text[$0] } ?? [] }

  /// The realis of the event that has these words as a trigger.
  func realis(of words: String) -> Realis? {
    events.first { event in event.mentions.contains { reading.text[$0] == words } }?.realis
  }
}

/// Reads a report whose first line is its headline.
///
/// Labels: `town:NG`, `province:NG`, `country:NG` for places; `armed-group`, `military`, … for
/// actors, the same words being the same actor; `2024-03-01` or `2024-03-01/02-10` for times.
func told(_ report: MarkedText, published: String = "2024-03-05") -> Told {
  let text = report.text
  var mentions = ReportMentions()
  for mark in report.marks {
    let words = text[mark.range]
    let parts = mark.label.split(separator: ":").map(String.init)
    if let precision = PlaceEntity.Precision(rawValue: parts[0]), parts.count == 2 {
      let known = mentions.places.firstIndex { $0.name == words }
      if known == nil {
        mentions.places.append(PlaceEntity(name: words, country: parts[1], precision: precision))
      }
      mentions.placeMentions.append(
        PlaceMention(range: mark.range, entity: known ?? mentions.places.count - 1))
    } else if let kind = ActorKind(rawValue: mark.label) {
      let known = mentions.actors.firstIndex { $0.name == words }
      if known == nil {
        mentions.actors.append(ActorEntity(name: words, aliases: [words], kind: kind))
      }
      mentions.actorMentions.append(
        ActorMention(range: mark.range, entity: known ?? mentions.actors.count - 1, form: .name))
    } else {
      let days = mark.label.split(separator: "/").compactMap { CalendarDate(iso: $0) }
      guard let first = days.first, let last = days.last else { continue }
      let length = last.days - first.days
      let precision: Mentions.DateInterval.Precision =
        length == 0
        ? .day : length == 1 ? .night : length < 8 ? .days : length < 32 ? .month : .year
      mentions.times.append(
        TimeMention(
          range: mark.range,
          interval: Mentions.DateInterval(earliest: first, latest: last, precision: precision),
          kind: .date))
    }
  }
  var paragraphs: [TextRange] = []
  var start = 0
  for end in text.bytes.indices where text.bytes[end] == 0x0A {
    if end > start { paragraphs.append(TextRange(start, end)) }
    start = end + 1
  }
  if start < text.count { paragraphs.append(TextRange(start, text.count)) }
  let reading = Reader(cues: CueLexicon([])).reading(
    of: text, title: paragraphs.first, paragraphs: paragraphs)
  let datelines = Datelines(in: reading).ranges()
  mentions.placeMentions = mentions.placeMentions.map { mention in
    PlaceMention(
      range: mention.range, entity: mention.entity,
      isDateline: datelines.contains { $0.contains(mention.range) })
  }
  let found = EventFinder(knowledge: eventKnowledge).events(
    in: reading, mentions: mentions, claims: [], published: CalendarDate(iso: published))
  return Told(
    reading: reading, mentions: mentions, events: found.events,
    main: found.mainEvent.map { found.events[$0] })
}
