/// A dossier as a tree of plain values, made by its own `encode(to:)`: no property can be
/// forgotten by the checks that walk it.
indirect enum Cell: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Kept to six places, as dossiers are written.
  case decimal(Double)
  case string(String)
  case array([Cell])
  /// Members in the order in which the type writes them.
  case object([Member])

  /// A named value of an object.
  struct Member: Hashable, Sendable {
    let name: String
    let value: Cell
  }

  /// The tree of a value.
  init(of value: some Encodable) throws {
    let box = CellBox()
    try value.encode(to: CellEncoder(box: box, codingPath: []))
    self = box.cell
  }

  /// The value of a member; nil when there is none, or this is no object.
  subscript(name: String) -> Cell? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The whole number, when this is one.
  var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return Int(exactly: value)
  }

  /// The number, whole or not.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): value
    default: nil
    }
  }

  /// The string, when this is one.
  var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The elements; empty when this is no array.
  var elements: [Cell] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }
}

/// Where an encoder leaves what it made; a class because containers fill it piece by piece.
private final class CellBox {
  enum Shape {
    case single(Cell)
    case array([CellBox])
    case object([(name: String, box: CellBox)])
  }
  var shape: Shape = .object([])

  var cell: Cell {
    switch shape {
    case .single(let cell): cell
    case .array(let boxes): .array(boxes.map(\.cell))
    case .object(let members): .object(members.map { .init(name: $0.name, value: $0.box.cell) })
    }
  }

  func member(_ name: String) -> CellBox {
    let box = CellBox()
    guard case .object(var members) = shape else { return box }
    members.append((name, box))
    shape = .object(members)
    return box
  }

  func element() -> CellBox {
    let box = CellBox()
    guard case .array(var boxes) = shape else { return box }
    boxes.append(box)
    shape = .array(boxes)
    return box
  }
}

private struct CellEncoder: Swift.Encoder {
  let box: CellBox
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    box.shape = .object([])
    return KeyedEncodingContainer(Keyed<Key>(box: box, codingPath: codingPath))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    box.shape = .array([])
    return Unkeyed(box: box, codingPath: codingPath)
  }
  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(box: box, codingPath: codingPath)
  }
}

private func fill(_ box: CellBox, with value: some Encodable, at path: [any CodingKey]) throws {
  switch value {
  case let value as String: box.shape = .single(.string(value))
  case let value as Bool: box.shape = .single(.bool(value))
  case let value as Int: box.shape = .single(.integer(Int64(value)))
  case let value as Double: box.shape = .single(.decimal(value))
  default: try value.encode(to: CellEncoder(box: box, codingPath: path))
  }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let box: CellBox
  let codingPath: [any CodingKey]

  mutating func encodeNil(forKey key: Key) {
    box.member(key.stringValue).shape = .single(.null)
  }
  mutating func encode(_ value: some Encodable, forKey key: Key) throws {
    try fill(box.member(key.stringValue), with: value, at: codingPath + [key])
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
    -> KeyedEncodingContainer<Nested>
  {
    CellEncoder(box: box.member(key.stringValue), codingPath: codingPath + [key])
      .container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    CellEncoder(box: box.member(key.stringValue), codingPath: codingPath + [key])
      .unkeyedContainer()
  }
  mutating func superEncoder() -> any Swift.Encoder {
    CellEncoder(box: box.member("super"), codingPath: codingPath)
  }
  mutating func superEncoder(forKey key: Key) -> any Swift.Encoder {
    CellEncoder(box: box.member(key.stringValue), codingPath: codingPath + [key])
  }
}

private struct Unkeyed: UnkeyedEncodingContainer {
  let box: CellBox
  let codingPath: [any CodingKey]
  private(set) var count = 0

  init(box: CellBox, codingPath: [any CodingKey]) {
    self.box = box
    self.codingPath = codingPath
  }

  private mutating func next() -> CellBox {
    count += 1
    return box.element()
  }
  mutating func encodeNil() { next().shape = .single(.null) }
  mutating func encode(_ value: some Encodable) throws {
    try fill(next(), with: value, at: codingPath)
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type)
    -> KeyedEncodingContainer<Nested>
  {
    CellEncoder(box: next(), codingPath: codingPath).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    CellEncoder(box: next(), codingPath: codingPath).unkeyedContainer()
  }
  mutating func superEncoder() -> any Swift.Encoder {
    CellEncoder(box: next(), codingPath: codingPath)
  }
}

private struct Single: SingleValueEncodingContainer {
  let box: CellBox
  let codingPath: [any CodingKey]

  mutating func encodeNil() { box.shape = .single(.null) }
  mutating func encode(_ value: Bool) { box.shape = .single(.bool(value)) }
  mutating func encode(_ value: String) { box.shape = .single(.string(value)) }
  mutating func encode(_ value: Double) { box.shape = .single(.decimal(value)) }
  mutating func encode(_ value: Float) { box.shape = .single(.decimal(Double(value))) }
  mutating func encode(_ value: Int) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: Int8) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: Int16) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: Int32) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: Int64) { box.shape = .single(.integer(value)) }
  mutating func encode(_ value: UInt) { box.shape = .single(.integer(Int64(clamping: value))) }
  mutating func encode(_ value: UInt8) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: UInt16) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: UInt32) { box.shape = .single(.integer(Int64(value))) }
  mutating func encode(_ value: UInt64) { box.shape = .single(.integer(Int64(clamping: value))) }
  mutating func encode(_ value: some Encodable) throws {
    try fill(box, with: value, at: codingPath)
  }
}
