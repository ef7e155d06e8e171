import Prefetch

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

  /// Asks for the value at `index`, to be read a little later.
  @inline(__always)
  func prefetch(_ index: Int) {
    assert(index >= 0 && index < count, "outside the values")
    unsafe prefetch_line(base + index)
  }

  /// Where the value at `index` lies.
  @inline(__always)
  @unsafe func pointer(to index: Int) -> UnsafeMutablePointer<Element> {
    assert(index >= 0 && index < count, "outside the values")
    return unsafe base + index
  }

  /// Sets all values of `range`.
  @inline(__always)
  func fill(_ range: Range<Int>, with value: Element) {
    assert(range.lowerBound >= 0 && range.upperBound <= count, "outside the values")
    unsafe (base + range.lowerBound).update(repeating: value, count: range.count)
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

  /// The scalar that begins at `index`, and its length; of bytes that are valid UTF-8.
  func scalar(at index: Int) -> (value: Unicode.Scalar, length: Int) {
    let first = self[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    func low(_ offset: Int) -> UInt32 {
      index + offset < count ? UInt32(self[index + offset] & 0x3F) : 0
    }
    let value: UInt32
    let length: Int
    if first < 0xE0 {
      (value, length) = (UInt32(first & 0x1F) << 6 | low(1), 2)
    } else if first < 0xF0 {
      (value, length) = (UInt32(first & 0x0F) << 12 | low(1) << 6 | low(2), 3)
    } else {
      (value, length) = (
        UInt32(first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4
      )
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar that ends before `index`.
  func scalar(before index: Int) -> Unicode.Scalar {
    var start = index - 1
    while start > 0 && self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).value
  }

  /// The sum of the bytes of `range`, each with bits turned over as in the bytes of `flipped`,
  /// which repeat every eight bytes from the first.
  @inline(__always)
  func sum(_ range: Range<Int>, flipped: UInt64 = 0) -> Int {
    let low: UInt64 = 0x00FF_00FF_00FF_00FF
    var sum = 0
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      // Lanes of 16 bits hold the sums of 128 steps.
      let end = min(range.upperBound &- 7, index &+ 1024)
      var lanes: UInt64 = 0
      while index < end {
        let bytes = eight(at: index) ^ flipped
        lanes &+= (bytes & low) &+ (bytes &>> 8 & low)
        index &+= 8
      }
      let pairs = (lanes & 0x0000_FFFF_0000_FFFF) &+ (lanes &>> 16 & 0x0000_FFFF_0000_FFFF)
      sum &+= Int((pairs & 0xFFFF_FFFF) &+ pairs &>> 32)
    }
    var rest = flipped
    while index < range.upperBound {
      sum &+= Int(self[index] ^ UInt8(truncatingIfNeeded: rest))
      rest &>>= 8
      index &+= 1
    }
    return sum
  }

  /// The sixteen bytes from `index`.
  @inline(__always)
  func sixteen(at index: Int) -> SIMD16<UInt8> {
    assert(index >= 0 && index + 16 <= count, "outside the values")
    return unsafe UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
  }
}

extension Values where Element == Int8 {
  /// The sum of the numbers of `range`.
  func sum(_ range: Range<Int>) -> Int {
    let bytes = unsafe Values<UInt8>(
      UnsafeMutableRawPointer(base).assumingMemoryBound(to: UInt8.self), count: count)
    // With the sign turned over they count from −128.
    return bytes.sum(range, flipped: 0x8080_8080_8080_8080) &- 128 &* range.count
  }
}

extension Values where Element == Int32 {
  /// The eight numbers from `index`.
  @inline(__always)
  func lanes(at index: Int) -> SIMD8<Int32> {
    assert(index >= 0 && index + 8 <= count, "outside the values")
    return unsafe UnsafeRawPointer(base + index).loadUnaligned(as: SIMD8<Int32>.self)
  }

  /// Sets the eight numbers from `index`.
  @inline(__always)
  func setLanes(_ lanes: SIMD8<Int32>, at index: Int) {
    assert(index >= 0 && index + 8 <= count, "outside the values")
    unsafe UnsafeMutableRawPointer(base + index).storeBytes(of: lanes, as: SIMD8<Int32>.self)
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
