import Browser
import ReadingModel
import Terminal

/// A sentence thrown by the fake library.
struct FakeFailure: Error, CustomStringConvertible {
  var description: String
}

/// A library in memory with the papers of `FakeLibrary.Shelf.filled`, that records what was asked of it.
final class FakeLibrary: BrowserEnvironment {
  var isFirstRun = false
  var isWelcomeSeen = false
  /// The present day.
  var today = "2026-03-01"
  var shelf: Shelf
  private(set) var steps: [(label: String, before: Shelf, after: Shelf)] = []
  /// How many of the steps stand.
  private(set) var standing = 0
  private(set) var changes: [Change] = []
  private(set) var loadedPapers = 0
  private(set) var loadedWindows: [(start: Int, limit: Int)] = []
  private(set) var openedLinks: [String] = []
  private(set) var savedDrafts: [Draft] = []
  private(set) var removedDrafts: [(paperKey: String, note: NoteID?)] = []
  var leftDrafts: [Draft] = []
  var wasChangedElsewhere = false
  /// What the person's own editor returns for a text.
  var externalEditor: (String) -> String? = { _ in nil }
  /// What another program does before the next change, once.
  var meanwhile: ((inout Shelf) -> Void)?
  /// What was entered in the command line before, and since.
  var commandLines: [String] = []
  private(set) var keptCommands: [String] = []
  private(set) var theme = "standard"
  /// Thrown by every change while set.
  var refusal: String?
  /// The days before 1 March 2026 on which something was read, besides what the shelf knows.
  var readings = (0..<70).map { $0 * $0 * 7 % 360 } + [0, 1, 2, 2, 2, 2, 2, 3, 3, 3, 9, 9]
  /// Thrown when statistics are asked for, while set.
  var brokenStatistics: String?
  /// Thrown by every look while set.
  var blindness: String?

  init(_ shelf: Shelf = .filled) { self.shelf = shelf }

  func markWelcomeSeen() { isWelcomeSeen = true }

  func lists() throws -> [ListSummary] {
    try look()
    return shelf.lists.map { list in
      let statuses = list.papers.map { shelf.papers[$0]?.progress.status }
      return ListSummary(
        id: list.id, slug: "list-\(list.id.rawValue)", title: list.title, kind: list.kind,
        issued: list.issued, entries: list.papers.count, read: statuses.count { $0 == .read },
        skipped: statuses.count { $0 == .skipped })
    }
  }

  func counts() throws -> PaneCounts {
    PaneCounts(
      nextUp: shelf.ids(of: .nextUp).count, reading: shelf.ids(of: .reading).count,
      queue: shelf.ids(of: .queue).count, all: shelf.papers.count,
      needsTitle: shelf.ids(of: .needsTitle).count, week: ISOWeek.name(of: today),
      weekPapers: ISOWeek.name(of: today).map { shelf.ids(of: .week($0)).count } ?? 0,
      readThisWeek: shelf.papers.values.count { $0.progress.status == .read },
      searches: shelf.countedSearches)
  }

  func papers(of source: RowSource, start: Int, limit: Int?) throws -> [PaperID] {
    try look()
    return Array(shelf.ids(of: source).dropFirst(start).prefix(limit ?? .max))
  }

  func unread(
    _ direction: Direction, from place: RowPlace, then lists: [ListID]
  ) throws -> RowPlace? {
    try look()
    return shelf.unread(direction, from: place, then: lists)
  }

  func catchUp(before day: String) throws -> CatchUp {
    try look()
    var changed = shelf
    guard changed.apply(.catchUp(before: day)) != nil else {
      return CatchUp(before: day, papers: [], lists: 0)
    }
    let papers = shelf.papers.values.filter {
      changed.papers[$0.id]?.progress != $0.progress
    }.map {
      PaperReference(paper: $0.id, key: $0.key, name: $0.paper.title, status: .unread)
    }
    let lists = shelf.lists.filter { $0.kind == .weekly && $0.issued.map { $0 < day } == true }
    return CatchUp(before: day, papers: papers, lists: lists.count)
  }

  func rows(_ source: RowSource, start: Int, limit: Int, most: Int?) throws -> RowWindow {
    try look()
    loadedWindows.append((start, limit))
    var window = shelf.window(of: source, start: start, limit: limit)
    if case .search = source, let most { window.total = min(window.total, most) }
    return window
  }

  func paper(_ id: PaperID) throws -> PaperDetail? {
    try look()
    loadedPapers += 1
    return shelf.detail(of: id)
  }

