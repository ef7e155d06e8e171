import Linguistics
import Testing
import Texts

@testable import evaluate

/// Two sentences; the surface token "don't" comes apart, and "cannae" is written otherwise.
private let treebank = """
  # newdoc id = tale-1
  # newpar
  # sent_id = 1
  1\tBirds\tbird\tNOUN\t_\t_\t4\tnsubj\t_\t_
  2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
  2\tdo\tdo\tAUX\t_\t_\t4\taux\t_\t_
  3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
  4\tswim\tswim\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
  4.1\tghost\tghost\tVERB\t_\t_\t_\t_\t_\t_
  5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

  # newpar
  # sent_id = 2
  1-2\tcannae\t_\t_\t_\t_\t_\t_\t_\t_
  1\tcan\tcan\tAUX\t_\t_\t3\taux\t_\t_
  2\tnot\tnot\tPART\t_\t_\t3\tadvmod\t_\t_
  3\tgo\t_\tVERB\t_\t_\t0\troot\t_\t_


  """

/// A reading of a text with what a parser might say, a row a token: lemma, tag, head, relation.
private func reading(
  _ text: String, _ sentences: [[(form: String, String, PartOfSpeech, Int, Relation)]]
) -> Reading {
  let source = SourceText(text)
  var ranges: [TextRange] = []
  var offset = 0
  for row in sentences.joined() {
    let form = Array(row.form.utf8)
    while !source.bytes[offset...].starts(with: form) { offset += 1 }
    ranges.append(TextRange(offset, offset + form.count))
    offset += form.count
  }
  var lemmas = Lemmas()
  var tags: [PartOfSpeech] = []
  var dependencies: [Dependency] = []
  var runs: [Range<Int>] = []
  for sentence in sentences {
    let first = tags.count
    for row in sentence {
      lemmas.append(Array(row.1.utf8))
      tags.append(row.2)
      dependencies.append(
        Dependency(head: row.3 == 0 ? nil : first + row.3 - 1, relation: row.4))
    }
    runs.append(first..<tags.count)
  }
  let bare = Reader(cues: CueLexicon([])).reading(
    of: source, title: nil, paragraphs: [source.range], tokens: ranges, sentences: runs)
  return Reading(
    text: source, title: nil, paragraphs: [source.range], tokens: bare.tokens,
    sentences: bare.sentences, quotations: [], attributions: [], tags: tags, lemmas: lemmas,
    dependencies: dependencies)
}

@Suite struct ParseScoreTests {
  private let document = Treebank(bytes: Array(treebank.utf8)).documents[0]

  @Test func aTreebankBecomesATextAgain() {
    #expect(String(decoding: document.bytes, as: UTF8.self) == "Birds don't swim. \ncannae go ")
    #expect(document.genre == "tale" && document.paragraphs.count == 2)
    #expect(document.words.map(\.head) == [3, 3, 3, nil, 3, 7, 7, nil])
    #expect(document.placedWords == [0, 1, 2, 3, 4, 5, 7])
    #expect(document.sentences == [0..<5, 5..<8])
  }

  @Test func paragraphsAreTextsOfTheirOwn() {
    let paragraphs = Treebank(bytes: Array(treebank.utf8)).paragraphs
    #expect(
      paragraphs.map { String(decoding: $0.bytes, as: UTF8.self) } == [
        "Birds don't swim. ", "cannae go ",
      ])
    #expect(paragraphs[1].words == [TextRange(0, 6), TextRange(7, 9)])
    #expect(paragraphs[1].sentences == [TextRange(0, 9)])
  }

  @Test func countsWordsHeadsAndRelations() {
    // Wrong: the tag of "Birds", the relation of "do" (save its subtype), the head of ".".
    let found = reading(
      "Birds don't swim. \ncannae go ",
      [
        [
          ("Birds", "bird", .verb, 4, .nsubj), ("do", "do", .auxiliary, 4, .auxPass),
          ("n't", "not", .particle, 4, .advmod), ("swim", "swimming", .verb, 0, .root),
          (".", ".", .punctuation, 1, .punct),
        ],
        [("cannae", "can", .auxiliary, 2, .aux), ("go", "anything", .verb, 0, .root)],
      ])
    var score = ParseScore()
    score.add(document, found)
    func counts(_ part: Agreement) -> [Int] { [part.gold, part.found, part.same] }
    #expect(counts(score.words) == [8, 7, 7])
    #expect(counts(score.sentences) == [2, 2, 2])
    #expect(counts(score.tags) == [8, 7, 6])
    #expect(counts(score.heads) == [8, 7, 6])
    #expect(counts(score.arcs) == [8, 7, 6])
    #expect(counts(score.subtypes) == [8, 7, 5])
    // "go" has no lemma in the treebank, so any will do.
    #expect(counts(score.lemmas) == [8, 7, 6])
  }

  @Test func anArcToAWordThatIsWrittenOtherwiseIsWrong() {
    // "swim." is one token here: its dependents have another head than the treebank's.
    let found = reading(
      "Birds don't swim. \ncannae go ",
      [
        [
          ("Birds", "bird", .noun, 4, .nsubj), ("do", "do", .auxiliary, 4, .aux),
          ("n't", "not", .particle, 4, .advmod), ("swim.", "swim", .verb, 0, .root),
          ("cannae", "can", .auxiliary, 6, .aux), ("go", "go", .verb, 4, .parataxis),
        ]
      ])
    var score = ParseScore()
    score.add(document, found)
    #expect(score.words.same == 5 && score.tags.same == 5)
    #expect(score.heads.same == 1 && score.arcs.same == 1)
    #expect(score.sentences.same == 0 && score.sentences.found == 1)
    #expect(score.arcs.f1 == 2.0 / 14)
  }

  @Test func rulesFindWordsAndNoTrees() throws {
    let reader = Reader(cues: CueLexicon([]))
    var score = ParseScore()
    let given = try #require(ParsesCommand.reading(of: document, by: reader, raw: false))
    score.add(document, given)
    #expect(score.words.same == 7 && score.sentences.f1 == 1 && score.heads.same == 0)
    let raw = try #require(ParsesCommand.reading(of: document, by: reader, raw: true))
    #expect(raw.sentences.map(\.paragraph) == [0, 1])
  }

  @Test func sumsOverDocuments() {
    var one = ParseScore()
    one.tags.add(gold: 10, found: 8, same: 4)
    var both = one
    both.add(one)
    #expect(both.tags.gold == 20 && both.tags.found == 16 && both.tags.same == 8)
    #expect(both.tags.f1 == one.tags.f1)
  }
}
