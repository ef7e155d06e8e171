/// How many things were found, how many there are and how many agree.
struct Agreement: Encodable {
  var gold = 0
  var found = 0
  var same = 0

  var precision: Double { found == 0 ? 0 : Double(same) / Double(found) }
  var recall: Double { gold == 0 ? 0 : Double(same) / Double(gold) }
  /// The harmonic mean of the two.
  var f1: Double { gold + found == 0 ? 0 : 2 * Double(same) / Double(gold + found) }

  mutating func add<Item: Hashable>(gold: [Item], found: [Item]) {
    add(gold: gold.count, found: found.count, same: Set(gold).intersection(found).count)
  }

  mutating func add(gold: Int, found: Int, same: Int) {
    self.gold += gold
    self.found += found
    self.same += same
  }
}

/// A share in per cent with two decimals, right-aligned.
func percent(_ share: Double) -> String {
  let hundredths = Int((share * 10_000).rounded())
  let cents = hundredths % 100
  let text = "\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
  return padded(text, 7)
}

/// A text made `width` wide with spaces before it.
func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// A text made `width` wide with spaces behind it; one at least.
func filled(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}
