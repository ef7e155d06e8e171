import Knowledge
import Linguistics
import Texts

/// Words for a means, and what kind of means it is.
struct IncidentWeapon {
  /// The words.
  let range: TextRange
  /// Whether it is a bomb, a mine, a grenade or what they are made of.
  let isBomb: Bool
  /// Whether it is a thing that was used, neither a person nor a trace nor a vehicle.
  let isInstrument: Bool

  /// The means that the lexicon knows in some words; nil when it knows none.
  init?(_ range: TextRange, in reading: Reading, lexicon: EventLexicon) {
    let bytes = reading.text.bytes
    var words: [Word] = []
    var ranges: [TextRange] = []
    for token in reading.tokens(in: range) {
      let whole = reading.tokens[token].range
      for part in bytes[whole.start..<whole.end].split(separator: 0x2D) {
        ranges.append(TextRange(part.startIndex, part.endIndex))
        words.append(Word(folding: bytes, in: TextRange(part.startIndex, part.endIndex)))
      }
    }
    for start in words.indices {
      let found = lexicon.matches(at: start, in: words).first { $0.entry.kind == .weapon }
      guard let found else { continue }
      let entry = found.entry
      self.range = ranges[start].union(ranges[start + found.count - 1])
      isBomb = entry.mode == "explosives" && !Self.isTrace(entry.words)
      isInstrument = Self.isThing(entry) && !Self.isTrace(entry.words)
      return
    }
    return nil
  }

  private static func isThing(_ entry: EventLexicon.Entry) -> Bool {
    switch entry.mode {
    case "abduction", "vehicle", "suicide", "destroy", "crowd-control": return false
    case "aerial": return entry.words.hasSuffix("bomb") || entry.words.hasSuffix("missile")
    default: break
    }
    for ending in [
      "man", "sniper", "shooter", "commando", "raider", "bandit", "ambusher", "attacker",
      "assailant", "forces", "squad", "seal", "tank", "vehicle", "carrier", "frigate", "battleship",
      "disposal",
    ] where entry.words.hasSuffix(ending) {
      return false
    }
    return true
  }

  private static func isTrace(_ words: String) -> Bool {
    switch words {
    case "shrapnel", "crater", "gunshot wound", "bullet wound", "bullet hole", "gunfire", "gunshot",
      "bullet casing", "shell casing", "spent cartridge", "bomb squad", "live fire",
      "automatic fire", "heavy gunfire", "automatic gunfire", "hail of bullets", "incoming fire":
      true
    default: false
    }
  }
}
