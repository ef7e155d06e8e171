import Dossiers
import Encoder
import Foundation
import Linguistics
import Pipeline
import Platform
import TestSupport
import Testing
import Texts

extension Tag {
  /// Needs the trained reader in `Models/`.
  @Tag static var model: Self
}

/// The reader's own model, on words of our making.
///
/// Nothing here asks for a particular score: that is what `Evaluation/reader.md` is for.
@Suite(.tags(.model), .enabled(if: FileManager.default.fileExists(atPath: readerModel)))
struct TrainedReaderTests {
  @Test func plainSentencesAreReadRightly() throws {
    let text = SourceText(
      "Ferry sinks off Zanzibar\nAt least nine people drowned on Sunday, police chief Juma Ali said. "
        + "\"We warned the owner twice,\" he told reporters in Stone Town.")
    let reading = try reader().reading(
      of: text, title: TextRange(0, 24), paragraphs: [TextRange(0, 24), TextRange(25, text.count)])
    #expect(reading.sentences.count == 3)
    func words(_ range: TextRange?) -> String? { range.map { text[$0] } }
    let said = try #require(reading.attributions.first { words($0.cue) == "said" })
    #expect(words(said.source) == "police chief Juma Ali")
    #expect(said.content.map { text[$0] } == ["At least nine people drowned on Sunday"])
    let told = try #require(reading.attributions.first { words($0.cue) == "told" })
    #expect(words(told.source) == "he")
    #expect(told.content.map { text[$0] } == ["We warned the owner twice"])
    #expect(told.form == .direct)
    let names = Set(reading.names.map { "\(text[$0.range]) \($0.kind.name)" })
    #expect(names.isSuperset(of: ["Zanzibar Location", "Juma Ali Person", "Stone Town Location"]))
    let drowned = try #require(reading.tokens.firstIndex { text[$0.range] == "drowned" })
    #expect(reading.tags[drowned] == .verb)
    #expect(reading.lemmas[drowned] == "drown")
    let people = try #require(reading.tokens.firstIndex { text[$0.range] == "people" })
    #expect(reading.dependencies[people] == Dependency(head: drowned, relation: .nsubj))
  }

  @Test func theReadingIsTheSameOnEveryPath() throws {
    let text = SourceText(
      "The ministry denied on Friday that its drones had hit the clinic in Nyala.")
    let readings = try Instructions.all.map { instructions in
      try reader(instructions).reading(of: text, title: nil, paragraphs: [text.range])
    }
    for reading in readings {
      #expect(reading.dependencies == readings[0].dependencies)
      #expect(reading.attributions == readings[0].attributions)
      #expect(reading.vectors == readings[0].vectors)
    }
  }

  @Test func theExampleVerifiesAndThreadsChangeNothing() async throws {
    let folder = checkout("Examples/2024-03-10-aderbissinat")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".txt") }.sorted().map { Pipeline.Request(path: "\(folder)/\($0)") }
    let pipeline = try Pipeline(data: DataFolder(path: checkout("Data")), model: model())
    let one = await pipeline.outcome(of: files, threads: 1)
    let four = await pipeline.outcome(of: files, threads: 4)
    #expect(try jsonText(one.dossier) == jsonText(four.dossier))
    #expect(one.dossier.tool.model.hasPrefix("synoptic-reader"))
    #expect(one.dossier.claims.count > 20)
    let reports = one.dossier.reports.map { report in
      Verifier.ReportFile.read(
        text: one.texts[report.id] ?? SourceText(""), sha256: report.sha256)
    }
    let verification = Verifier(hash: { sha256Hex($0) }).verification(
      of: one.dossier, files: reports)
    #expect(verification.findings == [])
  }

  private func model() throws -> EncoderModel {
    try EncoderModel(FileBytes.mapping(path: readerModel), path: readerModel)
  }

  private func reader(_ instructions: Instructions = .best) throws -> Reader {
    try Reader(
      cues: CueLexicon(contents(of: "Data/lexicon/cues.tsv")),
      lemmas: LemmaTable(contents(of: "Data/lexicon/lemmas.tsv")), model: model(),
      instructions: instructions)
  }
}

private let readerModel = checkout("Models/reader.model")
