import Texts

/// Reads one measured size: a number, a range or an article with a unit behind it.
struct MeasureScan {
  private let atoms: [Atom]
  private let parser: NumberParser
  private let scan: QuantityScan

  init(atoms: [Atom]) {
    self.atoms = atoms
    parser = NumberParser(atoms: atoms)
    scan = QuantityScan(atoms: atoms)
  }

  private func word(_ index: Int) -> Word { parser.word(index) }

  /// A measured size that begins at `start`, and one past it.
  func measure(at start: Int) -> (quantity: Quantity, end: Int)? {
    var index = start
    var effects: [QuantityScan.Effect] = []
    while let (effect, count) = scan.qualifier(at: index) {
      effects.append(effect)
      index += count
    }
    guard isFree(index), let number = number(at: index), let unit = unit(at: number.end),
      !isMoney(index, unit.isPound)
    else { return nil }
    var low = number.low
    var high: Double? = number.high
    for effect in effects.reversed() {
      switch effect {
      case .atLeast, .moreThan: high = nil
      case .upTo, .fewerThan: low = 0
      case .about, .nearly, .additional: break
      }
    }
    let size = Quantity.Measure(
      dimension: unit.dimension, low: low * unit.size, high: high.map { $0 * unit.size })
    let isApproximate = effects.contains { $0 == .about || $0 == .nearly }
    let quantity = Quantity(
      range: atoms[start].range.union(atoms[unit.end - 1].range),
      low: Int(low.rounded(.down)), high: high.map { Int($0.rounded(.up)) },
      isApproximate: isApproximate && high != nil,
      isAdditional: effects.contains { $0 == .additional },
      qualifier: effects.lazy.compactMap(\.qualifier).first, measure: size)
    return (quantity, unit.end)
  }

  /// Whether no sign or letter touches the number: `$5 m`, `M-5 m`.
  private func isFree(_ index: Int) -> Bool {
    guard index > 0, index < atoms.count, !atoms[index].hasSpaceBefore else {
      return index < atoms.count
    }
    return atoms[index - 1].isMark("(") || atoms[index - 1].isMark("\"") || word(index - 1) == "~"
  }

  private func isMoney(_ index: Int, _ isPound: Bool) -> Bool {
    guard index > 0, atoms[index - 1].kind == .mark else { return false }
    return ["$", "€", "£", "¥", "₹"].contains(where: { atoms[index - 1].isMark($0) })
  }

  // MARK: Numbers

  private func number(at index: Int) -> (low: Double, high: Double, end: Int)? {
    if word(index) == "between", let low = single(at: index + 1), word(low.end) == "and",
      let high = single(at: low.end + 1), high.value > low.value
    {
      return (low.value, high.value, high.end)
    }
    guard let first = single(at: index) else { return nil }
    if word(first.end) == "-" || word(first.end) == "to" || word(first.end) == "or",
      let second = single(at: first.end + 1), second.value > first.value
    {
      return (first.value, second.value, second.end)
    }
    return (first.value, first.value, first.end)
  }

  /// A number with its fraction: `4.5`, `two and a half`, `half a`, `a`.
  private func single(at index: Int) -> (value: Double, end: Int)? {
    guard atoms.indices.contains(index) else { return nil }
    if word(index) == "half" {
      let next = word(index + 1) == "-" ? index + 2 : index + 1
      if MeasureUnits.unit(word(next)) != nil { return (0.5, next) }
      let isArticle = word(index + 1) == "a" || word(index + 1) == "an"
      if isArticle, MeasureUnits.unit(word(index + 2)) != nil { return (0.5, index + 2) }
    }
    if let cardinal = parser.cardinal(at: index) {
      return withHalf(Double(cardinal.value), cardinal.end)
    }
    if let value = atoms[index].value { return (value, index + 1) }
    if word(index) == "a" || word(index) == "an" {
      if word(index + 1) == "half" { return (0.5, index + 2) }
      return MeasureUnits.unit(word(index + 1)) == nil ? nil : (1, index + 1)
    }
    return nil
  }

  private func withHalf(_ value: Double, _ end: Int) -> (value: Double, end: Int) {
    guard word(end) == "and", word(end + 1) == "a", word(end + 2) == "half" else {
      return (value, end)
    }
    return (value + 0.5, end + 3)
  }

  // MARK: Units

  private struct FoundUnit {
    var dimension: Quantity.Measure.Dimension
    var size: Double
    var isPound = false
    var end: Int
  }

  /// The unit at `index`, behind a hyphen or not: `km`, `square miles`, `km/h`, `miles an hour`.
  private func unit(at index: Int) -> FoundUnit? {
    var next = index
    if word(next) == "-", !atoms[next].hasSpaceBefore { next += 1 }
    var power = 1
    switch word(next) {
    case "square", "sq": power = 2
    case "cubic": power = 3
    case "metric", "us", "u.s.": next += 1
    case "nautical":
      guard word(next + 1) == "mile" || word(next + 1) == "miles" else { return nil }
      return FoundUnit(dimension: .length, size: 1852, end: next + 2)
    default: break
    }
    if power > 1 { next += 1 }
    guard let unit = MeasureUnits.unit(word(next)), isTold(next) else { return nil }
    var found = FoundUnit(
      dimension: unit.dimension, size: unit.size,
      isPound: word(next) == "pound" || word(next) == "pounds", end: next + 1)
    if power > 1 {
      guard unit.dimension == .length else { return nil }
      found.dimension = power == 2 ? .area : .volume
      found.size = power == 2 ? unit.size * unit.size : unit.size * unit.size * unit.size
      return found
    }
    if unit.dimension == .length, let end = hourEnd(found.end) {
      found.dimension = .speed
      found.size = unit.size / 3600
      found.end = end
    }
    return found
  }

  /// One past `/h`, `an hour`, `per hour`.
  private func hourEnd(_ index: Int) -> Int? {
    if word(index) == "/", word(index + 1) == "h" { return index + 2 }
    let isLink = word(index) == "an" || word(index) == "per"
    return isLink && word(index + 1) == "hour" ? index + 2 : nil
  }

  /// Whether a unit is told by its word: a capital `M` is none, and pounds are money unless
  /// they weigh something.
  private func isTold(_ index: Int) -> Bool {
    switch word(index) {
    case "m": !atoms[index].isCapitalized
    case "pound", "pounds": word(index + 1) == "of" || word(index - 1) == "-"
    case "foot": index + 1 >= atoms.count || word(index + 1) != "soldiers"
    default: true
    }
  }
}
