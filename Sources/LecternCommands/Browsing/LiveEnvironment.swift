import Browser
import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Terminal

/// The world outside the browser: the library, the disk, and other programs.
final class LiveEnvironment: BrowserEnvironment {
  private let library: Library
  private let actions: Actions
  private let state: String
  private let draftFolder: DraftFolder
  private let dailyBackup: DailyBackup
  private let desk: LiveImportDesk
  private let settings: Settings
  /// The options as they are now, with those changed since the start.
  private var configuration: Configuration
  private var changedOptions: Set<String> = []
  /// The options that were written into the file since the start.
  private var keptOptions: Set<String> = []
  private let countsReads: Bool
  private var seenVersion: Int

  init(_ workspace: Workspace, _ settings: Settings) {
    library = workspace.library
    actions = workspace.actions
    state = settings.places.state
    draftFolder = DraftFolder(
      drafts: settings.places.drafts, library: settings.places.library)
    dailyBackup = DailyBackup(library)
    desk = LiveImportDesk(library, home: settings.places.home, dailyBackup: dailyBackup)
    self.settings = settings
    configuration = settings.configuration
    countsReads = settings.configuration.weeklyBudget != nil
    seenVersion = (try? library.dataVersion()) ?? 0
  }

  /// Waits for a backup that is being made.
  ///
  /// - Returns: The sentence to warn with when it failed.
  func finish() -> String? { dailyBackup.finish() }

  // MARK: The library

  func lists() throws -> [ListSummary] { try library.lists() }
  func counts() throws -> PaneCounts {
    let counts = try library.counts()
    let today = LocalTime.writtenToday()
    let week = ISOWeek.name(of: today)
    let monday = ISOWeek.days(around: today).map { LocalTime.utc(startOf: $0.first) }
    return PaneCounts(
      nextUp: try library.rows(.nextUp, start: 0, limit: 0).total, reading: counts.reading,
      queue: counts.queue, all: counts.all,
      needsTitle: try library.rows(.needsTitle, start: 0, limit: 0).total, week: week,
      weekPapers: try week.map { try library.rows(.week($0), start: 0, limit: 0).total } ?? 0,
      readThisWeek: countsReads ? try monday.map(library.papersRead) ?? 0 : 0,
      searches: try library.savedSearches())
  }
  func papers(of source: RowSource, start: Int, limit: Int?) throws -> [PaperID] {
    try library.papers(of: source, start: start, limit: limit)
  }
  func unread(
    _ direction: Direction, from place: RowPlace, then lists: [ListID]
  ) throws -> RowPlace? {
    try library.unread(direction, from: place, then: lists)
  }
  func catchUp(before day: String) throws -> CatchUp { try library.catchUp(before: day) }
  func rows(_ source: RowSource, start: Int, limit: Int, most: Int?) throws -> RowWindow {
    let facts = configuration.columns.reduce(into: RowFacts()) { $0.formUnion($1.fact) }
    var window = try library.rows(source, start: start, limit: limit, most: most, facts: facts)
    if facts.contains(.added) {
      for index in window.rows.indices {
        window.rows[index].added = window.rows[index].added.map(localTime)
      }
    }
    return window
  }
  func paper(_ id: PaperID) throws -> PaperDetail? { try library.paper(id) }
  func snippet(of paper: PaperID, in source: RowSource) throws -> Snippet? {
    try library.snippet(of: paper, in: source)
  }
  func noteVersions(_ note: NoteID) throws -> [NoteVersion] { try library.noteVersions(note) }
  func noteTemplate(_ name: String, for paper: PaperID) throws -> String {
    guard let template = configuration.noteTemplates.first(where: { $0.name == name }),
      let detail = try library.paper(paper)
    else { return "" }
    return template.filled(for: detail.paper, key: detail.key, date: LocalTime.writtenToday())
  }
  func suggestions(limit: Int) throws -> [NextUp] { try actions.suggestions(count: limit) }
  func graph(of list: ListID) throws -> [GraphNode] { try library.graphNodes(of: list) }
  func statistics() throws -> ReadingStatistics {
    ReadingStatistics(
      try library.readingRecord(), today: LocalTime.today, day: LocalTime.day(of:))
  }
  func history(limit: Int) throws -> [HistoryStep] { try library.history(limit: limit) }
  func undoPreview(of step: Int64) throws -> UndoPreview? { try library.undoPreview(of: step) }
  func tags() throws -> [String] { try library.tags() }
  func perform(_ change: Change) throws -> Outcome {
    var outcome = try actions.perform(change)
    if outcome.changed {
      if let warning = dailyBackup.takeWarning() { outcome.sentence += ". " + warning }
      dailyBackup.start(at: Clock.now())
    }
    return outcome
  }

