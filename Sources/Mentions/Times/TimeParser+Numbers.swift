import Linguistics
import Texts

extension TimeParser {
  /// The value of a token of at most four digits and nothing else, and how many it has.
  func digits(_ index: Int) -> (value: Int, count: Int)? {
    guard bounds.contains(index) else { return nil }
    let range = tokens[index].range
    guard range.count <= 4 else { return nil }
    var value = 0
    for byte in bytes[range.start..<range.end] {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (value, range.count)
  }

  /// A number below a hundred in words, and one past it: `nine`, `forty-two`, `forty two`.
  func smallNumber(_ index: Int) -> (value: Int, end: Int)? {
    guard let value = TimeWords.number(word(index)), value > 0,
      !["a", "an", "couple"].contains(word(index))
    else { return nil }
    guard value >= 20 else { return (value, index + 1) }
    let next = word(index + 1) == "-" ? index + 2 : index + 1
    if let ones = TimeWords.number(word(next)), (1..<10).contains(ones),
      !["a", "an", "couple"].contains(word(next))
    {
      return (value + ones, next + 1)
    }
    return (value, index + 1)
  }

  /// A number in digits or words, 0 when it is not told how many, and one past it.
  func number(_ index: Int) -> (value: Int, end: Int)? {
    if let (value, _) = digits(index) { return (value, index + 1) }
    let next = index + 1
    switch word(index) {
    case "a", "an":
      if word(next) == "hundred" { return (100, next + 1) }
      // A couple of, a few.
      if let more = TimeWords.number(word(next)), word(next) == "couple" || more == 0 {
        return (more, word(next + 1) == "of" ? next + 2 : next + 1)
      }
      return (1, next)
    case "couple": return (2, word(next) == "of" ? next + 1 : next)
    default: break
    }
    if let small = smallNumber(index) {
      guard word(small.end) == "hundred", small.value < 10 else { return small }
      let rest = word(small.end + 1) == "and" ? small.end + 2 : small.end + 1
      if let more = smallNumber(rest) { return (small.value * 100 + more.value, more.end) }
      return (small.value * 100, small.end + 1)
    }
    return TimeWords.number(word(index)).map { ($0, next) }
  }

  /// A number with its fraction, nil when it is not told how many, and one past it.
  ///
  /// `two and a half`, `2½`, `2 1/2`, `3.5`, `half a`, `half an`.
  func amount(_ index: Int) -> (value: Double?, end: Int)? {
    if word(index) == "half" {
      let next = word(index + 1) == "-" ? index + 2 : index + 1
      return (0.5, word(next) == "a" || word(next) == "an" ? next + 1 : next)
    }
    if word(index) == "½" { return (0.5, index + 1) }
    if let value = decimal(index) { return (value, index + 1) }
    guard let count = number(index) else { return nil }
    if word(index) == "a", word(count.end) == "half" || word(count.end) == "½" {
      return (0.5, count.end + 1)
    }
    guard count.value > 0 else { return (nil, count.end) }
    let value = Double(count.value)
    if word(count.end) == "½" || word(count.end) == "1/2" { return (value + 0.5, count.end + 1) }
    if let part = fraction(behind: count.end) { return (value + part.value, part.end) }
    return (value, count.end)
  }

  /// The fraction in `and a half`, `and half`, `and a quarter`.
  func fraction(behind index: Int) -> (value: Double, end: Int)? {
    guard word(index) == "and" else { return nil }
    let next = word(index + 1) == "a" ? index + 2 : index + 1
    if word(next) == "half" { return (0.5, next + 1) }
    return word(next) == "quarter" && next > index + 1 ? (0.25, next + 1) : nil
  }

  private func decimal(_ index: Int) -> Double? {
    guard bounds.contains(index), tokens[index].shape.contains(.digits) else { return nil }
    let range = tokens[index].range
    var value = 0.0
    var unit = 0.0
    for byte in bytes[range.start..<range.end] {
      if byte == UInt8(ascii: "."), unit == 0 {
        unit = 1
      } else {
        guard byte >= 0x30 && byte <= 0x39 else { return nil }
        value = value * 10 + Double(byte - 0x30)
        unit *= 10
      }
    }
    return unit > 1 ? value / unit : nil
  }

  // MARK: Years

  /// A year of four digits.
  func year(_ index: Int) -> Int? {
    guard let (value, count) = digits(index), count == 4, (1800...2100).contains(value) else {
      return nil
    }
    return value
  }

  /// A year in digits or as it is spoken, and one past it: `2015`, `nineteen ninety-six`,
  /// `two thousand and four`.
  func anyYear(_ index: Int) -> (value: Int, end: Int)? {
    if let year = year(index) { return (year, index + 1) }
    guard let first = TimeWords.number(word(index)) else { return nil }
    if first == 2, word(index + 1) == "thousand" {
      let next = word(index + 2) == "and" ? index + 3 : index + 2
      if let rest = smallNumber(next), TimeWords.unit(word(rest.end)) == nil {
        return (2000 + rest.value, rest.end)
      }
      return (2000, index + 2)
    }
    guard (17...20).contains(first) else { return nil }
    var next = index + 1
    if word(next) == "-" { next += 1 }
    if word(next) == "hundred", first < 20 {
      let rest = word(next + 1) == "and" ? next + 2 : next + 1
      return smallNumber(rest).map { (first * 100 + $0.value, $0.end) } ?? (first * 100, next + 1)
    }
    if word(next) == "oh" || word(next) == "zero", let ones = smallNumber(next + 1), ones.value < 10
    {
      return (first * 100 + ones.value, ones.end)
    }
    guard let rest = smallNumber(next), rest.value >= 10, TimeWords.unit(word(rest.end)) == nil
    else { return nil }
    return (first * 100 + rest.value, rest.end)
  }

  /// The year behind a date, and one past it: `2015`, `, 2015`, `of 2015`, `in 2015`.
  func yearBehindDate(_ index: Int) -> (value: Int, end: Int)? {
    if let year = anyYear(index) { return isCountedYear(year.end) ? nil : year }
    switch word(index) {
    case ",", "of", "in": return anyYear(index + 1)
    default: return nil
    }
  }

  /// The year of `May of 78` where a phrase ends.
  func shortYear(_ index: Int) -> (value: Int, end: Int)? {
    guard word(index) == "of", let (value, count) = digits(index + 1), count == 2, value > 31,
      isPhraseEnd(index + 2)
    else { return nil }
    return (value < 40 ? 2000 + value : 1900 + value, index + 2)
  }

  private func isCountedYear(_ index: Int) -> Bool {
    bounds.contains(index) && TimeWords.counted.contains(word(index))
  }

  // MARK: Days of the month

  /// A day of the month: `28`, `28th`, `1st`.
  func dayOfMonth(_ index: Int) -> Int? {
    guard bounds.contains(index) else { return nil }
    let range = tokens[index].range
    var count = range.count
    if count > 2 {
      guard count <= 4, hasOrdinalEnding(index) else { return nil }
      count -= 2
    }
    var value = 0
    for byte in bytes[range.start..<range.start + count] {
      guard byte >= 0x30 && byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (1...31).contains(value) ? value : nil
  }

  /// Whether a token ends as `21st` and `4th` do.
  func hasOrdinalEnding(_ index: Int) -> Bool {
    guard bounds.contains(index), tokens[index].shape.contains(.digits) else { return false }
    let range = tokens[index].range
    guard range.count > 2 else { return false }
    let ending = Word(folding: bytes, in: TextRange(range.end - 2, range.end))
    return ending == "st" || ending == "nd" || ending == "rd" || ending == "th"
  }

  /// An ordinal up to 31 and one past it: `4th`, `fourth`, `twenty-first`.
  func ordinal(_ index: Int) -> (value: Int, end: Int)? {
    if hasOrdinalEnding(index), let day = dayOfMonth(index) { return (day, index + 1) }
    if let value = TimeWords.ordinal(word(index)) { return (value, index + 1) }
    guard let tens = TimeWords.number(word(index)), tens == 20 || tens == 30 else { return nil }
    let next = word(index + 1) == "-" ? index + 2 : index + 1
    guard let ones = TimeWords.ordinal(word(next)), ones < 10, tens + ones <= 31 else { return nil }
    return (tens + ones, next + 1)
  }

  /// A day of the month in digits or words, and one past it.
  func anyDay(_ index: Int) -> (value: Int, end: Int)? {
    if let day = dayOfMonth(index) { return (day, index + 1) }
    return ordinal(index)
  }
}
