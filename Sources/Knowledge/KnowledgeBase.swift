public import Texts

/// Every table the program knows, loaded once and then only read.
public struct KnowledgeBase: Sendable {
  /// Known actors; none when their table cannot be read.
  public let actors: ActorTable
  /// Why the table of actors cannot be read; nil when it can.
  public let actorsError: TableError?
  /// What speaks for two phrases meaning one, and how much.
  public let coreferenceWeights: CoreferenceWeights
  /// Borders and coasts of countries; nil when their table cannot be read.
  public let borders: BorderTable?
  /// Words that tell of events.
  public let events: EventLexicon
  /// Short forms of divisions.
  public let areaForms: AreaForms
  /// Places and areas; nil when its table cannot be read.
  public let gazetteer: Gazetteer?
  /// Words for harm to people.
  public let harm: HarmLexicon
  /// Countries: names, demonyms, capitals.
  public let nations: NationTable
  /// What speaks for a candidate place, and how much.
  public let placeWeights: PlaceWeights
  /// Nouns for people.
  public let roles: RoleLexicon
  /// Nouns for buildings, vehicles and gatherings.
  public let sites: SiteLexicon

  /// Creates the tables from the files of the data folder.
  ///
  /// `file` gives the bytes of a file named relative to that folder, as in
  /// `lexicon/roles.tsv`; what it throws is thrown on.
  public init<Failure: Error>(file: (String) throws(Failure) -> FileBytes) throws(Failure) {
    func bytes(_ name: String) throws(Failure) -> [UInt8] {
      let bytes = try file(name)
      return bytes.bytes(0, bytes.count)
    }
    let lists = ActorLists(
      nations: try bytes("lexicon/nations.tsv"),
      institutions: try bytes("lexicon/institutions.tsv"),
      nouns: try bytes("lexicon/actor-nouns.tsv"))
    (actors, actorsError) = ActorTable.whole(try file(ActorTable.fileName), lists: lists)
    coreferenceWeights = CoreferenceWeights(
      TSV(try bytes("lexicon/coreference-weights.tsv")))
    borders = try? BorderTable(try file("borders.table"))
    events = EventLexicon(try bytes("lexicon/events.tsv"))
    areaForms = AreaForms(TSV(try bytes("lexicon/areas-extra.tsv")))
    gazetteer = try? Gazetteer(try file("places.table"))
    harm = HarmLexicon(TSV(try bytes("lexicon/harm.tsv")))
    nations = NationTable(TSV(try bytes("lexicon/nations.tsv")))
    placeWeights = PlaceWeights(TSV(try bytes("lexicon/place-weights.tsv")))
    roles = RoleLexicon(TSV(try bytes("lexicon/roles.tsv")))
    sites = SiteLexicon(TSV(try bytes("lexicon/sites.tsv")))
  }
}
