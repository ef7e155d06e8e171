import Texts

/// The closed class of English number words, and the words that rule a number out as a count.
enum NumberWords {
  /// `zero` to `ninety`.
  static let small: [Word: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  /// Words that multiply what stands before them.
  static let scales: [Word: Int] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
    "mln": 1_000_000, "dozen": 12, "lakh": 100_000, "crore": 10_000_000,
  ]

  /// Words for an open number with its plain-English minimum.
  static let vague: [Word: Int] = [
    "several": 3, "dozens": 24, "scores": 40, "tens": 20, "hundreds": 200, "thousands": 2000,
    "millions": 2_000_000, "multiple": 2, "numerous": 3,
  ]

  /// Vague nouns that take an article: `a handful`.
  static let vagueNouns: [Word: (low: Int, high: Int?)] = [
    "couple": (2, 2), "pair": (2, 2), "trio": (3, 3), "handful": (3, nil), "few": (3, nil),
    "duo": (2, 2), "score": (20, 20),
  ]

  static let months: Set<Word> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]

  /// Nouns that a counted number of them is no number of people.
  static let units: Set<Word> = [
    "percent", "per", "pct", "percentage", "point", "points", "km", "kms", "kilometer",
    "kilometers", "kilometre", "kilometres", "mile", "miles", "meter", "meters", "metre",
    "metres", "foot", "feet", "ft", "inch", "inches", "yard", "yards", "cm", "mm", "acre",
    "acres", "hectare", "hectares", "degree", "degrees", "second", "seconds", "minute",
    "minutes", "hour", "hours", "hr", "hrs", "day", "days", "night", "nights", "week", "weeks",
    "weekend", "weekends", "month", "months", "year", "years", "yr", "yrs", "decade", "decades",
    "century", "centuries", "time", "times", "fold", "am", "pm", "a.m", "p.m", "a.m.", "p.m.",
    "gmt", "utc", "est", "edt", "bst", "o'clock", "hours'", "dollar", "dollars",
    "euro", "euros", "rupee", "rupees", "peso", "pesos", "rouble", "roubles", "ruble",
    "rubles", "dinar", "dinars", "cent", "cents", "naira", "shillings", "yen", "yuan", "lira",
    "riyals", "pound", "pounds", "ounce", "ounces", "oz", "gallon", "barrel", "knot", "kmh",
    "centimeter", "centimeters", "centimetre", "centimetres", "millimeter", "millimeters",
    "millimetre", "millimetres", "kg", "kgs", "kilogram", "kilograms", "kilo", "kilos", "gram",
    "grams", "lb",
    "lbs", "ton", "tons", "tonne", "tonnes", "liter", "liters", "litre", "litres", "gallons",
    "barrels", "mph", "kph", "knots", "caliber", "calibre", "rounds", "megawatts", "volts",
    "tweets", "retweets", "followers", "likes", "views", "shares", "st", "nd", "rd", "th",
  ]

  /// What `no` before it leaves open rather than denies: `no reports of casualties`.
  static let knowledge: Set<Word> = [
    "report", "reports", "word", "information", "details", "detail", "confirmation",
    "indication", "indications", "figure", "figures", "data", "clarity", "news", "account",
    "accounts", "estimate", "estimates",
  ]

  /// Words that may stand before those.
  static let knowledgeModifiers: Set<Word> = [
    "immediate", "independent", "official", "confirmed", "initial", "further", "reliable",
    "credible", "clear", "firm", "exact", "precise", "other", "available",
  ]

  /// Words that may stand between a number and its unit.
  static let unitModifiers: Set<Word> = [
    "more", "other", "consecutive", "straight", "successive", "full", "whole", "long", "square",
    "cubic", "metric", "nautical", "additional", "separate", "different", "us", "u.s.", "u.s",
    "calendar", "working",
  ]

  /// Words before a figure that make it a label, not a count.
  static let labels: Set<Word> = [
    "number", "no", "nos", "route", "highway", "flight", "article", "section", "chapter", "page",
    "resolution", "boeing", "airbus", "channel", "apartment", "phase", "unit", "brigade",
    "battalion", "room", "gate", "grade", "version", "age", "aged", "ages", "paragraph",
    "volume", "vol", "tel", "phone", "mi", "an", "tu", "su", "mig", "covid",
  ]

  /// Words before four digits that make them a year.
  static let yearLeads: Set<Word> = [
    "in", "since", "until", "till", "by", "from", "of", "early", "late", "mid", "during",
    "before", "after", "the", "year", "to", "through", "between", "summer", "winter", "spring",
    "autumn", "fall", "around", "back",
  ]
}
