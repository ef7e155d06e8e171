import Knowledge
import Linguistics
import Texts

/// How much words count by where they stand: reports put the news first.
struct EventWeights {
  private let bySentence: [Double]

  init(_ reading: Reading) {
    var weights: [Double] = []
    var seen = 0
    let total = reading.sentences.count
    for (index, sentence) in reading.sentences.enumerated() {
      let isTitle = reading.title?.contains(sentence.range) ?? false
      if isTitle {
        weights.append(6)
        continue
      }
      let weight: Double
      switch seen {
      case 0: weight = 6
      case 1: weight = 3.5
      case 2: weight = 2.5
      case 3: weight = 2
      default: weight = index * 2 < total ? 1 : 0.6
      }
      weights.append(weight)
      // A dateline or a credit on its own does not use up the lead.
      if sentence.tokens.count > 6 { seen += 1 }
    }
    bySentence = weights
  }

  /// The weight of a sentence, 0.6...6.
  subscript(sentence: Int) -> Double { bySentence[sentence] }

  /// The weight of a trigger whose realis is known.
  func weight(of trigger: Trigger) -> Double {
    var weight = self[trigger.sentence]
    switch trigger.entry.strength {
    case 1: weight *= 0.5
    case 3: weight *= 1.3
    default: break
    }
    if trigger.isVerb, trigger.form == .past || trigger.form == .third, !trigger.isAttributive {
      weight *= 1.4
    }
    if trigger.isSubordinate { weight *= 0.4 }
    if trigger.isAttributive { weight *= 0.5 }
    switch trigger.realis {
    case .actual: break
    case .past: weight *= 0.15
    case .cumulative: weight *= 0.1
    case .planned: weight *= 0.4
    case .hypothetical: weight *= 0.1
    case .negated: weight *= 0.05
    }
    return weight
  }

  /// How readily a type is what a report is about, when it tells of several.
  ///
  /// Deeds outweigh words about them: a condemnation is reported for what it condemns.
  static func prior(of type: String) -> Double {
    switch type {
    case "ASSAULT", "RETREAT": 1
    case "PROTEST", "COERCE": 0.9
    case "SANCTION", "MOBILIZE": 0.7
    case "THREATEN": 0.4
    default: 0.25
    }
  }

  /// Whether a type is a deed and not words.
  static func isMaterial(_ type: String) -> Bool { prior(of: type) >= 0.5 }
}
