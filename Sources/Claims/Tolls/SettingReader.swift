import Linguistics
import Mentions
import Texts

/// Decides for each figure whether it is the main event's, a running total or another event's.
///
/// Background and running totals must never be counted as the main event's (rules R6 and R7 of
/// the counting rules), so a cue in the same clause is enough.
struct SettingReader {
  /// A setting, with the words that say since when a running total counts.
  struct Decision {
    var setting: Setting
    var since: TextRange?
  }

  let reading: Reading
  let mentions: ReportMentions
  let published: CalendarDate?
  private let window: MainWindow?
  private let lead: Int?

  init(reading: Reading, mentions: ReportMentions, published: CalendarDate?) {
    self.reading = reading
    self.mentions = mentions
    self.published = published
    window = MainWindow(reading: reading, mentions: mentions, published: published)
    lead = reading.sentences.indices.first { index in
      reading.title.map { !$0.contains(reading.sentences[index].range.start) } ?? true
    }
  }

  func settings(of drafts: [PlacedDraft]) -> [Decision] {
    var decisions: [Decision] = []
    var cues: [Int: SentenceCues] = [:]
    var isAfterOnly = [Bool](repeating: false, count: drafts.count)
    for (index, item) in drafts.enumerated() {
      let found = cues[item.sentence] ?? sentenceCues(item.sentence)
      cues[item.sentence] = found
      var decision = found.decision(for: item.draft)
      if decision == nil, found.isWithoutTime, item.sentence > 0,
        reading.sentences[item.sentence - 1].paragraph == reading.sentences[item.sentence].paragraph
      {
        // `In March a blast hit the port. Nine dockers were killed.`
        let before = cues[item.sentence - 1] ?? sentenceCues(item.sentence - 1)
        cues[item.sentence - 1] = before
        decision = before.opening.map { Decision(setting: $0, since: nil) }
      }
      if item.draft.isFormer, decision == nil || decision?.setting == .main {
        decision = Decision(setting: .other(nil), since: nil)
      }
      if decision == nil, item.draft.kind == .displaced, !found.isNow {
        decision = Decision(setting: .cumulative, since: nil)
      }
      if decision == nil || (decision?.setting == .main && item.draft.isNominal),
        item.draft.isNominal
          || (item.draft.group != nil && item.draft.low == 1 && item.draft.high == 1)
      {
        isAfterOnly[index] = found.isCause(of: item.draft)
      }
      decisions.append(decision ?? Decision(setting: .main, since: nil))
    }
    agree(drafts, isAfterOnly, &decisions)
    setOutgrownApart(drafts, &decisions) { cues[$0]?.isNow ?? false }
    return decisions
  }

  /// Takes a large number told in the present perfect, without a day and behind the lead,
  /// for a running total when the main event's figure above it is a tenth of it or less.
  private func setOutgrownApart(
    _ drafts: [PlacedDraft], _ decisions: inout [Decision], isNow: (Int) -> Bool
  ) {
    for index in drafts.indices where decisions[index].setting == .main {
      let item = drafts[index]
      guard item.draft.isPerfect, item.draft.low >= 100, item.sentence > lead ?? 0,
        !isNow(item.sentence)
      else { continue }
      let isOutgrown = drafts[..<index].indices.contains { other in
        let draft = drafts[other].draft
        return decisions[other].setting == .main && drafts[other].sentence < item.sentence
          && draft.kind == item.draft.kind && !draft.isPerfect && draft.low > 0
          && draft.low * 10 <= item.draft.low
      }
      if isOutgrown { decisions[index] = Decision(setting: .cumulative, since: nil) }
    }
  }

  /// Makes figures of the same people agree: a victim who is background once is so everywhere.
  private func agree(
    _ drafts: [PlacedDraft], _ isAfterOnly: [Bool], _ decisions: inout [Decision]
  ) {
    let hasMainTotal = drafts.indices.contains {
      decisions[$0].setting == .main && drafts[$0].draft.kind == .killed
        && (drafts[$0].draft.high ?? 2) != 1
    }
    for index in drafts.indices where isAfterOnly[index] {
      let draft = drafts[index].draft
      let isRetold = drafts.indices.contains { other in
        other != index && !isAfterOnly[other] && decisions[other].setting == .main
          && drafts[other].draft.kind == draft.kind && drafts[other].draft.low == draft.low
          && draft.low > 1
      }
      if !isRetold, hasMainTotal || draft.isNominal {
        decisions[index].setting = .other(nil)
      }
    }
    for index in drafts.indices where decisions[index].setting != .main {
      let background = drafts[index].draft
      for other in drafts.indices where decisions[other].setting == .main {
        let draft = drafts[other].draft
        guard draft.kind == background.kind else { continue }
        let isOne = draft.low == 1 && draft.high == 1
        let isSamePerson =
          isOne && background.low == 1 && background.high == 1 && draft.key == background.key
          && draft.key != .none && draft.key != "he" && draft.key != "she" && draft.key != "his"
          && draft.key != "her"
        let isSameCrowd =
          (draft.kind == .abducted || draft.kind == .missing) && background.low > 20
          && draft.low > 20
        let isSameFigure =
          draft.low == background.low && draft.high == background.high && draft.low > 9
          && draft.key == background.key && draft.key != .none
        if isSamePerson || isSameCrowd || isSameFigure {
          decisions[other].setting = decisions[index].setting
        }
      }
    }
    for index in drafts.indices {
      if let whole = drafts[index].partOf, decisions[whole].setting != .main {
        decisions[index] = decisions[whole]
      }
    }
  }

  private func sentenceCues(_ index: Int) -> SentenceCues {
    let atoms = reading.atoms(ofSentence: index)
    let range = reading.sentences[index].range
    let times = mentions.times.filter { range.contains($0.range.start) && $0.kind == .date }
    return SentenceCues(
      atoms: atoms, times: times, window: window, published: published, isLead: index == lead)
  }
}
