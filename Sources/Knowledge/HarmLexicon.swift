public import Texts

/// Words for harm to people, and how they take their numbers (`lexicon/harm.tsv`).
public struct HarmLexicon: Sendable {
  /// What happens to people.
  public enum Kind: String, Sendable {
    case killed, wounded, missing, detained, abducted, displaced
    /// Killed or wounded: `casualties`.
    case casualties
  }

  /// Where a verb has the people harmed.
  public enum Frame: String, Sendable {
    /// As its object, or as the subject of its passive.
    case transitive
    /// As its subject.
    case intransitive
    case both
    /// As the subject of its passive or of its participle only.
    case passive
  }

  /// The forms of a verb that one word can be.
  public struct Forms: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Creates a set of forms from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The form `kill`.
    public static let base = Forms(rawValue: 1)
    /// The form `kills`.
    public static let third = Forms(rawValue: 2)
    /// The forms `killed` and `slew`.
    public static let past = Forms(rawValue: 4)
    /// The forms `killed` and `slain`.
    public static let participle = Forms(rawValue: 8)
    /// The form `killing`.
    public static let gerund = Forms(rawValue: 16)
  }

  /// A verb in one of its senses.
  public struct Verb: Hashable, Sendable {
    /// What it does to people.
    public let kind: Kind
    /// Where it has them.
    public let frame: Frame
    /// Whether they must be named by a noun for people.
    public let needsPeople: Bool
    /// Words that must follow for this sense: `hostage` after `take`.
    public let complement: [Word]
    /// The forms that the word can be.
    public let forms: Forms
  }

  /// An adjective for people harmed.
  public struct Adjective: Hashable, Sendable {
    /// What happened to them.
    public let kind: Kind
    /// Whether it says that they were not: `unharmed`.
    public let denies: Bool
  }

  /// A noun for harm.
  public struct Noun: Hashable, Sendable {
    /// What happens.
    public let kind: Kind
    /// Whether the form is a plural.
    public let isPlural: Bool
  }

  private var verbsByForm: [Word: [Verb]] = [:]
  private var adjectives: [Word: Adjective] = [:]
  private var acts: [Word: Noun] = [:]
  private var counts: [Word: Noun] = [:]

  /// Reads the table; rows it cannot read are left out.
  public init(_ table: TSV) {
    for row in table.rows where row.count >= 6 {
      guard let kind = Kind(rawValue: row[1]) else { continue }
      switch row[0] {
      case "verb" where row.count >= 10: add(verb: row, kind: kind)
      case "adjective":
        adjectives[Word(folding: row[5])] = Adjective(kind: kind, denies: row[3] == "none")
      case "noun" where row.count >= 7:
        for (column, isPlural) in [(5, false), (6, true)] where row[column] != "-" {
          let noun = Noun(kind: kind, isPlural: isPlural)
          if row[2] == "act" {
            acts[Word(folding: row[column])] = noun
          } else {
            counts[Word(folding: row[column])] = noun
          }
        }
      default: continue
      }
    }
    for form in verbsByForm.keys {
      verbsByForm[form]?.sort { $0.complement.count > $1.complement.count }
    }
  }

  private mutating func add(verb row: [String], kind: Kind) {
    guard let frame = Frame(rawValue: row[2]) else { return }
    let complement =
      row[4] == "-"
      ? [] : row[4].utf8.split(separator: 0x20).map { Word(folding: Substring($0)) }
    var forms: [(form: String, set: Forms)] = []
    for (column, set) in zip(5..<10, [Forms.base, .third, .past, .participle, .gerund]) {
      if let known = forms.firstIndex(where: { $0.form == row[column] }) {
        forms[known].set.insert(set)
      } else {
        forms.append((row[column], set))
      }
    }
    for (form, set) in forms {
      verbsByForm[Word(folding: form), default: []].append(
        Verb(
          kind: kind, frame: frame, needsPeople: row[3] == "people", complement: complement,
          forms: set))
    }
  }

  /// The senses of a verb form, those with the longest complement first.
  public func verbs(_ word: Word) -> [Verb] { verbsByForm[word] ?? [] }

  /// What an adjective says of people; nil when it is not in the table.
  public func adjective(_ word: Word) -> Adjective? { adjectives[word] }

  /// A noun for a deed: `the killing of`.
  public func act(_ word: Word) -> Noun? { acts[word] }

  /// A noun that is counted: `three deaths`.
  public func count(_ word: Word) -> Noun? { counts[word] }
}
