import Foundation

/// JSON as a tree, to be changed one leaf at a time.
public indirect enum JSONTree: Codable, Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case decimal(Double)
  case string(String)
  case array([JSONTree])
  case object([String: JSONTree])

  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      self = .null
    } else if let value = try? single.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? single.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? single.decode(Double.self) {
      self = .decimal(value)
    } else if let value = try? single.decode(String.self) {
      self = .string(value)
    } else if let value = try? single.decode([JSONTree].self) {
      self = .array(value)
    } else {
      self = .object(try single.decode([String: JSONTree].self))
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var single = encoder.singleValueContainer()
    switch self {
    case .null: try single.encodeNil()
    case .bool(let value): try single.encode(value)
    case .integer(let value): try single.encode(value)
    case .decimal(let value): try single.encode(value)
    case .string(let value): try single.encode(value)
    case .array(let value): try single.encode(value)
    case .object(let value): try single.encode(value)
    }
  }

  /// The tree of a value.
  public init(of value: some Encodable) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: JSONEncoder().encode(value))
  }

  /// The value of a type that the tree describes.
  public func decoded<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: JSONEncoder().encode(self))
  }

  /// A tree that differs in one place.
  public struct Mutation: Sendable {
    /// Names and array positions from the top.
    public let path: [String]
    /// What was done there.
    public let deed: String
    /// The changed tree.
    public let tree: JSONTree
    /// For a person.
    public var what: String { "\(deed) at \(path.joined(separator: "."))" }
  }

  /// Every change of one leaf, and every removal of one member or element, in order.
  ///
  /// Strings grow, become empty and become null; numbers grow, turn and become null; truth
  /// values turn.
  public func mutations() -> [Mutation] {
    switch self {
    case .null: return []
    case .bool(let value): return [leaf("turned", .bool(!value)), leaf("made null", .null)]
    case .integer(let value):
      return [
        leaf("one more", .integer(value + 1)), leaf("negative", .integer(-value - 1)),
        leaf("made null", .null),
      ]
    case .decimal(let value):
      return [
        leaf("a little more", .decimal(value + 0.000_01)),
        leaf("turned", .decimal(-value)), leaf("made null", .null),
      ]
    case .string(let value):
      return [
        leaf("longer", .string(value + "x")), leaf("made null", .null),
      ] + (value.isEmpty ? [] : [leaf("emptied", .string(""))])
    case .array(let elements):
      return elements.indices.flatMap { index -> [Mutation] in
        var shorter = elements
        shorter.remove(at: index)
        let removal = Mutation(path: ["\(index)"], deed: "removed", tree: .array(shorter))
        return [removal]
          + elements[index].mutations().map { mutation in
            var changed = elements
            changed[index] = mutation.tree
            return Mutation(
              path: ["\(index)"] + mutation.path, deed: mutation.deed, tree: .array(changed))
          }
      }
    case .object(let members):
      return members.keys.sorted().flatMap { name -> [Mutation] in
        var fewer = members
        let value = fewer.removeValue(forKey: name) ?? .null
        let removal = Mutation(path: [name], deed: "removed", tree: .object(fewer))
        return [removal]
          + value.mutations().map { mutation in
            var changed = members
            changed[name] = mutation.tree
            return Mutation(
              path: [name] + mutation.path, deed: mutation.deed, tree: .object(changed))
          }
      }
    }
  }

  private func leaf(_ deed: String, _ tree: JSONTree) -> Mutation {
    Mutation(path: [], deed: deed, tree: tree)
  }

  /// The tree with the value at a path changed; the same tree where there is no such path.
  public func changing(_ path: [String], _ change: (JSONTree) -> JSONTree) -> JSONTree {
    guard let first = path.first else { return change(self) }
    let rest = Array(path.dropFirst())
    switch self {
    case .array(var elements):
      guard let index = Int(first), elements.indices.contains(index) else { return self }
      elements[index] = elements[index].changing(rest, change)
      return .array(elements)
    case .object(var members):
      guard let value = members[first] else { return self }
      members[first] = value.changing(rest, change)
      return .object(members)
    default: return self
    }
  }

  /// Paths of the objects that have all these members, in order.
  public func paths(ofObjectsWith names: [String]) -> [[String]] {
    switch self {
    case .array(let elements):
      return elements.indices.flatMap { index in
        elements[index].paths(ofObjectsWith: names).map { ["\(index)"] + $0 }
      }
    case .object(let members):
      let here: [[String]] = names.allSatisfy { members[$0] != nil } ? [[]] : []
      return here
        + members.keys.sorted().flatMap { name in
          (members[name]?.paths(ofObjectsWith: names) ?? []).map { [name] + $0 }
        }
    default: return []
    }
  }
}
