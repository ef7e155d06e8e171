/// A score for each label of each pair (a dependent and a head, a cue and a word, two spans), after
/// Dozat and Manning (2017): `score(d, h)[l] = d' U[l] h' + a[l] d' + b[l] h' + distance[l]`, where
/// `d'` and `h'` are projections with GELU.
@safe struct Biaffine: Sendable {
  /// From a state to what a dependent is told by.
  let dependents: Matrix
  /// From a state to what a head is told by.
  let heads: Matrix
  /// `U`: from `d'` to a row as wide as `h'` for each label.
  let bilinear: Matrix
  /// `a`, with the constant term.
  let dependentTerms: Matrix
  /// `b`.
  let headTerms: Matrix
  /// `[bucket][label]`, for how far the head stands from the dependent; nil for none.
  // Sendable: the pointer leads into the mapped file, which nobody writes and the model keeps.
  nonisolated(unsafe) let distances: UnsafePointer<Float>?
  let labels: Int

  /// The buckets of distance: 0, and 1, 2-3, 4-7 … 128 and more on either side.
  static let buckets = 17

  /// The bucket of a distance in pieces, words or whatever the head was trained with.
  static func bucket(_ distance: Int) -> Int {
    guard distance != 0 else { return 8 }
    let size = min(7, Int.bitWidth - 1 - distance.magnitude.leadingZeroBitCount) + 1
    return distance < 0 ? 8 - size : 8 + size
  }

  init(_ file: ModelFile, _ prefix: String, inputs: Int, labels: Int) throws(ModelFileError) {
    self.labels = labels
    dependents = try Matrix(file, prefix + "dependents", inputs: inputs, outputs: nil)
    heads = try Matrix(file, prefix + "heads", inputs: inputs, outputs: nil)
    let (dependentWidth, headWidth) = (dependents.outputs, heads.outputs)
    guard headWidth % 16 == 0 else {
      throw ModelFileError(
        code: .shape, path: file.path,
        detail: "\(prefix)heads has \(headWidth) outputs, which are no multiple of 16")
    }
    bilinear = try Matrix(
      file, prefix + "bilinear", inputs: dependentWidth, outputs: labels * headWidth)
    dependentTerms = try Matrix(
      file, prefix + "dependents.terms", inputs: dependentWidth, outputs: labels)
    headTerms = try Matrix(file, prefix + "heads.terms", inputs: headWidth, outputs: labels)
    if file.part(prefix + "distances") != nil {
      let part = try file.part(prefix + "distances", .float32, [Self.buckets, labels])
      unsafe distances = file.elements(part, as: Float.self)
    } else {
      unsafe distances = nil
    }
  }
}
