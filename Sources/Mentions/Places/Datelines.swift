public import Linguistics
public import Texts

/// Finds datelines, which say where and when a report was filed: `AMMAN, March 3 (Agency) -`.
///
/// A dateline opens one of the first paragraphs, or stands behind a headline that has lost its
/// line break. It is capitalized words, a date and an agency in brackets, up to a dash; after an
/// agency in brackets the dash may be missing, after a town in capitals a colon may stand for it.
public struct Datelines: Sendable {
  private let reading: Reading

  /// Creates a finder for a report.
  public init(in reading: Reading) { self.reading = reading }

  /// Sentences in which a dateline may stand, unless it names an agency.
  private static let lead = 6
  /// Tokens of the longest dateline.
  private static let longest = 20

  /// The datelines, in order.
  ///
  /// - Complexity: O(n) in the tokens of the report.
  public func ranges() -> [TextRange] {
    var found: [TextRange] = []
    for (number, sentence) in reading.sentences.enumerated() {
      let isTitle = reading.title?.contains(sentence.range) ?? false
      let opens =
        !isTitle
        && (number == 0 || reading.sentences[number - 1].paragraph != sentence.paragraph)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        let isFirst = index == sentence.tokens.lowerBound
        guard isFirst && opens || startsInCapitals(index, in: sentence.tokens),
          let line = dateline(
            at: index, in: sentence.tokens, opens: isFirst && opens, isLead: number < Self.lead)
        else {
          index += 1
          continue
        }
        found.append(reading.range(ofTokens: line))
        index = line.upperBound
      }
    }
    return found
  }

  private func startsInCapitals(_ index: Int, in sentence: Range<Int>) -> Bool {
    func isInCapitals(_ index: Int) -> Bool { reading.tokens[index].shape.contains(.allCapitals) }
    return isInCapitals(index) && reading.tokens[index].range.count > 2
      && (index == sentence.lowerBound || !isInCapitals(index - 1))
  }

  private func dateline(
    at start: Int, in sentence: Range<Int>, opens: Bool, isLead: Bool
  ) -> Range<Int>? {
    let inCapitals = reading.tokens[start].shape.contains(.allCapitals)
    guard reading.tokens[start].isCapitalized else { return nil }
    var hasAgency = false
    var index = start + 1
    while index < min(sentence.upperBound, start + Self.longest) {
      let token = reading.tokens[index]
      switch token.word {
      case "(": hasAgency = true
      case ")":
        // "(Agency) -", "(Agency): ", and "(Agency) Ten people".
        if index + 1 < sentence.upperBound, isDash(index + 1) { return start..<index + 2 }
        return inCapitals && hasAgency ? start..<index + 1 : nil
      case ":": return inCapitals && opens && isLead && index - start <= 4 ? start..<index + 1 : nil
      case _ where isDash(index):
        let isShort = opens && isLead && index - start <= 8
        return inCapitals && (isLead || hasAgency) || hasAgency || isShort
          ? start..<index + 1 : nil
      case ",", ".", "/": break
      case _ where token.isCapitalized || token.shape.contains(.digits): break
      default:
        // Small words belong to an agency's name only.
        guard hasAgency, token.shape.contains(.letters) else { return nil }
      }
      index += 1
    }
    return nil
  }

  /// A dash between words: white space before it, or one longer than a hyphen.
  private func isDash(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    switch token.word {
    case "\u{2014}", "\u{2013}", "--": return true
    case "-": return token.shape.contains(.spaceBefore)
    default: return false
    }
  }
}
