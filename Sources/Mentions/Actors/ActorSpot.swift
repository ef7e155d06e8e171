import Knowledge
import Linguistics
import Texts

/// Words that may stand for an actor, before it is known whom.
struct ActorSpot {
  /// What the words are.
  enum Sort: Hashable {
    /// The name of a listed actor.
    case known(Int)
    /// A country that acts, or whose adjective stands before a deed.
    case nation(Int)
    /// An institution, of a country or of whichever the report is about.
    case institution(Int, nation: Int?)
    /// A person's name; a title or role may stand before it.
    case person
    /// The name of an organization, of a kind.
    case organization(ActorKind)
    /// Capitalized words of which nothing is known.
    case unknown
    /// One person named by office: `the spokesman`.
    case role(isSpeaker: Bool)
    /// People named by what they are: `officials`.
    case people
    /// `the group`, which takes up an actor of one of some kinds.
    case group([ActorKind])
  }

  /// What the words are.
  var sort: Sort
  /// The words of the name, or of the noun phrase without its determiner.
  var core: Range<Int>
  /// The words with determiner, titles and apposed noun.
  var whole: Range<Int>
  /// The word that says what the phrase is, of a nominal.
  var head = 0
  /// Words of the titles and roles before a person's name.
  var roles: Range<Int>?
  /// Those with what stands before them: `Union spokeswoman` of `the Union spokeswoman Ana Ruiz`.
  var description: Range<Int>?
  /// The country named in the phrase.
  var nation: Int?
  /// The spot that this one speaks for or belongs to.
  var owner: Int?
  /// An earlier or later spot that means the same actor.
  var same: Int?
  /// The phrase begins with `the`, `this`, `its`, ….
  var isDefinite = false
  /// The head is a plural.
  var isPlural = false
  /// The last spot of its phrase: not `Pentagon` in `a Pentagon official`.
  var isHead = true
  /// A model read the words as a person's or an organization's name.
  var isRead = false
  /// The words open a sentence, so that their capital says nothing.
  var isInitial = false

  /// Whether the words are a name.
  var isName: Bool {
    switch sort {
    case .known, .nation, .person, .organization, .unknown: true
    case .institution, .role, .people, .group: false
    }
  }
}

/// The words of a reading, sentence by sentence.
struct ActorWords {
  /// The text.
  let text: SourceText
  /// All words.
  let words: [NameWord]
  /// For each sentence, its words.
  let sentences: [Range<Int>]
  /// For each sentence, whether most of its longer words are capitalized.
  let isTitleCase: [Bool]
  /// The names that a model read, by their first word.
  private(set) var names: [Int: ReadName] = [:]

  /// A name that a model read.
  struct ReadName {
    let words: Range<Int>
    let kind: Name.Kind

    /// Whether it names someone who can act.
    var isActor: Bool { kind == .person || kind == .organization }
  }

  init(_ reading: Reading) {
    text = reading.text
    var words: [NameWord] = []
    var sentences: [Range<Int>] = []
    var isTitleCase: [Bool] = []
    for sentence in reading.sentences {
      let found = NameWord.words(of: reading.text, in: sentence.range)
      sentences.append(words.count..<words.count + found.count)
      let long = found.filter { $0.range.count >= 4 && !$0.hasDigits }
      let capitals = long.count { $0.isCapitalized }
      isTitleCase.append(long.count >= 5 && capitals * 10 >= long.count * 8)
      words += found
    }
    self.words = words
    self.sentences = sentences
    self.isTitleCase = isTitleCase
    // A capitalized verb or noun that the tagger knows for one is no name.
    for name in reading.names
    where reading.tags.isEmpty || name.tokens.contains(where: { reading.tags[$0] == .properNoun }) {
      var range = self.words(in: name.range)
      while let first = range.first, words[first].word == "the" { range = range.dropFirst() }
      if let first = range.first { names[first] = ReadName(words: range, kind: name.kind) }
    }
  }

  /// The first person's or organization's name that begins inside a range, after its first word.
  func actorName(inside range: Range<Int>) -> ReadName? {
    for index in range.dropFirst() {
      if let name = names[index], name.isActor { return name }
    }
    return nil
  }

  /// The bytes from the first word of a range through the last.
  func range(_ range: Range<Int>) -> TextRange {
    guard let first = range.first, let last = range.last else { return TextRange(0, 0) }
    return TextRange(words[first].range.start, words[last].range.end)
  }

  /// The words that lie in a range of bytes.
  func words(in range: TextRange) -> Range<Int> {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].range.start < range.start { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < words.count, words[end].range.end <= range.end { end += 1 }
    return low..<end
  }

