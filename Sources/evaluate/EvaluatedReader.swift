import ArgumentParser
import Encoder
import Knowledge
import Linguistics
import Pipeline
import Platform

/// Which reader is measured: the options that commands share.
struct EvaluatedReader: ParsableArguments {
  @Option(help: "The model; else SYNOPTIC_MODEL, else reader.model where models lie.")
  var model: String?

  @Option(help: "rules or model; the model when there is one.")
  var reader: Kind?

  @Option(help: "The data folder.")
  var data: String?

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case rules, model
  }

  /// The reader; a line on standard error when there is no model.
  func loaded() throws -> Reader {
    let data = try DataFolder.located(named: data)
    let cues = CueLexicon(try data.bytes("lexicon/cues.tsv"))
    return try Stages.reader(cues: cues, model: try chosenModel(), data: data)
  }

  /// The whole path with the reader.
  func pipeline() throws -> Pipeline {
    try Pipeline(data: try DataFolder.located(named: data), model: try chosenModel())
  }

  /// The stages that read one report with the reader.
  func stages() throws -> Stages {
    try Stages(data: try DataFolder.located(named: data), model: try chosenModel())
  }

  private func chosenModel() throws -> EncoderModel? {
    let choice = try ReaderModels.choice(
      reader.map { $0 == .rules ? .rules : .model }, named: model)
    if let message = choice.message { Output.message(message) }
    return choice.model
  }

  /// The tables of the data folder.
  func knowledge() throws -> KnowledgeBase {
    let data = try DataFolder.located(named: data)
    let knowledge = try KnowledgeBase { name throws(FileError) in try data.file(name) }
    if let error = knowledge.actorsError { throw error }
    return knowledge
  }
}
