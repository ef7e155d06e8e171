import Knowledge
import Linguistics
import Mentions
import Texts

// Who is said to have done it: claims of responsibility, blame, captivity.
extension RoleFinder {
  /// Whoever took captives is who lets them go, when nothing else is said.
  func voteForCaptors(in votes: inout Votes) {
    for trigger in triggers where trigger.entry.mode == "abduction" && trigger.isVerb {
      let present = parties(in: trigger.sentence)
      var taken = Votes(count: actors.count)
      vote(trigger, present, in: &taken)
      let weight = weights[trigger.sentence] * 0.3
      for actor in actors.indices {
        if taken.perpetrators[actor] > 0 { votes.perpetrators[actor] += weight }
        if taken.targets[actor] > 0 { votes.targets[actor] += weight }
      }
    }
  }

  /// `blamed on X`, `accused X of`, `X was behind`, `X claimed responsibility`.
  ///
  /// Far from the event's own words it may be another deed that is meant, and counts half.
  func vote(
    blameIn sentence: Int, _ parties: [Party], isTold: Bool, in votes: inout Votes
  ) {
    if parties.isEmpty { return }
    let bounds = units.units(ofTokens: reading.sentences[sentence].tokens)
    let weight = weights[sentence] * (isTold ? 1 : 0.5)
    for position in bounds {
      switch units.words[position] {
      case "blamed", "blames", "blame", "blaming", "accused", "accuses", "accusing", "attributed":
        if position > bounds.lowerBound, units.words[position - 1] == "not" { continue }
        if let party = parties.first(where: {
          $0.units.lowerBound > position && $0.units.lowerBound <= position + 5
        }) {
          votes.perpetrators[party.actor] += weight
        }
      case "behind":
        if let party = parties.last(where: {
          $0.units.upperBound <= position && $0.units.upperBound + 3 >= position
        }) {
          votes.perpetrators[party.actor] += weight * 0.7
        }
      default: break
      }
    }
  }

  func voteForClaimants(in votes: inout Votes) {
    for claim in claims where claim.stance == .claimsResponsibility && !claim.isNegated {
      if let speaker = claim.speaker, votes.perpetrators.indices.contains(speaker) {
        votes.perpetrators[speaker] += 4
      }
    }
    // The words themselves, when no claim was made of them.
    guard !claims.contains(where: { $0.stance == .claimsResponsibility }) else { return }
    for (index, sentence) in reading.sentences.enumerated() {
      let bounds = units.units(ofTokens: sentence.tokens)
      for position in bounds where units.words[position] == "responsibility" {
        guard position > bounds.lowerBound else { continue }
        var verb = position - 1
        while verb > bounds.lowerBound, position - verb < 3, !isClaiming(units.words[verb]) {
          verb -= 1
        }
        guard isClaiming(units.words[verb]) else { continue }
        let present = parties(in: index)
        let isNegated = (max(bounds.lowerBound, verb - 6)..<verb).contains {
          Grammar.isNegation(units.words[$0])
        }
        if isNegated { continue }
        if let party = present.last(where: {
          $0.units.upperBound <= verb && verb - $0.units.upperBound <= 8
        }) {
          votes.perpetrators[party.actor] += 4
        }
      }
    }
  }

  func isClaiming(_ word: Word) -> Bool {
    switch word {
    case "claimed", "claims", "claiming", "claim", "took", "admitted", "accepted": true
    default: false
    }
  }
}
