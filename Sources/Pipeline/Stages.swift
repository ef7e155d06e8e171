public import Claims
public import Encoder
import Knowledge
public import Linguistics
public import Mentions
public import Platform
public import Texts

/// The stages that read one report, loaded with their tables and lexicons.
public struct Stages: Sendable {
  /// Tokens, sentences, quotations, attributions; with a model also parts of speech, lemmas,
  /// dependencies, names and vectors.
  public let reader: Reader
  /// What reads: the model's name, or `rules`.
  public let readerName: String
  /// Actors, places, times, quantities.
  public let mentionFinder: MentionFinder
  /// Claims, tolls, events.
  public let claimReader: ClaimReader
  let knowledge: KnowledgeBase

  /// Loads the tables and lexicons of `data`; reports are read with `model`, by rules when there
  /// is none.
  ///
  /// - Throws: `FileError` that names the file: a table is missing or broken, or the model lacks
  ///   what reading needs.
  public init(data: DataFolder, model: EncoderModel? = nil) throws(FileError) {
    try Self.checkBorders(of: data)
    knowledge = try Self.tables(of: data)
    let cues = CueLexicon(try data.bytes("lexicon/cues.tsv"))
    reader = try Self.reader(cues: cues, model: model, data: data)
    readerName = model.map(ReaderModels.name) ?? "rules"
    mentionFinder = MentionFinder(knowledge: knowledge)
    claimReader = ClaimReader(
      knowledge: knowledge,
      attributed: AttributedClaims(
        cues: cues,
        wording: ClaimWording(
          hedges: try data.bytes("lexicon/hedges.tsv"),
          stances: try data.bytes("lexicon/stances.tsv"))))
  }

  /// Every table, all of them whole.
  private static func tables(of data: DataFolder) throws(FileError) -> KnowledgeBase {
    func unreadable(_ name: String, _ message: String) -> FileError {
      FileError(
        code: .unreadable, path: data.path + "/" + name, message: data.path + "/" + message)
    }
    do {
      _ = try Gazetteer(try data.file("places.table"))
    } catch let error as GazetteerError {
      throw unreadable("places.table", "places.table: " + error.message)
    } catch let error as FileError {
      throw error
    } catch {}
    let knowledge = try KnowledgeBase { name throws(FileError) in try data.file(name) }
    if let error = knowledge.actorsError { throw unreadable(error.name, error.message) }
    return knowledge
  }

  /// The table of borders may be absent; a damaged one is no table to go on with.
  private static func checkBorders(of data: DataFolder) throws(FileError) {
    do {
      _ = try BorderTable(try data.file("borders.table"))
    } catch let error as BorderTableError {
      throw FileError(
        code: .unreadable, path: data.path + "/borders.table",
        message: "\(data.path)/borders.table: \(error.message)")
    } catch let error as FileError where error.code != .missing {
      throw error
    } catch {}
  }

  /// A reader with a model, or one by rules.
  public static func reader(
    cues: CueLexicon, model: EncoderModel?, data: DataFolder, instructions: Instructions = .best
  ) throws(FileError) -> Reader {
    guard let model else { return Reader(cues: cues) }
    let lemmas = LemmaTable(try data.bytes("lexicon/lemmas.tsv"))
    do {
      return try Reader(cues: cues, lemmas: lemmas, model: model, instructions: instructions)
    } catch {
      throw FileError(code: .unfitModel, path: error.path, message: "\(error)")
    }
  }

  /// What one report says: its layers, mentions and claims.
  public struct Result: Sendable {
    /// The linguistic layers.
    public let reading: Reading
    /// What it speaks of.
    public let mentions: ReportMentions
    /// Who says what.
    public let claims: ReportClaims
  }

  /// Reads one report; the headline, when there is one, is not among `paragraphs`.
  public func result(
    for text: SourceText, title: TextRange?, paragraphs: [TextRange], published: CalendarDate?
  ) -> Result {
    let reading = reader.reading(
      of: text, title: title, paragraphs: (title.map { [$0] } ?? []) + paragraphs)
    var mentions = mentionFinder.mentions(in: reading, published: published)
    let claims = claimReader.claims(in: reading, mentions: &mentions, published: published)
    return Result(reading: reading, mentions: mentions, claims: claims)
  }
}
