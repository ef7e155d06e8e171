import Linguistics
import Texts

/// Reads time expressions in one sentence.
struct TimeParser {
  /// What a run of tokens means.
  struct Match {
    /// One past its last token.
    var end: Int
    var interval: DateInterval?
    var kind = TimeMention.Kind.date
    /// It looks like a time and is none: the tokens are passed over.
    var isSilent = false
    /// What the words name where only a part of it is meant: the month of `early June`.
    var whole: DateInterval?
    /// How long, for durations.
    var length: TimeLength?
    /// The TIMEX3 value of what has neither days nor a length: `PRESENT_REF`, what recurs.
    var fixedValue: String?
    /// The part of the day in TIMEX3: `MO`, `AF`, `EV`, `NI`.
    var part: String?
    /// The hour of the day in TIMEX3: `09:30`.
    var clock: String?
    /// It is a quarter of a year, which later words may count from.
    var isQuarter = false
  }

  let tokens: [Token]
  let bytes: [UInt8]
  /// The sentence.
  let bounds: Range<Int>
  let published: CalendarDate?
  /// The day named last.
  let anchor: DateInterval?
  /// The quarter named last.
  let stretch: DateInterval?
  let isMonthFirst: Bool

  init(
    _ reading: Reading, within bounds: Range<Int>, _ published: CalendarDate?,
    _ anchor: DateInterval?, stretch: DateInterval? = nil, isMonthFirst: Bool = false
  ) {
    self.stretch = stretch
    self.isMonthFirst = isMonthFirst
    tokens = reading.tokens
    bytes = reading.text.bytes
    self.bounds = bounds
    self.published = published
    self.anchor = anchor
  }

  /// The longest expression that begins at `index`; the earlier rule wins a tie.
  func match(at index: Int) -> Match? {
    let token = tokens[index]
    guard !token.isPunctuation else { return nil }
    var best: Match?
    func consider(_ match: Match?) {
      guard let match, match.end > (best?.end ?? index) else { return }
      best = match
    }
    consider(nightMatch(index))
    consider(clockMatch(index))
    consider(modifiedDay(index))
    consider(ordinalMatch(index))
    consider(dayMatch(index))
    consider(bareDay(index))
    consider(ownDay(index))
    consider(holidayWeekend(index))
    consider(monthMatch(index))
    consider(yearMatch(index))
    consider(relativeMatch(index))
    consider(countedMatch(index))
    consider(anchoredMatch(index))
    consider(seasonMatch(index))
    consider(setMatch(index))
    consider(quarterMatch(index))
    consider(referenceMatch(index))
    return best
  }

  // MARK: Tokens

  /// The word at `index`, `none` outside the sentence.
  func word(_ index: Int) -> Word {
    bounds.contains(index) ? tokens[index].word : .none
  }

  func isCapitalized(_ index: Int) -> Bool {
    bounds.contains(index) && tokens[index].isCapitalized
  }

  /// Whether a token is a part of a compound with the one before it.
  func isJoined(_ index: Int) -> Bool {
    bounds.contains(index) && !tokens[index].shape.contains(.spaceBefore)
  }

  /// Whether the words before `index` look ahead rather than back.
  func looksAhead(_ index: Int) -> Bool {
    var before = index - 1
    while before > bounds.lowerBound, isHour(before) { before -= 1 }
    switch word(before) {
    case "until", "till", "effective": return true
    case "as" where word(index - 2) == "soon" || word(index - 2) == "early": return true
    default: break
    }
    var position = index - 1
    while position >= bounds.lowerBound, index - position <= 12 {
      let word = tokens[position].word
      if TimeWords.ahead.contains(word) { return true }
      if word == "due", isBeing(position - 1) { return true }
      if word == "planned" || word == "plans" || word == "set" || word == "planning" {
        let next = self.word(position + 1)
        if next == "to" || (word == "planned" && next == "for") { return true }
      }
      // "Is to resume", "to be published".
      if word == "to", isPresent(position - 1) || self.word(position + 1) == "be" { return true }
      if self.word(position - 1) == "be" {
        position -= 1
        continue
      }
      if TimeWords.back.contains(word) || isPast(position) { return false }
      position -= 1
    }
    return false
  }

  /// Whether a past form stands before or behind `index`.
  func looksBack(_ index: Int) -> Bool {
    let near = max(bounds.lowerBound, index - 12)..<min(bounds.upperBound, index + 12)
    return near.contains { TimeWords.back.contains(tokens[$0].word) || isPast($0) }
  }

  /// Whether a token belongs to the hour before a day: `9`, `a.m.`, `noon`, `early`.
  private func isHour(_ index: Int) -> Bool {
    switch word(index) {
    case "a.m.", "p.m.", "am", "pm", "noon", "midnight", "at", "early", "late", "est", "edt", "gmt",
      "on":
      true
    default: tokens[index].shape.contains(.digits)
    }
  }

  private func isPresent(_ index: Int) -> Bool { word(index) == "is" || word(index) == "are" }

  private func isBeing(_ index: Int) -> Bool {
    switch word(index) {
    case "is", "are", "was", "were", "be": true
    default: false
    }
  }

  /// A word that ends as past forms do.
  private func isPast(_ index: Int) -> Bool {
    let range = tokens[index].range
    return range.count > 4 && !tokens[index].isCapitalized
      && bytes[range.end - 1] == UInt8(ascii: "d") && bytes[range.end - 2] == UInt8(ascii: "e")
  }

  // MARK: Days

  func interval(
    _ first: CalendarDate?, _ last: CalendarDate? = nil, _ precision: DateInterval.Precision = .day
  ) -> DateInterval? {
    guard let first else { return nil }
    let latest = last ?? first
    guard first <= latest else { return nil }
    return DateInterval(earliest: first, latest: latest, precision: precision)
  }

  /// The night that begins on a day.
  func night(of interval: DateInterval?) -> DateInterval? {
    guard let interval else { return nil }
    let last = interval.precision == .days ? interval.latest : interval.earliest.advanced(byDays: 1)
    return DateInterval(
      earliest: interval.earliest, latest: max(last, interval.earliest), precision: .night)
  }

  func at(_ precision: DateInterval.Precision, _ interval: DateInterval?) -> DateInterval? {
    guard let interval else { return nil }
    return DateInterval(
      earliest: interval.earliest, latest: interval.latest, precision: precision)
  }

  func weekday(_ weekday: Int, at index: Int) -> CalendarDate? {
    guard let published else { return nil }
    let back = (published.weekday - weekday + 7) % 7
    if looksAhead(index) { return published.advanced(byDays: back == 0 ? 0 : 7 - back) }
    return published.advanced(byDays: -back)
  }

  func monthInterval(
    _ year: Int, _ month: Int, _ precision: DateInterval.Precision = .month
  ) -> DateInterval? {
    interval(
      CalendarDate(year: year, month: month, day: 1),
      CalendarDate(
        year: year, month: month, day: CalendarDate.length(ofMonth: month, year: year)),
      precision)
  }

  func yearInterval(_ year: Int) -> DateInterval? {
    interval(
      CalendarDate(year: year, month: 1, day: 1), CalendarDate(year: year, month: 12, day: 31),
      .year)
  }
}
