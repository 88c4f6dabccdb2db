import Browser
import ReadingActions
import ReadingModel

/// Weekly lists, triage and catching up.
extension LinearSession {
  /// The weekly lists, oldest first.
  private func weeks() throws -> [ListSummary] {
    try world.lists().filter { $0.kind == .weekly }
      .sorted { ($0.issued ?? "", $0.slug) < ($1.issued ?? "", $1.slug) }
  }

  /// Opens what was issued this week, or the newest weekly list.
  mutating func openThisWeek() throws -> [String] {
    if let place = try LinearPlace.all(in: world).first(where: \.isThisWeek) {
      return try open(place) + sayBudget()
    }
    guard let newest = try weeks().last else { return ["There is no weekly list."] }
    return try ["No list was issued this week; this is the newest."]
      + open(LinearPlace.of(newest))
  }

  /// Opens the weekly list so many weeks after the one shown.
  mutating func openWeek(after step: Int) throws -> [String] {
    let weeks = try weeks()
    guard let newest = weeks.last else { return ["There is no weekly list."] }
    guard let index = weeks.firstIndex(where: { .list($0.id) == place?.source?.base }) else {
      return try open(LinearPlace.of(newest))
    }
    guard weeks.indices.contains(index + step) else {
      return [step < 0 ? "This is the oldest weekly list." : "This is the newest weekly list."]
    }
    return try open(LinearPlace.of(weeks[index + step]))
  }

  private func sayBudget() throws -> [String] {
    let value = world.options().first { $0.name == "weeks" }?.value
    guard let budget = value?.split(separator: " ").last.flatMap({ Int($0) }) else { return [] }
    let read = try world.counts().readThisWeek
    return ["\(read) of \(Spoken.count(budget, "paper")) you mean to read this week."]
  }

  // MARK: Triage

  /// Begins triage of the list shown or named, or of the newest weekly list.
  mutating func openTriage(_ words: String) throws -> [String] {
    if !words.isEmpty { _ = try openPlace(named: words) }
    let here: LinearPlace
    switch place?.source?.base {
    case .list?, .week?: here = try requirePlace()
    default:
      guard let newest = try weeks().last else {
        return ["There is no weekly list; open a list and decide about its papers."]
      }
      here = LinearPlace.of(newest)
    }
    guard let source = here.source?.base else { return [] }
    selected = []
    triage = leftTriage[source] ?? LinearTriage(source: source, title: here.title)
    let said = try sayTriage()
    guard triage != nil else { return said }
    return [
      "Deciding about \(here.title): read, reading, skip, queue, later, note, open, undo; "
        + "`back` leaves."
    ] + said
  }

  /// Says the next paper to decide about.
  mutating func sayTriage() throws -> [String] {
    guard var now = triage else { return [] }
    var lines: [String] = []
    var window = try world.rows(now.undecided, start: 0, limit: now.later.count + 1, most: nil)
    if !window.rows.isEmpty, window.rows.allSatisfy({ now.later.contains($0.paper) }) {
      now.later = []
      lines.append("Here are those you left for later.")
      window = try world.rows(now.undecided, start: 0, limit: 1, most: nil)
    }
    now.row = window.rows.first { !now.later.contains($0.paper) }
    triage = now
    guard let row = now.row else {
      triage = nil
      leftTriage[now.source] = nil
      return lines + ["All papers of \(now.title) are decided about."]
    }
    current = row.paper
    let left = window.total - window.rows.count { now.later.contains($0.paper) }
    lines.append("\(Spoken.count(left, "paper")) left. \(Spoken.row(row, isSelected: false)).")
    return lines + (try world.paper(row.paper).map(SpokenPaper.remarks) ?? [])
  }

  /// Leaves the paper for the next round.
  mutating func leaveForLater() throws -> [String] {
    guard let paper = triage?.row?.paper else {
      return ["That is for triage, which `triage` begins."]
    }
    triage?.later.insert(paper)
    triage?.steps.append(.later(paper))
    return try ["It comes again later."] + sayTriage()
  }

  /// Goes back by one decision.
  mutating func stepBack() throws -> [String] {
    guard let step = triage?.steps.popLast() else { return ["Nothing was decided here yet."] }
    switch step {
    case .later(let paper):
      triage?.later.remove(paper)
      return try sayTriage()
    case .change:
      return try [Spoken.outcome(try world.perform(.undo(1)), takenBackBy: "redo")] + sayTriage()
    }
  }

  /// Leaves triage, which can be taken up where it was.
  mutating func leaveTriage() -> [String] {
    guard let now = triage else { return [] }
    leftTriage[now.source] = now
    triage = nil
    return ["Triage of \(now.title) is left; `triage` takes it up again."]
  }

  // MARK: Catching up

  /// Skips what is left unread of weekly lists before a day, after a question.
  mutating func catchUp(_ words: String) throws -> [String] {
    guard let day = words.isEmpty ? LocalTime.monday : words else {
      return ["Write `catch-up` and a day, such as 2025-11-01."]
    }
    let (found, sentence) = try desk.previewOfCatchUp(before: day)
    guard !found.papers.isEmpty else { return [Spoken.sentence(sentence)] }
    return ask(
      .confirm(
        paged(found.papers.map { "\($0.name)." }) + [
          Spoken.sentence(sentence), "Skip them? Answer yes or no.",
        ]
      ) { try $0.perform(.catchUp(before: day)) })
  }
}

extension LinearPlace {
  fileprivate var isThisWeek: Bool { if case .week? = source { true } else { false } }
}

extension LocalTime {
  /// The Monday of this week, as it is written.
  fileprivate static var monday: String? { ISOWeek.days(around: writtenToday())?.first }
}
