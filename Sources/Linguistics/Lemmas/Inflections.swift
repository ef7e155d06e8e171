/// Undoes the regular inflection of English, on lower case; exceptions are in the table of lemmas.
enum Inflections {
  /// The singular of a noun in either number.
  static func singular(of form: [UInt8]) -> [UInt8] {
    guard form.count > 3, form.last == UInt8(ascii: "s"), isLetter(form[form.count - 2]) else {
      return form
    }
    return withoutS(form)
  }

  /// The base of a verb in any form.
  static func base(of form: [UInt8]) -> [UInt8] {
    if form.count > 4, ends(form, "ing"), hasVowel(form.dropLast(3)) {
      return restored(Array(form.dropLast(3)))
    }
    if form.count > 3, ends(form, "ied") {
      return form.count == 4 ? form.dropLast() : form.dropLast(3) + [UInt8(ascii: "y")]
    }
    if form.count > 3, ends(form, "eed") { return form.dropLast() }
    if form.count > 3, ends(form, "ed"), hasVowel(form.dropLast(2)) {
      return restored(Array(form.dropLast(2)))
    }
    if form.count > 3, form.last == UInt8(ascii: "s") { return withoutS(form) }
    return form
  }

  /// A form without the ending -s or -es of nouns in the plural and verbs in the third person.
  private static func withoutS(_ form: [UInt8]) -> [UInt8] {
    if ends(form, "ss") || ends(form, "us") || ends(form, "is") { return form }
    if ends(form, "ies") {
      return form.count == 4 ? form.dropLast() : form.dropLast(3) + [UInt8(ascii: "y")]
    }
    for hiss in ["sses", "xes", "ches", "shes", "zzes", "oes"] as [StaticString]
    where ends(form, hiss) {
      return form.dropLast(2)
    }
    return form.dropLast()
  }

  /// A stem as it was before -ed or -ing: without the second of doubled consonants, or with the e
  /// that was dropped.
  private static func restored(_ stem: [UInt8]) -> [UInt8] {
    guard stem.count > 1 else { return stem }
    let last = stem[stem.count - 1]
    if last == stem[stem.count - 2] {
      // `stopp`, but not `call`, `pass`, `stuff`, `buzz`, `add`, `agree`.
      let keeps = "lsfzaeiou".utf8.contains(last) || stem.count < 4
      return keeps ? stem : stem.dropLast()
    }
    return lacksE(stem) ? stem + [UInt8(ascii: "e")] : stem
  }

  /// Whether a stem that ends in a consonant lost an e before its ending.
  private static func lacksE(_ stem: [UInt8]) -> Bool {
    let last = stem[stem.count - 1]
    let second = stem[stem.count - 2]
    let third = stem.count > 2 ? stem[stem.count - 3] : 0
    // `requir` and `quot` have a consonant before their vowel.
    let isQu = third == UInt8(ascii: "u") && stem.count > 3 && stem[stem.count - 4] == 0x71
    let isAlone = !isVowel(third) || isQu
    func has(_ letters: StaticString) -> Bool { contains(letters, second) }
    switch last {
    case UInt8(ascii: "c"), UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "z"): return true
    case UInt8(ascii: "g"):
      return second != UInt8(ascii: "n") || !(third == UInt8(ascii: "i") || third == 0x6F)
    case UInt8(ascii: "s"): return isVowel(second) || has("nrlpw")
    case UInt8(ascii: "l"):
      if !isVowel(second) { return !has("rw") }
      return isAlone && has("iou")
    case UInt8(ascii: "r"):
      if second == 0x6F { return ends(stem, "plor") || ends(stem, "stor") || ends(stem, "scor") }
      return isAlone && has("iua")
    case UInt8(ascii: "t"):
      switch second {
      case UInt8(ascii: "a"):
        return !(third == UInt8(ascii: "e") || third == 0x6F) || ends(stem, "creat")
      case UInt8(ascii: "u"): return third != 0x6F
      case UInt8(ascii: "o"): return isAlone
      default: return false
      }
    case UInt8(ascii: "d"), UInt8(ascii: "k"), UInt8(ascii: "p"), UInt8(ascii: "m"):
      if second == UInt8(ascii: "i") { return isAlone || third == UInt8(ascii: "u") }
      if second == UInt8(ascii: "a") { return isAlone || third == UInt8(ascii: "u") }
      if second == UInt8(ascii: "u") { return third != 0x6F }
      if second == UInt8(ascii: "y") { return last == UInt8(ascii: "p") }
      if second == 0x6F {
        if last == UInt8(ascii: "m") { return ends(stem, "com") }
        return isAlone && last != UInt8(ascii: "p")
      }
      return false
    case UInt8(ascii: "n"): return isAlone && has("iu")
    case UInt8(ascii: "b"): return isAlone && second == UInt8(ascii: "i")
    default: return false
    }
  }

  // MARK: Letters

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  private static func isVowel(_ byte: UInt8) -> Bool { contains("aeiou", byte) }

  private static func hasVowel(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.contains { isVowel($0) || $0 == UInt8(ascii: "y") }
  }

  private static func contains(_ letters: StaticString, _ byte: UInt8) -> Bool {
    letters.withUTF8Buffer { $0.contains(byte) }
  }

  private static func ends(_ bytes: [UInt8], _ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }
}
