public import Texts

/// Given names from many countries, in `actors.table`.
public struct Forenames: Sendable {
  /// Whom a name is given to.
  public enum Gender: UInt8, Sendable { case female, male, either }

  private let genders: HashIndex

  init(_ genders: HashIndex) { self.genders = genders }

  /// Whom a name is given to; nil when it is not on the list.
  public func gender(_ name: Word) -> Gender? {
    genders.value(name.hash).flatMap { Gender(rawValue: UInt8(truncatingIfNeeded: $0)) }
  }
}
