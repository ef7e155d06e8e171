import Linguistics
import Mentions
import Texts

/// Takes figures away from the main event that it cannot have, now that it is known (rule R6).
struct MainEventGuard {
  let reading: Reading
  let times: [TimeMention]
  /// The main event; nil when the report has none.
  let main: ReportedEvent?

  /// The figures, with what is another event's set apart.
  ///
  /// - Complexity: O(n) in the words of the figures' sentences.
  func settled(_ tolls: [FoundToll]) -> [FoundToll] {
    guard let main else { return tolls }
    return tolls.map { found in
      guard found.setting == .main else { return found }
      var found = found
      if let later = later(found.toll, than: main) {
        found.setting = .other(later)
      } else if isMeanwhile(found.toll) || isHeldBefore(found.toll, main) {
        found.setting = .other(nil)
      }
      return found
    }
  }

  /// The day of a later deed: `Two more were shot on Tuesday`, of an event of Monday.
  ///
  /// Who dies of wounds on a later day is still the event's.
  private func later(_ toll: Toll, than main: ReportedEvent) -> DateInterval? {
    guard toll.isAdditional, toll.kind == .killed || toll.kind == .wounded, let day = main.date,
      day.latest.days - day.earliest.days < 2,
      reading.tokens(in: toll.span).contains(where: { Self.isDeed(reading.tokens[$0].word) })
    else { return nil }
    let sentence = sentence(of: toll).range
    return times.lazy.filter { sentence.contains($0.range) && $0.kind == .date }
      .compactMap(\.interval)
      .first {
        $0.earliest.days > day.latest.days && $0.latest.days - $0.earliest.days < 2
      }
  }

  private static func isDeed(_ word: Word) -> Bool {
    switch word {
    case "killed", "shot", "wounded", "injured", "slain", "murdered", "stabbed", "beheaded",
      "executed", "hurt":
      true
    default: false
    }
  }

  /// `Meanwhile, a medic was killed in an ambush`: something else, which is told anew.
  private func isMeanwhile(_ toll: Toll) -> Bool {
    let tokens = sentence(of: toll).tokens
    guard tokens.lowerBound > 0, reading.tokens[tokens.lowerBound].word == "meanwhile" else {
      return false
    }
    return tokens.dropLast(2).contains { index in
      let word = reading.tokens[index].word
      let next = reading.tokens[index + 1].word
      guard word == "in" || word == "during", next == "a" || next == "an" else { return false }
      return (index + 2..<min(index + 6, tokens.upperBound)).contains {
        CueScan.events.contains(reading.tokens[$0].word)
      }
    }
  }

  /// Who is held, taken or missing in a report of a release is so by an earlier deed.
  private func isHeldBefore(_ toll: Toll, _ main: ReportedEvent) -> Bool {
    guard main.type == "RETREAT", main.mode == "release" else { return false }
    return toll.kind == .detained || toll.kind == .abducted || toll.kind == .missing
  }

  private func sentence(of toll: Toll) -> Sentence {
    reading.sentences[
      reading.sentence(ofToken: reading.token(atOrAfter: toll.span.start))]
  }
}
