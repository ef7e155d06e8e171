import TestSupport
import Testing
import TextReuse
import Texts

@Suite struct ReuseStreamTests {
  private let shared = """
    Dock workers in Hodeidah unloaded powdered milk under floodlights while drones circled above the \
    silos, and inspectors sealed each container with numbered plastic clips.
    """

  @Test func looksUpWhatAnEarlierReportHolds() {
    var stream = ReuseStream()
    for seed in 0..<20 as Range<UInt64> {
      _ = stream.passages(of: input(randomReport(seed: seed, pieces: 60)))
    }
    let early = SourceText("The port reopened. " + shared + " Nobody was hurt.")
    _ = stream.passages(of: input(early))
    for seed in 20..<40 as Range<UInt64> {
      _ = stream.passages(of: input(randomReport(seed: seed, pieces: 60)))
    }
    let late = SourceText("Aid reached the coast on Thursday, the agency wrote. " + shared)
    let passages = stream.passages(of: input(late))
    #expect(passages.map(\.a.report) == [20])
    #expect(passages.map(\.b.report) == [41])
    #expect(passages.map { late[$0.b.range] + "." } == [shared])
    #expect(passages.map { early[$0.a.range] + "." } == [shared])
  }

  @Test func findsALongReportFromAFlash() {
    var stream = ReuseStream()
    let long = (0..<150).map { "word\($0 * 7919 % 1009)" }.joined(separator: " ")
    _ = stream.passages(of: input(SourceText(long + " " + shared + " " + long)))
    let flash = stream.passages(of: input(SourceText(shared)))
    #expect(flash.map(\.kind) == [.copy])
  }

  @Test func furnitureOfAnOutletIsLearnt() {
    var stream = ReuseStream()
    let tail = """
      Clocktower Post belongs to nine hundred readers, prints beside the flooded mill, carries no \
      horoscopes, lends bicycles to schoolchildren, and answers every handwritten letter.
      """
    var kinds: [Passage.Kind] = []
    for number in 0..<8 {
      let own = (0..<120).map { "n\(number)w\($0)" }.joined(separator: " ")
      let text = SourceText("\(own). \(tail) \(own) end.")
      kinds += stream.passages(of: input(text, outlet: "Clocktower Post")).map(\.kind)
    }
    #expect(kinds.count == 7 && kinds.first == .copy && kinds.last == .boilerplate)
  }
}
