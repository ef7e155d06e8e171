import Dossiers
import Encoder
import Readings
import TextReuse
import Texts

// An executable of the core alone: what it links, the core links (`Scripts/check-layers`).
@main struct CoreProbe {
  static func main() {
    let texts = CommandLine.arguments.dropFirst().map { SourceText($0) }
    let result = PassageFinder().result(
      for: texts.map {
        ReuseInput(text: $0, range: $0.range, outlet: nil, publishedDay: nil, credits: [])
      })
    let tool = Dossier.Tool(name: "core-probe", version: "0", model: "rules")
    print(Dossier(tool: tool).schema, result.passages.count, Instructions.best.name)
    print(CoNLLUForm().text(of: []).utf8.count)
  }
}