  /// The sentence that holds word `index`.
  func sentence(of index: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= index { low = middle } else { high = middle }
    }
    return low
  }
}

/// Small closed classes of words that the grammar of actor phrases needs.
enum ActorGrammar {
  static let definite: Set<Word> = [
    "the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "whose", "my",
  ]
  static let indefinite: Set<Word> = [
    "a", "an", "some", "several", "many", "other", "another", "one", "two", "three", "four",
    "five", "six", "both", "any", "no", "few", "more", "most", "all", "each", "every", "various",
  ]
  static let compound: Set<Word> = [
    "backed", "led", "run", "based", "linked", "allied", "affiliated", "aligned", "held",
    "controlled", "inspired", "trained", "born", "supported", "sponsored", "funded", "owned",
    "friendly", "style", "dominated", "appointed", "made", "supplied", "language", "occupied",
  ]
  static let prefixes: Set<Word> = [
    "pro", "anti", "ex", "non", "self", "co", "inter", "multi", "post", "pre", "counter",
  ]
  /// Lower-case words inside names of people.
  static let particles: Set<Word> = [
    "al", "el", "bin", "ibn", "bint", "abu", "abd", "van", "von", "der", "den", "de", "del",
    "della", "da", "das", "do", "dos", "di", "la", "le", "du", "des", "ul", "ur", "ud", "ad", "as",
    "an", "ar", "az", "ash", "at", "e", "i", "y", "wal", "und", "ben", "ould", "ag", "dan",
  ]
  /// Of those, the ones that may open a name.
  static let opening: Set<Word> = ["al", "el", "bin", "ibn", "abu", "van", "von", "de", "ould"]
  static let placePrepositions: Set<Word> = [
    "in", "from", "near", "across", "to", "into", "inside", "throughout", "through", "around",
    "outside", "at", "over", "of", "for", "towards", "toward", "via", "within", "on", "off",
    "leave", "left", "leaving", "entered", "entering", "visit", "visited", "visiting", "north",
    "south", "east", "west", "northern", "southern", "eastern", "western", "central", "beyond",
    "along", "northeast", "northwest", "southeast", "southwest", "northeastern", "northwestern",
    "southeastern", "southwestern", "reached", "fled", "flee", "fleeing", "neighboring",
  ]
  static let actorPrepositions: Set<Word> = [
    "by", "against", "with", "told", "accused", "blamed", "urged", "condemned", "warned",
    "accusing", "blaming", "urging", "accuse", "blame", "urge", "ally", "thanked", "attacked",
  ]
  /// Verbs that do not look like a past tense or a third person.
  static let verbs: Set<Word> = [
    "said", "told", "has", "had", "have", "will", "would", "is", "was", "were", "are", "may",
    "might", "could", "can", "should", "must", "did", "does", "do", "struck", "hit", "began",
    "sent", "shot", "took", "lost", "became", "saw", "made", "gave", "held", "kept", "put", "set",
    "bombed", "shelled", "also", "itself", "never", "again", "went", "fought", "sought", "drew",
    "withdrew", "broke", "cut", "led", "met", "spoke", "stood", "swore", "thought", "wrote",
    "threw", "left", "hopes", "not", "reportedly", "allegedly", "later", "recently", "now", "and",
  ]
  static let deeds: Set<Word> = [
    "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "attack", "attacks", "drone",
    "drones", "missile", "missiles", "warplane", "warplanes", "jet", "jets", "helicopter",
    "helicopters", "shelling", "bombardment", "bombardments", "offensive", "operation",
    "operations", "invasion", "tank", "tanks", "artillery", "aircraft", "rocket", "rockets",
    "warship", "warships", "gunboat", "gunboats", "fire", "bombing", "bombings", "assault",
    "assaults", "fighter", "incursion", "airstrikes", "strikeout", "blockade", "gunfire",
    "bomber", "bombers", "destroyer", "submarine", "sniper", "snipers", "convoy", "patrol",
    "occupation", "aggression", "retaliation", "response", "sanctions", "ultimatum", "denial",
  ]
  /// Nouns before which the name of an actor only says whose or of what kind they are.
  static let things: Set<Word> = [
    "jet", "jets", "plane", "planes", "base", "bases", "station", "stations", "post", "posts",
    "checkpoint", "checkpoints", "vehicle", "vehicles", "truck", "trucks", "convoy", "convoys",
    "barracks", "camp", "camps", "position", "positions", "area", "areas", "territory",
    "stronghold", "strongholds", "outpost", "outposts", "academy", "compound", "compounds",
    "building", "buildings", "headquarters", "facility", "facilities", "site", "sites", "school",
    "schools", "aircraft", "helicopter", "helicopters", "tank", "tanks", "patrol", "patrols",
    "uniform", "uniforms", "hospital", "hospitals", "bus", "car", "cars", "van", "operation",
    "operations", "offensive", "attack", "attacks", "raid", "raids", "assault", "strike",
    "strikes", "airstrike", "airstrikes", "bombing", "bombings", "ambush", "fire", "gunfire",
    "shelling", "crackdown", "positions", "casualties", "deaths", "casualty", "lines", "airport",
    "intervention", "presence", "control", "rule", "violence", "activity", "activities",
  ]
  static let anything: Set<Word> = [
    "country", "countries", "state", "states", "nation", "nations", "leadership", "force",
    "forces", "mission", "missions", "court", "courts", "union", "unions", "unit", "units",
    "command", "commands", "company", "companies", "firm", "firms", "party", "parties",
    "department", "departments", "network", "networks", "channel", "channels", "paper", "papers",
    "magazine", "station", "stations", "website", "websites", "foundation", "institute",
    "operator", "contractor", "navy", "union", "cell", "wing", "branch", "organization",
    "organizations", "movement", "agency", "agencies", "body", "alliances", "tribunal", "daily",
    "navies", "contingent", "contingents", "battalion", "regiment", "squadron", "manufacturer",
  ]
  static let anyone: Set<Word> = [
    "people", "man", "men", "woman", "women", "child", "children", "boy", "boys", "girl", "girls",
    "family", "families", "citizen", "citizens", "victim", "victims", "parent", "parents",
    "mother", "mothers", "father", "fathers", "youth", "passenger", "passengers", "brother",
    "brothers", "sister", "sisters", "relative", "relatives", "personnel", "staff", "crew",
    "leader", "leaders", "others", "driver", "drivers", "worker", "workers", "student",
    "students", "pilot", "pilots", "ally", "allies", "candidate", "candidates", "supporter",
    "supporters", "opponent", "opponents", "teacher", "teachers", "member", "members",
  ]
  static let female: Set<Word> = [
    "mother", "sister", "wife", "daughter", "widow", "woman", "girl", "aunt", "spokeswoman",
    "queen", "princess", "mrs", "ms", "miss", "chairwoman", "congresswoman", "grandmother",
    "policewoman", "niece", "madam", "madame", "lady", "dame", "actress", "nun",
  ]
  static let male: Set<Word> = [
    "father", "brother", "husband", "son", "man", "boy", "uncle", "spokesman", "king", "prince",
    "mr", "chairman", "congressman", "grandfather", "policeman", "nephew", "sir", "lord", "imam",
    "sheikh", "ayatollah", "gunman", "fisherman", "pope", "priest", "mullah",
  ]
  static let notNames: Set<Word> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "ramadan", "eid", "christmas", "easter", "god", "allah", "i", "mon",
    "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "gmt", "utc", "local", "time",
    "photo", "image", "copyright", "getty", "afp", "internet", "quran", "koran", "arabic",
    "english", "muslims", "christians", "jews", "muslim", "christian", "jewish", "shia", "sunni",
    "islamist", "islamists", "arab", "kurdish", "western", "european", "african", "asian",
  ]
  static let functionWords: Set<Word> = [
    "the", "a", "an", "and", "or", "but", "nor", "so", "yet", "if", "then", "than", "that",
    "this", "these", "those", "there", "here", "when", "where", "while", "as", "at", "by", "for",
    "from", "in", "into", "of", "off", "on", "onto", "out", "over", "to", "up", "with", "within",
    "without", "about", "after", "before", "during", "since", "until", "under", "between",
    "among", "amid", "against", "along", "across", "around", "behind", "beyond", "near", "per",
    "through", "toward", "towards", "upon", "via", "he", "she", "it", "they", "we", "you", "i",
    "him", "her", "them", "us", "his", "hers", "its", "their", "our", "your", "my", "who", "whom",
    "whose", "which", "what", "why", "how", "not", "no", "yes", "also", "only", "just", "even",
    "still", "already", "again", "both", "either", "neither", "each", "every", "any", "all",
    "some", "such", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had",
    "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should",
    "must", "said", "says", "told", "because", "although", "though", "however", "meanwhile",
    "later", "earlier", "now", "today", "yesterday", "tomorrow", "according", "despite",
    "following", "including", "like", "unlike", "two", "three", "four", "five", "six", "seven",
    "eight", "nine", "ten", "one", "dozens", "hundreds", "thousands", "scores", "nearly",
    "almost", "at", "least", "more", "most", "many", "several", "few", "other", "another",
    "speaking", "given", "last", "next", "first", "second", "once", "asked", "citing", "both",
  ]
}
