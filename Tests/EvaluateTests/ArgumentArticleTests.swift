import Platform
import Testing
import Texts

@testable import evaluate

@Suite struct ArgumentArticleTests {
  /// Invented: two sentences, an accent, offsets in code points from the start of the text.
  private static let full = """
    {"doc_id": "a", "text": "", "tokens": ["Señales", "exploded", ".", "Two", "guards", "died", "."],
     "sentences": [
      [[["Señales", 0, 7], ["exploded", 8, 16], [".", 16, 17]], "Señales exploded."],
      [[["Two", 21, 24], ["guards", 25, 31], ["died", 32, 36], [".", 36, 37]], "Two guards died."]],
     "entity_mentions": [{"id": "T1", "start": 3, "end": 5}],
     "event_mentions": [
      {"event_type": "Conflict.Attack.DetonateExplode", "trigger": {"start": 1, "end": 2},
       "arguments": []},
      {"event_type": "Life.Die.Unspecified", "trigger": {"start": 5, "end": 6},
       "arguments": [{"entity_id": "T1", "role": "Victim", "text": "Two guards"}]}]}
    """

  @Test func readsSentencesAsPublished() throws {
    let article = try ArgumentArticle(json: Array(Self.full.utf8))
    let paragraphs = article.paragraphs.map { article.text[$0] }
    #expect(paragraphs == ["Señales exploded.", "Two guards died."])
    #expect(article.events.map { article.text[$0.trigger] } == ["exploded", "died"])
    #expect(article.events[1].arguments.map { article.text[$0.range] } == ["Two guards"])
    #expect(article.lostCount == 0)
  }

  @Test func argumentsWithoutPlacesStandNearestToTheirTrigger() throws {
    let words = "A guard fled . Later a guard was shot near Tiaret , the mayor ’ s aide said ."
    let tokens = words.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ",")
    let json = """
      {"docid": "b", "tokens": [\(tokens)], "sentences": ["\(words)"], "event_mentions": [
       {"event_type": "Conflict.Attack", "trigger": {"start_idx": 8, "end_idx": 9}, "arguments": [
        {"role": "Target", "text": "guard"}, {"role": "Attacker", "text": "nobody here"}]}]}
      """
    let article = try ArgumentArticle(json: Array(json.utf8))
    #expect(
      article.text[article.text.range]
        == "A guard fled. Later a guard was shot near Tiaret, the mayor’s aide said.")
    let event = try #require(article.events.first)
    #expect(article.text[event.trigger] == "shot" && article.lostCount == 1)
    #expect(event.arguments.map(\.role) == ["Target"])
    #expect(event.arguments[0].range.start > 14)
  }

  @Test(arguments: ["", "{}", "[1]", "{\"tokens\": 3}"])
  func whatIsNoSuchFileIsAnError(json: String) {
    #expect(throws: (any Error).self) { try ArgumentArticle(json: Array(json.utf8)) }
  }
}
