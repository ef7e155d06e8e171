import ArgumentParser

@main struct Main: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "CompileKnowledge", abstract: "Write the tables of Data/ from their sources.",
    subcommands: [ActorsCommand.self, PlacesCommand.self, BordersCommand.self])
}
