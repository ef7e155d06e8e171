public import Texts

/// A transformer encoder read from a model file, and its heads.
///
/// BERT, of Devlin and others (2019), with layers normalized after the residual.
/// Holds the mapped file and where things lie in it; nothing is unpacked, so a load costs the
/// checksum, the look-up tables of the tokenizer and little else.
@safe public struct EncoderModel: Sendable {
  /// The sizes of a model.
  public struct Architecture: Hashable, Sendable {
    /// Layers of attention and feed-forward.
    public let layers: Int
    /// The numbers that stand for a piece; a multiple of 16.
    public let width: Int
    /// Heads of attention; each is `width / heads` wide, a multiple of 16.
    public let heads: Int
    /// The width inside a feed-forward layer.
    public let intermediate: Int
    /// Word pieces.
    public let vocabulary: Int
    /// The most pieces a sequence may have, first and last marker included.
    public let positions: Int
  }

  struct Layer: Sendable {
    let attentionInput: Matrix
    let attentionOutput: Matrix
    let attentionNorm: Norm
    let feedInput: Matrix
    let feedOutput: Matrix
    let feedNorm: Norm
  }

  /// Gain and bias of a layer normalization.
  @safe struct Norm: Sendable {
    // Sendable: the pointers lead into the mapped file, which nobody writes and the model keeps.
    nonisolated(unsafe) let gain: UnsafePointer<Float>
    nonisolated(unsafe) let bias: UnsafePointer<Float>

    init(_ file: ModelFile, _ name: String, width: Int) throws(ModelFileError) {
      unsafe gain = file.elements(
        try file.part(name + ".gain", .float32, [width]), as: Float.self)
      unsafe bias = file.elements(
        try file.part(name + ".bias", .float32, [width]), as: Float.self)
    }
  }

  /// The rows that stand for the pieces before the first layer.
  @safe enum WordTable: @unchecked Sendable {
    // Sendable: as `Norm`.
    case bytes(UnsafePointer<Int8>, scales: UnsafePointer<Float>)
    case floats(UnsafePointer<Float>)
  }

  /// The file.
  public let file: ModelFile
  /// What the model's maker says of it.
  public let about: String
  /// The sizes.
  public let architecture: Architecture
  /// Cuts texts into the pieces this model knows.
  public let tokenizer: WordPieceTokenizer
  /// The heads, in the order of their names.
  public let heads: [Head]

  let layers: [Layer]
  let words: WordTable
  nonisolated(unsafe) let positions: UnsafePointer<Float>
  /// Rows for the written shape of a piece's word, when the model has them.
  let shapes: ShapeTable?
  let firstNorm: Norm
  let epsilon: Float

  /// A row for each written shape.
  @safe struct ShapeTable: @unchecked Sendable {
    // Sendable: as `Norm`.
    let rows: UnsafePointer<Float>
    let count: Int
  }

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - bytes: the file, mapped or not.
  ///   - path: the file's name, for messages.
  /// - Complexity: O(n) in the bytes of the file: its checksum is taken.
  /// - Throws: `ModelFileError` that names the file and what is wrong with it.
  public init(_ bytes: FileBytes, path: String) throws(ModelFileError) {
    let file = try ModelFile(bytes, path: path)
    let sizes = try file.integers("architecture", count: 6)
    let architecture = Architecture(
      layers: sizes[0], width: sizes[1], heads: sizes[2], intermediate: sizes[3],
      vocabulary: sizes[4], positions: sizes[5])
    try architecture.check(path: path)
    let width = architecture.width
    let epsilonPart = try file.part("architecture.epsilon", .float32, [1])
    epsilon = unsafe file.elements(epsilonPart, as: Float.self).pointee
    about = String(decoding: try file.text("about"), as: UTF8.self)
    tokenizer = try WordPieceTokenizer(
      vocabulary: file.text("tokenizer.vocabulary"),
      characters: file.text("tokenizer.characters"), path: path)
    guard tokenizer.count == architecture.vocabulary else {
      throw ModelFileError(
        code: .shape, path: path,
        detail: "the vocabulary has \(tokenizer.count) pieces, the model "
          + "\(architecture.vocabulary)")
    }
    let table = file.part("embeddings.words")
    if table?.element == .int8 {
      let rows = try file.part("embeddings.words", .int8, [architecture.vocabulary, width])
      let scales = try file.part("embeddings.words.scales", .float32, [architecture.vocabulary])
      words = unsafe .bytes(
        file.elements(rows, as: Int8.self), scales: file.elements(scales, as: Float.self))
    } else {
      let rows = try file.part("embeddings.words", .float32, [architecture.vocabulary, width])
      words = unsafe .floats(file.elements(rows, as: Float.self))
    }
    let places = try file.part(
      "embeddings.positions", .float32, [architecture.positions, width])
    unsafe positions = file.elements(places, as: Float.self)
    if file.part("embeddings.shapes") != nil {
      let part = try file.part("embeddings.shapes", .float32, [nil, width])
      guard part.shape[0] > 0 else {
        throw ModelFileError(
          code: .shape, path: path, detail: "part embeddings.shapes has no rows")
      }
      shapes = unsafe ShapeTable(
        rows: file.elements(part, as: Float.self), count: part.shape[0])
    } else {
      shapes = nil
    }
    firstNorm = try Norm(file, "embeddings", width: width)
    var layers: [Layer] = []
    for index in 0..<architecture.layers {
      let name = "layer.\(index)."
      layers.append(
        Layer(
          attentionInput: try Matrix(
            file, name + "attention.input", inputs: width, outputs: 3 * width),
          attentionOutput: try Matrix(
            file, name + "attention.output", inputs: width, outputs: width),
          attentionNorm: try Norm(file, name + "attention", width: width),
          feedInput: try Matrix(
            file, name + "feed.input", inputs: width, outputs: architecture.intermediate),
          feedOutput: try Matrix(
            file, name + "feed.output", inputs: architecture.intermediate, outputs: width),
          feedNorm: try Norm(file, name + "feed", width: width)))
    }
    self.layers = layers
    heads = try Head.all(of: file, width: width)
    self.architecture = architecture
    self.file = file
  }

  /// The written shapes of words that the model has rows for; 0 when it knows no shapes.
  public var shapeCount: Int { shapes?.count ?? 0 }

  /// The head of a name, if the model has it.
  public func head(_ name: String) -> Head? { heads.first { $0.name == name } }
}

extension EncoderModel.Architecture {
  /// Whether the kernels can run a model of these sizes.
  fileprivate func check(path: String) throws(ModelFileError) {
    let isSound =
      (1...64).contains(layers) && (16...8192).contains(width) && width % 16 == 0
      && heads > 0 && width % heads == 0 && (width / heads) % 16 == 0 && width / heads <= 128
      && (16...32768).contains(intermediate) && intermediate % 16 == 0
      && vocabulary > 0 && vocabulary <= 1 << 24 && (2...65536).contains(positions)
    if isSound { return }
    throw ModelFileError(
      code: .shape, path: path,
      detail: "sizes \(self) are beyond what the kernels run "
        + "(widths are multiples of 16, a head is at most 128 wide)")
  }
}

extension ModelFile {
  /// A list of small integers.
  func integers(_ name: String, count: Int) throws(ModelFileError) -> [Int] {
    let part = try part(name, .int32, [count])
    let numbers = unsafe elements(part, as: Int32.self)
    return (0..<count).map { unsafe Int(numbers[$0]) }
  }

  /// A text of any length.
  func text(_ name: String) throws(ModelFileError) -> [UInt8] {
    bytes(try part(name, .text, [nil]))
  }
}
