import Claims
import Linguistics
import Pipeline
import Texts

extension ArgumentScore.Trigger {
  /// The triggers that a text is annotated with and PLOVER has a place for, in order.
  ///
  /// Annotated events that one word tells of and that are of one of PLOVER's types are one here,
  /// with the arguments of all.
  static func gold(of article: ArgumentArticle, in result: Stages.Result) -> [Self] {
    let heads = ArgumentHeads(result.reading, result.mentions)
    var triggers: [Self] = []
    for event in article.events {
      let types = ArgumentScheme.types(of: event.type)
      guard !types.isEmpty else { continue }
      let arguments = event.arguments.compactMap { argument -> ArgumentScore.Argument? in
        guard let role = ArgumentScheme.role(of: argument.role) else { return nil }
        return heads.argument(role, argument.range)
      }
      triggers.add(Self(range: event.trigger, types: types, arguments: arguments))
    }
    return triggers.sorted { ($0.range, $0.types[0]) < ($1.range, $1.types[0]) }
  }

  /// The triggers that were found and are of types that the corpus annotates, in order.
  static func found(in result: Stages.Result) -> [Self] {
    let heads = ArgumentHeads(result.reading, result.mentions)
    var triggers: [Self] = []
    for event in result.claims.events
    where ArgumentScheme.isInScope(type: event.type, mode: event.mode) {
      for (index, mention) in event.mentions.enumerated() {
        let arguments = event.arguments.compactMap { argument -> ArgumentScore.Argument? in
          guard argument.mention == index, argument.role != .time,
            var found = heads.argument(argument.role, argument.head)
          else { return nil }
          if let actor = argument.actor { found.entity = .actor(actor) }
          return found
        }
        triggers.add(Self(range: mention, types: [event.type], arguments: arguments))
      }
    }
    return triggers.sorted { ($0.range, $0.types[0]) < ($1.range, $1.types[0]) }
  }
}

extension [ArgumentScore.Trigger] {
  /// Adds a trigger, to one of the same words and type where there is one.
  fileprivate mutating func add(_ trigger: ArgumentScore.Trigger) {
    guard
      let index = firstIndex(where: {
        $0.range == trigger.range && $0.types == trigger.types
      })
    else {
      append(ArgumentScore.Trigger(range: trigger.range, types: trigger.types, arguments: []))
      return self[count - 1].add(trigger.arguments)
    }
    self[index].add(trigger.arguments)
  }
}

extension ArgumentScore.Trigger {
  fileprivate mutating func add(_ more: [ArgumentScore.Argument]) {
    for argument in more
    where !arguments.contains(where: {
      $0.role == argument.role && $0.token == argument.token
    }) {
      arguments.append(argument)
    }
  }
}

extension ArgumentHeads {
  /// The words as an argument; nil where no token is.
  fileprivate func argument(
    _ role: EventArgument.Role, _ range: TextRange
  ) -> ArgumentScore.Argument? {
    head(of: range).map { ArgumentScore.Argument(role: role, token: $0, entity: entity(of: $0)) }
  }
}
