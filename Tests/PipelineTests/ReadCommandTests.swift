import Dossiers
import Foundation
import Pipeline
import Platform
import TestSupport
import Testing

private let report = """
  date 2024-03-06 Rockets hit the market of Sake on Tuesday and killed five civilians, the \
  governor said. The rebels denied that they had fired.
  """

@Suite struct ReadCommandTests {
  @Test func readsByRulesForATerminal() throws {
    let run = try synoptic("read", scratch(report))
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.output.contains("the governor | said | Rockets hit the market"))
  }

  @Test func readsWithAModel() throws {
    let model = tinyReaderFile(about: "made by a test\nname: tiny reader 1")
    let run = try synoptic("read", "--model", model, "--format", "conllu", scratch(report))
    #expect(run.status == 0 && run.messages.isEmpty)
    #expect(run.output.contains("# reader = tiny reader 1\n"))
    #expect(run.output.contains("\t0\troot\t_\t"))
    let again = try synoptic(
      "read", "--model", model, "--format", "json", "--vectors", "--threads", "1",
      scratch(report), scratch(report))
    #expect(again.output.contains("\"schema\":\"synoptic.reading/1\""))
    #expect(again.output.split(separator: "\n").count == 2)
    #expect(again.output.contains("\"vectors\":[["))
  }

  @Test func aBrokenFileStopsNoOther() throws {
    let run = try synoptic(
      "read", "--format", "html", "/nowhere/x.txt", scratch(report))
    #expect(run.status == 2 && run.messages.contains("there is no file /nowhere/x.txt"))
    #expect(run.output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test func anotherLanguageIsNamedAndNotRead() throws {
    let french = """
      Des roquettes sont tombées mardi sur le marché de Sake et cinq civils ont été tués, selon le \
      gouverneur de la province. « Nous trouverons les auteurs », a-t-il dit à la presse.
      """
    let run = try synoptic("read", scratch(french))
    #expect(run.status == 0 && run.messages.contains("written in"))
    #expect(run.output.contains("No sentence was read."))
  }

  @Test func nothingToReadIsAFailure() throws {
    let run = try synoptic("read", "/nowhere/x.txt")
    #expect(run.status == 2 && run.output.isEmpty)
  }

  @Test func aModelThatIsNotThereIsNamed() throws {
    let run = try synoptic("read", "--model", "/nowhere/x.model", scratch(report))
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.messages.contains("/nowhere/x.model") && run.messages.contains("--reader rules"))
    let file = scratch("no model at all")
    let foreign = try synoptic("compare", "--model", file, scratch(report))
    #expect(foreign.status == 2 && foreign.messages.contains(file))
  }

  @Test func aModelWithoutAHeadIsNamed() throws {
    let model = tinyReaderFile(without: "arcs")
    let run = try synoptic("read", "--reader", "model", "--model", model, scratch(report))
    #expect(run.status == 2 && run.messages.contains("head arcs is missing"))
  }

  @Test func showsWhoWhereWhenAndHowMany() throws {
    let report = """
      date 2024-08-15 The Kenyan government said on Tuesday that at least 12 people died in Lodwar.
      """
    let run = try synoptic(
      "read", "--reader", "rules", "--layer", "mentions", "--format", "json", scratch(report))
    #expect(run.status == 0)
    for part in [
      "\"kind\":\"government\"", "\"country\":\"KE\"", "\"name\":\"Lodwar\"",
      "\"precision\":\"town\"",
      "\"value\":\"2024-08-13\"", "\"low\":12", "\"owner\":\"East African Community\"",
      "\"from\":\"2000-07-07\"", "\"tokens\":[]",
    ] { #expect(run.output.contains(part), "\(part) is missing") }
    let text = try synoptic("read", "--reader", "rules", "--layer", "mentions", scratch(report))
    #expect(text.output.contains("[Lodwar](place1)") && text.output.contains("12 or more"))
    let both = try synoptic(
      "read", "--reader", "rules", "--layer", "mentions", "--layer", "attributions",
      scratch(report))
    #expect(both.output.contains("a1  ") && both.output.contains("\nPlaces\n"))
    #expect(try synoptic("read", "--layer", "scent", scratch(report)).status == 64)
    let columns = try synoptic("read", "--layer", "names", "--format", "conllu", scratch(report))
    #expect(columns.status == 64)
  }

  @Test func showsWhoSaysWhatAndHowMany() throws {
    let run = try synoptic(
      "read", "--reader", "rules", "--layer", "claims", "--format", "json", scratch(report))
    #expect(run.status == 0)
    for part in [
      "\"ledger\":{\"claims\":[", "\"stance\":\"denies\"", "\"kind\":\"killed\"", "\"low\":5",
      "\"high\":5", "\"mainEvent\":\"event1\"", "\"relation\":\"main\"", "\"actors\":[",
    ] { #expect(run.output.contains(part), "\(part) is missing") }
    let text = try synoptic("read", "--reader", "rules", "--layer", "claims", scratch(report))
    #expect(text.output.contains("\nClaims\n") && text.output.contains("](toll1)"))
    #expect(text.output.contains("5 civilians killed") && text.output.contains("denies"))
    #expect(!text.output.contains("\nActors\n"), "mentions were not asked for")
    let page = try synoptic(
      "read", "--reader", "rules", "--layer", "claims", "--format", "html", scratch(report))
    #expect(page.output.contains("<caption>Tolls</caption>"))
    let plain = try synoptic("read", "--reader", "rules", "--format", "json", scratch(report))
    #expect(!plain.output.contains("\"ledger\""))
  }

  @Test func aDamagedTableOfActorsIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "synoptic-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(atPath: checkout("Data"), toPath: folder.path)
    let path = folder.appendingPathComponent("actors.table")
    var bytes = try Data(contentsOf: path)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: path)
    let run = try synoptic("read", "--reader", "rules", "--data", folder.path, scratch(report))
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.messages.contains("actors.table: its bytes are not those that were written"))
  }

  @Test func rulesAndAModelTogetherAreMisuse() throws {
    let run = try synoptic("read", "--reader", "rules", "--model", "x.model", scratch(report))
    #expect(run.status == 64)
    #expect(try synoptic("read", "--vectors", scratch(report)).status == 64)
  }

  @Test func theDossierNamesItsReader() async throws {
    let model = try ReaderModels.loaded(from: tinyReaderFile(about: "name: tiny reader 1"))
    let data = DataFolder(path: checkout("Data"))
    #expect(try Pipeline(data: data, model: model).tool.model == "tiny reader 1")
    #expect(try Pipeline(data: data).tool.model == "rules")
    let unnamed = try ReaderModels.loaded(from: tinyReaderFile())
    #expect(ReaderModels.name(of: unnamed) == "unnamed model")
  }
}
