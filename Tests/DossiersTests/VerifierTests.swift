import Claims
import Mentions
import TestSupport
import Testing
import Texts

@testable import Dossiers

@Suite struct VerifierTests {
  private let verifier = Verifier(hash: digest)
  private static let sealed = (try? Sample.dossier.sealed(hash: digest)) ?? Sample.dossier
  private let sealed = Self.sealed

  /// A stand-in for SHA-256: 64 hexadecimal digits that depend on every byte.
  private static let digest: @Sendable ([UInt8]) -> String = { bytes in
    (0..<4 as Range<UInt64>).map { salt in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 &+ salt
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private func files(_ dossier: Dossier) -> [Verifier.ReportFile] {
    dossier.reports.indices.map { index in
      let ids = ["r1", "r2", "r3"]
      guard index < ids.count, let text = Sample.texts[ids[index]] else {
        return .unreadable(reason: "none")
      }
      return .read(text: text, sha256: String(repeating: "\(index + 1)", count: 64))
    }
  }

  private func codes(_ change: (inout Dossier) -> Void) -> [Finding.Code] {
    var dossier = sealed
    change(&dossier)
    return verifier.verification(of: dossier, files: files(sealed)).findings.map(\.code)
  }

  @Test func anUntouchedDossierVerifies() {
    let verification = verifier.verification(of: sealed, files: files(sealed))
    #expect(verification.findings.isEmpty)
    #expect(verification.reports == 3)
    #expect(verification.citations > 40)
    #expect(verification.text.hasPrefix("verified: "))
  }

  // MARK: Every cell

  @Test func everyChangeOfASingleCellIsFound() throws {
    let tree = try JSONTree(of: sealed)
    let files = files(sealed)
    var count = 0
    for mutation in tree.mutations() {
      count += 1
      guard let changed = try? mutation.tree.decoded(Dossier.self) else { continue }
      let findings = verifier.verification(of: changed, files: files).findings
      #expect(!findings.isEmpty, "\(mutation.what) passes")
    }
    #expect(count > 1500)
  }

  /// The seal aside: references, words of the contract, days and citations explain themselves.
  @Test func aChangedStringIsNamedForWhatItIs() throws {
    let tree = try JSONTree(of: sealed)
    let files = files(sealed)
    for mutation in tree.mutations() where mutation.deed == "longer" {
      let place = mutation.path.filter { !$0.allSatisfy(\.isNumber) }.joined(separator: ".")
      guard let rule = Contract.rule(at: place) else {
        Issue.record("no rule says what may stand at \(place)")
        continue
      }
      switch rule {
      case .words, .identity, .language: continue
      default: break
      }
      let changed = try mutation.tree.decoded(Dossier.self)
      let findings = verifier.verification(of: changed, files: files).findings
      #expect(findings.contains { $0.code != .altered }, "\(mutation.what)")
    }
  }

  @Test func theSealKeepsDossiersApartThatDifferInShapeOnly() throws {
    var split = Sample.dossier
    split.actors[1].aliases = ["RHF, the group"]
    var moved = Sample.dossier
    moved.actors[1].aliases = ["RHF", "the group"].reversed()
    let seals = try [Sample.dossier, split, moved].map { try $0.expectedSeal(hash: Self.digest) }
    #expect(Set(seals).count == 3)
    #expect(try sealed.expectedSeal(hash: Self.digest) == sealed.seal)
  }

  @Test func theSealLooksAtSixPlaces() throws {
    var same = Sample.dossier
    same.places[0].latitude = same.places[0].latitude.map { $0 + 0.000_000_01 }
    #expect(try same.expectedSeal(hash: Self.digest) == sealed.seal)
    same.places[0].latitude = same.places[0].latitude.map { $0 + 0.000_001 }
    #expect(try same.expectedSeal(hash: Self.digest) != sealed.seal)
  }

  // MARK: Citations

  @Test func wordsElsewhereInTheReportHaveMoved() {
    let findings = verifier.verification(
      of: changed {
        $0.tolls[3].span.start += 4
        $0.tolls[3].span.end += 4
      }, files: files(sealed)
    ).findings
    let moved = findings.first { $0.code == .quoteMoved }
    let place = Sample.span("The death toll rose to four", in: "r2")
    #expect(moved?.path == "tolls[3].span")
    #expect(moved?.message.contains("stands at \(place.start)-\(place.end) of r2") == true)
  }

  @Test func wordsOfAnotherReportAreInTheWrongDocument() {
    let findings = verifier.verification(
      of: changed { $0.tolls[3].report = "r1" }, files: files(sealed)
    ).findings
    let wrong = findings.first { $0.path == "tolls[3].span" }
    #expect(wrong?.code == .wrongDocument)
    #expect(wrong?.message.contains("stands in r2") == true)
  }

  @Test func wordsOfNoReportAreNotFound() {
    #expect(
      codes { $0.tolls[3].span.text = "The death toll rose to five" }
        == [.quoteNotFound, .altered])
    #expect(codes { $0.actors[4].mentions[0].text = "Afp" } == [.quoteNotFound, .altered])
  }

  @Test func everyCitationIsToldApart() throws {
    let tree = try JSONTree(of: sealed)
    let files = files(sealed)
    for path in tree.paths(ofObjectsWith: ["start", "end", "text"]) {
      let absent = tree.changing(path + ["text"]) { _ in .string("quite other words") }
      #expect(
        verifier.verification(of: try absent.decoded(Dossier.self), files: files).findings.map(
          \.code)
          == [.quoteNotFound, .altered], "\(path)")
      let moved = tree.changing(path + ["end"]) { tree in
        if case .integer(let end) = tree { .integer(end + 1) } else { tree }
      }
      #expect(
        verifier.verification(of: try moved.decoded(Dossier.self), files: files).findings.map(
          \.code)
          == [.quoteMoved, .altered], "\(path)")
    }
  }

  @Test func aChangedFileIsNamedOnceAndItsQuotesAreStillRead() {
    var changed = files(sealed)
    let text = Sample.texts["r2"].map { "Corrected. " + $0[$0.range] } ?? ""
    changed[1] = .read(text: SourceText(text), sha256: String(repeating: "a", count: 64))
    let findings = verifier.verification(of: sealed, files: changed).findings
    #expect(findings.first?.code == .sourceChanged)
    #expect(findings.first?.path == "reports[1].sha256")
    #expect(findings.dropFirst().allSatisfy { $0.code == .quoteMoved })
    #expect(findings.contains { $0.path == "passages[0].b" })
  }

  @Test func aMissingFileIsNamedOnce() {
    var missing = files(sealed)
    missing[0] = .unreadable(reason: "no such file")
    let verification = verifier.verification(of: sealed, files: missing)
    #expect(verification.findings.map(\.code) == [.reportMissing])
    #expect(verification.reports == 2)
    #expect(verifier.verification(of: sealed, files: []).findings.count == 3)
  }

  // MARK: Cells

  @Test func cellsThatCannotBeAreNamed() {
    #expect(codes { $0.mainEvent = "a1" } == [.danglingReference, .altered])
    #expect(codes { $0.tolls[4].scope.partOf = "r2.t9" } == [.danglingReference, .altered])
    #expect(codes { $0.claims[0].chain = ["e1"] } == [.danglingReference, .altered])
    #expect(codes { $0.actors[3].memberOf = ["r1"] } == [.danglingReference, .altered])
    #expect(codes { $0.notes[0].report = "r8" }.contains(.danglingReference))
    #expect(codes { $0.passages[0].id = "e1" }.contains(.duplicateID))
    #expect(
      codes { $0.passages[0].id = "p2" } == [.danglingReference, .danglingReference, .altered])
    #expect(codes { $0.lineage?[0].from = "r9" } == [.danglingReference, .altered])
    #expect(codes { $0.lineage?[1].passages = ["r1"] } == [.danglingReference, .altered])
    #expect(codes { $0.lineage?[1].evidence = "guess" } == [.outOfVocabulary, .altered])
    #expect(codes { $0.lineage?[1].words = -1 } == [.impossibleValue, .altered])
    #expect(codes { $0.claims[1].stance = "lies" } == [.outOfVocabulary, .altered])
    #expect(codes { $0.schema = "synoptic.dossier/9" } == [.outOfVocabulary, .altered])
    #expect(codes { $0.tolls[0].high = 1 } == [.impossibleValue, .altered])
    #expect(codes { $0.tolls[1].low = -11 } == [.impossibleValue, .altered])
    #expect(codes { $0.ranges[0].best = 5 } == [.impossibleValue, .altered])
    #expect(codes { $0.places[0].latitude = 91 } == [.impossibleValue, .altered])
    #expect(codes { $0.places[0].longitude = -180.5 } == [.impossibleValue, .altered])
    #expect(codes { $0.events[1].date?.latest = "2023-02-28" } == [.impossibleValue, .altered])
    #expect(codes { $0.events[1].date?.latest = "2023-02-30" } == [.impossibleValue, .altered])
    #expect(codes { $0.tolls[0].span.end = 0 } == [.impossibleValue, .altered])
    #expect(codes { $0.reports[0].published = "9 May" } == [.impossibleValue, .altered])
    #expect(codes { $0.actors[0].name = "" } == [.impossibleValue, .altered])
    #expect(codes { $0.seal = nil } == [.altered])
  }

  @Test func theContractKnowsEveryWordThatTheProgramUses() {
    #expect(Set(Contract.actorKinds) == Set(ActorKind.allCases.map(\.rawValue)))
    #expect(Set(Contract.stances) == Set(Stance.allCases.map(\.rawValue)))
    #expect(Set(Contract.figures) == Set(Toll.Kind.allCases.map(\.rawValue)))
    #expect(Set(Contract.categories) == Set(Toll.Category.allCases.map(\.rawValue)))
    #expect(Set(Contract.realis) == Set(Realis.allCases.map(\.rawValue)))
  }

  @Test func findingsAreOneLineEach() {
    let verification = verifier.verification(
      of: changed { $0.tolls[3].span.text = "line\nbreak \u{1B}[2J" }, files: files(sealed))
    let lines = verification.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == verification.findings.count + 2)
    #expect(!verification.text.utf8.contains(0x1B))
    #expect(lines[0].hasPrefix("quote-not-found  tolls[3].span: "))
  }

  private func changed(_ change: (inout Dossier) -> Void) -> Dossier {
    var dossier = sealed
    change(&dossier)
    return dossier
  }
}
