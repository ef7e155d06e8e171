extension Dossier {
  /// Text that two reports share in other words: one rewrote the other, or both a third.
  ///
  /// It is judged, not measured, and stands apart from `passages`, so that whoever reads those
  /// finds the same words on both sides.
  public struct Rewriting: Codable, Hashable, Sendable {
    /// Unique in the dossier.
    public var id: String
    /// One side: a sentence, or several that follow each other.
    public var a: Citation
    /// The other.
    public var b: Citation
    /// `copy`, or `version` when two reports of one outlet share most of the smaller.
    public var kind: String
    /// How alike the sides are in what they say: a mean cosine, -1 to 1.
    public var similarity: Double
    /// Id of the origin.
    public var origin: String

    /// Creates one.
    public init(
      id: String, a: Citation, b: Citation, kind: String, similarity: Double, origin: String
    ) {
      self.id = id
      self.a = a
      self.b = b
      self.kind = kind
      self.similarity = similarity
      self.origin = origin
    }
  }
}
