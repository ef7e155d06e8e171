import ArgumentParser

/// Figures of accuracy on corpora: each subcommand takes the paths of corpus files and prints a
/// table, or JSON with `--json`.
@main struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measures parts of Synoptic on corpus files.",
    subcommands: [
      ActorsCommand.self,
      AliasesCommand.self,
      ArgumentsCommand.self,
      AttributionsCommand.self,
      CaseEventsCommand.self,
      CoreferenceCommand.self,
      EventsCommand.self,
      FiguresCommand.self,
      IncidentsCommand.self,
      LineageCommand.self,
      NamesCommand.self,
      ParaphraseCommand.self,
      ParsesCommand.self,
      PlacesCommand.self,
      ReuseCommand.self,
      RewritingsCommand.self,
      SegmentsCommand.self,
      SentencesCommand.self,
      TimeSpecsCommand.self,
      TimesCommand.self,
      TokensCommand.self,
      TollsCommand.self,
      VectorsCommand.self,
      WindowVectorsCommand.self,
      WordPiecesCommand.self,
    ])
}
