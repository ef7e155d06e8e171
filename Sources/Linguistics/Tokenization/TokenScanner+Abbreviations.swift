import Texts

extension TokenScanner {
  /// The end of letters with stops at `offset`: `U.S.`, `a.m.`, `Ph.D.`, `J.K.`; nil for others.
  func acronymEnd() -> Int? {
    var position = offset
    var count = 0
    while isLetter(at: position) {
      let next = position + length(at: position)
      guard byte(at: next) == UInt8(ascii: ".") else { break }
      // An ellipsis is no stop of an abbreviation.
      if byte(at: next + 1) == UInt8(ascii: ".") { break }
      position = next + 1
      count += 1
    }
    guard count > 0 else { return degreeEnd() }
    let letters = lettersEnd(from: position)
    if letters > position, letters - position == length(at: position) {
      // The last stop is missing: `U.S`, `a.k.a`.
      let following = scalar(at: letters)
      if following == nil || following != "." { return letters }
    }
    if count >= 2 { return position }
    guard letters > position else { return nil }
    if Self.degrees.contains(word(position, letters)) {
      return byte(at: letters) == UInt8(ascii: ".") ? letters + 1 : letters
    }
    // `J.Smith` lost its space, `a.then` is no initial.
    let isInitial = decodeScalar(bytes, at: offset).value.properties.isUppercase
    let isName = decodeScalar(bytes, at: position).value.properties.isUppercase
    return isInitial && isName ? position : nil
  }

  private static let degrees = Set<Word>(listing: "sc phil ed tech com eng")

  private func degreeEnd() -> Int? {
    let letters = lettersEnd(from: offset, limit: 4)
    guard word(offset, letters) == "ph", byte(at: letters) == UInt8(ascii: ".") else { return nil }
    let last = letters + 1
    guard byte(at: last) | 0x20 == UInt8(ascii: "d"), !isLetter(at: last + 1) else { return nil }
    return byte(at: last + 1) == UInt8(ascii: ".") ? last + 2 : last + 1
  }

  /// The end of an abbreviation whose letters are `start..<stop` and whose stop is at `stop`;
  /// nil when the stop ends a sentence instead.
  func abbreviationEnd(_ start: Int, _ stop: Int) -> Int? {
    let next = stop + 1
    if byte(at: next) == UInt8(ascii: ".") { return nil }
    let part = word(start, stop)
    let isCapitalized = decodeScalar(bytes, at: start).value.properties.isUppercase
    if stop - start == length(at: start) {
      if Abbreviations.beforeNumber.contains(part), !isCapitalized || part != "i",
        followingIsDigit(next)
      {
        return next
      }
      return isCapitalized && isInitial(start, next) ? next : nil
    }
    if Abbreviations.always.contains(part) { return next }
    if isCapitalized, Abbreviations.capitalized.contains(part) { return next }
    if part == "al" { return tokens.last?.word == "et" ? next : nil }
    if Abbreviations.beforeNumber.contains(part) { return followingIsDigit(next) ? next : nil }
    if isCapitalized, Abbreviations.daysAndMonths.contains(part) {
      let (scalar, _) = following(next)
      guard let scalar else { return nil }
      return CharacterClass(scalar) == .digit || scalar == "," || scalar.properties.isLowercase
        ? next : nil
    }
    if isCapitalized, Abbreviations.states.contains(part), tokens.last?.word == "," { return next }
    return nil
  }

  /// Whether a single capital before a stop abbreviates a name.
  private func isInitial(_ start: Int, _ next: Int) -> Bool {
    let (scalar, word) = following(next)
    guard let scalar else { return false }
    if scalar.properties.isLowercase || scalar == "," { return true }
    guard scalar.properties.isUppercase, !SentenceStarters.all.contains(word) else { return false }
    let last = tokens.last
    // "you and I. Did": the pronoun ends a sentence more often than a name is so short.
    if bytes[start] == UInt8(ascii: "I"), let last, !last.isCapitalized, !last.isPunctuation {
      return false
    }
    return true
  }

  private func followingIsDigit(_ position: Int) -> Bool {
    guard let scalar = following(position).0 else { return false }
    return CharacterClass(scalar) == .digit
  }

  /// The first scalar behind white space at `position`, and the word it begins; nil at the end.
  private func following(_ position: Int) -> (Unicode.Scalar?, Word) {
    var start = position
    while start < end, start - position < 16 {
      let (scalar, length) = decodeScalar(bytes, at: start)
      guard CharacterClass(scalar) == .space else { break }
      start += length
    }
    guard start < end else { return (nil, .none) }
    let first = decodeScalar(bytes, at: start).value
    var stop = start
    while stop < end, stop - start < 32 {
      let (scalar, length) = decodeScalar(bytes, at: stop)
      guard CharacterClass(scalar) == .letter, !scalar.isApostrophe else { break }
      stop += length
    }
    return (first, word(start, stop))
  }
}

/// Abbreviations that are written with a stop.
enum Abbreviations {
  /// With a stop these are abbreviations wherever they stand.
  static let always = Set<Word>(
    listing: """
      mr mrs ms messrs mlle mme dr prof lt sgt capt cpl cmdr comdr pvt pfc msgr supt insp asst atty
      gov inc ltd corp co bros jr sr st ste mt ft vs viz etc cf dept govt univ assn natl intl blvd
      ave rd hwy pkwy apt bldg esq hrs mins yrs lbs oz approx aug sept oct nov dec feb jan tues thurs
      thur est ca eg ie
      """
  )
  /// With a stop and a capital these are.
  static let capitalized = Set<Word>(
    listing: """
      gen gens col cols maj sen sens rep reps pres det adm rev hon fr brig amb min cdr cdre supt
      spc pte const cllr ret ens ofc sec secy treas dir mgr sq capts sgts lts profs drs vol ed eds
      calif fla ariz colo minn mich tenn okla wis wyo ont que sask
      """
  )
  /// With a stop these are abbreviations before a number.
  static let beforeNumber = Set<Word>(
    listing: """
      no nos p pp art arts fig figs sec secs vol vols ch par para pop tel ext op ver v c rs nr m
      """
  )
  /// Words as well as days and months.
  static let daysAndMonths = Set<Word>(listing: "mar apr jun jul sep mon tue wed thu fri sat sun")
  /// States of the United States, as agencies write them behind a town and a comma.
  static let states = Set<Word>(
    listing: """
      ala ark conn del ga ill ind kan kans ky la md mass miss mo mont neb nev ore pa tex va vt wash
      penn
      """
  )
}
