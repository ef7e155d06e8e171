import FoundationEssentials

/// JSON in the one form the program writes; the same value gives the same bytes.
///
/// Keys are sorted, lines indented, slashes left as they are; a line feed ends it.
public func jsonText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}

/// JSON on one line, for values that stand one a line; the same value gives the same bytes.
///
/// Keys are sorted, slashes left as they are; a line feed ends it.
public func jsonLine(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}

/// A value from JSON; the error names the key that is wrong.
public func valueFromJSON<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
  try JSONDecoder().decode(type, from: Data(bytes))
}

/// A sentence for a person about why JSON could not be read.
public func reasonForJSONFailure(_ error: any Error) -> String {
  func place(_ path: [any CodingKey]) -> String {
    path.isEmpty
      ? "the top"
      : path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
        .joined(separator: ".")
  }
  switch error {
  case DecodingError.keyNotFound(let key, let context):
    return "\(key.stringValue) is missing at \(place(context.codingPath))"
  case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
    return "wrong kind of value at \(place(context.codingPath))"
  case DecodingError.dataCorrupted(let context):
    return "not well-formed JSON at \(place(context.codingPath))"
  default: return "\(error)"
  }
}
