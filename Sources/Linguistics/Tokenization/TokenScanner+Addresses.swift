import Texts

extension TokenScanner {
  /// The end of a URL, an e-mail address, a handle or a tag at `offset`; nil when there is none.
  func addressEnd() -> Int? {
    let first = bytes[offset]
    switch first {
    case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"), UInt8(ascii: "F"),
      UInt8(ascii: "w"), UInt8(ascii: "W"):
      for scheme in Self.schemes where hasPrefix(scheme) { return webEnd(after: scheme.count) }
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      guard spaceBefore || tokens.last?.isPunctuation == true else { return nil }
      return tagEnd()
    default: break
    }
    return mailEnd() ?? domainEnd()
  }

  private static let schemes: [[UInt8]] = ["https://", "http://", "ftp://", "www."]
    .map { Array($0.utf8) }

  private func hasPrefix(_ prefix: [UInt8]) -> Bool {
    guard offset + prefix.count < chunkEnd else { return false }
    for (index, byte) in prefix.enumerated() {
      var other = bytes[offset + index]
      if other >= 0x41 && other <= 0x5A { other |= 0x20 }
      if other != byte { return false }
    }
    return true
  }

  /// A URL runs to the chunk's end or a mark no URL holds, less what punctuates the sentence.
  private func webEnd(after scheme: Int) -> Int? {
    var stop = offset + scheme
    var depth = 0
    scan: while let scalar = scalar(at: stop) {
      switch scalar {
      case "<", ">", "\"", "“", "”", "«", "»", "‘", "’", "…", "|", "[", "]", "{", "}": break scan
      case "(": depth += 1
      case ")":
        if depth == 0 { break scan }
        depth -= 1
      default: break
      }
      stop += length(at: stop)
    }
    while stop > offset + scheme {
      switch bytes[stop - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "*"):
        stop -= 1
      default: return stop
      }
    }
    return nil
  }

  /// A handle or a tag: letters, digits and underscores, and at least one letter.
  private func tagEnd() -> Int? {
    var stop = offset + 1
    guard isLetter(at: stop) || byte(at: stop) == UInt8(ascii: "_") else { return nil }
    while let scalar = scalar(at: stop) {
      let kind = CharacterClass(scalar)
      guard kind == .letter || kind == .digit || scalar == "_", !scalar.isApostrophe else { break }
      stop += length(at: stop)
    }
    return stop
  }

  /// An e-mail address: at most 64 bytes before the `@`, at most 255 behind it.
  private func mailEnd() -> Int? {
    guard nextAt < chunkEnd, nextAt > offset, nextAt - offset <= 64 else { return nil }
    for byte in bytes[offset..<nextAt] where !Self.isMailByte(byte) { return nil }
    guard !Self.isJoint(bytes[offset]) else { return nil }
    var stop = nextAt + 1
    while stop < chunkEnd, stop - nextAt < 256, Self.isMailByte(bytes[stop]) { stop += 1 }
    while stop > nextAt + 1, Self.isJoint(bytes[stop - 1]) { stop -= 1 }
    return stop > nextAt + 1 ? stop : nil
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "%")
  }

  /// A bare domain or file name (`example.org/news`, `report.pdf`), at most 100 bytes long.
  ///
  /// Two sentences that lost their space look alike (`on Monday.Then`), so the last part must
  /// be a known ending in lower case, or the whole in capitals.
  private func domainEnd() -> Int? {
    guard Self.isMailByte(bytes[offset]), !Self.isJoint(bytes[offset]) else { return nil }
    var stop = offset
    var dot: Int?
    while stop < chunkEnd, stop - offset < 100, Self.isDomainByte(bytes[stop]) {
      if bytes[stop] == UInt8(ascii: ".") { dot = stop }
      stop += 1
    }
    while stop > offset, Self.isJoint(bytes[stop - 1]) {
      stop -= 1
      if bytes[stop] == UInt8(ascii: ".") { dot = nil }
    }
    if dot == nil { dot = bytes[offset..<stop].lastIndex(of: UInt8(ascii: ".")) }
    guard let dot, dot > offset, dot + 1 < stop else { return nil }
    guard DomainEndings.all.contains(word(dot + 1, stop)), !isDigit(at: offset) else { return nil }
    let isLower = bytes[dot + 1..<stop].allSatisfy { $0 >= 0x61 }
    let isUpper = bytes[offset..<stop].allSatisfy { $0 < 0x61 }
    guard isLower || isUpper else { return nil }
    if isUpper, !isLower, bytes[offset..<stop].allSatisfy({ $0 < 0x41 }) { return nil }
    guard byte(at: stop) == UInt8(ascii: "/") else { return stop }
    return webEnd(after: stop - offset) ?? stop
  }

  private static func isDomainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// Endings of domains and files; those that are English words are left out.
enum DomainEndings {
  static let all = Set<Word>(
    listing: """
      com org net edu gov mil int info biz news uk de fr es pt nl ch ru ua pl cz sk hu ro bg gr tr
      il ps sy iq ir sa ae qa kw jo lb eg ly tn dz ma sd ss et ke ug tz rw ng gh sn ml cm za zw mz
      pk af np lk mm th vn ph cn jp kr tw hk sg au nz ca mx br ar cl pe ve ec bo eu tv io fm ge az
      md rs hr ba mk al lv lt ee fi se dk ie uz kz kg tj
      pdf doc docx xls xlsx ppt txt csv jpg jpeg png gif mp3 mp4 zip html htm php asp
      """
  )
}
