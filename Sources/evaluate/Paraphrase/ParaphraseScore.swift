import TextReuse
import Texts

/// Figures of rewritten text in stories of a report, what it was made from, and unrelated ones.
struct ParaphraseScore: Encodable, Equatable {
  /// What is known of reports made in one way.
  struct Rewritten: Encodable, Equatable {
    var stories = 0
    /// Characters that were taken from another report.
    var copied = 0
    /// Those found by words, and those found only by what sentences say.
    var byWords = 0
    var rewritten = 0
    /// Rewritten ones that are aligned with the sentence they were made from.
    var rightPlace = 0
    /// Characters of the report's own, of quotes and of furniture called rewritten.
    var ownCalled = 0
    /// Pairs with a report it was made from; found: 16 words and more of it.
    var pairs = 0
    var pairsByWords = 0
    var pairsFound = 0
  }

  /// What is found between reports that share no article.
  struct Unrelated: Encodable, Equatable {
    var pairs = 0
    var pairsCalled = 0
    var characters = 0
    var charactersCalled = 0
  }

  var made: [String: Rewritten] = [:]
  var unrelated = Unrelated()
  /// Seconds that reading the reports took, and comparing their sentences, story by story.
  var reading = 0.0
  var comparing = 0.0

  /// Of 16 words, at 6.1 characters a word.
  private static let pairCharacters = 98

  /// A story: the report in question, what it was made from, and others.
  struct Story {
    /// Which of the reports is the one in question.
    let target: Int
    let reports: [ReadReport]
    let truth: [StoryTruth]
    let roots: [Set<String>]

    func areRelated(_ a: Int, _ b: Int) -> Bool {
      !roots[a].isDisjoint(with: roots[b])
    }
  }

  /// Adds what was found in a story by words alone, and with what sentences say.
  mutating func add(_ story: Story, byWords: ReuseResult, full: ReuseResult) {
    addUnrelated(story, full)
    let truth = story.truth[story.target]
    var score = made[truth.op] ?? Rewritten()
    defer { made[truth.op] = score }
    score.stories += 1
    let words = story.sides(byWords.passages.filter { $0.kind == .copy || $0.kind == .version })
    let rewritings = story.sides(full.rewritings)
    var isCopied = [Bool](repeating: false, count: truth.segs.last?.e ?? 0)
    for side in words {
      for place in side.own where place < isCopied.count { isCopied[place] = true }
    }
    var isRewritten = isCopied.map { _ in false }
    var isRight = isRewritten
    for side in rewritings {
      let sources = story.truth[side.member].segs.filter {
        side.other.overlaps($0.b..<$0.e)
      }
      for segment in truth.segs where side.own.overlaps(segment.b..<segment.e) {
        let isPlace = sources.contains { $0.root == segment.root && $0.s == segment.s }
        for place in side.own.clamped(to: segment.b..<segment.e) {
          isRewritten[place] = true
          if isPlace { isRight[place] = true }
        }
      }
    }
    for segment in truth.segs {
      for place in segment.b..<segment.e {
        guard segment.kind == "copied" else {
          if isRewritten[place] { score.ownCalled += 1 }
          continue
        }
        score.copied += 1
        if isCopied[place] {
          score.byWords += 1
        } else if isRewritten[place] {
          score.rewritten += 1
          if isRight[place] { score.rightPlace += 1 }
        }
      }
    }
    for parent in truth.parents {
      guard let member = story.truth.firstIndex(where: { $0.id == parent }) else {
        continue
      }
      let exact = words.filter { $0.member == member }.reduce(0) { $0 + $1.own.count }
      let all = rewritings.filter { $0.member == member }.reduce(exact) { $0 + $1.own.count }
      score.pairs += 1
      if exact >= Self.pairCharacters { score.pairsByWords += 1 }
      if all >= Self.pairCharacters { score.pairsFound += 1 }
    }
  }

  private mutating func addUnrelated(_ story: Story, _ full: ReuseResult) {
    for a in story.reports.indices {
      for b in story.reports.indices where b > a && !story.areRelated(a, b) {
        unrelated.pairs += 1
        unrelated.characters += min(story.length(a), story.length(b))
        let called = full.rewritings.filter { $0.a.report == a && $0.b.report == b }
        guard !called.isEmpty else { continue }
        unrelated.pairsCalled += 1
        unrelated.charactersCalled += called.reduce(0) {
          $0
            + min(
              story.reports[a].characters($1.a).count,
              story.reports[b].characters($1.b).count)
        }
      }
    }
  }
}

extension ParaphraseScore.Story {
  /// A passage seen from the report in question.
  struct SeenPassage {
    let own: Range<Int>
    let member: Int
    let other: Range<Int>
  }

  /// The passages that the report in question shares with those it is made from or made with.
  func sides(_ passages: [Passage]) -> [SeenPassage] {
    passages.flatMap { passage in
      [(passage.a, passage.b), (passage.b, passage.a)].compactMap { side, other in
        guard side.report == target, areRelated(target, other.report) else { return nil }
        return SeenPassage(
          own: reports[target].characters(side), member: other.report,
          other: reports[other.report].characters(other))
      }
    }
  }

  /// The characters of a member.
  func length(_ member: Int) -> Int { truth[member].segs.last?.e ?? 0 }
}
