import Claims
import Linguistics
import Mentions
import Pipeline
import Texts

/// Triggers and arguments that were found, that there are, and that agree.
struct ArgumentScore {
  /// Words that tell of an event, with what fills its roles.
  struct Trigger {
    var range: TextRange
    /// PLOVER's types that are right; one for what was found.
    var types: [String]
    var arguments: [Argument]
  }

  /// A filled role.
  struct Argument: Hashable {
    var role: EventArgument.Role
    /// The head of the words.
    var token: Int
    /// For whom or what they stand by the report's own chains; nil when not known.
    var entity: ArgumentHeads.Entity?
  }

  struct Key: Hashable, Comparable {
    var setting: String
    /// `all` or a PLOVER type.
    var type: String
    /// `all` or a role.
    var role: String

    static func < (a: Key, b: Key) -> Bool {
      func rank(_ key: Key) -> (Int, Int, String, Int) {
        (
          settings.firstIndex(of: key.setting) ?? 9, key.type == "all" ? 0 : 1, key.type,
          roles.firstIndex(of: key.role) ?? 9
        )
      }
      return rank(a) < rank(b)
    }
  }

  struct Row: Encodable {
    var setting: String
    var type: String
    var role: String
    var gold: Int
    var found: Int
    var same: Int
    var precision: Double
    var recall: Double
    var f1: Double
  }

  static let exact = "trigger, same words"
  static let overlapping = "trigger"
  static let typed = "trigger and type"
  static let endToEnd = "argument"
  static let endToEndJoined = "argument, joined"
  static let given = "given triggers"
  static let givenJoined = "given triggers, joined"
  fileprivate static let settings = [
    exact, overlapping, typed, endToEnd, endToEndJoined, given, givenJoined,
  ]
  fileprivate static let roles = ["all", "perpetrator", "target", "weapon", "place"]

  private var counts: [Key: Agreement] = [:]

  /// Adds a text.
  mutating func add(gold: [Trigger], found: [Trigger]) {
    let goldRanges = Set(gold.map(\.range))
    let foundRanges = Set(found.map(\.range))
    count(
      Self.exact, gold: goldRanges.count, found: foundRanges.count,
      same: goldRanges.intersection(foundRanges).count)
    let places = Self.pairs(goldRanges.sorted(), foundRanges.sorted()) { $0.overlaps($1) }
    count(
      Self.overlapping, gold: goldRanges.count, found: foundRanges.count, same: places.count)
    let typed = Self.pairs(gold, found) { Self.isSame($0, $1) && $0.range.overlaps($1.range) }
    let pairs = Self.completed(typed, gold, found)
    for type in Self.types(gold, found) {
      func isOf(_ trigger: Trigger) -> Bool { type == "all" || trigger.types[0] == type }
      count(
        Self.typed, type: type, gold: gold.count(where: isOf), found: found.count(where: isOf),
        same: typed.count { isOf(gold[$0.gold]) && isOf(found[$0.found]) })
      let own = typed.filter { isOf(gold[$0.gold]) }.map { (gold[$0.gold], found[$0.found]) }
      addArguments(
        Self.endToEnd, Self.endToEndJoined, type: type, gold: gold.filter(isOf),
        found: found.filter(isOf), pairs: own)
      let kept = pairs.filter { isOf(gold[$0.gold]) }.map { (gold[$0.gold], found[$0.found]) }
      addArguments(
        Self.given, Self.givenJoined, type: type, gold: kept.map(\.0), found: kept.map(\.1),
        pairs: kept)
    }
  }

  /// Counts arguments, by head and by whom they stand for.
  private mutating func addArguments(
    _ setting: String, _ joined: String, type: String, gold: [Trigger], found: [Trigger],
    pairs: [(Trigger, Trigger)]
  ) {
    for role in Self.roles {
      func isOf(_ argument: Argument) -> Bool { role == "all" || argument.role.rawValue == role }
      let goldCount = gold.reduce(0) { $0 + $1.arguments.count(where: isOf) }
      let foundCount = found.reduce(0) { $0 + $1.arguments.count(where: isOf) }
      for (setting, isJoined) in [(setting, false), (joined, true)] {
        let same = pairs.reduce(0) { sum, pair in
          sum
            + Self.agreeing(
              pair.0.arguments.filter(isOf), pair.1.arguments.filter(isOf), isJoined: isJoined
            ).count
        }
        count(setting, type: type, role: role, gold: goldCount, found: foundCount, same: same)
      }
    }
  }

  private mutating func count(
    _ setting: String, type: String = "all", role: String = "all", gold: Int, found: Int, same: Int
  ) {
    counts[Key(setting: setting, type: type, role: role), default: Agreement()]
      .add(gold: gold, found: found, same: same)
  }

  private static func types(_ gold: [Trigger], _ found: [Trigger]) -> [String] {
    ["all"] + Set((gold + found).map { $0.types[0] }).sorted()
  }

  private static func isSame(_ gold: Trigger, _ found: Trigger) -> Bool {
    gold.types.contains(found.types[0])
  }

  /// Arguments that agree, each used once: same role and same head, or by `isJoined` the same
  /// actor or place.
  static func agreeing(
    _ gold: [Argument], _ found: [Argument], isJoined: Bool
  ) -> [(gold: Int, found: Int)] {
    let same = pairs(gold, found) { $0.role == $1.role && $0.token == $1.token }
    guard isJoined else { return same }
    let goldLeft = gold.indices.filter { index in !same.contains { $0.gold == index } }
    let foundLeft = found.indices.filter { index in !same.contains { $0.found == index } }
    return same
      + pairs(goldLeft, foundLeft) { a, b in
        gold[a].role == found[b].role && gold[a].entity != nil
          && gold[a].entity == found[b].entity
      }.map { (goldLeft[$0.gold], foundLeft[$0.found]) }
  }

  /// Pairs of what agrees, each item in one pair at most; earlier ones first.
  static func pairs<Item>(
    _ gold: [Item], _ found: [Item], where isSame: (Item, Item) -> Bool
  ) -> [(gold: Int, found: Int)] {
    var used = [Bool](repeating: false, count: found.count)
    var pairs: [(gold: Int, found: Int)] = []
    for (index, item) in gold.enumerated() {
      guard let match = found.indices.first(where: { !used[$0] && isSame(item, found[$0]) }) else {
        continue
      }
      used[match] = true
      pairs.append((index, match))
    }
    return pairs
  }

  /// Pairs with those added that only the type keeps apart.
  static func completed(
    _ typed: [(gold: Int, found: Int)], _ gold: [Trigger], _ found: [Trigger]
  ) -> [(gold: Int, found: Int)] {
    let goldLeft = gold.indices.filter { index in !typed.contains { $0.gold == index } }
    let foundLeft = found.indices.filter { index in !typed.contains { $0.found == index } }
    return typed
      + pairs(goldLeft, foundLeft) { gold[$0].range.overlaps(found[$1].range) }
      .map { (goldLeft[$0.gold], foundLeft[$0.found]) }
  }

  /// The figures, in a fixed order; what has neither gold nor found is left out, and so are the
  /// roles of types other than ASSAULT, of which there are few.
  var rows: [Row] {
    counts.keys.sorted().compactMap { key in
      guard let count = counts[key], count.gold + count.found > 0,
        key.role == "all" || key.type == "all" || key.type == "ASSAULT"
      else { return nil }
      return Row(
        setting: key.setting, type: key.type, role: key.role, gold: count.gold,
        found: count.found, same: count.same, precision: count.precision, recall: count.recall,
        f1: count.f1)
    }
  }
}
