import Testing
import Texts

@testable import Linguistics

@Suite struct LemmatizerTests {
  private func lemma(_ form: String, _ tag: PartOfSpeech) -> String {
    let text = SourceText(form)
    let token = Token(range: text.range, shape: [], word: Word(folding: text.bytes, in: text.range))
    return Lemmatizer(table: lemmaTable).lemmas(of: [token], tags: [tag], in: text)[0]
  }

  @Test(arguments: [
    ("said", "say"), ("killed", "kill"), ("wounded", "wound"), ("stopped", "stop"),
    ("denied", "deny"), ("died", "die"), ("lying", "lie"), ("used", "use"),
    ("announced", "announce"),
    ("charged", "charge"), ("belonging", "belong"), ("bringing", "bring"), ("changes", "change"),
    ("required", "require"), ("injured", "injure"), ("monitored", "monitor"),
    ("restored", "restore"),
    ("stated", "state"), ("treated", "treat"), ("created", "create"), ("visited", "visit"),
    ("united", "unite"), ("decided", "decide"), ("avoided", "avoid"), ("invaded", "invade"),
    ("evacuated", "evacuate"), ("persuaded", "persuade"), ("guided", "guide"),
    ("exploded", "explode"),
    ("agreed", "agree"), ("fleeing", "flee"), ("need", "need"), ("exceeded", "exceed"),
    ("argued", "argue"), ("seized", "seize"), ("focuses", "focus"), ("discusses", "discuss"),
    ("pass", "pass"), ("goes", "go"), ("tries", "try"), ("welcomed", "welcome"), ("bombed", "bomb"),
    ("provoking", "provoke"), ("attacked", "attack"), ("escaping", "escape"),
    ("developed", "develop"),
    ("examined", "examine"), ("explained", "explain"), ("described", "describe"), ("fell", "fall"),
    ("HIT", "hit"), ("sing", "sing"), ("shed", "shed"),
  ])
  func undoesInflectionOfVerbs(form: String, lemma: String) {
    #expect(self.lemma(form, .verb) == lemma)
  }

  @Test(arguments: [
    ("soldiers", "soldier"), ("Bodies", "body"), ("ties", "tie"), ("attacks", "attack"),
    ("churches", "church"), ("boxes", "box"), ("heroes", "hero"), ("houses", "house"),
    ("viruses", "virus"), ("crises", "crisis"), ("crisis", "crisis"), ("women", "woman"),
    ("spokesmen", "spokesman"), ("children", "child"), ("knives", "knife"), ("people", "people"),
    ("news", "news"), ("bus", "bus"), ("police", "police"), ("moves", "move"), ("ÉTATS", "état"),
    ("1990s", "1990s"),
  ])
  func undoesInflectionOfNouns(form: String, lemma: String) {
    #expect(self.lemma(form, .noun) == lemma)
  }

  @Test(arguments: [
    ("is", PartOfSpeech.auxiliary, "be"), ("ca", .auxiliary, "can"), ("n't", .particle, "not"),
    ("n’t", .particle, "not"), ("Them", .pronoun, "they"), ("An", .determiner, "a"),
    ("worst", .adjective, "bad"), ("largest", .adjective, "large"), ("other", .adjective, "other"),
    ("deadliest", .adjective, "deadly"), ("United", .properNoun, "United"),
    ("The", .determiner, "the"),
    ("Against", .adposition, "against"),
  ])
  func knowsClosedClasses(form: String, tag: PartOfSpeech, lemma: String) {
    #expect(self.lemma(form, tag) == lemma)
  }

  @Test func foldsToCompare() {
    let text = SourceText("SÃO")
    let token = Token(range: text.range, shape: [], word: "sao")
    let lemmas = Lemmatizer(table: LemmaTable([])).lemmas(
      of: [token], tags: [.properNoun], in: text)
    #expect(lemmas[0] == "SÃO" && lemmas.word(0) == "sao" && lemmas.count == 1)
  }

  @Test func leavesOutLinesThatItCannotRead() {
    let lines: [UInt8] = Array("# a\nx\tVERB\ny\tWORD\tz\n\u{0}\nran\tVERB\trun\r\n".utf8)
    let table = LemmaTable(lines + [0xFF, 0x09, 0xFE])
    #expect(table.lemma(of: "ran", tag: .verb) == Array("run".utf8))
    #expect(table.lemma(of: "y", tag: .verb) == nil)
  }
}
