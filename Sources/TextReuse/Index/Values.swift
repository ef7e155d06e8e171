/// Plain values in a row, in memory that somebody else keeps alive.
///
/// What the index walks through millions of times. Bounds are checked in debug builds only,
/// where the tests run.
@safe struct Values<Element: BitwiseCopyable> {
  private let base: UnsafeMutablePointer<Element>
  /// How many there are.
  let count: Int

  /// The values at `base`, which must stay there for as long as this is used.
  @unsafe init(_ base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = base
    self.count = count
  }

  /// The value at `index`, which must be in `0..<count`.
  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "outside the values")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "outside the values")
      unsafe base[index] = newValue
    }
  }

  /// The values of `range`, which must lie in `0..<count`, counted from 0.
  @inline(__always)
  subscript(range: Range<Int>) -> Values {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "outside the values")
    return unsafe Values(base + range.lowerBound, count: range.count)
  }

  /// Copies `other` to the place from `index`.
  func copy(_ other: Values, to index: Int) {
    assert(index >= 0 && index + other.count <= count, "outside the values")
    unsafe (base + index).update(from: other.base, count: other.count)
  }

  /// The bytes of all values.
  @unsafe var unsafeBytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: base, count: count * MemoryLayout<Element>.stride)
  }
}

extension Values where Element == UInt8 {
  /// The eight bytes from `index`, the first one lowest.
  @inline(__always)
  func eight(at index: Int) -> UInt64 {
    assert(index >= 0 && index + 8 <= count, "outside the values")
    return unsafe UInt64(
      littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
  }
}

extension Values where Element == UInt32 {
  /// How many values from `index` are those of `other` from `place`, at most `most`.
  @inline(__always)
  func common(from index: Int, with other: Values, from place: Int, atMost most: Int) -> Int {
    var length = 0
    while length < most, self[index &+ length] == other[place &+ length] { length &+= 1 }
    return length
  }

  /// How many values before `index` are those of `other` before `place`, at most `most`.
  @inline(__always)
  func commonBackwards(
    before index: Int, with other: Values, before place: Int, atMost most: Int
  ) -> Int {
    var length = 0
    while length < most, self[index &- 1 &- length] == other[place &- 1 &- length] {
      length &+= 1
    }
    return length
  }
}
