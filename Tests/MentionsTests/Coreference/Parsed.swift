import Foundation
import Knowledge
import Linguistics
import LinguisticsTestSupport
import TestSupport
import Texts

@testable import Mentions

/// The tables of the checkout with the weights of coreference.
let tables: KnowledgeBase = {
  let knowledge = try? KnowledgeBase { name in
    FileBytes([UInt8](try Data(contentsOf: URL(filePath: checkout("Data/" + name)))))
  }
  guard let knowledge else { preconditionFailure("no tables in Data") }
  return knowledge
}()

extension Reading {
  /// The words of a run of tokens.
  func words(_ tokens: Range<Int>) -> String {
    text[TextRange(self.tokens[tokens.lowerBound].start, self.tokens[tokens.upperBound - 1].end)]
  }
}
