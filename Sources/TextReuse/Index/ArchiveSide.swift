/// The words of one of two reports that are compared.
struct ArchiveSide {
  let words: Values<UInt32>
  let lengths: Values<UInt8>
  let traits: Values<UInt8>

  /// How many words.
  var count: Int { words.count }

  /// The share of the words of a stretch that stand inside quotation marks, in percent.
  func quotedPercent(_ stretch: Range<Int>) -> Int {
    var quoted = 0
    for index in stretch where traits[index] & WordTrait.quoted != 0 { quoted &+= 1 }
    return 100 * quoted / max(1, stretch.count)
  }
}

/// Words that stand in the same order in two reports without a gap.
struct WordRun: BitwiseCopyable {
  /// The first word in the new report.
  var a: Int32
  /// The first word in the earlier one.
  var b: Int32
  /// How many words.
  var count: Int32

  var aEnd: Int32 { a &+ count }
  var bEnd: Int32 { b &+ count }
}
