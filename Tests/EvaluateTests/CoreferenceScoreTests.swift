import Testing

@testable import evaluate

/// Figures that the papers of the measures work out by hand, and cases that can be.
struct CoreferenceScoreTests {
  private func score(gold: [Set<Int>], found: [Set<Int>]) -> CoreferenceScore {
    var score = CoreferenceScore()
    score.add(gold: gold, found: found)
    return score
  }

  @Test func sameChainsAreRight() {
    let chains: [Set<Int>] = [[1, 2, 3], [4, 5]]
    let same = score(gold: chains, found: chains)
    #expect(same.muc.f1 == 1)
    #expect(same.bCubed.f1 == 1)
    #expect(same.ceaf.f1 == 1)
    #expect(same.conll == 1)
  }

  /// Two of three chains joined: the example of Bagga and Baldwin (1998), figure 2.
  @Test func joinedChains() {
    let gold: [Set<Int>] = [[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]]
    let small = score(gold: gold, found: [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]])
    #expect(abs(small.bCubed.precision - 16.0 / 21) < 1e-12)
    #expect(small.bCubed.recall == 1)
    #expect(small.muc.precision == 0.9)
    #expect(small.muc.recall == 1)
    let large = score(gold: gold, found: [[1, 2, 3, 4, 5, 8, 9, 10, 11, 12], [6, 7]])
    #expect(abs(large.bCubed.precision - 7.0 / 12) < 1e-12)
    #expect(large.muc.precision == 0.9)
  }

  @Test func everyChainIsAlignedOnce() {
    let result = score(gold: [[1, 2, 3], [4, 5, 6]], found: [[1, 2], [3, 4, 5, 6]])
    // 2·2/5 and 2·3/7, over two chains on each side.
    #expect(abs(result.ceaf.f1 - (0.8 + 6.0 / 7) / 2) < 1e-12)
  }

  @Test func mentionsOfOneSideCountAgainstIt() {
    let result = score(gold: [[1, 2]], found: [[1, 2, 3]])
    #expect(abs(result.bCubed.precision - 4.0 / 9) < 1e-12)
    #expect(result.bCubed.recall == 1)
    #expect(abs(result.mentions.precision - 2.0 / 3) < 1e-12)
  }

  @Test func theBestAssignmentIsFound() {
    #expect(Assignment.best([[1, 5], [4, 6]]) == 9)
    #expect(Assignment.best([[7, 5, 11], [5, 4, 1], [9, 3, 2]]) == 24)
    #expect(Assignment.best([[1, 2, 3]]) == 3)
    #expect(Assignment.best([[1], [2], [3]]) == 3)
    #expect(Assignment.best([]) == 0)
  }

  @Test func entitiesOfATreebankAreRead() {
    let bank = Treebank(
      bytes: Array(
        """
        # newdoc id = GUM_news_tale
        # newpar
        1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\tEntity=(3-organization-new
        2\tunion\tunion\tNOUN\t_\t_\t5\tnsubj\t_\t_
        3\tof\tof\tADP\t_\t_\t4\tcase\t_\t_
        4\tLima\tLima\tPROPN\t_\t_\t2\tnmod\t_\tEntity=(4-place-new)3)
        5\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\t_
        6\tit\tit\tPRON\t_\t_\t5\tobj\t_\tEntity=(3-organization-giv)

        """.utf8))
    #expect(bank.documents[0].entityChains == [[3..<4], [0..<4, 5..<6]])
  }
}
