import ArgumentParser
import Pipeline
import Platform

/// What reads the reports: the options that all commands share which read any.
struct ReaderOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The model that reads; else SYNOPTIC_MODEL, else reader.model where models lie.",
      valueName: "file"))
  var model: String?

  @Option(name: .long, help: "rules or model; the model when there is one.")
  var reader: Kind?

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case rules, model
  }

  func validate() throws {
    if reader == .rules, model != nil {
      throw ValidationError("--model has no use with --reader rules")
    }
  }

  /// The pipeline with the reader that is asked for; says so when there is no model.
  func pipeline(data: String?) throws(FileError) -> Pipeline {
    let choice = try ReaderModels.choice(
      reader.map { $0 == .rules ? .rules : .model }, named: model)
    if let message = choice.message { Output.message(message) }
    return try Pipeline(data: try DataFolder.located(named: data), model: choice.model)
  }
}
