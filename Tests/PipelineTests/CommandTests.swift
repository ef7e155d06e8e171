import Foundation
import TestSupport
import Testing

/// What a run of the command line gave.
struct Run {
  let status: Int32
  let output: String
  let messages: String
}

/// Runs the command line that was built beside the tests.
func synoptic(_ arguments: String...) throws -> Run {
  let folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let process = Process()
  process.executableURL = folder.appendingPathComponent("synoptic")
  // By rules, so that no model which lies somewhere changes what a test sees.
  let readsReports = ["compare", "read"].contains(arguments.first ?? "")
  let isChosen = arguments.contains { $0 == "--reader" || $0 == "--model" }
  process.arguments =
    readsReports && !isChosen && arguments.count > 1
    ? arguments + ["--reader", "rules"] : arguments
  process.environment = ["SYNOPTIC_DATA": checkout("Data"), "PATH": "/usr/bin:/bin"]
  // Files, not pipes: a pipe that fills up would stop the program.
  let output = scratch("", name: "output")
  let messages = scratch("", name: "messages")
  process.standardOutput = FileHandle(forWritingAtPath: output)
  process.standardError = FileHandle(forWritingAtPath: messages)
  try process.run()
  process.waitUntilExit()
  func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
  return Run(
    status: process.terminationStatus, output: text(output), messages: text(messages))
}

private let one = """
  date 2024-03-06 Rockets hit the market of Sake on Tuesday and killed five civilians, the \
  governor said. The rebels denied that they had fired.
  """
private let two = """
  date 2024-03-06 Nine people were killed when rockets hit the market of Sake, according to the \
  Red Cross, which called for calm in the town.
  """

@Suite struct CommandTests {
  @Test func comparesTwoReports() throws {
    let run = try synoptic("compare", scratch(one), scratch(two))
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.output.contains("9 people"))
    #expect(!run.output.contains("\u{1B}["))
  }

  @Test func oneBrokenFileIsNamedAndTheRestCompared() throws {
    let run = try synoptic(
      "compare", "--format", "json", scratch(one), "/nowhere/x.txt", scratch(two))
    #expect(run.status == 2)
    #expect(run.messages.contains("there is no file /nowhere/x.txt"))
    #expect(run.output.contains("\"id\" : \"r2\""))
  }

  @Test func nothingToReadPrintsNothing() throws {
    let run = try synoptic("compare", "/nowhere/x.txt", "/tmp")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.messages.contains("/tmp is a folder"))
  }

  @Test func aSingleReportHasNothingToCompare() throws {
    let run = try synoptic("compare", scratch(one))
    #expect(run.status == 1 && !run.output.isEmpty)
    #expect(run.messages.contains("only one report"))
  }

  @Test func aFileGivenTwiceIsReadOnce() throws {
    let path = scratch(one)
    let run = try synoptic("compare", path, path, scratch(two))
    #expect(run.status == 0)
    #expect(run.messages.contains("named more than once"))
  }

  @Test func aHugeLineIsRefusedAtOnce() throws {
    let path = scratch([UInt8](repeating: 0x61, count: 100 << 20))
    let run = try synoptic("compare", path, scratch(one), scratch(two))
    #expect(run.status == 2 && run.messages.contains("100 MB"))
    try FileManager.default.removeItem(atPath: path)
  }

  @Test(arguments: [["compare"], ["compare", "--format", "pdf", "x"], ["nonsense"]])
  func misuseExitsWith64(arguments: [String]) throws {
    let run =
      switch arguments.count {
      case 1: try synoptic(arguments[0])
      default: try synoptic(arguments[0], arguments[1], arguments[2], arguments[3])
      }
    #expect(run.status == 64)
  }

  @Test func verifiesWhatItMade() throws {
    let reports = [scratch(one), scratch(two)]
    let dossier = scratch("", name: "dossier.json")
    _ = try synoptic(
      "compare", "--format", "json", "--output", dossier, reports[0], reports[1])
    let clean = try synoptic("verify", dossier)
    #expect(clean.status == 0)
    try Data((one + " More.").utf8).write(to: URL(fileURLWithPath: reports[0]))
    let changed = try synoptic("verify", dossier)
    #expect(changed.status == 1 && changed.output.contains("source-changed"))
    try FileManager.default.removeItem(atPath: reports[0])
    #expect(try synoptic("verify", dossier).status == 2)
    #expect(try synoptic("verify", "/nowhere/dossier.json").status == 2)
    #expect(try synoptic("verify", scratch("{\"schema\": 1}")).status == 2)
  }
}
