/// What a token depends on: eight bytes.
///
/// The dependencies of a sentence are a tree: exactly one token is its root, every head stands in
/// the same sentence, and no token depends on itself through others.
public struct Dependency: Hashable, Sendable {
  private let index: Int32
  /// How it depends on its head; `root` for the sentence's root and for no other.
  public let relation: Relation

  /// Creates a dependency on the token at `head` of the reading; nil for a sentence's root.
  public init(head: Int?, relation: Relation) {
    index = Int32(head ?? -1)
    self.relation = relation
  }

  /// The token it depends on, as an index into `Reading.tokens`; nil for a sentence's root.
  public var head: Int? { index < 0 ? nil : Int(index) }
}

/// How a token depends on its head: a relation of Universal Dependencies, with the subtypes that
/// the English treebanks use.
///
/// Cases are named as treebanks write them.
public enum Relation: String, CaseIterable, Hashable, Sendable {
  case acl
  case aclRelcl = "acl:relcl"
  case advcl
  case advclRelcl = "advcl:relcl"
  case advmod
  case advmodEmph = "advmod:emph"
  case amod
  case appos
  case aux
  case auxPass = "aux:pass"
  case `case`
  case cc
  case ccPreconj = "cc:preconj"
  case ccomp
  case clf
  case compound
  case compoundPrt = "compound:prt"
  case conj
  case cop
  case csubj
  case csubjOuter = "csubj:outer"
  case csubjPass = "csubj:pass"
  case dep
  case det
  case detPredet = "det:predet"
  case discourse
  case dislocated
  case expl
  case fixed
  case flat
  case flatForeign = "flat:foreign"
  case flatName = "flat:name"
  case goeswith
  case iobj
  case list
  case mark
  case nmod
  case nmodDesc = "nmod:desc"
  case nmodNpmod = "nmod:npmod"
  case nmodPoss = "nmod:poss"
  case nmodTmod = "nmod:tmod"
  case nmodUnmarked = "nmod:unmarked"
  case nsubj
  case nsubjOuter = "nsubj:outer"
  case nsubjPass = "nsubj:pass"
  case nummod
  case obj
  case obl
  case oblAgent = "obl:agent"
  case oblNpmod = "obl:npmod"
  case oblTmod = "obl:tmod"
  case oblUnmarked = "obl:unmarked"
  case orphan
  case parataxis
  case punct
  case reparandum
  case root
  case vocative
  case xcomp

  /// The relation that treebanks write so, as in "nsubj:pass"; nil for any other text.
  public init?(name: some StringProtocol) { self.init(rawValue: String(name)) }

  /// The name that treebanks use, as in "nsubj:pass".
  public var name: String { rawValue }

  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var universal: Relation {
    guard let colon = rawValue.utf8.firstIndex(of: UInt8(ascii: ":")) else { return self }
    return Relation(rawValue: String(rawValue[..<colon])) ?? self
  }
}

extension Relation: CustomStringConvertible {
  /// The name that treebanks use.
  public var description: String { name }
}