  func dataChanged() -> Bool {
    // On some disks a look waits for what is being written.
    guard !desk.isWriting else { return false }
    guard let version = try? library.dataVersion(), version != seenVersion else { return false }
    seenVersion = version
    return true
  }

  // MARK: Drafts and the welcome

  private var welcomeMark: String { state + "/welcome-seen" }

  var isFirstRun: Bool { access(welcomeMark, F_OK) != 0 }

  func markWelcomeSeen() throws {
    try FileManager.default.createDirectory(
      atPath: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let descriptor = open(welcomeMark, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  func drafts() throws -> [Draft] {
    try draftFolder.drafts().map { draft in
      let paper = try library.find(key: draft.paper)
      let title = try paper.flatMap { try library.paper($0)?.paper.title }
      return Draft(
        paperKey: draft.paper, note: draft.note, base: draft.base, body: draft.body, paper: paper,
        title: title ?? draft.paper, time: localTime(draft.written))
    }
  }

  func saveDraft(paperKey: String, note: NoteID?, base: Int?, body: String) throws {
    try draftFolder.save(
      DraftFolder.Draft(
        paper: paperKey, note: note, base: base, written: Clock.now(), body: body))
  }

  func removeDraft(paperKey: String, note: NoteID?) throws {
    draftFolder.remove(paper: paperKey, note: note)
  }

  // MARK: The command line and the options

  private var history: CommandHistory { CommandHistory(path: settings.places.history) }

  func commandHistory() throws -> [String] { history.lines() }

  func keepCommand(_ line: String) throws { try history.keep(line) }

  // MARK: Imports

  var importDesk: any ImportDesk { desk }

  private var importHistory: CommandHistory {
    CommandHistory(path: settings.places.importHistory)
  }

  func importPaths() throws -> [String] { importHistory.lines() }

  func keepImportPath(_ path: String) throws { try importHistory.keep(path) }

  func standing(of papers: [PaperID]) throws -> [PaperID: StandingPaper] {
    try library.standing(of: papers)
  }

  func options() -> [OptionListing] {
    settings.listing(of: configuration, changed: changedOptions, kept: keptOptions)
  }

  func setOption(
    _ name: String, to value: String, isKept: Bool
  ) throws -> OptionChange {
    let before = changedOptions.contains("escape-delay") || name == "escape-delay"
    if isKept {
      configuration = try configuration.changing(name, to: value)
      changedOptions.remove(name)
      keptOptions.insert(name)
    } else {
      configuration = try configuration.setting(name, to: value)
      changedOptions.insert(name)
    }
    let shown = options().first { $0.name == name }?.value ?? value
    return OptionChange(
      said: "\(name) is \(shown) until you leave; :set! \(name) keeps it.",
      terminal: configuration.terminalSettings(
        escapeDelay: before ? nil : settings.escapeDelay),
      columns: configuration.columns)
  }

  func keeping(_ name: String, as value: String?) throws -> OptionKeeping {
    try OptionKeeper(path: settings.places.configuration).keeping(
      name, as: value, over: configuration)
  }

  // MARK: Other programs

  func openLink(_ url: String) throws -> String {
    try LinkOpener(configured: configuration.opener, schemes: configuration.linkSchemes).open(url)
  }

  func editExternally(_ text: String) throws -> String? {
    try ExternalEditor(configured: configuration.editor).edit(text)
  }

  func copyText(_ kind: CopyKind, of paper: PaperID) throws -> String? {
    guard let detail = try library.paper(paper) else { return nil }
    let address = detail.paper.links.first?.url
    switch kind {
    case .address: return address
    case .title: return detail.paper.title
    case .key: return detail.key
    case .markdownLink: return address.map { MarkdownLink.print(detail.paper.title, to: $0) }
    case .bibtex:
      return BibTeX.print([
        ListedPaper(
          id: paper, key: detail.key, paper: detail.paper, progress: detail.progress,
          tags: detail.tags, position: 1)
      ])
    }
  }

  func export(
    _ request: ExportRequest, to path: String, mayReplace: Bool
  ) throws -> ExportOutcome {
    let run = ExportRun(
      selection: try ExportSelection(request, in: library), format: request.format)
    let (outcome, problem) = try run.write(to: PersonsPath.expanded(path), mayReplace: mayReplace)
    guard case .done(let said) = outcome, let problem else { return outcome }
    return .done(said + [problem])
  }

  func exportText(_ request: ExportRequest) throws -> String {
    try ExportRun(
      selection: ExportSelection(request, in: library), format: request.format
    ).text()
  }

  func localTime(_ utc: String) -> String { LocalTime.text(of: utc) }
}
