import Glibc

/// Where results and messages go: results on standard output, all else on standard error.
public enum Output {
  /// Writes bytes to standard output; a closed pipe ends the program quietly by SIGPIPE.
  public static func write(_ text: String) {
    put(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes bytes to standard output; a closed pipe ends the program quietly by SIGPIPE.
  public static func write(bytes: [UInt8]) { put(bytes, to: STDOUT_FILENO) }

  /// Writes a line to standard error.
  public static func message(_ text: String) {
    put(Array("synoptic: \(text)\n".utf8), to: STDERR_FILENO)
  }

  /// Whether standard output is a terminal that shows colour (`NO_COLOR` says it must not).
  public static var isColorTerminal: Bool {
    guard isatty(STDOUT_FILENO) == 1, unsafe getenv("NO_COLOR") == nil else { return false }
    guard let kind = unsafe getenv("TERM") else { return false }
    return unsafe String(cString: kind) != "dumb"
  }

  /// The terminal's width in columns, 80 when there is none.
  public static var columns: Int {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else {
      return 80
    }
    return Int(size.ws_col)
  }

  private static func put(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

/// Writes a file whole or not at all: a temporary file beside it, then a rename.
public func writeAtomically(_ text: String, to path: String) throws(FileError) {
  try writeAtomically(Array(text.utf8), to: path)
}

/// Writes a file whole or not at all: a temporary file beside it, then a rename.
public func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
  let temporary = "\(path).\(getpid()).part"
  let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  func failure() -> FileError {
    let reason = unsafe String(cString: strerror(errno))
    return FileError(
      code: .unwritable, path: path, message: "\(path) cannot be written: \(reason)")
  }
  guard descriptor >= 0 else { throw failure() }
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = unsafe rest.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else {
      let error = failure()
      close(descriptor)
      unsafe unlink(temporary)
      throw error
    }
    rest = rest.dropFirst(count)
  }
  guard fsync(descriptor) == 0, close(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
    let error = failure()
    unsafe unlink(temporary)
    throw error
  }
}
