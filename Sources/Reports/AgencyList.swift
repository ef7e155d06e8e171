public import Texts

/// News agencies, and the ways in which texts credit them.
///
/// A table with a row an agency: the short name, then other names, separated by `|`.
public struct AgencyList: Sendable {
  private let names: [Name]

  private struct Name: Sendable {
    let agency: String
    let bytes: [UInt8]
  }

  /// Reads the bytes of the table.
  public init(_ table: [UInt8]) {
    var names: [Name] = []
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09)
      guard let first = columns.first else { continue }
      let agency = String(decoding: first, as: UTF8.self)
      names.append(Name(agency: agency, bytes: Array(first)))
      for alias in columns.dropFirst().first?.split(separator: 0x7C) ?? [] {
        names.append(Name(agency: agency, bytes: Array(alias)))
      }
    }
    self.names = names.sorted { $0.bytes.count > $1.bytes.count }
  }

  /// The short name of the agency that goes by a name, in any case, or whose site has it as its
  /// address (`english.wafa.ps`); nil when none does.
  public func agency(named name: String) -> String? {
    if let agency = agency(folded: Folding.folded(name)) { return agency }
    guard !name.utf8.contains(0x20) else { return nil }
    // The last part of an address is a country or kind, never the name.
    return name.utf8.split(separator: 0x2E).dropLast()
      .lazy.compactMap { agency(folded: Folding.folded(String(Substring($0)))) }.first
  }

  private func agency(folded sought: String) -> String? {
    names.first { Folding.folded(String(decoding: $0.bytes, as: UTF8.self)) == sought }?
      .agency
  }

  /// Credit lines of a text, in order.
  ///
  /// They are an agency's name alone in brackets, at the very end, after a
  /// dateline's dash, after "credit", "copyright", "source", "photo" or "by", or on a line of
  /// its own. "told AFP" is no credit.
  public func credits(in text: SourceText, paragraphs: [TextRange]) -> [CreditLine] {
    var found: [CreditLine] = []
    for (index, paragraph) in paragraphs.enumerated() {
      let isLast = index == paragraphs.count - 1
      var offset = paragraph.start
      while offset < paragraph.end {
        guard let (name, end) = match(in: text, at: offset, before: paragraph.end) else {
          offset += 1
          continue
        }
        if let subject = subject(
          of: TextRange(offset, end), in: text, paragraph: paragraph, isLast: isLast)
        {
          found.append(
            CreditLine(agency: name, subject: subject, range: TextRange(offset, end)))
        }
        offset = end
      }
    }
    return found
  }

  /// The longest agency name that stands as whole words at `offset`.
  private func match(
    in text: SourceText, at offset: Int, before end: Int
  ) -> (agency: String, end: Int)? {
    let bytes = text.bytes
    guard bytes[offset] >= 0x41, offset == 0 || !isWordByte(bytes[offset - 1]) else { return nil }
    for name in names where offset + name.bytes.count <= end {
      let after = offset + name.bytes.count
      guard bytes[offset] == name.bytes[0], after == bytes.count || !isWordByte(bytes[after]),
        bytes[offset..<after].elementsEqual(name.bytes)
      else { continue }
      return (name.agency, after)
    }
    return nil
  }

  private func subject(
    of range: TextRange, in text: SourceText, paragraph: TextRange, isLast: Bool
  ) -> CreditLine.Subject? {
    let before = text.trimmed(TextRange(paragraph.start, range.start))
    let after = text.trimmed(TextRange(range.end, paragraph.end))
    let previous = before.isEmpty ? 0 : text.bytes[before.end - 1]
    let next = after.isEmpty ? 0 : text.bytes[after.start]
    let lead = text[TextRange(max(before.start, boundary(before.end - 32, text)), before.end)]
    let cue = Folding.folded(lead)
    let isPicture = ["photo", "image", "picture", "getty", "copyright", "©", "file"]
      .contains { cue.contains($0) }
    if [":", "copyright", "©"].contains(where: cue.hasSuffix)
      && ["credit:", "source:", "photo:", "image:", "photograph:", "copyright", "©", "copyright:"]
        .contains(where: cue.hasSuffix)
    {
      return isPicture || cue.hasSuffix("credit:") ? .picture : .text
    }
    let opens = previous == 0x28 || previous == 0x5B || previous == 0x2F
    let closes = next == 0x29 || next == 0x5D || next == 0x2F
    if opens && closes { return isPicture ? .picture : .text }
    // A line that is little but the credit: "AFP", "By Ana Ruiz, Reuters", "… with dpa".
    if paragraph.count <= range.count + 60 && after.count <= 3 {
      let opening = Folding.folded(
        text[TextRange(paragraph.start, boundary(min(paragraph.start + 8, before.end), text))])
      if before.isEmpty || opening.hasPrefix("by ") || cue.hasSuffix("with")
        || (before.count <= 40 && (previous == 0x2D || previous >= 0x80 || previous == 0x2C))
      {
        return isPicture ? .picture : .text
      }
    }
    // A dateline: "GOMA, March 3 (Reuters) -" is caught above; here "GOMA — AP —".
    let isDash = next == 0x2D || (after.count > 2 && text.scalar(at: after.start).value.isDash)
    if isDash && before.count <= 40 { return .text }
    // The agency's own signature after the last sentence.
    if isLast && after.count <= 1 && (previous == 0x2E || previous == 0x2D) { return .text }
    return nil
  }

  private func boundary(_ offset: Int, _ text: SourceText) -> Int {
    var offset = max(0, offset)
    while !text.isScalarBoundary(offset) { offset += 1 }
    return min(offset, text.count)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0xC3
  }
}
