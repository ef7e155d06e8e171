import Texts

/// The calendar's words.
enum TimeWords {
  /// 0 for Monday to 6 for Sunday.
  static func weekday(_ word: Word) -> Int? {
    switch word {
    case "monday": 0
    case "tuesday": 1
    case "wednesday": 2
    case "thursday": 3
    case "friday": 4
    case "saturday": 5
    case "sunday": 6
    default: nil
    }
  }

  /// Short weekdays, which are words or names as well.
  static func shortWeekday(_ word: Word) -> Int? {
    switch word {
    case "mon", "mon.": 0
    case "tue", "tue.", "tues", "tues.": 1
    case "wed", "wed.": 2
    case "thu", "thu.", "thur", "thur.", "thurs", "thurs.": 3
    case "fri", "fri.": 4
    case "sat", "sat.": 5
    case "sun", "sun.": 6
    default: nil
    }
  }

  static func pluralWeekday(_ word: Word) -> Bool {
    switch word {
    case "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays",
      "weekends", "weekdays":
      true
    default: false
    }
  }

  /// 1...12.
  static func month(_ word: Word) -> Int? {
    switch word {
    case "january": 1
    case "february": 2
    case "march": 3
    case "april": 4
    case "may": 5
    case "june": 6
    case "july": 7
    case "august": 8
    case "september": 9
    case "october": 10
    case "november": 11
    case "december": 12
    default: nil
    }
  }

  /// Short months.
  static func shortMonth(_ word: Word) -> Int? {
    switch word {
    case "jan", "jan.": 1
    case "feb", "feb.": 2
    case "mar", "mar.": 3
    case "apr", "apr.": 4
    case "jun", "jun.": 6
    case "jul", "jul.": 7
    case "aug", "aug.": 8
    case "sep", "sep.", "sept", "sept.": 9
    case "oct", "oct.": 10
    case "nov", "nov.": 11
    case "dec", "dec.": 12
    default: nil
    }
  }

  /// Whether the name of a month is another word as well.
  static func isWordToo(_ month: Word) -> Bool {
    switch month {
    case "may", "march", "mar", "mar.": true
    default: false
    }
  }

  /// The months in which a season begins in the north.
  static func season(_ word: Word) -> Int? {
    switch word {
    case "spring", "springtime": 3
    case "summer", "summertime": 6
    case "autumn", "fall": 9
    case "winter", "wintertime": 12
    default: nil
    }
  }

  enum Unit {
    case second, minute, hour, day, night, week, fortnight, month, quarter, year, decade, century
  }

  static func unit(_ word: Word) -> Unit? {
    switch word {
    case "second", "seconds", "sec", "secs": .second
    case "minute", "minutes", "min", "mins": .minute
    case "hour", "hours", "hr", "hrs": .hour
    case "day", "days": .day
    case "night", "nights": .night
    case "week", "weeks": .week
    case "fortnight", "fortnights": .fortnight
    case "month", "months": .month
    case "quarters": .quarter
    case "year", "years": .year
    case "decade", "decades": .decade
    case "century", "centuries": .century
    default: nil
    }
  }

  /// A part of the day; a night reaches into the next one.
  enum PartOfDay { case day, night }

  static func partOfDay(_ word: Word) -> PartOfDay? {
    switch word {
    case "morning", "afternoon", "evening", "noon", "midday", "dawn", "dusk",
      "sunrise", "sunset", "lunchtime", "daybreak", "nightfall", "midnight":
      .day
    case "night", "overnight": .night
    default: nil
    }
  }

  /// The part of the day in TIMEX3.
  static func partValue(_ word: Word) -> String? {
    switch word {
    case "morning", "mornings", "dawn", "sunrise", "daybreak": "MO"
    case "noon", "midday", "lunchtime": "MI"
    case "afternoon": "AF"
    case "evening", "dusk", "sunset", "nightfall": "EV"
    case "night", "overnight", "midnight": "NI"
    default: nil
    }
  }

  /// An ordinal below 20, `twentieth` or `thirtieth`.
  static func ordinal(_ word: Word) -> Int? {
    switch word {
    case "first": 1
    case "second": 2
    case "third": 3
    case "fourth": 4
    case "fifth": 5
    case "sixth": 6
    case "seventh": 7
    case "eighth": 8
    case "ninth": 9
    case "tenth": 10
    case "eleventh": 11
    case "twelfth": 12
    case "thirteenth": 13
    case "fourteenth": 14
    case "fifteenth": 15
    case "sixteenth": 16
    case "seventeenth": 17
    case "eighteenth": 18
    case "nineteenth": 19
    case "twentieth": 20
    case "thirtieth": 30
    default: nil
    }
  }

  /// The tens of a decade in words.
  static func decade(_ word: Word) -> Int? {
    switch word {
    case "twenties": 20
    case "thirties": 30
    case "forties": 40
    case "fifties": 50
    case "sixties": 60
    case "seventies": 70
    case "eighties": 80
    case "nineties": 90
    default: nil
    }
  }

  /// A number word; 0 for several.
  static func number(_ word: Word) -> Int? {
    switch word {
    case "a", "an", "one": 1
    case "two", "couple": 2
    case "three": 3
    case "four": 4
    case "five": 5
    case "six": 6
    case "seven": 7
    case "eight": 8
    case "nine": 9
    case "ten": 10
    case "eleven": 11
    case "twelve": 12
    case "thirteen": 13
    case "fourteen": 14
    case "fifteen": 15
    case "sixteen": 16
    case "seventeen": 17
    case "eighteen": 18
    case "nineteen": 19
    case "twenty": 20
    case "thirty": 30
    case "forty": 40
    case "fifty": 50
    case "sixty": 60
    case "seventy": 70
    case "eighty": 80
    case "ninety": 90
    case "several", "few", "some", "many": 0
    default: nil
    }
  }

  /// Words before a month or a year that is meant as one.
  static let prepositions = Set<Word>(
    folding: """
      in since until till by of from during before after between through throughout to last next
      this early late mid around about past previous and year
      """)
  /// Words before the name of a day.
  static let beforeDay = Set<Word>(folding: "on by since until till before after at over")
  /// Words that look ahead.
  static let ahead = Set<Word>(
    folding: """
      will 'll wo shall please schedule scheduled expected slated upcoming coming intends intend hopes would
      """)
  /// Words that look back.
  static let back = Set<Word>(
    folding: """
      said told says was were had took struck hit came did began went left made fell shot wrote
      broke
      """)
  /// Words between a number and its unit of time.
  static let lengthModifiers = Set<Word>(
    folding: """
      more full long whole entire consecutive straight successive additional further extra solid
      business working trading
      """)
  /// Whether a unit of time is one only.
  static func isSingular(_ unit: Word) -> Bool {
    switch unit {
    case "second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade",
      "century", "fortnight":
      true
    default: false
    }
  }
  /// People and things that are counted by the thousand.
  static let counted = Set<Word>(folding: "people men women children troops police civilians")
  /// What follows a weekday in the name of a newspaper.
  static let newspapers = Set<Word>(
    folding: "times telegraph mail express mirror herald world post star sun independent tribune")
}

extension Set where Element == Word {
  /// The words of a text, which are told apart by white space.
  init(folding words: String) {
    self = []
    let bytes = Array(words.utf8)
    var start = 0
    for index in 0...bytes.count where index == bytes.count || bytes[index] <= 0x20 {
      if index > start { insert(Word(folding: bytes, in: TextRange(start, index))) }
      start = index + 1
    }
  }
}
