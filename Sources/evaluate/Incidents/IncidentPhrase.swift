/// What a phrase that fills a role stands for, and how a template words it.
struct IncidentPhrase {
  /// What it stands for.
  enum Kind {
    case person, organization, thing, unclear
  }

  /// What it stands for.
  let kind: Kind
  /// The name of the person; nil when none is named.
  var name: String?
  /// What a person is called beside the name, or what someone or something is.
  var description: String?
  /// Names of organizations in it, or the one it is.
  var organizations: [String] = []
  /// How many people; nil when the words leave it open.
  var number: Int?
  /// Whether everybody in it is armed by trade: soldiers, police, fighters.
  var isArmed = false
  /// Whether everybody in it serves a state.
  var isOfficial = false
}
