/// A task's layer on top of the encoder; the model file states its kind, labels and shapes.
///
/// Parts of head `x`: `head.x.kind` (one integer), `head.x.labels` (a label a line) and the
/// matrices that its kind asks for; `head.x.transitions` where runs of labels are decoded with one.
public struct Head: Sendable {
  /// What a head does with states.
  public enum Kind: Int, Sendable {
    /// A score for each label of each piece, or of each word by its first piece.
    case tokens = 1
    /// A score for each label of each pair of pieces (Dozat and Manning 2017): arcs, relations.
    case pairs = 2
    /// As `pairs`, between spans, each told by its first and its last piece.
    case spans = 3
    /// Another vector for each vector, such as a sentence's.
    case projection = 4
  }

  /// The name, as in "arcs".
  public let name: String
  /// What it does.
  public let kind: Kind
  /// The labels, in the order of the scores; a projection has none.
  public let labels: [String]
  /// What it adds that one label follows another, for whoever decodes runs of labels; nil for
  /// nothing.
  public let transitions: Table?
  let layers: Layers

  /// Numbers in rows; what a row stands for is agreed with the training.
  public struct Table: Sendable {
    /// The numbers of a row.
    public let columns: Int
    /// Row by row, finite.
    public let values: [Float]
  }

  enum Layers: Sendable {
    case single(hidden: Matrix?, output: Matrix)
    case biaffine(Biaffine)
  }

  /// Reads all heads of a file, in the order of their names.
  static func all(of file: ModelFile, width: Int) throws(ModelFileError) -> [Head] {
    var heads: [Head] = []
    for part in file.parts where part.name.hasPrefix("head.") && part.name.hasSuffix(".kind") {
      let name = String(part.name.dropFirst(5).dropLast(5))
      heads.append(try Head(file, name, width: width))
    }
    return heads
  }

  private init(_ file: ModelFile, _ name: String, width: Int) throws(ModelFileError) {
    let number = try file.integers("head.\(name).kind", count: 1)[0]
    guard let kind = Kind(rawValue: number) else {
      throw ModelFileError(
        code: .unsupported, path: file.path, detail: "head \(name) is of kind \(number)")
    }
    let lines = String(decoding: try file.text("head.\(name).labels"), as: UTF8.self)
    let labels = lines.utf8.split(separator: UInt8(ascii: "\n")).compactMap { String($0) }
    self.name = name
    self.kind = kind
    self.labels = labels
    let prefix = "head.\(name)."
    transitions = try Self.table(prefix + "transitions", of: file)
    switch kind {
    case .tokens:
      guard !labels.isEmpty else {
        throw ModelFileError(
          code: .shape, path: file.path, detail: "head \(name) has no labels")
      }
      var hidden: Matrix?
      if file.part(prefix + "hidden.weights") != nil {
        hidden = try Matrix(file, prefix + "hidden", inputs: width, outputs: nil)
      }
      layers = .single(
        hidden: hidden,
        output: try Matrix(
          file, prefix + "output", inputs: hidden?.outputs ?? width, outputs: labels.count))
    case .projection:
      layers = .single(
        hidden: nil, output: try Matrix(file, prefix + "output", inputs: width, outputs: nil))
    case .pairs, .spans:
      guard !labels.isEmpty else {
        throw ModelFileError(
          code: .shape, path: file.path, detail: "head \(name) has no labels")
      }
      layers = .biaffine(
        try Biaffine(
          file, prefix, inputs: kind == .spans ? 2 * width : width, labels: labels.count))
    }
  }

  private static func table(
    _ name: String, of file: ModelFile
  ) throws(ModelFileError) -> Table? {
    guard let found = file.part(name) else { return nil }
    guard found.shape.count == 2 else {
      throw ModelFileError(
        code: .shape, path: file.path,
        detail: "\(name) has \(found.shape.count) dimensions, expected 2")
    }
    let part = try file.part(name, .float32, found.shape)
    let values = unsafe [Float](
      UnsafeBufferPointer(
        start: file.elements(part, as: Float.self), count: found.shape[0] * found.shape[1]))
    guard values.allSatisfy(\.isFinite) else {
      throw ModelFileError(
        code: .corrupt, path: file.path, detail: "\(name) has numbers that are none")
    }
    return Table(columns: found.shape[1], values: values)
  }
}

/// Scores of things for each label, `[thing][label]`.
public struct Scores: Sendable {
  /// The labels of a thing.
  public let labels: Int
  /// `[thing][label]`, any real number; larger is likelier.
  public let values: [Float]

  /// The number of things scored.
  public var count: Int { labels == 0 ? 0 : values.count / labels }

  /// The score of a label of a thing.
  public subscript(thing: Int, label: Int) -> Float { values[thing * labels + label] }

  /// The label with the highest score, the first of equals.
  public func best(_ thing: Int) -> Int {
    var best = 0
    for label in 0..<labels where self[thing, label] > self[thing, best] { best = label }
    return best
  }
}
