import Claims
import Mentions

/// How events stand to the main one.
struct EventRelations {
  let mainType: String?
  let mainDate: DateInterval?

  /// The relation of an event that is not the main one.
  func relation(type: String, realis: Realis, date: DateInterval?, isCause: Bool)
    -> JoinedEvent.Relation
  {
    if isCause { return .cause }
    let isEarlier =
      realis == .past || realis == .cumulative || isBefore(date)
    if isEarlier { return type == mainType ? .earlierSameKind : .context }
    if Self.isVerbal(type) || type == "SANCTION" || type == "AID" || type == "MOBILIZE" {
      return realis == .actual || realis == .planned ? .response : .context
    }
    guard realis == .actual else { return .context }
    if type == mainType || date != nil, isSameTime(date) { return .part }
    return .context
  }

  private func isBefore(_ date: DateInterval?) -> Bool {
    guard let date, let mainDate else { return false }
    return date.latest < mainDate.earliest
  }

  private func isSameTime(_ date: DateInterval?) -> Bool {
    guard let date, let mainDate else { return true }
    return date.overlaps(mainDate)
  }

  /// Whether a type is words and not deeds.
  static func isVerbal(_ type: String) -> Bool {
    switch type {
    case "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "ACCUSE", "REJECT",
      "THREATEN":
      true
    default: false
    }
  }
}
