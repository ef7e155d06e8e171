import Claims
import Linguistics
import Pipeline
import Platform
import Texts

/// Prints what only one side has, a line each: what, types, words, and the sentence.
struct ArgumentMisses {
  private let reading: Reading

  init(_ reading: Reading) { self.reading = reading }

  func show(gold: [ArgumentScore.Trigger], found: [ArgumentScore.Trigger]) {
    let typed = ArgumentScore.pairs(gold, found) {
      $0.types.contains($1.types[0]) && $0.range.overlaps($1.range)
    }
    let pairs = ArgumentScore.completed(typed, gold, found)
    var lines: [(start: Int, line: String)] = []
    func add(_ what: String, _ trigger: ArgumentScore.Trigger, _ more: String = "") {
      let types = trigger.types.joined(separator: "/")
      let line = "\(what)\t\(types)\t\(words(trigger.range))\t\(more)\t\(sentence(trigger.range))\n"
      lines.append((trigger.range.start, line))
    }
    for index in gold.indices where !pairs.contains(where: { $0.gold == index }) {
      add("trigger missed", gold[index])
    }
    for index in found.indices where !pairs.contains(where: { $0.found == index }) {
      add("trigger false", found[index])
    }
    for pair in pairs {
      let (theirs, ours) = (gold[pair.gold], found[pair.found])
      if !theirs.types.contains(ours.types[0]) { add("type differs", theirs, ours.types[0]) }
      let same = ArgumentScore.agreeing(theirs.arguments, ours.arguments, isJoined: false)
      for (index, argument) in theirs.arguments.enumerated()
      where !same.contains(where: { $0.gold == index }) {
        add("argument missed", theirs, shown(argument))
      }
      for (index, argument) in ours.arguments.enumerated()
      where !same.contains(where: { $0.found == index }) {
        add("argument false", ours, shown(argument))
      }
    }
    for (_, line) in lines.enumerated().sorted(by: {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }).map(\.element) {
      Output.write(line)
    }
  }

  private func shown(_ argument: ArgumentScore.Argument) -> String {
    "\(argument.role.rawValue): \(words(reading.tokens[argument.token].range))"
  }

  private func words(_ range: TextRange) -> String {
    reading.text[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func sentence(_ range: TextRange) -> String {
    guard let token = reading.tokens(in: range).first else { return "" }
    return words(reading.sentences[reading.sentence(ofToken: token)].range)
  }
}
