import Texts

/// Classes and folded forms of the scalars below U+3000, looked up instead of computed.
struct ScalarTable: Sendable {
  static let shared = ScalarTable()
  private static let end = 0x3000

  private let classes: [CharacterClass]
  /// Folded bytes, the first lowest; all ones when the form is longer than eight bytes.
  private let forms: [UInt64]

  private init() {
    var classes: [CharacterClass] = []
    var forms: [UInt64] = []
    for value in 0..<UInt32(Self.end) {
      let scalar = Unicode.Scalar(value) ?? " "
      classes.append(CharacterClass(scalar))
      var form: UInt64 = 0
      var count: UInt64 = 0
      Folding.fold(scalar) {
        if count < 8 { form |= UInt64($0) << (8 * count) }
        count += 1
      }
      forms.append(count > 8 ? .max : form)
    }
    self.classes = classes
    self.forms = forms
  }

  /// The class of a scalar.
  func characterClass(of scalar: Unicode.Scalar) -> CharacterClass {
    scalar.value < Self.end ? classes[Int(scalar.value)] : CharacterClass(scalar)
  }

  /// Calls `emit` with each byte of the folded form.
  func fold(_ scalar: Unicode.Scalar, emit: (UInt8) -> Void) {
    guard scalar.value < Self.end, forms[Int(scalar.value)] != .max else {
      return Folding.fold(scalar, emit: emit)
    }
    var form = forms[Int(scalar.value)]
    while form != 0 {
      emit(UInt8(truncatingIfNeeded: form))
      form >>= 8
    }
  }
}