  func snippet(of paper: PaperID, in source: RowSource) throws -> Snippet? {
    shelf.detail(of: paper).flatMap { shelf.snippet(for: source, of: $0) }
  }

  func suggestions(limit: Int) throws -> [NextUp] {
    shelf.window(of: .nextUp, start: 0, limit: limit).rows.map {
      NextUp(row: $0, list: nil, reason: "because nothing has to be read before it")
    }
  }

  func graph(of list: ListID) throws -> [GraphNode] {
    try look()
    return shelf.graph(of: list)
  }

  func statistics() throws -> ReadingStatistics {
    if let brokenStatistics { throw FakeFailure(description: brokenStatistics) }
    return try ReadingStatistics(
      shelf.record(lists: lists(), readings: readings), today: Day(year: 2026, month: 3, day: 1)
    ) { Day(number: $0 / 86_400) }
  }

  func history(limit: Int) throws -> [HistoryStep] {
    steps.enumerated().reversed().prefix(limit).map { index, step in
      HistoryStep(
        id: Int64(index + 1), label: step.label, at: "2026-03-01T12:0\(index % 10)",
        state: index < standing ? .done : .undone)
    }
  }

  func undoPreview(of step: Int64) throws -> UndoPreview? {
    try look()
    guard steps.indices.contains(Int(step) - 1) else { return nil }
    var part = UndoPreview.Part(one: "mark", several: "marks")
    part.changed = Int(step)
    return UndoPreview(
      step: step, parts: [part],
      titles: Array(shelf.papers.values.map(\.paper.title).sorted().prefix(2)), papers: Int(step))
  }

  func tags() throws -> [String] { Set(shelf.papers.values.flatMap(\.tags)).sorted() }

  func dataChanged() -> Bool {
    defer { wasChangedElsewhere = false }
    return wasChangedElsewhere
  }

  func perform(_ change: Change) throws -> Outcome {
    if let refusal { throw FakeFailure(description: refusal) }
    changes.append(change)
    if let act = meanwhile {
      meanwhile = nil
      act(&shelf)
    }
    if let conflict = shelf.conflict(of: change) {
      return Outcome(
        sentence: "Another program saved version \(conflict.theirs.number) meanwhile",
        changed: false, conflict: conflict)
    }
    switch change {
    case .undo:
      guard standing > 0 else { return unchanged("There is nothing to take back.") }
      standing -= 1
      shelf = steps[standing].before
      return Outcome(sentence: "Took back: \(steps[standing].label)")
    case .undoStep(let step):
      guard step != 1 || standing == 1 else {
        throw FakeFailure(description: "Step \(standing) stands in the way of “first”.")
      }
      guard Int(step) != standing else { return try perform(.undo(1)) }
      let label = "Took back step \(step): \(steps[Int(step) - 1].label)"
      steps.append((label, shelf, shelf))
      standing = steps.count
      return Outcome(sentence: label)
    case .redo:
      guard standing < steps.count else { return unchanged("Nothing was taken back.") }
      shelf = steps[standing].after
      standing += 1
      return Outcome(sentence: "Did again: \(steps[standing - 1].label)")
    default: return carryOut(change)
    }
  }

  func drafts() throws -> [Draft] { leftDrafts }

  func noteVersions(_ note: NoteID) throws -> [NoteVersion] {
    try look()
    return shelf.versions(of: note)
  }

  func noteTemplate(_ name: String, for paper: PaperID) throws -> String {
    guard let detail = shelf.papers[paper],
      let template = NoteTemplate.standard.first(where: { $0.name == name })
    else { return "" }
    return template.filled(for: detail.paper, key: detail.key, date: today)
  }

  func saveDraft(paperKey: String, note: NoteID?, base: Int?, body: String) throws {
    if let refusal { throw FakeFailure(description: refusal) }
    savedDrafts.append(
      Draft(
        paperKey: paperKey, note: note, base: base, body: body, paper: nil, title: "",
        time: "12:03"))
  }

  func removeDraft(paperKey: String, note: NoteID?) throws {
    removedDrafts.append((paperKey, note))
    leftDrafts.removeAll { $0.paperKey == paperKey && $0.note == note }
  }

  func commandHistory() -> [String] { commandLines }

  func keepCommand(_ line: String) { keptCommands.append(line) }

