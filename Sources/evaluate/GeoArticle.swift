import Texts

/// An article whose place names are known: a form of LGL or of GeoVirus.
struct GeoArticle {
  struct Toponym {
    let range: TextRange
    /// GeoNames id; nil where the corpus has none.
    let geonames: Int?
    let latitude: Double
    let longitude: Double
    /// GeoNames code of what it is: `PPL`, `ADM1`; empty in GeoVirus.
    let kind: String
  }

  let text: SourceText
  /// Where each code point begins, and where the text ends.
  private let offsets: [Int]
  private(set) var toponyms: [Toponym] = []

  /// The articles of a file.
  static func articles(_ file: [UInt8]) -> [GeoArticle] {
    XMLElement.root(of: file).all("article").map(GeoArticle.init)
  }

  private init(_ article: XMLElement) {
    let words = article.child("text")?.text ?? ""
    text = SourceText(words)
    var offset = 0
    offsets =
      words.unicodeScalars.map { scalar in
        defer { offset += UTF8.width(scalar) }
        return offset
      } + [words.utf8.count]
    for toponym in article.child("toponyms")?.all("toponym") ?? [] {
      guard let tag = toponym.child("gaztag") else { continue }
      add(
        toponym, name: "phrase", tag, id: tag.attributes["geonameid"].flatMap { Int($0) },
        kind: tag.child("fcode")?.text ?? "")
    }
    for location in article.child("locations")?.all("location") ?? [] {
      add(location, name: "name", location, id: nil, kind: "")
    }
  }

  private mutating func add(
    _ element: XMLElement, name: String, _ place: XMLElement, id: Int?, kind: String
  ) {
    func number(_ name: String) -> Int? { element.child(name).flatMap { Int($0.text) } }
    func degrees(_ name: String) -> Double? { place.child(name).flatMap { Double($0.text) } }
    guard let start = number("start"), let end = number("end"), let latitude = degrees("lat"),
      let longitude = degrees("lon"), let phrase = element.child(name)?.text,
      let range = range(of: phrase, start, end)
    else { return }
    toponyms.append(
      Toponym(
        range: range, geonames: id, latitude: latitude, longitude: longitude, kind: kind))
  }

  /// The words of a phrase at code points, where some files count from one.
  private func range(of phrase: String, _ start: Int, _ end: Int) -> TextRange? {
    for shift in [0, -1, 1, -2, 2] {
      let (from, to) = (start + shift, end + shift)
      guard from >= 0, from < to, to < offsets.count else { continue }
      let range = TextRange(offsets[from], offsets[to])
      if text[range] == phrase { return range }
    }
    return nil
  }
}
