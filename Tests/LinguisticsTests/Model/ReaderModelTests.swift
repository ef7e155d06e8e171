import Encoder
import EncoderTestSupport
import Linguistics
import Testing

@Suite struct ReaderModelTests {
  private func fault(_ model: EncoderModel) -> ReaderModelError? {
    do throws(ReaderModelError) {
      _ = try Reader(cues: cueLexicon, model: model)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: ["sentences", "tags", "arcs", "relations", "attributions", "roles"])
  func namesTheHeadThatIsMissing(name: String) throws {
    let error = try #require(fault(try tinyReaderModel(without: [name])))
    #expect(error.code == .missingHead && error.head == name && error.path == "tiny.model")
    #expect(error.description.contains("tiny.model: head \(name) is missing"))
  }

  @Test func readsWithoutNamesAndVectors() throws {
    #expect(fault(try tinyReaderModel(without: ["names", "vectors"])) == nil)
  }

  @Test(arguments: [
    ("sentences", ["start", "inside"]), ("tags", ["NOUN", "WORD"]), ("names", ["O", "B-Weather"]),
    ("names", ["O", "B-Person", "I-Date"]), ("attributions", ["O", "B", "I"]),
  ])
  func namesTheHeadWhoseLabelsAreOthers(name: String, labels: [String]) throws {
    let model = try tinyReaderModel(changing: [name: tokensHead(labels)])
    let error = try #require(fault(model))
    #expect(error.code == .unfitHead && error.head == name && error.detail.contains(name))
  }

  @Test func takesTransitionsOfTheRightShapeOnly() throws {
    var head = tokensHead(["O", "B-Person", "I-Person"])
    head.transitions = [Float](repeating: 0.5, count: 12)
    head.transitionColumns = 3
    #expect(fault(try tinyReaderModel(changing: ["names": head])) == nil)
    head.transitions.removeLast(3)
    let error = try #require(fault(try tinyReaderModel(changing: ["names": head])))
    #expect(error.code == .unfitHead && error.head == "names")
    #expect(error.detail.contains("9 numbers in rows of 3, expected 12"))
  }

  @Test func namesAnUnknownRelation() throws {
    var model = try tinyReaderModel()
    #expect(fault(model) == nil)
    model = try tinyReaderModel(changing: ["relations": tokensHead(["nsubj"])])
    #expect(fault(model)?.head == "relations")
  }

  @Test func refusesEncodersOfAnotherMake() throws {
    #expect(fault(try tinyReaderModel(positions: 32))?.code == .unfitEncoder)
    #expect(fault(try tinyReaderModel(shapes: 8))?.code == .unfitEncoder)
  }

  @Test func layersHaveTheNamesOfTreebanks() {
    #expect(PartOfSpeech(name: "PROPN") == .properNoun && PartOfSpeech.other.name == "X")
    #expect(PartOfSpeech(name: "propn") == nil)
    #expect(Relation(name: "nsubj:pass") == .nsubjPass && Relation(name: "subject") == nil)
    #expect(Relation.nsubjPass.universal == .nsubj && Relation.aclRelcl.universal == .acl)
    #expect(Relation.allCases.allSatisfy { !$0.universal.name.contains(":") })
    #expect(Name.Kind(name: "NORP") == .group && Name.Kind.person.name == "Person")
  }
}
