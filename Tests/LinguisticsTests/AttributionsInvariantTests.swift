import Linguistics
import TestSupport
import Testing
import Texts

@Suite struct AttributionsInvariantTests {
  @Test(arguments: 0..<60)
  func survivesRandomText(seed: UInt64) {
    let text = randomReport(seed: seed, pieces: 300)
    let first = reading(text, hasTitle: seed % 3 == 0)
    let second = reading(text, hasTitle: seed % 3 == 0)
    #expect(first.attributions == second.attributions)
    var last = 0
    for (index, attribution) in first.attributions.enumerated() {
      let parts = [attribution.source, attribution.cue].compactMap(\.self) + attribution.content
      for part in parts {
        #expect(!part.isEmpty && part.end <= text.count)
        #expect(text.isScalarBoundary(part.start) && text.isScalarBoundary(part.end))
      }
      let sorted = parts.sorted()
      for (one, next) in zip(sorted, sorted.dropFirst()) { #expect(one.end <= next.start) }
      #expect(!attribution.content.isEmpty && attribution.content == attribution.content.sorted())
      let start = sorted.first?.start ?? 0
      #expect(start >= last)
      last = start
      if let parent = attribution.parent {
        #expect(parent != index && first.attributions.indices.contains(parent))
      }
    }
  }

  @Test func readsOneEndlessSentenceInLinearTime() {
    let clause = "the army said that the rebels said “no” and the minister denied it, adding "
    let text = SourceText(String(repeating: clause, count: 3_000))
    #expect(!reading(text).attributions.isEmpty)
  }
}
