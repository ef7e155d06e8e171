import TestSupport
import TextReuse
import Texts

/// Reports of one story whose sentences are marked with what they say: sentences with one label
/// say the same.
///
/// Their vectors are made by hand: a part that the whole story has, a part for the label, and a
/// part of the sentence's own, all at random and nearly at right angles. Two sentences of one
/// label have a cosine of about 0.8, any others of the story about 0.3, as sentences of one event
/// do that say something else.
struct ToldStory {
  let reports: [MarkedText]
  var outlets: [String?]
  var days: [Int?]
  var width = 192
  var hasVectors = true

  init(_ reports: [MarkedText]) {
    self.reports = reports
    outlets = reports.indices.map { "Outlet \($0)" }
    days = reports.map { _ in nil }
  }

  init(_ reports: MarkedText...) { self.init(reports) }

  var inputs: [ReuseInput] {
    reports.indices.map { report in
      let text = reports[report].text
      return ReuseInput(
        text: text, range: text.range, outlet: outlets[report], publishedDay: days[report],
        credits: [], sentences: hasVectors ? sentences(of: report) : ReportSentences())
    }
  }

  var result: ReuseResult { PassageFinder().result(for: inputs) }

  /// What was found, as the labels of the sentences on both sides.
  var found: [String] {
    result.rewritings.map { "\(labels($0.a)) = \(labels($0.b))" }
  }

  private func labels(_ side: Passage.Side) -> String {
    let inside = reports[side.report].marks.filter { $0.range.overlaps(side.range) }
    return "\(side.report): " + inside.map(\.label).joined(separator: " ")
  }

  private func sentences(of report: Int) -> ReportSentences {
    let story = direction(of: "story")
    let vectors = reports[report].marks.map { mark in
      let meaning = direction(of: mark.label)
      let own = direction(of: reports[report].text[mark.range])
      return unit((0..<width).map { 0.55 * story[$0] + 0.71 * meaning[$0] + 0.44 * own[$0] })
    }
    return ReportSentences(
      ranges: reports[report].marks.map(\.range), width: width, vectors: vectors.flatMap { $0 })
  }

  private func direction(of name: String) -> [Float] {
    var random = SplitMix64(seed: Word(folding: name).hash)
    return unit((0..<width).map { _ in Float.random(in: -1...1, using: &random) })
  }
}

/// The vector of length 1 in the same direction.
func unit(_ vector: [Float]) -> [Float] {
  let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  return vector.map { $0 / length }
}

/// An agency's report of an invented accident on a lake, told sentence by sentence.
let wireReport: MarkedText = """
  [A cargo ferry ran aground on a sandbank near the port of Bukoba on Tuesday night, stranding \
  more than sixty passengers until dawn.](aground)
  [The captain had switched off the depth sounder because its alarm kept waking the crew, \
  according to the harbor office.](sounder) [Fishermen from two villages rowed out with lanterns \
  and ferried the elderly ashore in dugout canoes.](canoes)
  [Sacks of coffee were thrown overboard to lighten the hull before the morning tide.](coffee) \
  [An inspector who boarded the vessel found that the life jackets were still sealed in \
  plastic.](jackets)
  [The owner, a cooperative of traders, had leased the ferry from a bankrupt brewery last \
  year.](lease) [Repairs to the rudder are expected to take three weeks, and the route will be \
  served by a smaller boat.](rudder)
  """

/// The same report in other words, in the same order.
let rewrittenReport: MarkedText = """
  [More than sixty people spent the night stuck on a ferry that hit a sandbank close to Bukoba \
  port on Tuesday.](aground)
  [The harbor office said the depth sounder was off, since the crew could not sleep through its \
  alarm.](sounder) [With lanterns in their dugout canoes, fishermen of two nearby villages brought \
  elderly passengers to the shore.](canoes)
  [To make the hull lighter ahead of the tide, the crew threw coffee sacks into the \
  water.](coffee) [Life jackets were found still sealed in their plastic by an inspector who went \
  aboard.](jackets)
  [A brewery that went bankrupt leased the ferry to a traders' cooperative in the past \
  year.](lease) [A smaller boat takes over the route for the three weeks that repairs to the \
  rudder should last.](rudder)
  """

/// A report of the same accident by somebody who was there.
let independentReport: MarkedText = """
  [Passengers of a ferry stuck off Bukoba were brought ashore on Wednesday morning after a night \
  on the lake.](aground)
  [Mariam Kato, traveling with her two sons, had been told by nobody what was happening.](kato) \
  [The regional commissioner promised an inquiry and visited the clinic where four people were \
  treated for cold.](clinic)
  [Coffee sacks drifted along the beach all day, and children collected them.](coffee) [It is the \
  second grounding on this stretch since a contract for dredging ran out.](dredging)
  [Officials of the port authority could not say who had cleared the vessel to sail.](cleared)
  """
