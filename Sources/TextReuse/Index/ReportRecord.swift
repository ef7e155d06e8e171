/// What the index knows of each report besides its words.
struct ReportRecord: BitwiseCopyable {
  /// The chunk of words and the first word in it.
  var chunk: UInt32
  var start: UInt32
  /// How many words, and how many when pairs of characters count half.
  var count: UInt32
  var size: UInt32
  /// Where the first word begins, in bytes and in code points.
  var base: UInt32
  var basePoints: UInt32
  /// The number of the outlet plus one; 0 when unknown.
  var outlet: UInt32
  /// The length of the name in bytes.
  var idCount: UInt32
  /// Seconds since 1970; the least integer when unknown.
  var published: Int64
  /// Where the name begins.
  var id: UInt64
  /// The first of its words with continuation bytes, in the chunk; wide, so that no byte is idle.
  var extras: UInt64
  /// Its origins: the first, and how many.
  var spans: UInt32
  var spanCount: UInt32

  static let unknownTime = Int64.min
}

/// Where words of a report stood first.
struct OriginSpan: BitwiseCopyable {
  /// The words of the report.
  var start: UInt32
  var count: UInt32
  /// The report in which they stood first.
  var report: UInt32
  /// The words there.
  var originStart: UInt32
  var originCount: UInt32
}
