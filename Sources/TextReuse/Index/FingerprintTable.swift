/// Numbers of fingerprints, found by hash.
///
/// Buckets of one cache line: eight hashes and their eight numbers, compared at once. A full
/// bucket overflows into the next, so almost every search reads one line.
@safe struct FingerprintTable {
  /// The hashes, then their numbers; both are 0 where nothing stands yet.
  typealias Bucket = SIMD16<UInt32>
  private typealias Half = SIMD8<UInt32>

  /// How many fingerprints a bucket holds.
  static let width = 8
  /// Of eight places this many are in use when the table grows; half as many when it has grown.
  private static let fullest = 5

  /// The buckets; their number is a power of two.
  private(set) var buckets: Column<Bucket>
  /// How many fingerprints there are.
  private(set) var count: Int
  private let advice: MemoryAdvice?

  /// Nothing yet.
  init(advice: MemoryAdvice?) {
    self.advice = advice
    buckets = Column(repeating: .zero, count: 256, advice: advice)
    count = 0
  }

  /// The buckets of a saved table.
  init(buckets: Column<Bucket>, count: Int, advice: MemoryAdvice?) {
    self.advice = advice
    self.buckets = buckets
    self.count = count
  }

  /// Whether `more` fingerprints need a larger table.
  func isFull(for more: Int) -> Bool { count + more > buckets.count * Self.fullest }

  /// Makes room for `more` fingerprints.
  mutating func reserve(_ more: Int) {
    buckets.makeWritable()
    guard isFull(for: more) else { return }
    var size = buckets.count * 2
    while count + more > size * Self.fullest { size *= 2 }
    rebuild(size: size) { $0 }
  }

  /// Builds the table anew with the numbers that `renumber` gives; fingerprints with 0 are dropped.
  mutating func rebuild(size: Int? = nil, _ renumber: (UInt32) -> UInt32) {
    let keeper = buckets
    let old = keeper.values
    let size = size ?? old.count
    buckets = Column(repeating: .zero, count: size, advice: advice)
    count = 0
    // How full each bucket is: cheaper than looking, as what was just written lane by lane is
    // read slowly as a whole.
    let fillColumn = Column<UInt8>(repeating: 0, count: size)
    let (fill, buckets) = (fillColumn.values, buckets.values)
    for index in 0..<old.count {
      let bucket = old.numbers(of: index)
      var place = 0
      while place < Self.width, bucket[place] != 0 {
        let number = renumber(bucket[Self.width + place])
        if number != 0 {
          var home = Self.home(of: bucket[place], size: size)
          while fill[home] == Self.width { home = (home &+ 1) & (size &- 1) }
          let numbers = buckets.numbers(of: home)
          numbers[Int(fill[home])] = bucket[place]
          numbers[Self.width + Int(fill[home])] = number
          fill[home] &+= 1
          count &+= 1
        }
        place += 1
      }
    }
    withExtendedLifetime((keeper, fillColumn)) {}
  }

  /// The number of a fingerprint; when it is not in the table it is added with `new`, and 0 returned.
  ///
  /// There must be room.
  @inline(__always)
  mutating func number(of hash: UInt32, orAdd new: UInt32) -> UInt32 {
    let buckets = buckets.values
    var index = Self.home(of: hash, size: buckets.count)
    while true {
      let bucket = buckets[index]
      let number = Self.number(of: hash, inBucket: bucket)
      if number != 0 { return number }
      if bucket[Self.width - 1] == 0 {
        let inUse = Half(repeating: 1).replacing(
          with: Half.zero, where: bucket.lowHalf .== Half.zero)
        let place = Int(inUse.wrappedSum())
        let numbers = buckets.numbers(of: index)
        numbers[place] = hash
        numbers[Self.width + place] = new
        count &+= 1
        return 0
      }
      index = (index &+ 1) & (buckets.count &- 1)
    }
  }

  /// The number of a fingerprint; 0 when it is not in the table.
  @inline(__always)
  static func number(of hash: UInt32, in buckets: Values<Bucket>) -> UInt32 {
    var index = home(of: hash, size: buckets.count)
    while true {
      let bucket = buckets[index]
      let number = Self.number(of: hash, inBucket: bucket)
      if number != 0 || bucket[width - 1] == 0 { return number }
      index = (index + 1) & (buckets.count - 1)
    }
  }

  @inline(__always)
  private static func number(of hash: UInt32, inBucket bucket: Bucket) -> UInt32 {
    Half.zero.replacing(with: bucket.highHalf, where: bucket.lowHalf .== Half(repeating: hash))
      .wrappedSum()
  }

  /// Asks for the buckets of hashes, to be read a little later.
  func prefetch(_ hashes: Values<UInt32>) {
    let buckets = buckets.values
    for index in 0..<hashes.count {
      buckets.prefetch(Self.home(of: hashes[index], size: buckets.count))
    }
  }

  /// The bucket where the search begins: by the highest bits, so that growing keeps the order.
  @inline(__always)
  static func home(of hash: UInt32, size: Int) -> Int {
    Int(hash >> UInt32(truncatingIfNeeded: 32 - size.trailingZeroBitCount))
  }
}

extension Values where Element == FingerprintTable.Bucket {
  /// The hashes and numbers of a bucket, one by one.
  @inline(__always)
  func numbers(of index: Int) -> Values<UInt32> {
    unsafe Values<UInt32>(
      UnsafeMutableRawPointer(pointer(to: index)).assumingMemoryBound(to: UInt32.self),
      count: Element.scalarCount)
  }
}
