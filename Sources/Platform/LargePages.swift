import Glibc

/// Asks the system to back memory that is read all over with large pages; it may do so or not.
public func askForLargePages(_ memory: UnsafeMutableRawBufferPointer) {
  _ = unsafe madvise(memory.baseAddress, memory.count, MADV_HUGEPAGE)
}
