import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func theFirstDifferenceIsShownWithItsLine() {
    #expect(firstDifference("a\nb\nc\n", "a\nb\nc\n") == nil)
    #expect(firstDifference("a\nb\nc", "a\nx\nc", lines: 1) == "line 2 of 3, now 3:\n- b\n+ x")
    #expect(firstDifference("a", "a\nb") == "line 2 of 1, now 2:\n\n+ b")
    // Equal as Swift strings, not as bytes.
    #expect(firstDifference("e\u{301}", "é") != nil)
  }
}
