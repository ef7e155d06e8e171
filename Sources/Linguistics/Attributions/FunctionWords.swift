import Texts

/// Closed sets of English words by which clauses and noun phrases are told apart.
enum FunctionWords {
  static let be: Set<Word> = ["be", "is", "are", "am", "was", "were", "been", "being", "'re"]
  static let negative: Set<Word> = [
    "not", "n't", "never", "nor", "neither", "cannot", "didn't", "doesn't", "don't", "hasn't",
    "haven't", "hadn't", "isn't", "wasn't", "weren't", "aren't", "won't", "wouldn't", "can't",
    "couldn't", "shouldn't", "ca",
  ]
  static let auxiliaries: Set<Word> = be.union(negative).union([
    "has", "have", "had", "having", "do", "does", "did", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "'ve", "'ll", "'d", "wo",
  ])
  static let adverbs: Set<Word> = [
    "also", "then", "later", "earlier", "still", "even", "just", "once", "twice", "again",
    "already", "now", "soon", "first", "further", "often", "always", "never", "long", "ever",
    "yet", "only", "since", "instead", "too", "thus", "once", "reportedly", "so", "far",
    "repeatedly", "best", "well", "all", "both", "indeed", "rather", "simply",
  ]
  static let determiners: Set<Word> = [
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my",
    "your", "some", "any", "no", "every", "each", "both", "another", "one", "two", "three",
    "several", "many", "most", "few", "all", "more", "at", "such",
  ]
  static let possessives: Set<Word> = ["his", "her", "its", "their", "our", "my", "your", "'s"]
  static let pronouns: Set<Word> = [
    "he", "she", "it", "they", "we", "i", "you", "there", "who", "someone", "everyone",
    "everybody", "nobody", "somebody", "none",
  ]
  static let objectPronouns: Set<Word> = ["him", "them", "us", "me", "her", "it", "you"]
  static let prepositions: Set<Word> = [
    "of", "in", "on", "at", "by", "for", "from", "with", "to", "into", "onto", "about", "over",
    "under", "near", "against", "between", "among", "through", "during", "after", "before",
    "since", "until", "within", "without", "despite", "across", "along", "around", "behind",
    "beyond", "inside", "outside", "amid", "per", "via", "as", "than", "like", "following",
    "including", "toward", "towards", "upon", "throughout", "regarding", "concerning", "up",
    "down", "off", "out",
  ]
  /// Words at which a subject that is sought leftwards must end.
  static let clauseOpeners: Set<Word> = [
    "that", "because", "if", "although", "though", "whether", "but", "while", "when", "whenever",
    "where", "until", "unless", "so", "than", "as", "after", "before", "what", "how", "why",
    "whereas", "once", "since", "yet",
  ]
  static let relatives: Set<Word> = ["who", "which", "whose", "that", "whom"]
  static let questions: Set<Word> = [
    "whether", "how", "why", "what", "who", "when", "where", "if", "which",
  ]
  static let timeWords: Set<Word> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
    "yesterday", "tomorrow", "tonight", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr",
    "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
    "thurs", "fri", "sat", "sun", "morning", "afternoon", "evening", "night", "week", "month",
    "year", "midday", "noon", "midnight", "dawn", "weekend", "day", "days", "weeks", "months",
    "years", "hours", "minutes", "hour", "daybreak", "dusk", "a.m", "a.m.", "p.m", "p.m.", "gmt",
  ]
  /// Words that may stand inside a time expression.
  static let timeLinks: Set<Word> = [
    "on", "in", "at", "late", "early", "earlier", "later", "last", "this", "that", "the", "next",
    "same", "of", "ago", "local", "time", "a", "few", "two", "three", "several", "by", "before",
    "after", "since", "previous", "following", "past", "first", "mid", "during", "over",
  ]
  /// What something is said in: `in a statement`.
  static let channels: Set<Word> = [
    "statement", "statements", "interview", "interviews", "tweet", "tweets", "post", "posts",
    "posting", "letter", "email", "e-mail", "report", "speech", "address", "briefing",
    "conference", "release", "message", "messages", "video", "broadcast", "memo", "note",
    "twitter", "x", "facebook", "telegram", "instagram", "television", "tv", "radio", "call",
    "communique", "sermon", "remarks", "comments", "testimony", "response", "meeting", "session",
    "internet", "telephone", "phone", "anonymity", "website", "web", "site", "media", "account",
    "text", "recording", "editorial", "article", "blog", "bulletin", "announcement", "condition",
    "online", "wire", "forum", "channel", "app", "parliament", "reporters", "journalists",
    "speaking", "whatsapp", "weibo", "dispatch", "affidavit", "filing", "documents", "summary",
  ]
  /// Irregular past forms that show a finite verb.
  static let irregularPast: Set<Word> = [
    "hit", "struck", "took", "came", "went", "left", "made", "began", "fell", "shot", "lost",
    "won", "held", "fled", "broke", "sent", "ran", "kept", "found", "gave", "got", "met", "saw",
    "paid", "led", "rose", "fought", "blew", "drove", "flew", "knew", "thought", "brought",
    "caught", "bought", "built", "stood", "sat", "spoke", "withdrew", "became", "heard", "felt",
    "died", "said", "told", "seized", "burst", "sank", "threw", "wore", "wrote", "spread",
  ]
}
