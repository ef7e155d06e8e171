import Testing

@testable import Linguistics

@Suite struct ContentClaimsTests {
  private func settled(_ found: [RoleDecoder.Found]) -> [[Range<Int>]] {
    var found = found
    ContentClaims.settle(&found)
    return found.map(\.pieces)
  }

  private func found(_ cue: Range<Int>, _ pieces: [(Range<Int>, Float)]) -> RoleDecoder.Found {
    RoleDecoder.Found(cue: cue, pieces: pieces.map(\.0), gains: pieces.map(\.1))
  }

  @Test func aContentGoesToTheCueThatIsSurer() {
    let claims = [found(3..<4, [(4..<9, 8)]), found(12..<13, [(4..<9, 2), (13..<20, 7)])]
    #expect(settled(claims) == [[4..<9], [13..<20]])
    #expect(settled(claims.reversed()) == [[13..<20], [4..<9]])
  }

  @Test func anInnerAttributionSharesTheWordsOfTheOuter() {
    let claims = [found(1..<2, [(2..<12, 6)]), found(4..<5, [(5..<12, 9)])]
    #expect(settled(claims) == [[2..<12], [5..<12]])
  }

  @Test func scrapsAreLeftOutUnlessTheyAreAll() {
    #expect(settled([found(5..<6, [(0..<2, 0.2), (6..<12, 5)])]) == [[6..<12]])
    #expect(settled([found(5..<6, [(6..<8, 0.2)]), found(9..<10, [(10..<12, 4)])])[0] == [6..<8])
  }

  @Test func equalsGoToTheFirstCue() {
    let claims = [found(3..<4, [(4..<9, 5)]), found(12..<13, [(4..<9, 5)])]
    #expect(settled(claims) == [[4..<9], []])
  }
}
