import Mentions
import Texts

/// Finds the wording of running totals and of other events in one sentence.
struct CueScan {
  let atoms: [Atom]
  let published: CalendarDate?
  /// Whether the sentence is the report's first after its headline.
  var isLead = false

  func word(_ index: Int) -> Word {
    atoms.indices.contains(index) ? atoms[index].word : .none
  }

  func cues() -> [SentenceCues.Cue] {
    var cues: [SentenceCues.Cue] = []
    var index = 0
    while index < atoms.count {
      if let (end, setting) = cue(at: index) {
        let range = index..<min(end, atoms.count)
        cues.append(
          SentenceCues.Cue(
            atoms: range, setting: setting,
            since: setting == .cumulative
              ? atoms[range.lowerBound].range.union(atoms[range.upperBound - 1].range) : nil))
        index = max(index + 1, end)
      } else if Self.nearDays.contains(word(index)), word(index - 1) != "last" {
        cues.append(SentenceCues.Cue(atoms: index..<index + 1, setting: nil))
        index += 1
      } else if let end = cause(at: index) ?? sequel(at: index) {
        let range = index..<min(end, atoms.count)
        cues.append(
          SentenceCues.Cue(
            atoms: range, setting: .other(nil), isForward: true,
            limit: index < 6 ? comma(after: range.upperBound) : nil))
        index = end
      } else if let end = bracket(at: index) {
        cues.append(
          SentenceCues.Cue(
            atoms: index..<index + 2, setting: .other(nil), isForward: true, limit: end))
        index = end
      } else {
        index += 1
      }
    }
    return cues
  }

  /// The comma that ends the clause with which a sentence opens.
  private func comma(after start: Int) -> Int? {
    atoms.indices[start...].first { atoms[$0].isMark(",") }
  }

  private func cue(at index: Int) -> (end: Int, setting: Setting)? {
    if let total = runningTotal(at: index) { return (total, .cumulative) }
    if let other = otherTime(at: index) { return (other, .other(nil)) }
    if let other = otherEvent(at: index) { return (other, .other(nil)) }
    return nil
  }

  private static let nearDays: Set<Word> = [
    "today", "yesterday", "tonight", "overnight", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]
}

/// The months by name.
enum NumberMonths {
  private static let numbers: [Word: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
  ]

  /// 1 to 12, nil for any other word.
  static func number(_ word: Word) -> Int? { numbers[word] }

  static func contains(_ word: Word) -> Bool { numbers[word] != nil }
}

extension NumberParser {
  /// One past the number at `index`, or `index` where there is none.
  func number(atOrPast index: Int) -> Int { cardinal(at: index)?.end ?? vagueEnd(index) }

  private func vagueEnd(_ index: Int) -> Int {
    guard atoms.indices.contains(index) else { return index }
    switch atoms[index].word {
    case "several", "few", "couple", "many": return index + 1
    default: return index
    }
  }
}
