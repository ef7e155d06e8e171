import ArgumentParser
import Knowledge
import Platform
import Texts

/// Writes `actors.tsv`, `nations.tsv` and `forenames.tsv`.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors", abstract: "Write the tables of known actors, countries, given names.")

  @Option(help: "Folder with actors/ (UCDP, Phoenix, factbook, country codes) and names/.")
  var data: String

  @Option(help: "Folder with actors-extra.tsv and nations-extra.tsv; the tables go there too.")
  var lexicon: String

  func run() throws {
    func bytes(_ path: String) throws -> [UInt8] {
      let file = try FileBytes.mapping(path: path)
      return file.bytes(0, file.count)
    }
    let countries = ActorCountries(
      codes: try bytes(data + "/actors/country-codes/data/country-codes.csv"),
      extra: try bytes(lexicon + "/nations-extra.tsv")
    ) { code in
      for folder in ActorCountries.factbookFolders {
        if let found = try? bytes(data + "/actors/factbook/\(folder)/\(code).json") { return found }
      }
      return nil
    }
    try writeAtomically(countries.table, to: lexicon + "/nations.tsv")
    var list = ActorList(extra: try bytes(lexicon + "/actors-extra.tsv"))
    list.addUCDP(try bytes(data + "/actors/ucdp-actor-221.csv"), countries: countries)
    list.addPhoenix(
      try bytes(data + "/actors/Phoenix.MilNonState.actors.txt"), prefix: "phx-n",
      kind: "armed-group", countries: countries)
    list.addPhoenix(
      try bytes(data + "/actors/Phoenix.International.actors.txt"), prefix: "phx-i",
      kind: "international", countries: countries)
    try writeAtomically(list.table, to: lexicon + "/actors.tsv")
    let names = ForenameList(
      try bytes(data + "/names/common-forenames-by-country.csv"),
      extra: try bytes(lexicon + "/forenames-extra.tsv"))
    try writeAtomically(names.table, to: lexicon + "/forenames.tsv")
  }
}
