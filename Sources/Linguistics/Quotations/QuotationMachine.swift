import Texts

/// Pairs the marks of one paragraph by a stack.
struct QuotationMachine {
  /// A quotation of the paragraph.
  struct Piece {
    let range: TextRange
    let inner: TextRange
    let isClosed: Bool
    let family: QuotationMark.Family
    /// The token it begins with.
    let first: Int
    /// Both marks are there.
    var isWhole = true
    /// It is not closed and runs to the paragraph's end.
    var runsOn = false
    var level = 0
  }

  /// How deep quotations may stand inside others; deeper marks are not marks of quotation.
  private static let deepest = 8
  private let reading: Reading
  private let tokens: Range<Int>
  private let marks: [QuotationMark]
  /// For each mark the next one of its family, `marks.count` when there is none.
  private let following: [Int]
  private let unclosed: QuotationMark.Family?
  private let next: QuotationMark?
  /// Marks that wait for their partner, as indexes into `marks`.
  private var open: [Int] = []
  private var pairs: [(open: Int, close: Int)] = []
  /// Marks that found no partner, with one past the last token of what they open.
  private var halves: [(open: Int, end: Int)] = []
  /// The token that closes what the paragraph before left open, without opening it anew.
  private var lateClose: Int?

  /// `unclosed` is the family of the quotation that the paragraph before left open, `next` the
  /// mark that the next paragraph begins with.
  init(
    _ reading: Reading, _ tokens: Range<Int>, unclosed: QuotationMark.Family?, next: QuotationMark?
  ) {
    self.reading = reading
    self.tokens = tokens
    self.unclosed = unclosed
    self.next = next
    marks = tokens.compactMap { QuotationMark(reading, $0, in: tokens) }
    following = Self.following(marks)
  }

  private static func following(_ marks: [QuotationMark]) -> [Int] {
    var following = [Int](repeating: marks.count, count: marks.count)
    var latest: [QuotationMark.Family: Int] = [:]
    for index in marks.indices.reversed() {
      following[index] = latest[marks[index].family] ?? marks.count
      latest[marks[index].family] = index
    }
    return following
  }

  /// The quotations, in order of their starts, a longer one before those inside it.
  mutating func run() -> [Piece] {
    for index in marks.indices {
      switch marks[index].family {
      case .double: takeDouble(index)
      case .single: takeSingle(index)
      case .angle, .singleAngle, .corner: takeDirected(index)
      }
    }
    endOpen()
    return pieces()
  }

  // MARK: Marks

  private mutating func takeDouble(_ index: Int) {
    let mark = marks[index]
    let isOpen = open.contains { marks[$0].family == .double }
    let later = following[index]
    if isOpen {
      // A sign for inches, when what closes the quotation is still to come.
      if mark.glyph == .either, mark.isBehindDigit, later < marks.count, marks[later].looksClosing {
        return
      }
      if mark.looksOpening { return push(index) }
      return close(index)
    }
    if mark.glyph == .either, mark.isBehindDigit { return }
    if mark.looksOpening { return push(index) }
    if mark.looksClosing {
      if unclosed == .double, lateClose == nil, pairs.isEmpty, halves.isEmpty {
        lateClose = mark.token
        return
      }
      // A mark with its space on the wrong side opens, if what follows closes.
      if later < marks.count, marks[later].looksClosing,
        !mark.isBehindPunctuation || isCommaBefore(mark)
      {
        push(index)
      }
      return
    }
    // Nothing speaks for either: it opens if there is a partner.
    if later < marks.count, !marks[later].looksOpening { push(index) }
  }

  private mutating func push(_ index: Int) {
    if open.count < Self.deepest { open.append(index) }
  }

  private func isCommaBefore(_ mark: QuotationMark) -> Bool {
    mark.token > tokens.lowerBound
      && (reading.tokens[mark.token - 1].word == "," || reading.tokens[mark.token - 1].word == ":")
  }

  private mutating func takeSingle(_ index: Int) {
    let mark = marks[index]
    let later = following[index]
    let top = open.last.map { marks[$0].family }
    if open.contains(where: { marks[$0].family == .single }) {
      // Only the innermost quotation is closed by a mark that may be an apostrophe.
      guard top == .single else {
        if mark.looksOpening, hasCloser(later) { push(index) }
        return
      }
      let isPossessive =
        mark.isBehindS && mark.isBeforeWord && later < marks.count && marks[later].looksClosing
      if mark.looksClosing || (mark.glyph != .opens && mark.spacing == .either) {
        if !isPossessive { close(index) }
        return
      }
      if mark.glyph == .opens, mark.spacing == .closes { return close(index) }
      return
    }
    guard mark.looksOpening || (mark.glyph == .opens && mark.spacing == .either) else { return }
    if hasCloser(later) || isRunningOn(mark) { push(index) }
  }

