import Claims
import Linguistics
import Pipeline
import Platform
import Texts

/// Prints what only one side has, a line each: what, types, words, argument, how the argument
/// hangs on the trigger, and the sentence; arguments that both sides have are printed too.
struct ArgumentMisses {
  private let reading: Reading
  private let heads: ArgumentHeads

  init(_ result: Stages.Result) {
    reading = result.reading
    heads = ArgumentHeads(result.reading, result.mentions)
  }

  func show(gold: [ArgumentScore.Trigger], found: [ArgumentScore.Trigger]) {
    let typed = ArgumentScore.pairs(gold, found) {
      $0.types.contains($1.types[0]) && $0.range.overlaps($1.range)
    }
    let pairs = ArgumentScore.completed(typed, gold, found)
    var lines: [(start: Int, line: String)] = []
    func add(_ what: String, _ trigger: ArgumentScore.Trigger, _ more: String = "\t") {
      let columns = [
        what, trigger.types.joined(separator: "/"), words(trigger.range), more,
        sentence(trigger.range),
      ]
      lines.append((trigger.range.start, columns.joined(separator: "\t") + "\n"))
    }
    for index in gold.indices where !pairs.contains(where: { $0.gold == index }) {
      add("trigger missed", gold[index])
    }
    for index in found.indices where !pairs.contains(where: { $0.found == index }) {
      add("trigger false", found[index])
    }
    for pair in pairs {
      let (theirs, ours) = (gold[pair.gold], found[pair.found])
      if !theirs.types.contains(ours.types[0]) { add("type differs", theirs, ours.types[0] + "\t") }
      let same = ArgumentScore.agreeing(theirs.arguments, ours.arguments, isJoined: false)
      for (index, argument) in theirs.arguments.enumerated() {
        let isRight = same.contains { $0.gold == index }
        add(isRight ? "argument right" : "argument missed", theirs, shown(argument, theirs))
      }
      for (index, argument) in ours.arguments.enumerated()
      where !same.contains(where: { $0.found == index }) {
        add("argument false", ours, shown(argument, ours))
      }
    }
    for (_, line) in lines.enumerated().sorted(by: {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }).map(\.element) {
      Output.write(line)
    }
  }

  private func shown(
    _ argument: ArgumentScore.Argument, _ trigger: ArgumentScore.Trigger
  ) -> String {
    let path = heads.path(from: trigger.range, to: argument.token)
    return "\(argument.role.rawValue): \(words(reading.tokens[argument.token].range))\t\(path)"
  }

  private func words(_ range: TextRange) -> String {
    reading.text[range].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func sentence(_ range: TextRange) -> String {
    guard let token = reading.tokens(in: range).first else { return "" }
    return words(reading.sentences[reading.sentence(ofToken: token)].range)
  }
}
