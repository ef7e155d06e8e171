import Texts

/// Decides why two reports share their stretches.
struct StretchKinds {
  /// The fewest copied words beside which quotations are copied too.
  private static let fewestCopied = 20
  private static let longestQuotation = 100
  private static let attributionEvidence = 24

  let test: StretchTest
  let sizeA: Int
  let sizeB: Int
  let isOneOutlet: Bool

  private var a: ArchiveSide { test.a }
  private var b: ArchiveSide { test.b }

  /// Cuts off the furniture that the stretches run into, and gives each its kind.
  func judge(_ stretches: inout [Stretch], isFurniture: (Stretch) -> Bool) {
    for index in stretches.indices.reversed() {
      guard let cut = FurnitureCues.shared.start(in: a, stretches[index].a) else { continue }
      stretches.replaceSubrange(index...index, with: parts(of: stretches[index], at: cut))
    }
    let shared = stretches.reduce(0) { $0 + $1.matched }
    let smaller = max(1, min(sizeA, sizeB))
    if isOneOutlet, 10 * shared >= 6 * smaller {
      for index in stretches.indices where stretches[index].kind == .copy {
        stretches[index].kind = hasCues(stretches[index]) ? .boilerplate : .version
      }
      return
    }
    let isLittle = 10 * shared < 3 * smaller
    var copied = 0
    for index in stretches.indices where stretches[index].kind == .copy {
      let stretch = stretches[index]
      if isBoilerplate(stretch) || (isLittle && isFurniture(stretch)) {
        stretches[index].kind = .boilerplate
      } else if isQuotation(stretch) {
        stretches[index].kind = .quote
      } else if isTemplate(stretch) {
        stretches[index].kind = .template
      } else {
        copied += stretch.matched
      }
    }
    // Where other words were copied too, the quotations were copied with them.
    if copied >= Self.fewestCopied {
      for index in stretches.indices where stretches[index].kind == .quote {
        stretches[index].kind = .copy
      }
    }
  }

  /// The parts of a stretch before and from word `cut` of the new report.
  private func parts(of stretch: Stretch, at cut: Int) -> [Stretch] {
    [stretch.a.lowerBound..<cut, cut..<stretch.a.upperBound].compactMap { words in
      let runs = stretch.runs.compactMap { run -> WordRun? in
        let first = max(Int(run.a), words.lowerBound)
        let end = min(Int(run.aEnd), words.upperBound)
        guard first < end else { return nil }
        return WordRun(a: Int32(first), b: run.b + Int32(first) - run.a, count: Int32(end - first))
      }
      guard !runs.isEmpty else { return nil }
      var part = test.stretch(runs)
      part.kind = stretch.kind
      return part
    }
  }

  private func hasCues(_ stretch: Stretch) -> Bool {
    stretch.a.count <= Furniture.longest && FurnitureCues.shared.mark(a, stretch.a)
  }

  private func isBoilerplate(_ stretch: Stretch) -> Bool {
    guard stretch.length <= Furniture.longest else { return false }
    if isOneOutlet, isFrame(a, stretch.a), isFrame(b, stretch.b) { return true }
    return hasCues(stretch)
  }

  /// Whether the stretch is lines of their own among the first or last words of the report.
  private func isFrame(_ side: ArchiveSide, _ stretch: Range<Int>) -> Bool {
    guard
      stretch.upperBound <= Furniture.longest
        || stretch.lowerBound + Furniture.longest >= side.count
    else { return false }
    return side.traits[stretch.lowerBound] & WordTrait.lineStart != 0
      && (stretch.upperBound == side.count
        || side.traits[stretch.upperBound] & WordTrait.lineStart != 0)
  }

  /// Whether the words are a speaker's: in quotation marks on both sides, or on one where
  /// the other gives them to somebody; or those words, and little else that was taken.
  private func isQuotation(_ stretch: Stretch) -> Bool {
    if a.quotedPercent(stretch.a) >= 80 && b.quotedPercent(stretch.b) >= 80 { return true }
    guard stretch.length <= Self.longestQuotation else { return false }
    var quoted = 0
    for run in stretch.runs {
      for offset in 0..<run.count where isQuoted(run, offset) { quoted += 1 }
    }
    guard 2 * quoted >= stretch.matched else { return false }
    var plain: [WordRun] = []
    for run in stretch.runs {
      for offset in 0..<run.count where !isQuoted(run, offset) {
        plain.append(WordRun(a: run.a + offset, b: run.b + offset, count: 1))
      }
    }
    return plain.isEmpty || test.stretch(plain).evidence < Self.attributionEvidence
  }

  private func isQuoted(_ run: WordRun, _ offset: Int32) -> Bool {
    (a.traits[Int(run.a + offset)] | b.traits[Int(run.b + offset)]) & WordTrait.quoted != 0
  }

  /// Whether the same words stand around other numbers: a form that is filled in anew.
  private func isTemplate(_ stretch: Stretch) -> Bool {
    var changed = 0
    for index in 1..<max(1, stretch.runs.count) {
      let (before, run) = (stretch.runs[index - 1], stretch.runs[index])
      let gapA = Int(before.aEnd)..<max(Int(before.aEnd), Int(run.a))
      let gapB = Int(before.bEnd)..<max(Int(before.bEnd), Int(run.b))
      guard !gapA.isEmpty, !gapB.isEmpty, isNumbers(a, gapA), isNumbers(b, gapB) else {
        return false
      }
      changed += gapA.count
    }
    guard changed >= 3, !isOneOutlet else { return false }
    var kept = 0
    for run in stretch.runs {
      for index in Int(run.a)..<Int(run.aEnd) where a.traits[index] & WordTrait.number != 0 {
        kept += 1
      }
    }
    return changed * 2 > kept
  }

  private func isNumbers(_ side: ArchiveSide, _ words: Range<Int>) -> Bool {
    words.allSatisfy { side.traits[$0] & WordTrait.number != 0 }
  }
}
