import Foundation
import Linguistics
import Mentions
import TestSupport
import Testing
import Texts

@testable import Claims

private func lexicon(_ name: String) -> [UInt8] {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Data/lexicon/\(name).tsv")
  return Array((try? Data(contentsOf: file)) ?? Data())
}

private let cues = CueLexicon(lexicon("cues"))
private let wording = ClaimWording(hedges: lexicon("hedges"), stances: lexicon("stances"))

/// Claims of a marked text: each label that names a kind of actor is one actor.
private func claims(_ marked: MarkedText) -> [Claim] {
  var mentions = ReportMentions()
  for mark in marked.marks {
    let name = marked.text[mark.range]
    let parts = mark.label.split(separator: "-", maxSplits: 1)
    let isPronoun = parts[0] == "pronoun"
    let entity: Int
    if let known = mentions.actors.firstIndex(where: { $0.name == name || isPronoun }) {
      entity = known
    } else {
      let kind: ActorKind =
        switch parts[0] {
        case "person": .person
        case "agency": .agency
        case "ministry": .ministry
        case "military": .military
        case "group": .armedGroup
        default: .unnamed
        }
      mentions.actors.append(ActorEntity(name: name, aliases: [name], kind: kind))
      entity = mentions.actors.count - 1
    }
    mentions.actorMentions.append(
      ActorMention(range: mark.range, entity: entity, form: isPronoun ? .pronoun : .name))
  }
  let reading = Reader(cues: cues).reading(
    of: marked.text, title: nil, paragraphs: [marked.text.range])
  return AttributedClaims(cues: cues, wording: wording).claims(in: reading, mentions: mentions)
}

@Suite struct StanceTests {
  @Test(arguments: [
    ("The army said five men died.", Stance.asserts),
    ("The army denied using mines.", .denies),
    ("The ministry confirmed the deaths of two men.", .confirms),
    ("The envoy condemned the raid.", .condemns),
    ("The envoy said the raid was a massacre.", .condemns),
    ("The envoy described the raid as a crime against humanity.", .condemns),
    ("The group vowed revenge.", .threatens),
    ("The group said it would retaliate for the raid.", .threatens),
    ("The mayor promised to rebuild the school.", .promises),
    ("“Justice will be done,” the mayor said.", .promises),
    ("The mayor said he would rebuild the school.", .promises),
    ("The mayor called for a truce.", .callsFor),
    ("The mayor said both sides must stop firing.", .callsFor),
    ("The mayor accused the army of firing on farmers.", .accuses),
    ("The group claimed responsibility for the blast.", .claimsResponsibility),
    ("The group said it carried out the attack.", .claimsResponsibility),
    ("The envoy asked whether the truce would hold.", .questions),
    ("The army said it was unclear who fired first.", .questions),
    ("The army declined to comment on the raid.", .noComment),
  ])
  func readsStance(_ text: String, _ stance: Stance) {
    let found = claims(MarkedText([], in: SourceText(text)))
    #expect(found.map(\.stance) == [stance])
  }

  @Test func accusesOnlyOthers() {
    let other: MarkedText = "[The army](military) said [the Front](group) had bombed the market."
    let own: MarkedText = "[Basra Front](group) said [Basra Front](group) had bombed the camp."
    #expect(claims(other).map(\.stance) == [.accuses])
    #expect(claims(own).map(\.stance) == [.claimsResponsibility])
  }

  @Test func negatesWhatNobodyClaimed() {
    let found = claims("No group claimed responsibility for the blast.")
    #expect(found.map(\.isNegated) == [true])
    #expect(found.first?.speaker == nil)
  }

  @Test(arguments: [
    ("The raid [reportedly](hedge) killed ten men, police said.", "reportedly"),
    ("Police said the men [may have](hedge) fled.", "may have"),
    ("Police said ten men were hurt in May.", ""),
  ])
  func findsHedges(_ marked: MarkedText, _ hedge: String) {
    let found = claims(MarkedText([], in: marked.text))
    #expect(found.count == 1)
    #expect((found.first?.hedge).map { marked.text[$0] } ?? "" == hedge)
  }
}

@Suite struct SpeakerTests {
  @Test(arguments: [
    ("[Army](military) spokesman [Ade Bello](person) said the road was closed.", 1),
    ("[Ade Bello](person), the head of [the Red Watch](group), said the road was closed.", 0),
    ("A spokesman for [the health ministry](ministry) said the road was closed.", 0),
    ("The spokesman, [Ade Bello](person), said the road was closed.", 0),
    ("A rebel group, [the Northern Front](group), said the road was closed.", 0),
    ("The road is closed, said [Ade Bello](person), a spokesman for [the army](military).", 0),
  ])
  func findsTheHeadOfTheSource(_ marked: MarkedText, _ speaker: Int) {
    #expect(claims(marked).map(\.speaker) == [speaker])
  }

  @Test func keepsTheChain() {
    let told = claims("[Ade Bello](person) told [AFP](agency) that the road was closed.")
    #expect(told.map(\.chain) == [[1]])
    let cited = claims("[SANA](agency) reported that ten died, citing [the army](military).")
    #expect(cited.map(\.speaker) == [0, 1])
    #expect(cited.map(\.chain) == [[], [0]])
  }

  @Test func leavesOutWishes() {
    #expect(claims("[Ade Bello](person) wants to rebuild the school.").isEmpty)
  }

  @Test func pointsADenialAtWhatItDenies() {
    let marked: MarkedText =
      "[The Front](group) said they bombed the market. [The army](military) denied bombing the market."
    let found = claims(marked)
    #expect(found.map(\.stance).last == .denies)
    #expect(found.last?.aboutClaims == [0])
  }

  @Test(arguments: 0..<20)
  func survivesRandomText(seed: UInt64) {
    let text = randomReport(seed: seed, pieces: 200)
    let found = claims(MarkedText([], in: text))
    #expect(found == claims(MarkedText([], in: text)))
    for claim in found {
      for range in claim.content + [claim.source, claim.cue, claim.hedge].compactMap(\.self) {
        #expect(text.isScalarBoundary(range.start) && text.isScalarBoundary(range.end))
      }
      #expect(claim.aboutClaims.allSatisfy { found.indices.contains($0) })
    }
  }
}