  /// Whether a single mark that may close stands somewhere behind, before another opens.
  private func hasCloser(_ later: Int) -> Bool {
    guard later < marks.count else { return false }
    return marks[later].looksClosing || (marks[later].spacing != .opens)
  }

  /// A paragraph of a speech in single marks: it begins with one, and so does the next.
  private func isRunningOn(_ mark: QuotationMark) -> Bool {
    mark.token == tokens.lowerBound && next?.family == .single && next?.looksOpening == true
  }

  /// Guillemets and corner marks; « » as in French, » « as in German and Danish.
  private mutating func takeDirected(_ index: Int) {
    let mark = marks[index]
    let family = mark.family
    if let position = open.lastIndex(where: { marks[$0].family == family }) {
      let isTurned = marks[open[position]].glyph != mark.glyph
      if isTurned { return close(index) }
      return push(index)
    }
    let later = following[index]
    if mark.glyph == .opens {
      push(index)
    } else if later < marks.count, marks[later].glyph == .opens, mark.spacing != .closes {
      push(index)
    }
  }

  /// Pairs the mark with the innermost open one of its family; what is open above that one
  /// was no quotation, or lost its closing mark.
  private mutating func close(_ index: Int) {
    let family = marks[index].family
    while let last = open.popLast() {
      if marks[last].family == family { return pairs.append((last, index)) }
      if marks[last].family != .single { halves.append((last, marks[index].token)) }
    }
  }

  /// What is still open ends with the paragraph, or, when another quotation opens inside it, with
  /// the last sentence before that.
  private mutating func endOpen() {
    for index in open {
      let family = marks[index].family
      if family == .single, !isRunningOn(marks[index]) { continue }
      let inside = following[index]
      let another = inside < marks.count ? inside : nil
      guard let another, pairs.contains(where: { $0.open == another }) || open.contains(another)
      else {
        halves.append((index, tokens.upperBound))
        continue
      }
      if let end = sentenceEnd(after: marks[index].token, before: marks[another].token) {
        halves.append((index, end))
      }
    }
    open = []
  }

  private func sentenceEnd(after first: Int, before last: Int) -> Int? {
    var end: Int?
    var sentence = reading.sentence(ofToken: first)
    while sentence < reading.sentences.count,
      reading.sentences[sentence].tokens.upperBound <= last
    {
      end = reading.sentences[sentence].tokens.upperBound
      sentence += 1
    }
    return end
  }

  // MARK: Pieces

  private func pieces() -> [Piece] {
    let all = reading.tokens
    var pieces: [Piece] = []
    for pair in pairs {
      let (first, last) = (marks[pair.open].token, marks[pair.close].token)
      let inner = reading.text.trimmed(TextRange(all[first].end, all[last].start))
      if inner.isEmpty { continue }
      pieces.append(
        Piece(
          range: TextRange(all[first].start, all[last].end), inner: inner, isClosed: true,
          family: marks[pair.open].family, first: first))
    }
    for half in halves {
      let first = marks[half.open].token
      guard half.end > first + 1 else { continue }
      let stop = all[half.end - 1].end
      pieces.append(
        Piece(
          range: TextRange(all[first].start, stop),
          inner: TextRange(all[first + 1].start, stop), isClosed: false,
          family: marks[half.open].family, first: first, isWhole: false,
          runsOn: half.end == tokens.upperBound))
    }
    if let late = lateClose, let unclosed, late > tokens.lowerBound {
      let start = all[tokens.lowerBound].start
      pieces.append(
        Piece(
          range: TextRange(start, all[late].end), inner: TextRange(start, all[late - 1].end),
          isClosed: true, family: unclosed, first: tokens.lowerBound, isWhole: false))
    }
    pieces.sort { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }
    return Self.leveled(Self.withoutCrossing(pieces))
  }

  /// Drops what overlaps another quotation without holding it or lying in it: of two such
  /// pieces at least one lacks a mark.
  private static func withoutCrossing(_ pieces: [Piece]) -> [Piece] {
    var isKept = [Bool](repeating: true, count: pieces.count)
    var around: [Int] = []
    for (index, piece) in pieces.enumerated() {
      while let last = around.last {
        if pieces[last].range.end <= piece.range.start {
          around.removeLast()
        } else if piece.range.end > pieces[last].range.end {
          guard piece.isWhole else {
            isKept[index] = false
            break
          }
          isKept[last] = false
          around.removeLast()
        } else {
          break
        }
      }
      if isKept[index] { around.append(index) }
    }
    return zip(pieces, isKept).filter(\.1).map(\.0)
  }

  private static func leveled(_ pieces: [Piece]) -> [Piece] {
    var ends: [Int] = []
    return pieces.map { piece in
      while let last = ends.last, last <= piece.range.start { ends.removeLast() }
      var piece = piece
      piece.level = ends.count
      ends.append(piece.range.end)
      return piece
    }
  }
}
