import Glibc

/// Reads a file, or standard input, line by line in a buffer that grows to the longest line.
public final class LineReader {
  private static let size = 1 << 20
  /// A longer line is no report.
  private static let longestLine = 1 << 28

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8]
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  /// The number of the line read last, from 1.
  public private(set) var number = 0

  /// Opens a file; `-` is standard input.
  public init(path: String) throws(FileError) {
    self.path = path
    buffer = Array(repeating: 0, count: Self.size)
    if path == "-" {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.opening(path, errno: errno) }
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw FileError(
        code: .isFolder, path: path,
        message: "\(path) is a folder; name the files in it, as in \(path)/*.jsonl")
    }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// Calls `body` with the bytes of the next line without its end; nil where there is none.
  ///
  /// The bytes are good only within `body`.
  public func next<Value>(
    _ body: (borrowing Span<UInt8>) throws -> Value
  ) throws -> Value? {
    var searched = start
    while true {
      if let place = newline(from: searched) {
        defer { start = place + 1 }
        number += 1
        return try body(buffer.span.extracting(start..<place))
      }
      searched = end
      if isAtEnd {
        guard start < end else { return nil }
        defer { start = end }
        number += 1
        return try body(buffer.span.extracting(start..<end))
      }
      let moved = start
      try fill()
      searched -= moved
    }
  }

  private func newline(from place: Int) -> Int? {
    guard place < end else { return nil }
    return unsafe buffer.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress,
        let found = unsafe memchr(base + place, 0x0A, end - place)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Moves what is left to the front and reads on behind it.
  private func fill() throws(FileError) {
    if start > 0 {
      unsafe buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        unsafe memmove(base, base + start, end - start)
      }
      (start, end) = (0, end - start)
    }
    if end == buffer.count {
      guard buffer.count < Self.longestLine else {
        throw FileError(
          code: .tooLarge, path: path,
          message: "\(path): line \(number + 1) is longer than 256 MB; is it one report a line?")
      }
      buffer += Array(repeating: 0, count: buffer.count)
    }
    while true {
      let place = end
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress.map { unsafe $0 + place }, $0.count - place)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw FileError.opening(path, errno: errno) }
      if count == 0 { isAtEnd = true }
      end += count
      return
    }
  }
}
