import Claims
import Foundation
import Knowledge
import Linguistics
import Mentions
import TestSupport
import Texts

/// The figures of a text with a lexicon and no other mentions, as tests mark them.
struct TollReader {
  static let finder: TollFinder = {
    func table(_ name: String) -> TSV {
      TSV([UInt8](FileManager.default.contents(atPath: checkout("Data/lexicon/" + name)) ?? Data()))
    }
    return TollFinder(
      roles: RoleLexicon(table("roles.tsv")), harm: HarmLexicon(table("harm.tsv")))
  }()

  /// A Wednesday.
  static let published = CalendarDate(days: 18_801)

  static func reading(of text: SourceText) -> Reading {
    Reader(cues: CueLexicon([])).reading(of: text, title: nil, paragraphs: [text.range])
  }

  static func found(
    in text: SourceText, mentions: ReportMentions = ReportMentions(), claims: [Claim] = []
  ) -> [FoundToll] {
    finder.foundTolls(
      in: reading(of: text), mentions: mentions, claims: claims, published: published)
  }

  /// `killed 7- combatant`, with `cumulative` or `other` where it is not the main event's.
  static func label(_ found: FoundToll) -> String {
    let toll = found.toll
    var label = "\(toll.kind.rawValue) \(toll.low)"
    if toll.high == nil { label += "-" }
    if let high = toll.high, high != toll.low { label += "-\(high)" }
    label += " \(toll.category.rawValue)"
    switch found.setting {
    case .main: break
    case .cumulative: label += " cumulative"
    case .other: label += " other"
    }
    return label
  }

  /// What is wrong, empty when all is right.
  ///
  /// Each mark must be overlapped by one figure with its label, and no figure may be left over.
  static func faults(_ expected: MarkedText) -> [String] {
    var left = found(in: expected.text)
    var faults: [String] = []
    for mark in expected.marks {
      if let hit = left.firstIndex(where: {
        $0.toll.span.overlaps(mark.range) && label($0) == mark.label
      }) {
        left.remove(at: hit)
      } else {
        faults.append("missed \(mark.label): \(expected.text[mark.range])")
      }
    }
    return faults + left.map { "invented \(label($0)): \(expected.text[$0.toll.span])" }
  }
}
