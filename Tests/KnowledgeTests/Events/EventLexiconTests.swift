import Testing
import Texts

@testable import Knowledge

private let lexicon = EventLexicon(
  Array(
    """
    # words kind type mode strength irregular
    stab\tharm\tASSAULT\t-\t3
    deny\tverb\tREJECT\t-\t2
    hit\tverb\tASSAULT\t-\t1
    open fire\tverb\tASSAULT\tfirearms\t3
    sexually assault\tverb\tASSAULT\tsexual\t3
    shoot\tverb\tASSAULT\tfirearms\t2\tshot
    air-strike\tnoun\tASSAULT\taerial\t3
    crisis\tnoun\tASSAULT\t-\t1\tcrises
    ambush\tnoun\tASSAULT\t-\t3
    ambush\tverb\tASSAULT\t-\t3
    seize\tverb\tSEIZE\t-\t2
    die\tverb\tASSAULT\t-\t1
    hit parade\tidiom\t-\t-\t3
    broken row

    """.utf8))

private func forms(_ phrase: String) -> [String] {
  let words = phrase.split(separator: " ").map { Word(folding: $0) }
  return lexicon.matches(at: 0, in: words).map { "\($0.entry.words) \($0.form) \($0.count)" }
}

@Suite struct EventLexiconTests {
  @Test(arguments: [
    ("stabs", ["stab third 1"]), ("stabbed", ["stab past 1"]), ("stabbing", ["stab gerund 1"]),
    ("denies", ["deny third 1"]), ("denied", ["deny past 1"]), ("denyed", []),
    ("hit", ["hit past 1"]), ("hitting", ["hit gerund 1"]), ("hitted", []),
    ("opened fire", ["open fire past 2"]), ("opened the", []),
    ("sexually assaulted", ["sexually assault past 2"]), ("sexually", []),
    ("shot", ["shoot past 1"]), ("shooted", []), ("shoots", ["shoot third 1"]),
    ("air strikes", ["air-strike plural 2"]), ("crises", ["crisis plural 1"]),
    ("ambushes", ["ambush plural 1", "ambush third 1"]),
    ("seized", ["seize past 1"]), ("seizing", ["seize gerund 1"]), ("dying", ["die gerund 1"]),
    ("broken row", []), ("hit parade", ["hit parade singular 2"]),
  ])
  func knowsEveryForm(phrase: String, expected: [String]) {
    #expect(forms(phrase) == expected)
  }

  @Test func splitsTablesWhateverTheirLineEnds() {
    let table = TSV(Array("# a\tb\n\none\ttwo\t\r\n\t\nthree\n#end\nfour\t".utf8))
    #expect(table.rows == [["one", "two", ""], ["", ""], ["three"], ["four", ""]])
    #expect(TSV([]).rows.isEmpty && TSV(Array("# only".utf8)).rows.isEmpty)
    #expect(TSV(Array("\r\n\n".utf8)).rows.isEmpty)
  }
}
