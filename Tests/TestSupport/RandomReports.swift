public import Texts

/// Random report-like text: words, numbers, quotes of every kind, odd Unicode, odd spacing.
///
/// What a reader must survive; `seed` fixes it.
public func randomReport(seed: UInt64, pieces: Int = 120) -> SourceText {
  var random = SplitMix64(seed: seed)
  let stock = [
    "The", "ministry", "said", "on", "Monday", "that", "at least", "seven", "people", "were",
    "killed", "and", "12", "3,400", "wounded", "\"", "“", "”", "'", "‘", "’", ".", ",", "!", "?",
    "...", "…", "—", "–", "-", "(", ")", "[AFP]", "U.S.", "Mr.", "a.m.", "Kataʼib", "São Paulo",
    "Łódź", "e\u{301}", "İstanbul", "日本", "قال", "👍🏽", "\u{FEFF}", "\u{200B}", "\u{A0}", "\n",
    "\n\n", "\r\n", "\t", "according to", "told", "he", "she added", "denied", "http://a.example/x",
    "13km", "5-7", "½", "no", "Khan", "al-Noor", "vowed", "revenge", "in", "Goma", "1,2,3", "%",
  ]
  var text = ""
  for _ in 0..<pieces {
    text += stock.randomElement(using: &random) ?? ""
    if UInt8.random(in: 0..<8, using: &random) != 0 { text += " " }
  }
  return SourceText(text)
}
