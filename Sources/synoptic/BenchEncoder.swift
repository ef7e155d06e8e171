import ArgumentParser
import Encoder
import Platform
import Texts

struct BenchEncoder: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encoder",
    abstract: "Word pieces a CPU-second, from ids to sentence vectors, for each path.",
    discussion: """
      Example: synoptic bench encoder --model minilm.model --text sentences.txt --peers

      A load B8S32 is 8 sequences of 32 random pieces. Paths, loads and peers take turns in each \
      round; a figure is the median of the rounds. --peers runs Training/bench_peers.py with a \
      Python that has onnxruntime or torch.
      """)

  @Option(help: "A model file; Training/convert.py makes one.")
  var model: String

  @Option(help: "One path only, as in avx2; \"best\" for the one this processor takes.")
  var path: String?

  @Option(help: "Loads, with commas.")
  var loads = "B8S32,B1S128,B8S128,B32S32"

  @Option(help: "A file of sentences, one a line, as one more load.")
  var text: String?

  @Option(help: "Rounds.")
  var rounds = 5

  @Option(help: "CPU-seconds a round, path and load.")
  var seconds = 0.5

  @Option(help: "With more than one, also the speed of so many, a second of wall time.")
  var workers = 1

  @Flag(help: "Measure other makers' runtimes beside, where their Python packages are.")
  var peers = false

  @Option(help: "The Python for --peers.")
  var python = "python3"

  @Option(help: "The folder of the peers' model.safetensors.")
  var peerModel: String?

  @Option(
    parsing: .unconditional,
    help: "More arguments for Training/bench_peers.py, as in \"--hold avx2\".")
  var peerOptions = ""

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let file: FileBytes
    let model: EncoderModel
    do {
      file = try FileBytes.mapping(path: self.model)
      model = try EncoderModel(file, path: self.model)
    } catch let error as FileError {
      Output.message(error.message)
      throw ExitCode(2)
    } catch let error as ModelFileError {
      Output.message("\(error)")
      throw ExitCode(2)
    }
    let instructions = try chosenInstructions()
    let loads = try chosenLoads(model)
    var table = BenchTable()
    for _ in 0..<max(1, rounds) {
      for instructions in instructions {
        let encoder = Encoder(model, instructions: instructions)
        for load in loads {
          let engine = "synoptic \(instructions.name)"
          let alone = await speed(encoder, load, workers: 1)
          table.add(engine, load.name, alone.cpu)
          if workers > 1 {
            let together = await speed(encoder, load, workers: workers)
            table.add(engine + ", wall", load.name, alone.wall)
            table.add(engine + ", \(workers) workers, wall", load.name, together.wall)
          }
        }
      }
      if peers { addPeers(to: &table) }
    }
    table.memory = Measurement.peakMemory - file.count
    // Last, for it maps the file a second time.
    table.milliseconds = loadMilliseconds(file)
    Output.write(json ? try jsonText(table.listing) : table.text)
  }

  /// Sequences that are run again and again.
  struct Load {
    let name: String
    let sequences: PieceSequences
  }

  private func chosenInstructions() throws -> [Instructions] {
    guard let path else { return Instructions.all.reversed() }
    if path == "best" { return [.best] }
    guard let found = Instructions.named(path) else {
      let names = Instructions.all.map(\.name).joined(separator: ", ")
      throw ValidationError("this processor has no path \(path); it has \(names)")
    }
    return [found]
  }

  private func chosenLoads(_ model: EncoderModel) throws -> [Load] {
    var chosen: [Load] = []
    var state: UInt64 = 1
    for name in loads.split(separator: ",") {
      let parts = name.dropFirst().split(separator: "S")
      guard name.hasPrefix("B"), parts.count == 2, let count = Int(parts[0]),
        let length = Int(parts[1]), count > 0,
        (2...model.architecture.positions).contains(length)
      else { throw ValidationError("a load looks like B8S32, not \(name)") }
      var sequences = PieceSequences()
      for _ in 0..<count {
        let ids = (0..<length).map { _ in
          // Knuth's linear congruential generator: any ids will do.
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return Int32((state >> 33) % UInt64(model.architecture.vocabulary))
        }
        sequences.append(ids)
      }
      chosen.append(Load(name: String(name), sequences: sequences))
    }
    if let text {
      do {
        chosen.append(Load(name: "text", sequences: try sentences(of: text, model)))
      } catch let error as FileError {
        Output.message(error.message)
        throw ExitCode(2)
      }
    }
    return chosen
  }

  private func sentences(of path: String, _ model: EncoderModel) throws -> PieceSequences {
    let file = try FileBytes.mapping(path: path)
    let text = SourceText(String(decoding: file.bytes(0, file.count), as: UTF8.self))
    var sequences = PieceSequences()
    var start = 0
    for end in 0...text.count where end == text.count || text.bytes[end] == UInt8(ascii: "\n") {
      let pieces = model.tokenizer.pieces(of: text, in: TextRange(start, end))
      if !pieces.isEmpty {
        let most = model.architecture.positions - 2
        sequences.append(pieces, 0..<min(most, pieces.count), markers: model.tokenizer)
      }
      start = min(text.count, end + 1)
    }
    guard sequences.count > 0 else { throw ValidationError("\(path) has no sentence") }
    return sequences
  }

  /// Pieces a CPU-second and a second of wall time, from ids to sentence vectors.
  private func speed(
    _ encoder: Encoder, _ load: Load, workers: Int
  ) async -> (cpu: Double, wall: Double) {
    var pieces = 0
    let cpu = Measurement.processSeconds
    let wall = Measurement.wallSeconds
    var spent = 0.0
    repeat {
      let states =
        workers > 1
        ? await encoder.states(of: load.sequences, workers: workers)
        : encoder.states(of: load.sequences)
      for index in 0..<load.sequences.count { _ = states.sentenceVector(index) }
      pieces += load.sequences.ids.count
      spent = Measurement.processSeconds - cpu
    } while spent < seconds
    return (Double(pieces) / spent, Double(pieces) / (Measurement.wallSeconds - wall))
  }

  /// The least time of five to read the mapped model, in milliseconds of wall time.
  private func loadMilliseconds(_ file: FileBytes) -> Double {
    var least = Double.infinity
    for _ in 0..<5 {
      let start = Measurement.wallSeconds
      guard let again = try? FileBytes.mapping(path: model),
        let loaded = try? EncoderModel(again, path: model)
      else { return 0 }
      least = min(least, (Measurement.wallSeconds - start) * 1000)
      withExtendedLifetime(loaded) {}
    }
    return least
  }

  private func addPeers(to table: inout BenchTable) {
    var arguments = [DataFolder.checkout + "/Training/bench_peers.py", "--json", "--rounds", "1"]
    arguments += ["--seconds", "\(seconds)", "--loads", loads]
    if let peerModel { arguments += ["--model", peerModel] }
    arguments += peerOptions.split(separator: " ").map(String.init)
    guard let output = outputOfProgram(python, arguments) else {
      return Output.message(
        "the peers were not measured: \(python) could not run Training/bench_peers.py; "
          + "it needs onnxruntime or torch, numpy and safetensors (--python names another)")
    }
    for line in output.split(separator: UInt8(ascii: "\n")) {
      guard let row = try? valueFromJSON(PeerRow.self, Array(line)) else { continue }
      // `--ids` of the peers and `--text` here are the same sentences.
      table.add(row.name, row.load == "ids" ? "text" : row.load, row.piecesPerCPUSecond)
    }
  }
}

/// A line of `Training/bench_peers.py --json`.
private struct PeerRow: Decodable {
  var engine: String
  var version: String
  var variant: String
  var load: String
  var piecesPerCPUSecond: Double

  var name: String { "\(engine) \(version) \(variant)" }

  enum CodingKeys: String, CodingKey {
    case engine, version, variant, load
    case piecesPerCPUSecond = "pieces_per_cpu_second"
  }
}
