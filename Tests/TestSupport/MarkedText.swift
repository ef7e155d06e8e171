public import Texts

/// Text with labelled stretches, written as `[Ana Ruiz](person) resigned`.
///
/// Brackets nest; `\[` is a plain bracket. Tests say where in the text, never with numbers.
public struct MarkedText: ExpressibleByStringLiteral, Equatable, CustomStringConvertible, Sendable {
  /// A labelled stretch.
  public struct Mark: Hashable, Sendable {
    /// Its bytes in `text`.
    public let range: TextRange
    /// Its label.
    public let label: String
    /// Creates a mark.
    public init(_ range: TextRange, _ label: String) {
      self.range = range
      self.label = label
    }
  }

  /// The text without the marks.
  public let text: SourceText
  /// The marks, ordered by start, longer first.
  public let marks: [Mark]

  /// Marks up a text.
  public init(_ marks: [Mark], in text: SourceText) {
    self.text = text
    self.marks = Self.ordered(marks)
  }

  /// Reads marked-up text; an unbalanced bracket is a mistake in the test and traps.
  public init(stringLiteral value: String) {
    var plain: [UInt8] = []
    var open: [Int] = []
    var marks: [Mark] = []
    let bytes = Array(value.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < bytes.count:
        plain.append(bytes[index + 1])
        index += 2
      case UInt8(ascii: "["):
        open.append(plain.count)
        index += 1
      case UInt8(ascii: "]"):
        guard let start = open.popLast(), index + 1 < bytes.count,
          bytes[index + 1] == UInt8(ascii: "("),
          let close = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
        else { preconditionFailure("unbalanced mark in: \(value)") }
        let label = String(decoding: bytes[index + 2..<close], as: UTF8.self)
        marks.append(Mark(TextRange(start, plain.count), label))
        index = close + 1
      default:
        plain.append(bytes[index])
        index += 1
      }
    }
    precondition(open.isEmpty, "unbalanced mark in: \(value)")
    text = SourceText(String(decoding: plain, as: UTF8.self))
    self.marks = Self.ordered(marks)
  }

  private static func ordered(_ marks: [Mark]) -> [Mark] {
    marks.sorted { a, b in
      (a.range.start, b.range.end, a.label) < (b.range.start, a.range.end, b.label)
    }
  }

  /// The ranges with a label, in order.
  public func ranges(_ label: String) -> [TextRange] {
    marks.filter { $0.label == label }.map(\.range)
  }

  /// The text with its marks.
  public var description: String {
    var out: [UInt8] = []
    for offset in 0...text.count {
      let closing = marks.filter { $0.range.end == offset && $0.range.start < offset }
        .sorted { ($0.range.count, $1.label) < ($1.range.count, $0.label) }
      for mark in closing { out += "](\(mark.label))".utf8 }
      for _ in marks.filter({ $0.range.start == offset && !$0.range.isEmpty }) { out += "[".utf8 }
      if offset < text.count { out.append(text.bytes[offset]) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Equal texts with equal marks.
  public static func == (a: MarkedText, b: MarkedText) -> Bool {
    a.text.bytes == b.text.bytes && a.marks == b.marks
  }
}
