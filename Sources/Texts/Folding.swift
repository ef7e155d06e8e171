/// Folds scalars so that spellings that differ only in case, diacritics, apostrophes
/// or hyphens compare equal: `Kataʼib` and `kata'ib`, `Müller` and `muller`.
///
/// Latin letters lose their diacritics (NFKD base letters, and æ ø ß ł ð þ ı by the
/// usual transcription); other scripts are lowered. Combining marks vanish.
public enum Folding {
  /// Calls `emit` with each UTF-8 byte of the folded form of `scalar`.
  public static func fold(_ scalar: Unicode.Scalar, emit: (UInt8) -> Void) {
    let value = scalar.value
    if value < 0x80 {
      var byte = UInt8(value)
      if byte >= 0x41 && byte <= 0x5A { byte |= 0x20 }
      emit(byte == 0x60 ? 0x27 : byte)
      return
    }
    if value >= 0x300 && value < 0x370 { return }
    if scalar.isApostrophe { return emit(0x27) }
    if scalar.isHyphen { return emit(0x2D) }
    if let base = latin[value] {
      for byte in base { emit(byte) }
      return
    }
    for byte in scalar.properties.lowercaseMapping.utf8 { emit(byte) }
  }

  /// The folded form of a string.
  public static func folded(_ string: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(string.utf8.count)
    for scalar in string.unicodeScalars { fold(scalar) { bytes.append($0) } }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let latin: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for pair in latinPairs.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let letter = pair.unicodeScalars.first else { continue }
      table[letter.value] = Array(pair.utf8.dropFirst(String(letter).utf8.count))
    }
    return table
  }()

  /// Each letter followed by its folded form; made from the Unicode decompositions.
  private static let latinPairs = """
    Àa Áa Âa Ãa Äa Åa Æae Çc Èe Ée Êe Ëe Ìi Íi Îi Ïi Ðd Ñn Òo Óo Ôo Õo Öo Øo Ùu Úu Ûu Üu Ýy Þth
    ßss àa áa âa ãa äa åa æae çc èe ée êe ëe ìi íi îi ïi ðd ñn òo óo ôo õo öo øo ùu úu ûu üu ýy
    þth ÿy Āa āa Ăa ăa Ąa ąa Ćc ćc Ĉc ĉc Ċc ċc Čc čc Ďd ďd Đd đd Ēe ēe Ĕe ĕe Ėe ėe Ęe ęe Ěe ěe
    Ĝg ĝg Ğg ğg Ġg ġg Ģg ģg Ĥh ĥh Ħh ħh Ĩi ĩi Īi īi Ĭi ĭi Įi įi İi ıi Ĳij ĳij Ĵj ĵj Ķk ķk ĸk Ĺl
    ĺl Ļl ļl Ľl ľl Ŀl ŀl Łl łl Ńn ńn Ņn ņn Ňn ňn ŉn Ŋn ŋn Ōo ōo Ŏo ŏo Őo őo Œoe œoe Ŕr ŕr Ŗr ŗr
    Řr řr Śs śs Ŝs ŝs Şs şs Šs šs Ţt ţt Ťt ťt Ŧt ŧt Ũu ũu Ūu ūu Ŭu ŭu Ůu ůu Űu űu Ųu ųu Ŵw ŵw
    Ŷy ŷy Ÿy Źz źz Żz żz Žz žz ſs Ɓb Ɔo Ɗd Əe Ɛe ƒf Ƙk ƙk Ơo ơo Ưu ưu Ƴy ƴy Ǆdz ǅdz ǆdz Ǉlj ǈlj
    ǉlj Ǌnj ǋnj ǌnj Ǎa ǎa Ǐi ǐi Ǒo ǒo Ǔu ǔu Ǖu ǖu Ǘu ǘu Ǚu ǚu Ǜu ǜu Ǟa ǟa Ǡa ǡa Ǧg ǧg Ǩk ǩk Ǫo
    ǫo Ǭo ǭo ǰj Ǳdz ǲdz ǳdz Ǵg ǵg Ǹn ǹn Ǻa ǻa Ȁa ȁa Ȃa ȃa Ȅe ȅe Ȇe ȇe Ȉi ȉi Ȋi ȋi Ȍo ȍo Ȏo ȏo
    Ȑr ȑr Ȓr ȓr Ȕu ȕu Ȗu ȗu Șs șs Țt țt Ȟh ȟh Ȧa ȧa Ȩe ȩe Ȫo ȫo Ȭo ȭo Ȯo ȯo Ȱo ȱo Ȳy ȳy ɓb ɔo
    ɗd əe ɛe Ḁa ḁa Ḃb ḃb Ḅb ḅb Ḇb ḇb Ḉc ḉc Ḋd ḋd Ḍd ḍd Ḏd ḏd Ḑd ḑd Ḓd ḓd Ḕe ḕe Ḗe ḗe Ḙe ḙe Ḛe
    ḛe Ḝe ḝe Ḟf ḟf Ḡg ḡg Ḣh ḣh Ḥh ḥh Ḧh ḧh Ḩh ḩh Ḫh ḫh Ḭi ḭi Ḯi ḯi Ḱk ḱk Ḳk ḳk Ḵk ḵk Ḷl ḷl Ḹl
    ḹl Ḻl ḻl Ḽl ḽl Ḿm ḿm Ṁm ṁm Ṃm ṃm Ṅn ṅn Ṇn ṇn Ṉn ṉn Ṋn ṋn Ṍo ṍo Ṏo ṏo Ṑo ṑo Ṓo ṓo Ṕp ṕp Ṗp
    ṗp Ṙr ṙr Ṛr ṛr Ṝr ṝr Ṟr ṟr Ṡs ṡs Ṣs ṣs Ṥs ṥs Ṧs ṧs Ṩs ṩs Ṫt ṫt Ṭt ṭt Ṯt ṯt Ṱt ṱt Ṳu ṳu Ṵu
    ṵu Ṷu ṷu Ṹu ṹu Ṻu ṻu Ṽv ṽv Ṿv ṿv Ẁw ẁw Ẃw ẃw Ẅw ẅw Ẇw ẇw Ẉw ẉw Ẋx ẋx Ẍx ẍx Ẏy ẏy Ẑz ẑz Ẓz
    ẓz Ẕz ẕz ẖh ẗt ẘw ẙy ẛs Ạa ạa Ảa ảa Ấa ấa Ầa ầa Ẩa ẩa Ẫa ẫa Ậa ậa Ắa ắa Ằa ằa Ẳa ẳa Ẵa ẵa
    Ặa ặa Ẹe ẹe Ẻe ẻe Ẽe ẽe Ếe ếe Ềe ềe Ểe ểe Ễe ễe Ệe ệe Ỉi ỉi Ịi ịi Ọo ọo Ỏo ỏo Ốo ốo Ồo ồo
    Ổo ổo Ỗo ỗo Ộo ộo Ớo ớo Ờo ờo Ởo ởo Ỡo ỡo Ợo ợo Ụu ụu Ủu ủu Ứu ứu Ừu ừu Ửu ửu Ữu ữu Ựu ựu
    Ỳy ỳy Ỵy ỵy Ỷy ỷy Ỹy ỹy
    """
}
