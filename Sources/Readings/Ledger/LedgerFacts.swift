import Claims
import Dossiers
import Linguistics
import Mentions
import Texts

/// What the ledger of a report says, in words for a person.
struct LedgerFacts {
  let ledger: ReportClaims
  private let text: SourceText
  private let points: CodePoints
  private let mentions: ReportMentions
  private let names: MentionFacts

  /// What is to be told of a report; nil when its ledger was not asked for.
  init?(_ item: ReportReading) {
    guard let ledger = item.claims, let known = item.mentions else { return nil }
    self.ledger = ledger
    text = item.reading.text
    points = CodePoints(item.reading.text)
    mentions = known.mentions
    names = MentionFacts(known, in: item.reading.text)
  }

  // MARK: Words

  /// Words of the report with their place in code points: `[20-34] “the governor”`.
  func words(_ range: TextRange) -> String { "\(place(of: range)) “\(Plain.line(text[range]))”" }

  /// A place in code points: `[20-34]`.
  func place(of range: TextRange) -> String {
    "[\(points.codePoint(atByte: range.start))-\(points.codePoint(atByte: range.end))]"
  }

  /// Words of the report on one line.
  func line(_ range: TextRange) -> String { Plain.line(text[range]) }

  func actor(_ index: Int) -> String { names.name(.actor, index) }

  private func list(_ actors: [Int]) -> String { actors.map(actor).joined(separator: ", ") }

  // MARK: Claims

  /// Who speaks; `nobody named` where the words name no one.
  func speaker(_ claim: Claim) -> String { claim.speaker.map(actor) ?? "nobody named" }

  /// Through whom, from the report inwards; nil when nobody stands between.
  func chain(_ claim: Claim) -> String? {
    claim.chain.isEmpty ? nil : claim.chain.map(actor).joined(separator: ", then ")
  }

  /// What the claim does: `asserts`, `negated: claims responsibility`.
  func deed(_ claim: Claim) -> String {
    Glossary.stance(claim.stance.rawValue, isNegated: claim.isNegated)
  }

  /// What a denial denies or a confirmation confirms: claims, else figures, else events.
  ///
  /// Empty for other claims, and where the report tells of nothing that is answered.
  func answered(by claim: Claim) -> [String] {
    guard claim.stance == .denies || claim.stance == .confirms else { return [] }
    if !claim.aboutClaims.isEmpty {
      return claim.aboutClaims.map { index in
        let other = ledger.claims[index]
        let said = other.content.map(words).joined(separator: " … ")
        return "\(LedgerKind.claim.id(index)) of \(speaker(other)) \(said)"
      }
    }
    if !claim.aboutTolls.isEmpty {
      return claim.aboutTolls.map {
        "\(LedgerKind.toll.id($0)) \(words(ledger.tolls[$0].span))"
      }
    }
    return claim.aboutEvents.map { index in
      let told = ledger.events[index].mentions.prefix(1).map(words)
      return ([LedgerKind.event.id(index)] + told).joined(separator: " ")
    }
  }

  // MARK: Tolls

  /// The figure and who was harmed: `at least 7 soldiers killed`.
  func figure(_ toll: Toll) -> String {
    let number = Glossary.figure(low: toll.low, high: toll.high, isApproximate: toll.isApproximate)
    let people = Glossary.people(toll.category.rawValue, one: toll.low == 1 && toll.high == 1)
    return "\(number) \(people) \(toll.kind.rawValue)"
  }

  /// What the figure counts, where stated: whose people, where, since when, of which it is a part.
  func scope(_ toll: Toll) -> [String] {
    let scope = toll.scope
    return [
      scope.side.map { "of \(actor($0))" }, scope.place.map { "at \(names.name(.place, $0))" },
      scope.since.map { "counted \(words($0))" },
      scope.partOf.map { "part of \(LedgerKind.toll.id($0))" },
    ].compactMap(\.self)
  }

  /// Who gives the figure: `Ana Ruiz`; `the report itself` where nobody else does.
  func claimant(_ toll: Toll) -> String {
    toll.claimant.map(actor) ?? (toll.claim == nil ? "the report itself" : "nobody named")
  }

  // MARK: Events

  /// What kind of event, whether it happened, and what it is to the report.
  func kind(_ index: Int) -> [String] {
    let event = ledger.events[index]
    let type = Glossary.type(event.type)
    var facts = [
      "\(event.mode.map { "\(type), \($0)" } ?? type) (\(event.type))",
      Glossary.realis(event.realis.rawValue),
    ]
    if let relation = ledger.relation(ofEvent: index) {
      facts.append(Glossary.eventRelation(relation))
    }
    return facts
  }

  /// When, where, by whom, against whom and with what; what is not told is left out.
  func circumstances(_ event: ReportedEvent) -> [String] {
    var facts: [String] = []
    if let date = event.date {
      let days =
        date.earliest == date.latest ? "\(date.earliest)" : "\(date.earliest) to \(date.latest)"
      let precision =
        date.precision == .unknown ? "" : " (to the \(date.precision.rawValue))"
      facts.append("when: \(days)\(precision)")
    }
    if !event.places.isEmpty {
      let places = event.places.map { names.name(.place, $0) }
      facts.append("where: \(places.joined(separator: ", "))")
    }
    if !event.perpetrators.isEmpty { facts.append("by whom: \(list(event.perpetrators))") }
    if !event.targets.isEmpty { facts.append("against whom: \(list(event.targets))") }
    if !event.weapons.isEmpty {
      facts.append("with what: \(event.weapons.map(words).joined(separator: ", "))")
    }
    return facts
  }

  /// A filled role: `target of “raid” [20-34] “three officers of the police”, Ana Ruiz`.
  func argument(_ argument: EventArgument, of event: ReportedEvent) -> String {
    var facts = argument.role.rawValue
    if event.mentions.indices.contains(argument.mention) {
      facts += " of “\(line(event.mentions[argument.mention]))”"
    }
    facts += " \(words(argument.range))"
    if argument.head != argument.range { facts += ", head “\(line(argument.head))”" }
    if let actor = argument.actor { facts += ": \(self.actor(actor))" }
    return facts
  }
}
