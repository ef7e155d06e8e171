import Texts

extension TokenScanner {
  /// The end of the mark or symbol at `offset`.
  func markEnd() -> Int {
    guard let mark = scalar(at: offset) else { return offset }
    let next = offset + length(at: offset)
    switch mark {
    case ".", "…": return runEnd { $0 == "." || $0 == "…" }
    case "!", "?": return runEnd { $0 == "!" || $0 == "?" }
    case "-", "=", "*", "~", "+", "<", ">", "$", "|", "—", "–", "^":
      return emoticonEnd() ?? runEnd { $0 == mark }
    case ":", ";": return emoticonEnd() ?? next
    default: return isEmoji(mark) ? emojiEnd() : next
    }
  }

  private func runEnd(_ belongs: (Unicode.Scalar) -> Bool) -> Int {
    var stop = offset
    while let scalar = scalar(at: stop), belongs(scalar) { stop += length(at: stop) }
    return stop
  }

  /// A face such as `:-)` between spaces.
  private func emoticonEnd() -> Int? {
    guard spaceBefore else { return nil }
    var stop = offset
    guard [0x3A, 0x3B, 0x3D].contains(bytes[stop]) else { return nil }
    stop += 1
    if byte(at: stop) == UInt8(ascii: "-") { stop += 1 }
    guard [0x28, 0x29, 0x44, 0x50, 0x70, 0x2F].contains(byte(at: stop)) else { return nil }
    stop += 1
    return stop == chunkEnd || byte(at: stop) == UInt8(ascii: ".") ? stop : nil
  }

  private func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x203C else { return false }
    let properties = scalar.properties
    return properties.isEmojiPresentation || (properties.isEmoji && properties.isEmojiModifierBase)
      || isRegional(scalar) || (properties.isEmoji && scalar.value >= 0x2600)
  }

  private func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The end of an emoji with its skin tone, variation selector, joiners and tags; two
  /// regional letters are one flag.
  private func emojiEnd() -> Int {
    var stop = offset + length(at: offset)
    if let first = scalar(at: offset), isRegional(first) {
      if let second = scalar(at: stop), isRegional(second) { stop += length(at: stop) }
      return stop
    }
    while let scalar = scalar(at: stop) {
      let next = stop + length(at: stop)
      if scalar.properties.isEmojiModifier || scalar.value == 0xFE0F || scalar.value == 0x20E3
        || (0xE0020...0xE007F).contains(scalar.value)
      {
        stop = next
      } else if scalar.value == 0x200D, let joined = self.scalar(at: next), isEmoji(joined) {
        stop = next + length(at: next)
      } else {
        break
      }
    }
    return stop
  }
}
