/// What to tell the system of large pieces of memory.
///
/// That they are read all over, so that it may back them with large pages, which the processor finds sooner. The core
/// does not know the system; whoever has an index hands this in.
@safe public struct MemoryAdvice: Sendable {
  /// Pieces of fewer bytes are not told of.
  public static let leastSize = 2 << 20
  /// Pieces begin at multiples of so many bytes.
  public static let pageSize = 2 << 20

  let give: @Sendable (UnsafeMutableRawBufferPointer) -> Void

  /// Takes what is called with every large piece of memory before it is used.
  public init(_ give: @escaping @Sendable (UnsafeMutableRawBufferPointer) -> Void) {
    unsafe self.give = give
  }
}
