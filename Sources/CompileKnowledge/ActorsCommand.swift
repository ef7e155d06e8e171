import ArgumentParser
import Knowledge
import Platform
import Texts

/// Writes `actors.table` and `nations.tsv`.
struct ActorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actors",
    abstract: "Write the table of known actors and given names, and the list of countries.")

  @Option(help: "Folder with actors/ (UCDP, Phoenix, factbook, country codes) and names/.")
  var data: String

  @Option(help: "Folder with the project's own lists (*-extra.tsv); nations.tsv goes there too.")
  var lexicon: String

  @Option(help: "The table to write.")
  var output: String

  func run() throws {
    func bytes(_ path: String) throws -> [UInt8] {
      let file = try FileBytes.mapping(path: path)
      return file.bytes(0, file.count)
    }
    func page(_ code: String) -> [UInt8]? {
      for folder in ActorCountries.factbookFolders {
        if let found = try? bytes(data + "/actors/factbook/\(folder)/\(code).json") { return found }
      }
      return nil
    }
    let countries = ActorCountries(
      codes: try bytes(data + "/actors/country-codes/data/country-codes.csv"),
      extra: try bytes(lexicon + "/nations-extra.tsv"), factbook: page)
    try writeAtomically(countries.table, to: lexicon + "/nations.tsv")
    var list = try ActorList(extra: try bytes(lexicon + "/actors-extra.tsv"))
    list.addUCDP(try bytes(data + "/actors/ucdp-actor-221.csv"), countries: countries)
    list.addPhoenix(
      try bytes(data + "/actors/Phoenix.MilNonState.actors.txt"), prefix: "phx-n",
      kind: "armed-group", countries: countries)
    list.addPhoenix(
      try bytes(data + "/actors/Phoenix.International.actors.txt"), prefix: "phx-i",
      kind: "international", countries: countries)
    list.addService(
      try bytes(data + "/actors/Phoenix.Countries.actors.txt"), countries: countries)
    var states = try ActorLinks(extra: try bytes(lexicon + "/memberships-extra.tsv"))
    for (country, code) in countries.pages {
      if let page = page(code) { states.add(page: page, country: country, list: list) }
    }
    list.add(states.links)
    let names = ForenameList(
      try bytes(data + "/names/common-forenames-by-country.csv"),
      extra: try bytes(lexicon + "/forenames-extra.tsv"))
    var writer = ActorTableWriter()
    let rows = list.written
    let links = list.memberships
    let table = writer.table(rows: rows, links: links, forenames: names.sorted)
    try writeAtomically(table, to: output)
    let groups = list.groupsFound
    print("\(groups.found) of \(groups.all) groups of UCDP Actor have a row")
    print("\(rows.count) actors, \(links.count) memberships, \(table.count) bytes")
  }
}
