import Glibc
public import Texts

/// A file that cannot be read or written.
public struct FileError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Code: String, Sendable {
    case missing, isFolder = "is-folder", notRegular = "not-a-regular-file", unreadable, empty
    case tooLarge = "too-large", binary, unwritable
    /// A model that cannot be read, or cannot read reports.
    case unfitModel = "unfit-model"
  }
  /// What is wrong.
  public let code: Code
  /// The file, as named.
  public let path: String
  /// A sentence for a person, with the next step.
  public let message: String

  /// Creates an error.
  public init(code: Code, path: String, message: String) {
    self.code = code
    self.path = path
    self.message = message
  }
}

extension FileBytes {
  /// Maps a regular file read-only; the mapping lives as long as the object.
  public static func mapping(path: String) throws(FileError) -> FileBytes {
    try mappingWithIdentity(path: path).file
  }

  /// Maps a regular file and tells its device and inode.
  static func mappingWithIdentity(
    path: String
  ) throws(FileError) -> (file: FileBytes, identity: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw FileError.opening(path, errno: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw FileError.opening(path, errno: errno)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw FileError(
        code: .isFolder, path: path,
        message: "\(path) is a folder; name the files in it, as in \(path)/*.txt")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(
        code: .notRegular, path: path,
        message: "\(path) is not a regular file; save it to a file first")
    }
    let size = Int(status.st_size)
    let identity = "\(status.st_dev):\(status.st_ino)"
    guard size > 0 else { return (FileBytes([]), identity) }
    guard let base = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe base != MAP_FAILED
    else { throw FileError.opening(path, errno: errno) }
    let file = unsafe FileBytes(
      unsafeOwning: UnsafeRawBufferPointer(start: base, count: size),
      release: { memory in
        _ = unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
      })
    return (file, identity)
  }
}

/// Whether there is anything of that name.
public func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

extension FileError {
  static func opening(_ path: String, errno code: Int32) -> FileError {
    switch code {
    case ENOENT, ENOTDIR:
      FileError(
        code: .missing, path: path,
        message: "there is no file \(path); check the name and the folder you are in")
    case EACCES, EPERM:
      FileError(
        code: .unreadable, path: path,
        message: "\(path) may not be read; check its permissions (ls -l)")
    default:
      FileError(
        code: .unreadable, path: path,
        message: "\(path) cannot be read: \(unsafe String(cString: strerror(code)))")
    }
  }
}
