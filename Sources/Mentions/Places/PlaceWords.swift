import Texts

/// The small closed sets of words around place names.
enum PlaceWords {
  private static func set(_ words: String) -> Set<Word> {
    Set(words.split(separator: " ").map { Word(folding: $0) })
  }

  /// Words that open sentences and are capitalized for that alone.
  static let openers = set(
    """
    the a an in on at by for from to of and but or nor so yet as if when while after before since \
    until although though because he she it they we you i his her its their our this that these \
    those there here who what which where why how not no one two three four five six seven eight \
    nine ten some many most more all both each every other another such also then now later \
    earlier meanwhile however still about around over under near between among against during \
    with without within into out up down off just only even according at least
    """)

  /// Ordinary words and names that the gazetteer also has as places.
  static let ordinary = set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june \
    july august september october november december mon tue wed thu fri sat sun army police \
    navy force forces government ministry minister president parliament senate congress state \
    union party church mosque university school hospital court bank market center centre press news \
    agency reuters post times guardian herald tribune islam islamic christian muslim jewish \
    catholic arab god allah west east north south northern southern eastern western central mr mrs \
    ms dr sir general colonel major captain sheikh said ali omar hassan hussein mohammed muhammad \
    ahmed khan singh smith johnson brown jones wilson clinton bush trump obama biden lincoln \
    washington's jordan's al el abu ibn bin de la le san santa new old saint st mount lake river \
    island islands republic kingdom internet twitter facebook youtube telegram whatsapp google \
    video image photo friday's man woman men women child children people fire hope love peace \
    war attack same best nice reading mobile bath orange independence liberty victory young black \
    white green red blue gold silver day night morning evening today yesterday tomorrow christmas \
    easter ramadan eid id pa us un eu uk nato african asian european american media human rights \
    red cross crescent front brigade battalion movement council coalition alliance observatory
    """)

  /// Titles: a name after one is a person's.
  static let titles = set(
    """
    mr mrs ms dr prof sir lord lady president premier chancellor minister secretary senator sen \
    rep governor gov mayor judge king queen prince princess sheikh imam ayatollah pope bishop \
    archbishop father sister brother general gen colonel col lt lieutenant major maj captain capt \
    sergeant sgt corporal private admiral commander chief marshal brig brigadier spokesman \
    spokeswoman spokesperson ambassador envoy chairman director
    """)

  /// Words for kinds of places that stand before or after a name.
  static let kinds = divisions.union(towns).union(
    set(
      """
      airport base camp border area valley mountains mountain hills desert river lake forest coast \
      peninsula strip bank plain road highway bridge street square market port dam crossing \
      checkpoint prison hospital north south east west northern southern eastern western central \
      upper lower greater
      """))

  static let divisions = set(
    """
    province governorate region state oblast department county prefecture division emirate canton \
    territory voivodeship krai republic wilaya provinces governorates regions
    """)

  static let towns = set(
    "town city village suburb district neighborhood neighbourhood capital hamlet settlement township"
  )

  /// Words after which a name is a place.
  static let locators = set(
    """
    in at near from to outside inside around through towards toward across into within of via \
    between reach reached entered left leaving between beyond north south east west
    """)

  /// Words passed over between such a word and the name.
  static let passedOver = set(
    """
    the a an northern southern eastern western central north south east west northeast northwest \
    southeast southwest northeastern northwestern southeastern southwestern neighboring \
    neighbouring nearby downtown upper lower greater far rural rebel-held war-torn 's
    """)

  /// Articles of Arabic and Spanish names, written small.
  static let articles = set("al el as ash ad ar an at az es")

  static let auxiliaries = set("has have had also again repeatedly strongly on monday")

  /// Verbs that a government does and a town does not.
  static let acts = set(
    """
    said says say denied denies deny condemned condemns accused accuses blamed blames warned warns \
    vowed vows announced announces confirmed confirms claimed claims insisted insists called calls \
    urged urges demanded demands rejected rejects threatened threatens promised pledged agreed \
    refused ordered launched imposed summoned recalled expelled welcomed criticized criticised \
    denounced declared told hopes wants seeks backs supports considers describes regards sees \
    argued argues maintains acknowledged admitted reiterated responded retaliated protested
    """)
}
