import Testing
import Texts

@testable import Linguistics

@Suite struct WrittenShapeTests {
  @Test(arguments: [
    ("killed", 0), ("n't", 0), ("日本", 0), ("ʻaina", 0), ("Goma", 1), ("Ébola", 1), ("O'clock", 1),
    ("US", 2), ("U.S.", 2), ("ÉU", 2), ("McKay", 3), ("iPhone", 3), ("OKs", 3), ("Al-Noor", 3),
    ("13", 4), ("F16", 4), ("½", 5), ("²", 4), ("٣", 4), (".", 5), ("“", 5), ("--", 5), ("👍", 5),
    ("A", 6), ("É", 6), ("I.", 6), ("a", 0), ("ǅ", 0),
  ])
  func tellsHowATokenIsWritten(form: String, shape: Int) {
    let text = SourceText(form)
    #expect(WrittenShape.shape(of: text, in: text.range) == UInt8(shape), "\(form)")
  }
}
