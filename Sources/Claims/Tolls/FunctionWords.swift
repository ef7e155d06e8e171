import Texts

/// The closed classes of words by which clauses are told apart.
enum FunctionWords {
  static let be: Set<Word> = [
    "is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got", "getting",
    "gotten", "'re", "'s",
  ]
  static let have: Set<Word> = ["has", "have", "had", "having", "'ve"]
  static let modals: Set<Word> = [
    "could", "would", "will", "can", "should", "must", "shall", "may", "might", "cannot",
    "won't", "wouldn't", "couldn't", "can't", "shouldn't", "ought", "'ll",
  ]
  static let negations: Set<Word> = [
    "not", "never", "wasn't", "weren't", "isn't", "aren't", "hasn't", "haven't", "hadn't",
    "didn't", "doesn't", "don't",
  ]
  /// Words that may stand inside a verb group or between it and its subject or object.
  static let adverbs: Set<Word> = [
    "also", "already", "since", "then", "now", "later", "still", "again", "just", "even", "all",
    "once", "both", "each", "soon", "ever", "too", "instead", "thereby", "thus", "first",
    "together", "elsewhere", "meanwhile", "there", "so", "far", "overnight", "today", "yesterday",
    "tonight", "alone", "only", "badly", "gravely", "outright", "instantly", "well",
    "believed", "reported", "feared", "thought", "presumed", "confirmed", "known", "said",
    "understood", "left", "found", "declared", "pronounced", "listed", "considered", "remain",
    "remains", "remained", "suspected", "alleged", "apparently", "officially",
  ]
  static let prepositions: Set<Word> = [
    "in", "of", "from", "by", "with", "near", "at", "against", "for", "to", "between", "into",
    "among", "amongst", "on", "after", "during", "inside", "outside", "around", "across",
    "over", "under", "through", "throughout", "within", "without", "following", "before",
    "towards", "toward", "along", "behind", "beside", "besides", "despite", "per", "via",
    "including", "like", "about", "off", "amid", "upon", "onto", "beyond", "since", "until",
  ]
  static let determiners: Set<Word> = [
    "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your",
  ]
  static let pronouns: Set<Word> = [
    "he", "she", "it", "they", "we", "i", "you", "him", "them", "us", "me", "who", "whom",
    "which", "that", "what", "himself", "herself", "themselves", "itself", "this", "there",
    "anyone", "anybody", "everyone", "everybody", "someone", "somebody",
  ]
  static let subordinators: Set<Word> = [
    "that", "when", "after", "while", "because", "if", "as", "where", "before", "although",
    "though", "unless", "whether", "whereas", "until", "since", "but", "how", "why", "which",
  ]
  static let conjunctions: Set<Word> = ["and", "or", "but", "nor", "&", "than", "plus"]
  static let reports: Set<Word> = [
    "said", "says", "say", "told", "tells", "reported", "reports", "announced", "claimed",
    "confirmed", "stated", "added", "according", "believes", "believe", "estimated", "saying",
    "adding", "telling", "claiming", "wrote", "tweeted", "quoted", "citing",
  ]
  /// Verbs and other words that a noun phrase for people cannot run through.
  static let breaks: Set<Word> = [
    "do", "does", "did", "not", "if", "said", "says", "say", "told", "when", "where", "while",
    "because", "as", "also", "so", "such", "then", "too", "very", "went", "came", "come", "go",
    "took", "made", "make", "told", "gave", "began", "attacked", "stormed", "opened", "fired",
    "carried", "hit", "struck", "blew", "set", "let", "put", "saw", "see", "says", "fled",
    "escaped", "survived", "surrendered", "claimed", "fought", "entered", "raided", "targeted",
    "launched", "including", "included", "include", "includes", "out", "up", "down", "away",
    "here", "there", "today", "yesterday", "tonight", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "overnight", "late", "early", "last", "this",
    "both", "each", "every", "all", "any", "many", "few", "most", "some", "only", "just",
    "alive", "alone", "inside", "outside", "near", "ago", "later",
  ]

  /// Whether a noun phrase ends before `word`.
  static func endsPhrase(_ word: Word) -> Bool {
    prepositions.contains(word) || determiners.contains(word) || pronouns.contains(word)
      || be.contains(word) && word != "'s" || have.contains(word) || modals.contains(word)
      || negations.contains(word) || conjunctions.contains(word) || breaks.contains(word)
      || subordinators.contains(word)
  }
}
