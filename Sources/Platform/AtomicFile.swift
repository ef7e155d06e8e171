import Glibc

/// A file that is written piece by piece and stands under its name only when it is whole.
///
/// The pieces go to a temporary file beside it; `commit` flushes it to the disk and renames it, so
/// that whatever kills the process leaves the old file or the new one.
public final class AtomicFile {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// Begins the temporary file, in place of one that a killed process left behind.
  public init(path: String) throws(FileError) {
    self.path = path
    temporary = "\(path).part"
    // What is thrown below leaves the temporary file to whoever has it.
    descriptor = -1
    let opened = unsafe open(temporary, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard opened >= 0 else { throw Self.failure(path) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      throw FileError(
        code: .unwritable, path: path,
        message: "\(path) is being written by another process; wait until it is done")
    }
    guard ftruncate(opened, 0) == 0 else {
      let error = Self.failure(path)
      close(opened)
      throw error
    }
    descriptor = opened
  }

  deinit {
    guard descriptor >= 0 else { return }
    unsafe unlink(temporary)
    close(descriptor)
  }

  /// Adds bytes.
  public func write(_ bytes: RawSpan) throws(FileError) {
    var offset = 0
    while offset < bytes.byteCount {
      let count = unsafe bytes.extracting(offset..<bytes.byteCount).withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path) }
      offset += count
    }
  }

  /// Flushes the file to the disk and gives it its name.
  public func commit() throws(FileError) {
    let open = descriptor
    descriptor = -1
    // Renamed while it is locked, so that nobody else begins the same temporary file before.
    guard fsync(open) == 0, unsafe rename(temporary, path) == 0 else {
      let error = Self.failure(path)
      unsafe unlink(temporary)
      close(open)
      throw error
    }
    close(open)
    // The new name too, so that a power cut does not undo it.
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let handle = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static func failure(_ path: String) -> FileError {
    let reason = unsafe String(cString: strerror(errno))
    return FileError(
      code: .unwritable, path: path, message: "\(path) cannot be written: \(reason)")
  }
}
