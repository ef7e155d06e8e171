import Encoder

/// A trained encoder whose heads are those that reading needs, and what their labels mean.
struct ReaderModel: Sendable {
  let encoder: Encoder
  /// Whether a token begins a sentence; labels `inside`, `start`.
  let sentences: Head
  /// Parts of speech.
  let tags: Head
  /// Which token a token depends on.
  let arcs: Head
  /// How it depends on it.
  let relations: Head
  /// Four layers of `O`, `B`, `I`: source, cue, content, content inside another content.
  let attributions: Head
  /// What a word is to a cue: `O`, `B` and `I` of its source and of its content.
  let roles: Head
  let names: Head?
  /// From the mean of a sentence's pieces to its vector.
  let vectors: Head?

  /// The part of speech of each label of `tags`.
  let partsOfSpeech: [PartOfSpeech]
  /// The relation of each label of `relations`.
  let relationsOfLabels: [Relation]
  /// The kind of name of each pair of labels of `names`, `B` and `I`.
  let kindsOfNames: [Name.Kind]
  /// Decoders of names, of each layer of attributions and of roles, with what the labels' order
  /// tells where the model knows it.
  let nameDecoder: SpanDecoder
  let layerDecoders: [SpanDecoder]
  let roleDecoder: SpanDecoder

  /// The most pieces of a window, markers included.
  var longestWindow: Int { min(Windows.longest, encoder.model.architecture.positions) }

  /// Checks the heads of a model.
  init(_ encoder: Encoder) throws(ReaderModelError) {
    let heads = HeadFinder(model: encoder.model)
    self.encoder = encoder
    guard encoder.model.architecture.positions >= Windows.shortest else {
      throw heads.error(
        .unfitEncoder, nil,
        "sequences have at most \(encoder.model.architecture.positions) pieces, reading needs "
          + "\(Windows.shortest)")
    }
    guard encoder.model.shapeCount >= WrittenShape.count else {
      throw heads.error(
        .unfitEncoder, nil,
        "it knows \(encoder.model.shapeCount) written shapes, reading needs \(WrittenShape.count)")
    }
    sentences = try heads.required("sentences", .tokens, labels: ["inside", "start"])
    tags = try heads.required("tags", .tokens)
    arcs = try heads.required("arcs", .pairs, count: 1)
    relations = try heads.required("relations", .pairs)
    attributions = try heads.required("attributions", .tokens, count: 12)
    roles = try heads.required(
      "roles", .pairs, labels: ["O", "B-source", "I-source", "B-content", "I-content"])
    names = try heads.optional("names", .tokens)
    vectors = try heads.optional("vectors", .projection)
    partsOfSpeech = try heads.meanings(of: tags, "part of speech") { PartOfSpeech(name: $0) }
    relationsOfLabels = try heads.meanings(of: relations, "relation") { Relation(name: $0) }
    guard relationsOfLabels.contains(where: { $0 != .root }) else {
      throw heads.error(.unfitHead, "relations", "head relations has no relation but root")
    }
    if let names {
      kindsOfNames = try heads.kinds(of: names)
      nameDecoder = try heads.decoders(of: names, count: 1, kinds: kindsOfNames.count)[0]
    } else {
      kindsOfNames = []
      nameDecoder = SpanDecoder(kinds: 0)
    }
    layerDecoders = try heads.decoders(of: attributions, count: 4, kinds: 1)
    roleDecoder = try heads.decoders(of: roles, count: 1, kinds: 2)[0]
  }
}

/// Finds the heads of a model and says what is wrong with them.
private struct HeadFinder {
  let model: EncoderModel

  func error(
    _ code: ReaderModelError.Code, _ head: String?, _ detail: String
  ) -> ReaderModelError {
    ReaderModelError(code: code, path: model.file.path, head: head, detail: detail)
  }

  func required(
    _ name: String, _ kind: Head.Kind, labels: [String]? = nil, count: Int? = nil
  ) throws(ReaderModelError) -> Head {
    guard let head = try optional(name, kind) else {
      let found = model.heads.map(\.name).joined(separator: ", ")
      throw error(
        .missingHead, name,
        "head \(name) is missing" + (found.isEmpty ? "" : " (it has \(found))"))
    }
    if let labels, head.labels != labels {
      throw error(
        .unfitHead, name,
        "head \(name) has labels \(head.labels.joined(separator: ", ")), expected "
          + labels.joined(separator: ", "))
    }
    if let count, head.labels.count != count {
      throw error(
        .unfitHead, name, "head \(name) has \(head.labels.count) labels, expected \(count)")
    }
    return head
  }

  func optional(_ name: String, _ kind: Head.Kind) throws(ReaderModelError) -> Head? {
    guard let head = model.head(name) else { return nil }
    guard head.kind == kind else {
      throw error(.unfitHead, name, "head \(name) is of kind \(head.kind), expected \(kind)")
    }
    guard head.labels.count <= 256 else {
      throw error(
        .unfitHead, name, "head \(name) has \(head.labels.count) labels, expected at most 256")
    }
    return head
  }

  /// Decoders of a head's labels, which are `count` times `O` and some kinds.
  func decoders(of head: Head, count: Int, kinds: Int) throws(ReaderModelError) -> [SpanDecoder] {
    guard let table = head.transitions else {
      return [SpanDecoder](repeating: SpanDecoder(kinds: kinds), count: count)
    }
    let labels = 2 * kinds + 1
    let size = (labels + 1) * labels
    guard table.columns == labels, table.values.count == count * size else {
      throw error(
        .unfitHead, head.name,
        "head \(head.name) has transitions of \(table.values.count) numbers in rows of "
          + "\(table.columns), expected \(count * size) in rows of \(labels)")
    }
    return (0..<count).map { index in
      SpanDecoder(
        kinds: kinds, transitions: Array(table.values[index * size..<(index + 1) * size]))
    }
  }

  func meanings<Meaning>(
    of head: Head, _ what: String, _ meaning: (String) -> Meaning?
  ) throws(ReaderModelError) -> [Meaning] {
    var meanings: [Meaning] = []
    for label in head.labels {
      guard let found = meaning(label) else {
        throw error(.unfitHead, head.name, "head \(head.name): \(label) is no known \(what)")
      }
      meanings.append(found)
    }
    return meanings
  }

  /// The kinds of names in labels that are `O`, then `B` and `I` of one kind after the other.
  func kinds(of head: Head) throws(ReaderModelError) -> [Name.Kind] {
    var kinds: [Name.Kind] = []
    for (index, label) in head.labels.enumerated().dropFirst() where index % 2 == 1 {
      guard label.utf8.starts(with: "B-".utf8), let kind = Name.Kind(name: label.dropFirst(2))
      else {
        throw error(.unfitHead, head.name, "head \(head.name): \(label) begins no known kind")
      }
      kinds.append(kind)
    }
    let expected = ["O"] + kinds.flatMap { ["B-\($0.name)", "I-\($0.name)"] }
    guard head.labels == expected else {
      throw error(
        .unfitHead, head.name,
        "head \(head.name) has labels \(head.labels.joined(separator: ", ")), expected "
          + expected.joined(separator: ", "))
    }
    return kinds
  }
}
