import Mentions
import Texts

/// Mentions of actors by position, for lookups in logarithmic time.
struct MentionIndex {
  let mentions: ReportMentions
  private let sorted: [ActorMention]
  /// The length of the longest mention, in bytes: how far back an overlap may begin.
  private let longest: Int

  init(_ mentions: ReportMentions) {
    self.mentions = mentions
    sorted = mentions.actorMentions.sorted { ($0.range, $0.entity) < ($1.range, $1.entity) }
    longest = min(400, sorted.map(\.range.count).max() ?? 0)
  }

  /// The mentions that overlap a range, in order.
  func overlapping(_ range: TextRange) -> [ActorMention] {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].range.start + longest < range.start {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var found: [ActorMention] = []
    while low < sorted.count, sorted[low].range.start < range.end {
      if sorted[low].range.overlaps(range) { found.append(sorted[low]) }
      low += 1
    }
    return found
  }

  /// The actor of the first mention in a range.
  func firstActor(in range: TextRange) -> Int? { overlapping(range).first?.entity }

  func kind(_ actor: Int) -> ActorKind? {
    mentions.actors.indices.contains(actor) ? mentions.actors[actor].kind : nil
  }

  /// Whether an actor may be a party to a conflict, not someone who watches it.
  func isParty(_ actor: Int) -> Bool {
    switch kind(actor) {
    case .government, .ministry, .military, .police, .armedGroup, .party, .person: true
    default: false
    }
  }

  /// Whether a speaker is a person of no known side, such as a doctor or witness.
  func isUnarmedSpeaker(_ actor: Int?) -> Bool {
    guard let actor, kind(actor) == .person else { return false }
    return mentions.actors[actor].memberOf == nil
  }

  /// Whether an actor belongs to a speaker, or the speaker to it.
  func isOwn(_ actor: Int, of speaker: Int) -> Bool {
    guard mentions.actors.indices.contains(actor), mentions.actors.indices.contains(speaker) else {
      return false
    }
    return mentions.actors[actor].memberOf == speaker || mentions.actors[speaker].memberOf == actor
  }
}
