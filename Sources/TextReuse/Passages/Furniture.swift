import Texts

/// Credits, rights notices and calls to read on: words about a report, not of it.
enum Furniture {
  /// The longest, in words.
  static let longest = 60

  /// Cuts from each stretch the furniture it runs into, which becomes a stretch of its own.
  ///
  /// A copied report ends with its outlet's credits in one stretch with its last sentence.
  static func parted(
    _ stretches: [SharedStretch], _ a: ComparedReport, _ b: ComparedReport
  ) -> [SharedStretch] {
    stretches.flatMap { stretch -> [SharedStretch] in
      guard let cut = start(of: stretch, a) else { return [stretch] }
      let whole = Chain(runs: stretch.runs)
      let parts = [stretch.a.lowerBound..<cut, cut..<stretch.a.upperBound]
      return parts.map { whole.clipped($0) }.filter { !$0.runs.isEmpty }.map { chain in
        SharedStretch(
          a: chain.stretchA, b: chain.stretchB, matchedWords: chain.matched(in: a.stream),
          runs: chain.runs)
      }
    }
  }

  /// Where the furniture begins that a longer stretch ends with.
  private static func start(of stretch: SharedStretch, _ report: ComparedReport) -> Int? {
    guard stretch.a.count > 20 else { return nil }
    var found: Int?
    var sentenceEnd = stretch.a.upperBound
    for word in stretch.a.suffix(longest).reversed()
    where report.stream.traits[word].contains(.sentenceStart) {
      let isCued = report.stream.words[word..<sentenceEnd].contains { furnitureWords.contains($0) }
      if isCued && report.hasFurnitureCues(word..<stretch.a.upperBound) { found = word }
      if !isCued && found != nil { break }
      sentenceEnd = word
    }
    return found
  }
}

extension ComparedReport {
  /// Whether two words or more, and one in twelve, are words of furniture.
  func hasFurnitureCues(_ stretch: Range<Int>) -> Bool {
    let cues = Set(stream.words[stretch]).intersection(furnitureWords)
    return cues.count >= 2 && cues.count * 12 >= stretch.count
  }
}

/// Words of credits, rights and calls to read on.
let furnitureWords: Set<Word> = Set(furnitureWordTexts.map { Word(folding: $0) })

/// The same words as text.
let furnitureWordTexts: [String] = [
  "copyright", "rights", "reserved", "republished", "rewritten", "redistributed", "broadcast",
  "permission", "subscribe", "subscription", "newsletter", "newsletters", "inbox", "email",
  "sign", "follow", "facebook", "twitter", "instagram", "telegram", "whatsapp", "youtube",
  "click", "download", "app", "advertisement", "reporting", "editing", "writing",
  "additional", "edited", "contributed", "report", "writer", "staff", "photo", "photograph",
  "photos", "image", "images",
  "file", "getty", "credit", "caption", "updated", "published", "read", "comments",
  "droits", "réservés", "tous", "crédit", "abonnez", "derechos", "reservados", "todos",
  "suscríbete", "foto", "rechte", "vorbehalten", "direitos", "diritti", "riservati",
  "права", "защищены", "захищені", "фото", "حقوق", "الحقوق", "محفوظة", "hakları",
  "saklıdır",
]
