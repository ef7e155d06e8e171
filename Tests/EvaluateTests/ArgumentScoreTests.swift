import Claims
import Linguistics
import Mentions
import Testing
import Texts

@testable import evaluate

@Suite struct ArgumentScoreTests {
  private typealias Trigger = ArgumentScore.Trigger
  private typealias Argument = ArgumentScore.Argument

  private func score(_ gold: [Trigger], _ found: [Trigger]) -> (String, String) -> [Int] {
    var score = ArgumentScore()
    score.add(gold: gold, found: found)
    let rows = score.rows
    return { setting, role in
      rows.first { $0.setting == setting && $0.role == role && $0.type == "all" }
        .map { [$0.gold, $0.found, $0.same] } ?? []
    }
  }

  private func trigger(
    _ start: Int, _ end: Int, _ types: [String], _ arguments: [Argument] = []
  ) -> Trigger {
    Trigger(range: TextRange(start, end), types: types, arguments: arguments)
  }

  @Test func triggersCountByWordsByPlaceAndByType() {
    let gold = [
      trigger(0, 5, ["ASSAULT"]), trigger(10, 15, ["COERCE"]), trigger(20, 25, ["ASSAULT"]),
    ]
    let found = [
      trigger(0, 5, ["ASSAULT"]), trigger(8, 15, ["ACCUSE"]), trigger(30, 33, ["ASSAULT"]),
      trigger(40, 44, ["ASSAULT"]),
    ]
    let counts = score(gold, found)
    #expect(counts(ArgumentScore.exact, "all") == [3, 4, 1])
    #expect(counts(ArgumentScore.overlapping, "all") == [3, 4, 2])
    #expect(counts(ArgumentScore.typed, "all") == [3, 4, 1])
  }

  @Test func anArgumentNeedsTriggerTypeRoleAndHead() {
    let target = Argument(role: .target, token: 7)
    let gold = [
      trigger(0, 5, ["ASSAULT"], [target, Argument(role: .place, token: 9)]),
      trigger(10, 15, ["COERCE"], [Argument(role: .target, token: 12)]),
      trigger(20, 25, ["ASSAULT"], [Argument(role: .target, token: 14)]),
    ]
    let found = [
      trigger(0, 5, ["ASSAULT"], [target, Argument(role: .target, token: 9)]),
      trigger(10, 15, ["ACCUSE"], [Argument(role: .target, token: 12)]),
    ]
    let counts = score(gold, found)
    #expect(counts(ArgumentScore.endToEnd, "all") == [4, 3, 1])
    #expect(counts(ArgumentScore.endToEnd, "target") == [3, 3, 1])
    #expect(counts(ArgumentScore.endToEnd, "place") == [1, 0, 0])
    // The trigger that only gold has is left out, the one of another type counts.
    #expect(counts(ArgumentScore.given, "all") == [3, 3, 2])
  }

  @Test func chainsJoinWhatTheyMeanAndEachIsUsedOnce() {
    let gold = [Argument(role: .target, token: 1, entity: .actor(4))]
    let found = [
      Argument(role: .target, token: 2, entity: .actor(4)),
      Argument(role: .target, token: 3, entity: .actor(4)),
    ]
    #expect(ArgumentScore.agreeing(gold, found, isJoined: false).isEmpty)
    #expect(ArgumentScore.agreeing(gold, found, isJoined: true).count == 1)
    let unknown = [Argument(role: .target, token: 1)]
    #expect(
      ArgumentScore.agreeing(unknown, [Argument(role: .target, token: 2)], isJoined: true).isEmpty)
    let place = [Argument(role: .target, token: 2, entity: .place(4))]
    #expect(ArgumentScore.agreeing(gold, place, isJoined: true).isEmpty)
  }

  @Test(arguments: [
    ("Conflict.Attack.DetonateExplode", ["ASSAULT"]), ("Life.Die", ["ASSAULT"]),
    ("ArtifactExistence.DamageDestroyDisableDismantle.DisableDefuse", []),
    ("ArtifactExistence.DamageDestroyDisableDismantle", ["ASSAULT"]),
    ("Justice.ReleaseParole.Unspecified", ["RETREAT"]), ("Contact.Contact.Meet", []), ("Life", []),
  ])
  func typesStandForPLOVERs(name: String, types: [String]) {
    #expect(ArgumentScheme.types(of: name) == types)
  }

  @Test func ofRetreatsOnlyReleasesCount() {
    #expect(ArgumentScheme.isInScope(type: "RETREAT", mode: "release"))
    #expect(!ArgumentScheme.isInScope(type: "RETREAT", mode: "withdraw"))
    #expect(!ArgumentScheme.isInScope(type: "AGREE", mode: nil))
  }
}

@Suite struct ArgumentHeadsTests {
  /// `Colonel Ana Ruiz of the navy fell`, with its dependencies.
  private static let text = SourceText("Colonel Ana Ruiz of the navy fell")
  private static let dependencies: [Dependency] = [
    Dependency(head: 6, relation: .nsubj), Dependency(head: 0, relation: .flat),
    Dependency(head: 0, relation: .flat), Dependency(head: 5, relation: .case),
    Dependency(head: 5, relation: .det), Dependency(head: 0, relation: .nmod),
    Dependency(head: nil, relation: .root),
  ]

  private func heads(withDependencies: Bool) -> (ArgumentHeads, Reading) {
    let bare = Reader(cues: CueLexicon([])).reading(
      of: Self.text, title: nil, paragraphs: [Self.text.range])
    let reading = Reading(
      text: bare.text, title: nil, paragraphs: bare.paragraphs, tokens: bare.tokens,
      sentences: bare.sentences, quotations: [], attributions: [],
      dependencies: withDependencies ? Self.dependencies : [])
    return (ArgumentHeads(reading, ReportMentions()), reading)
  }

  private func range(_ words: String) -> TextRange {
    let pattern = Array(words.utf8)
    let start = (0...Self.text.count - pattern.count).first {
      Self.text.bytes[$0...].starts(with: pattern)
    }
    return TextRange(start ?? 0, (start ?? 0) + pattern.count)
  }

  private func head(_ words: String, withDependencies: Bool) -> String? {
    let (heads, reading) = heads(withDependencies: withDependencies)
    return heads.head(of: range(words)).map { Self.text[reading.tokens[$0].range] }
  }

  @Test func pathsGoUpAndThenDown() throws {
    let (heads, _) = heads(withDependencies: true)
    let (colonel, navy, fell) = (0, 5, 6)
    #expect(heads.path(from: range("fell"), to: colonel) == "↓nsubj")
    #expect(heads.path(from: range("fell"), to: navy) == "↓nsubj ↓nmod")
    #expect(heads.path(from: range("navy"), to: fell) == "↑nmod ↑nsubj")
    #expect(heads.path(from: range("the"), to: 3) == "↑det ↓case")
  }

  @Test func wordsOfANameHaveOneHead() {
    #expect(head("Colonel Ana Ruiz of the navy", withDependencies: true) == "Colonel")
    #expect(head("Ana Ruiz", withDependencies: true) == "Colonel")
    #expect(head("Ruiz", withDependencies: true) == "Colonel")
    #expect(head("the navy", withDependencies: true) == "navy")
    #expect(head("the", withDependencies: true) == "the")
  }

  @Test func withoutDependenciesTheLastWordBeforeAPreposition() {
    #expect(head("Colonel Ana Ruiz of the navy", withDependencies: false) == "Ruiz")
    #expect(head("the navy", withDependencies: false) == "navy")
  }
}
