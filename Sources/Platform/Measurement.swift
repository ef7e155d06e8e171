import Glibc

/// What a run costs, for benchmarks; no result of Synoptic depends on it.
public enum Measurement {
  /// The CPU time of the calling thread, in seconds.
  public static var threadSeconds: Double { seconds(of: CLOCK_THREAD_CPUTIME_ID) }

  /// The CPU time of all threads of this process, in seconds.
  public static var processSeconds: Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }

  /// Time that goes by, in seconds from some moment.
  public static var wallSeconds: Double { seconds(of: CLOCK_MONOTONIC) }

  /// The most memory this process has had at once, in bytes, mapped files included.
  public static var peakMemory: Int {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    return usage.ru_maxrss * 1024
  }

  private static func seconds(of clock: clockid_t) -> Double {
    var time = timespec()
    guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// Runs another program and gives what it prints; nil when it cannot be run or fails.
///
/// The arguments reach the program as they are; its standard error is this program's.
public func outputOfProgram(_ program: String, _ arguments: [String]) -> [UInt8]? {
  let line = ([program] + arguments).map(shellQuoted).joined(separator: " ")
  guard let stream = unsafe popen(line, "r") else { return nil }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = unsafe fread(&buffer, 1, buffer.count, stream)
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  return unsafe pclose(stream) == 0 ? bytes : nil
}

/// The argument in single quotes, as a shell takes it word for word.
private func shellQuoted(_ argument: String) -> String {
  "'" + argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}
