import Testing
@testable import evaluate
