import Readings
import TestSupport
import Testing
import Texts

@Suite struct CoNLLUFormTests {
  @Test func theSampleReadsAsWritten() {
    expectGolden(CoNLLUForm().text(of: [Sample.byModel]), "sample.conllu")
    expectGolden(CoNLLUForm().text(of: [Sample.byRules]), "sample-rules.conllu")
  }

  @Test func namesOfDocumentsAreUnique() {
    let other = ReportReading(
      report: Sample.report(path: "others/01 <courier>.txt"), reading: Sample.byModel.reading,
      tool: Sample.modelTool)
    let text = CoNLLUForm().text(of: [Sample.byModel, other])
    #expect(text.contains("# newdoc id = 01_<courier>\n"))
    #expect(text.contains("# newdoc id = 01_<courier>.2\n"))
    #expect(faults(in: text).isEmpty)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func anyReadingIsValid(seed: UInt64) {
    #expect(faults(in: CoNLLUForm().text(of: [randomReading(seed: seed)])).isEmpty)
  }

  /// What a validator of Universal Dependencies' first two levels would say.
  private func faults(in text: String) -> [String] {
    var faults: [String] = []
    var ids: Set<Substring> = []
    let blocks = text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(separator: "")
    for block in blocks {
      let id = block.first { $0.hasPrefix("# sent_id = ") } ?? ""
      if !ids.insert(id).inserted { faults.append("\(id) is there twice") }
      let rows = block.filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
      var written = ""
      for (index, row) in rows.enumerated() {
        guard row.count == 10, row.allSatisfy({ !$0.isEmpty }) else {
          faults.append("\(id): odd columns in \(row)")
          continue
        }
        if row[0] != "\(index + 1)" { faults.append("\(id): \(row[0])") }
        let isSpaced = !row[9].split(separator: "|").contains("SpaceAfter=No")
        written += row[1] + (isSpaced && index + 1 < rows.count ? " " : "")
        var node = index
        var steps = 0
        while let head = Int(rows[node][6]), head > 0, steps <= rows.count {
          node = head - 1
          steps += 1
        }
        if steps > rows.count { faults.append("\(id): a circle") }
      }
      if !block.contains("# text = \(written)") { faults.append("\(id): another text") }
      if rows.count(where: { $0[6] == "0" && $0[7] == "root" }) != 1 {
        faults.append("\(id): not one root")
      }
    }
    return faults
  }
}
