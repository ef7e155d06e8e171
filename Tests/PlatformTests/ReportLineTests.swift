import Foundation
import Platform
import TestSupport
import Testing
import Texts

@Suite struct ReportLineTests {
  private func line(_ json: String) throws -> ReportLine {
    let bytes = Array(json.utf8)
    return try ReportLine(bytes.span)
  }

  @Test func readsMembersInAnyOrder() throws {
    let report = try line(
      """
      {"text": "Zwölf \\"Boote\\"\\n\\u00fcber \\ud83d\\ude00 C:\\\\x\\/y", "ts": 1700000000, \
      "url": null, "n": -1.5e3, "ok": true, "outlet": "Küste", "id": "a-1"}
      """)
    #expect(report.id == "a-1" && report.outlet == "Küste" && report.published == 1_700_000_000)
    #expect(report.text[report.text.range] == "Zwölf \"Boote\"\nüber 😀 C:\\x/y")
  }

  @Test func readsWhatTheQuickWayRefuses() throws {
    let report = try line(
      """
      {"id": 17, "outlet": null, "ts": 12.75, "credits": ["AFP"], "tags": [1, {"a": "}"}], \
      "text": "x"}
      """)
    #expect(report.id == "17" && report.outlet == nil && report.published == 12)
    #expect(report.credits == ["AFP"])
  }

  @Test(arguments: [
    "", "{", "[]", "{}", #"{"id": "a"}"#, #"{"text": "a"}"#, #"{"id": "a", "text": 3}"#,
    #"{"id": "a", "text": "b""#, #"{"id": "a", "text": "b"} x"#, #"{"id": "a" "text": "b"}"#,
    #"{"id": "a", "text": "\ud800"}"#, #"{"id": "a", "text": "\x"}"#,
  ])
  func refusesWhatIsNoReport(json: String) {
    #expect(throws: (any Error).self) { try line(json) }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func agreesWithTheFullReader(seed: UInt64) throws {
    struct Whole: Codable, Equatable {
      let id: String
      let outlet: String?
      let ts: Int?
      let text: String
    }
    let text = randomReport(seed: seed)
    let whole = Whole(
      id: "r\(seed)", outlet: seed % 2 == 0 ? "A\u{7}\"" : nil, ts: seed % 3 == 0 ? -5 : nil,
      text: text[text.range])
    let report = try line(String(decoding: JSONEncoder().encode(whole), as: UTF8.self))
    #expect(
      Whole(
        id: report.id, outlet: report.outlet, ts: report.published,
        text: report.text[report.text.range]) == whole)
  }

  @Test func linesComeOneByOne() throws {
    let long = String(repeating: "x", count: 3 << 20)
    let path = scratch("one\n\ntwo\r\n" + long + "\nlast", name: "lines.jsonl")
    let reader = try LineReader(path: path)
    var lines: [Int] = []
    while let count = try reader.next({ $0.count }) { lines.append(count) }
    #expect(lines == [3, 0, 4, 3 << 20, 4] && reader.number == 5)
    #expect(throws: FileError.self) { try LineReader(path: path + ".none") }
    #expect(throws: FileError.self) { try LineReader(path: "/") }
  }

  @Test func aFileThatIsNotFinishedChangesNothing() throws {
    let path = scratch("old", name: "archive.reuse")
    do {
      let file = try AtomicFile(path: path)
      try file.write([1, 2, 3].span.bytes)
    }
    #expect(try FileBytes.mapping(path: path).bytes(0, 3) == Array("old".utf8))
    // What a killed process left is written over; what another is writing is not.
    try Data("left behind by a killed process".utf8).write(to: URL(fileURLWithPath: path + ".part"))
    let file = try AtomicFile(path: path)
    try file.write(Array("new".utf8).span.bytes)
    #expect(throws: FileError.self) { try AtomicFile(path: path) }
    try file.commit()
    let written = try FileBytes.mapping(path: path)
    #expect(written.bytes(0, written.count) == Array("new".utf8))
    let folder = String(path.dropLast("archive.reuse".count))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["archive.reuse"])
    #expect(throws: FileError.self) { try AtomicFile(path: "/no/such/folder/x") }
  }
}
