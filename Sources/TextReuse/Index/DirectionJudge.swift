/// Decides which of two reports took words from the other.
struct DirectionJudge {
  /// Seconds by which one must be older: within a quarter of an hour outlets carry one wire.
  private static let delay: Int64 = 900

  let new: ReportRecord
  let earlier: ReportRecord
  /// Whether the new report credits the outlet of the other.
  let creditsEarlier: Bool

  /// The direction of what is taken, where `words` of each are in taken passages of the two.
  func direction(
    taken words: (new: Int, earlier: Int)
  ) -> (ArchivePassage.Direction, ArchivePassage.Evidence) {
    if new.published != ReportRecord.unknownTime, earlier.published != ReportRecord.unknownTime {
      let difference = new.published - earlier.published
      if difference > Self.delay { return (.toNew, .time) }
      if difference < -Self.delay { return (.toEarlier, .time) }
    }
    if creditsEarlier { return (.toNew, .credit) }
    let isNewContained = 10 * words.new >= 9 * Int(new.count)
    let isEarlierContained = 10 * words.earlier >= 9 * Int(earlier.count)
    if isNewContained, 10 * words.earlier <= 7 * Int(earlier.count) {
      return (.toNew, .containment)
    }
    if isEarlierContained, 10 * words.new <= 7 * Int(new.count) {
      return (.toEarlier, .containment)
    }
    return (.unknown, .none)
  }
}