  func options() -> [OptionListing] {
    [
      OptionListing(
        name: "theme", value: theme, standard: "standard",
        source: theme == "standard" ? .standard : .session, summary: "The colours",
        choices: ["standard", "mono"]),
      OptionListing(
        name: "mouse", value: "false", standard: "false", source: .file, summary: "The mouse",
        choices: ["true", "false"]),
    ]
  }

  /// The options that were kept, as they were written.
  private(set) var keptOptions: [String] = []

  func keeping(_ name: String, as value: String?) throws -> OptionKeeping {
    guard name == "theme" else { throw FakeFailure(description: "There is no option “\(name)”.") }
    let value = value ?? theme
    let refusal = refusal
    return OptionKeeping(value: value) {
      if let refusal { throw FakeFailure(description: refusal) }
      return "theme is \(value) in config.toml, line 3."
    }
  }

  func setOption(
    _ name: String, to value: String, isKept: Bool
  ) throws -> OptionChange {
    if name == "columns" {
      let columns = value.split(separator: ",").compactMap { RowColumn(rawValue: String($0)) }
      return OptionChange(
        said: "columns is \(value) until you leave.", terminal: TerminalSettings(),
        columns: columns)
    }
    guard name == "theme" else { throw FakeFailure(description: "There is no option “\(name)”.") }
    theme = value
    if isKept { keptOptions.append("\(name)=\(value)") }
    return OptionChange(
      said: "theme is \(value) until you leave.",
      terminal: TerminalSettings(
        theme: value == "mono" ? .mono : .standard, asciiOnly: value == "ascii"))
  }

  // MARK: Imports

  /// What imports, beside the runtime.
  let importing = FakeImportDesk()
  var importDesk: any ImportDesk { importing }
  /// The paths that were imported, those of earlier sessions first.
  var importedPaths: [String] = []

  func importPaths() -> [String] { importedPaths }

  func keepImportPath(_ path: String) { importedPaths.append(path) }

  func standing(of papers: [PaperID]) throws -> [PaperID: StandingPaper] {
    askedStanding.append(papers)
    return Dictionary(
      uniqueKeysWithValues: papers.compactMap { id in
        shelf.papers[id].map { paper in
          let lists = shelf.lists.filter { $0.papers.contains(id) }.map(\.title)
          return (
            id,
            StandingPaper(
              status: paper.progress.status, notes: paper.notes.count, lists: lists)
          )
        }
      })
  }

  /// The papers whose standing was asked for, by screenfuls.
  private(set) var askedStanding: [[PaperID]] = []

  func openLink(_ url: String) throws -> String {
    openedLinks.append(url)
    return "Opened \(url)."
  }

  func copyText(_ kind: CopyKind, of paper: PaperID) throws -> String? {
    guard let found = shelf.papers[paper] else { return nil }
    return switch kind {
    case .address: found.paper.links.first?.url
    case .title: found.paper.title
    case .bibtex: "@misc{\(found.key)}"
    case .markdownLink: "[\(found.paper.title)]()"
    case .key: found.key
    }
  }

  func editExternally(_ text: String) throws -> String? { externalEditor(text) }

  /// What was exported, and where.
  var exports: [(request: ExportRequest, path: String)] = []
  /// Files that stand already.
  var standingFiles: Set<String> = []
  /// Why nothing can be exported.
  var exportProblem: String?

  func export(
    _ request: ExportRequest, to path: String, mayReplace: Bool
  ) throws -> ExportOutcome {
    if let exportProblem { throw FakeFailure(description: exportProblem) }
    if standingFiles.contains(path), !mayReplace { return .wouldReplace("Replace \(path)?") }
    exports.append((request, path))
    return .done(["Wrote \(path)"])
  }

  func exportText(_ request: ExportRequest) throws -> String {
    if request.scope == .source(.all) { return String(repeating: "x", count: 100_000) }
    return "\(request.title) as \(request.format.rawValue)\n"
  }

  func localTime(_ utc: String) -> String { String(utc.map { $0 == "T" ? " " : $0 }) }

  private func look() throws {
    if let blindness { throw FakeFailure(description: blindness) }
  }

  private func unchanged(_ sentence: String) -> Outcome {
    Outcome(sentence: sentence, changed: false)
  }

  private func carryOut(_ change: Change) -> Outcome {
    let before = shelf
    guard let label = shelf.apply(change) else { return unchanged("It is so already.") }
    steps.removeLast(steps.count - standing)
    steps.append((label, before, shelf))
    standing = steps.count
    return Outcome(sentence: label)
  }
}
