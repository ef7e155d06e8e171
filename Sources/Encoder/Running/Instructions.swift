import Kernels

/// A family of instructions that the encoder can run with.
@safe public struct Instructions: Sendable {
  /// The name, as in "avx512-vnni".
  public let name: String
  /// The functions.
  // Sendable: a struct of function pointers that lies in the program.
  nonisolated(unsafe) let kernels: UnsafePointer<KernelSet>

  private init(_ kernels: UnsafePointer<KernelSet>) {
    unsafe self.kernels = kernels
    unsafe name = String(cString: kernels.pointee.name)
  }

  /// The fastest this processor has.
  public static var best: Instructions { unsafe Instructions(kernels_best()) }

  /// All that this processor has, the plainest first.
  public static var all: [Instructions] {
    (0..<UInt32(KERNELS_PATHS)).compactMap { number in
      unsafe kernels_for(KernelPath(rawValue: number)).map { unsafe Instructions($0) }
    }
  }

  /// The one of a name, if this processor has it.
  public static func named(_ name: String) -> Instructions? { all.first { $0.name == name } }
}
