import Texts

/// Plain values that grow at the end: in memory of their own, or in a file until they change.
@safe final class Column<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>
  private(set) var count: Int
  private var capacity: Int
  /// The file that holds the values; nil when the memory is our own.
  private var file: FileBytes?
  /// Told of every large piece of memory before it is used.
  private let advice: MemoryAdvice?

  /// Nothing yet, in memory for `capacity` values.
  init(capacity: Int = 0, advice: MemoryAdvice? = nil) {
    unsafe base = Self.allocated(max(1, capacity), advice)
    self.advice = advice
    self.capacity = max(1, capacity)
    count = 0
  }

  /// `count` equal values.
  convenience init(repeating value: Element, count: Int, advice: MemoryAdvice? = nil) {
    self.init(capacity: count, advice: advice)
    unsafe base.initialize(repeating: value, count: count)
    self.count = count
  }

  /// The values that lie in a file from `offset`, which must be aligned and in it.
  init(_ file: FileBytes, at offset: Int, count: Int, advice: MemoryAdvice? = nil) {
    self.advice = advice
    let size = count * MemoryLayout<Element>.stride
    precondition(offset >= 0 && offset + size <= file.count, "outside the file")
    guard count > 0, let start = unsafe file.unsafeBytes.baseAddress else {
      unsafe base = .allocate(capacity: 1)
      (self.count, capacity) = (0, 1)
      return
    }
    let bytes = unsafe UnsafeMutableRawPointer(mutating: start + offset)
    unsafe base = bytes.assumingMemoryBound(to: Element.self)
    self.count = count
    capacity = count
    self.file = file
  }

  deinit { if file == nil { unsafe base.deallocate() } }

  /// The values; good until the column grows or is written for the first time.
  var values: Values<Element> { unsafe Values(base, count: count) }

  /// The memory up to its capacity; good until the column grows.
  var room: Values<Element> { unsafe Values(base, count: capacity) }

  /// The memory that is its own and in use, in bytes.
  var ownBytes: Int {
    guard file == nil else { return 0 }
    return (isLarge ? count : capacity) * MemoryLayout<Element>.stride
  }

  /// Whether it lies in memory that was told of.
  private var isLarge: Bool {
    advice != nil && capacity * MemoryLayout<Element>.stride >= MemoryAdvice.leastSize
  }

  /// How far it grows when it is full.
  ///
  /// What lies beyond the last value of a large one costs nothing: the system backs memory when it is
  /// first written.
  private var grownCapacity: Int { capacity * (isLarge ? 4 : 2) }

  /// The value at `index`.
  subscript(index: Int) -> Element {
    get { values[index] }
    set {
      makeOwn(capacity: capacity)
      values[index] = newValue
    }
  }

  /// Makes room for `more` values after the last.
  func reserve(_ more: Int) {
    if count + more > capacity || file != nil {
      makeOwn(capacity: count + more <= capacity ? capacity : max(count + more, grownCapacity))
    }
  }

  /// Adds a value.
  func append(_ value: Element) {
    if count == capacity || file != nil { reserve(1) }
    unsafe base[count] = value
    count += 1
  }

  /// Adds values.
  func append(_ values: Values<Element>) {
    reserve(values.count)
    let first = count
    count += values.count
    self.values.copy(values, to: first)
  }

  /// Adds values.
  func append(_ values: some Collection<Element>) {
    let first = count
    reserve(values.count)
    count += values.count
    let rest = unsafe UnsafeMutableBufferPointer(start: base + first, count: values.count)
    _ = unsafe rest.initialize(from: values)
  }

  /// Makes it `count` values, which are whatever the memory holds beyond those there were.
  func resize(_ count: Int) {
    if count > capacity || file != nil {
      makeOwn(capacity: count <= capacity ? capacity : max(count, grownCapacity))
    }
    self.count = count
  }

  /// Makes it `count` equal values.
  func fill(_ count: Int, with value: Element) {
    resize(count)
    unsafe base.update(repeating: value, count: count)
  }

  /// The values from `start` on, in memory of their own.
  func suffix(from start: Int) -> Column {
    let rest = Column(capacity: count - start)
    rest.append(values[start..<count])
    return rest
  }

  /// Copies what lies in a file into memory, so that it can be written.
  func makeWritable() { makeOwn(capacity: capacity) }

  private func makeOwn(capacity wanted: Int) {
    guard file != nil || wanted != capacity else { return }
    let memory = unsafe Self.allocated(max(1, wanted), advice)
    unsafe memory.update(from: base, count: count)
    if file == nil { unsafe base.deallocate() }
    unsafe base = memory
    capacity = max(1, wanted)
    file = nil
  }

  private static func allocated(
    _ count: Int, _ advice: MemoryAdvice?
  ) -> UnsafeMutablePointer<Element> {
    let size = count * MemoryLayout<Element>.stride
    guard let advice, size >= MemoryAdvice.leastSize else { return .allocate(capacity: count) }
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: size, alignment: MemoryAdvice.pageSize)
    unsafe advice.give(UnsafeMutableRawBufferPointer(start: memory, count: size))
    return unsafe memory.bindMemory(to: Element.self, capacity: count)
  }
}
