/// The bytes of a file that stay where they are while this object lives.
///
/// `Platform` makes one by mapping a file; tests make one from an array. The
/// object owns the memory and releases it when the last reference goes.
@safe public final class FileBytes: @unchecked Sendable {
  // Sendable: the memory is never written after `init`, and is released once.
  private let base: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Takes over memory that nobody writes, and the closure that releases it.
  public init(
    unsafeOwning base: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    unsafe self.base = base
    unsafe self.release = release
  }

  /// Copies an array.
  public convenience init(_ bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 16)
    unsafe memory.copyBytes(from: bytes)
    unsafe self.init(
      unsafeOwning: UnsafeRawBufferPointer(rebasing: memory[0..<bytes.count]),
      release: { unsafe $0.deallocate() })
  }

  deinit { unsafe release(base) }

  /// The number of bytes.
  public var count: Int { unsafe base.count }

  /// The bytes in place, for code that checks bounds itself; valid while this object lives.
  @unsafe public var unsafeBytes: UnsafeRawBufferPointer { unsafe base }

  /// The byte at `offset`; traps outside the file.
  public subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count, "outside the file")
    return unsafe base[offset]
  }

  /// A little-endian integer at `offset`, aligned or not; traps outside the file.
  public func load<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ type: Integer.Type, at offset: Int
  ) -> Integer {
    precondition(
      offset >= 0 && offset + MemoryLayout<Integer>.size <= count, "outside the file")
    return unsafe Integer(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: type))
  }

  /// The bytes from `start` up to `end`, copied; traps outside the file.
  public func bytes(_ start: Int, _ end: Int) -> [UInt8] {
    precondition(start >= 0 && start <= end && end <= count, "outside the file")
    return unsafe Array(base[start..<end])
  }
}
