public import ReadingModel

/// What can be copied of a paper.
public enum CopyKind: String, CaseIterable, Sendable {
  case address, title, bibtex, markdownLink, key
}

/// A note that was typed and never saved.
public struct Draft: Equatable, Sendable {
  /// The key of the paper it is about.
  public var paperKey: String
  /// The note it is a version of; nil for a new one.
  public var note: NoteID?
  /// The number of the version that it was begun from; nil where that is not known.
  public var base: Int?
  /// What was typed.
  public var body: String
  /// The paper, where it is still in the library.
  public var paper: PaperID?
  /// The title of the paper.
  public var title: String
  /// When it was typed, in the reader's words: `12:03`, `2026-03-01 12:03`.
  public var time: String

  /// Makes a draft.
  public init(
    paperKey: String, note: NoteID?, base: Int? = nil, body: String, paper: PaperID?,
    title: String, time: String
  ) {
    self.paperKey = paperKey
    self.note = note
    self.base = base
    self.body = body
    self.paper = paper
    self.title = title
    self.time = time
  }
}

/// All that the browser asks of the world outside it.
///
/// Everything but what the import desk does is called on the thread of the runtime, one call at a
/// time. An error is shown as
/// `String(describing:)`, so its description is a sentence that says what, where and what now; the
/// browser goes on.
public protocol BrowserEnvironment: AnyObject {
  /// True when the library is shown for the first time.
  var isFirstRun: Bool { get }
  /// Remembers that the welcome was seen.
  func markWelcomeSeen() throws

  /// All lists in their order.
  func lists() throws -> [ListSummary]
  /// How many papers there are besides those of lists.
  func counts() throws -> PaneCounts
  /// A window of the rows of a source.
  ///
  /// - Parameters:
  ///   - start: The index of the first row wanted, counted from 0; it may lie behind the end.
  ///   - limit: How many rows at most.
  ///   - most: How many matches of a search are looked for; nil for as many as it takes in.
  /// - Returns: The rows there are, how many the source has in all, and the sections of a list.
  func rows(_ source: RowSource, start: Int, limit: Int, most: Int?) throws -> RowWindow
  /// The papers of a source from an index on, all of them without a limit.
  func papers(of source: RowSource, start: Int, limit: Int?) throws -> [PaperID]
  /// The nearest unread paper on the way from a row through its source, then through lists, and last
  /// round through the source again; nil when there is none.
  func unread(_ direction: Direction, from place: RowPlace, then lists: [ListID]) throws
    -> RowPlace?
  /// What catching up with the weekly lists before a day, ISO 8601, would skip.
  func catchUp(before day: String) throws -> CatchUp
  /// A paper with everything that belongs to it; nil when it is gone.
  func paper(_ id: PaperID) throws -> PaperDetail?
  /// Where a paper matches the searches and filters of a source; nil where they have no words.
  func snippet(of paper: PaperID, in source: RowSource) throws -> Snippet?
  /// The versions of a note, oldest first; none when there is no such note.
  func noteVersions(_ note: NoteID) throws -> [NoteVersion]
  /// What a note on a paper begins with by a template's name.
  func noteTemplate(_ name: String, for paper: PaperID) throws -> String
  /// The first papers to read next, each with its reason.
  func suggestions(limit: Int) throws -> [NextUp]
  /// The papers of a list with what each builds on.
  func graph(of list: ListID) throws -> [GraphNode]
  /// What was read when, reckoned in the reader's days, and what is left.
  func statistics() throws -> ReadingStatistics
  /// The newest steps of the history, newest first.
  func history(limit: Int) throws -> [HistoryStep]
  /// What taking back a step would do; nil when there is no such step.
  func undoPreview(of step: Int64) throws -> UndoPreview?
  /// All tags in use, sorted.
  func tags() throws -> [String]
  /// True once after another program changed the library.
  func dataChanged() -> Bool

  /// Carries a change out, as one step of the history.
  func perform(_ change: Change) throws -> Outcome

  /// Drafts that were left behind, newest first.
  func drafts() throws -> [Draft]
  /// Puts what is being typed on disk, in place of an earlier draft of the same note.
  ///
  /// - Parameter base: The number of the version that it was begun from.
  func saveDraft(paperKey: String, note: NoteID?, base: Int?, body: String) throws
  /// Removes a draft, where there is one.
  func removeDraft(paperKey: String, note: NoteID?) throws

  /// The lines entered in the command line in earlier sessions, the oldest first.
  func commandHistory() throws -> [String]
  /// Remembers a line entered in the command line.
  func keepCommand(_ line: String) throws
  /// All options of the configuration as they are now.
  func options() -> [OptionListing]
  /// Changes an option until Lectern is left, and says so in a sentence.
  ///
  /// - Parameter isKept: True when the configuration has it already.
  func setOption(_ name: String, to value: String, isKept: Bool) throws -> OptionChange
  /// What writes an option into the configuration, with the value it has now where none is given.
  func keeping(_ name: String, as value: String?) throws -> OptionKeeping

  /// What imports, on another thread.
  var importDesk: any ImportDesk { get }
  /// The paths imported in earlier sessions, the oldest first.
  func importPaths() throws -> [String]
  /// Remembers a path that was imported.
  func keepImportPath(_ path: String) throws
  /// What the library has of some papers, a screenful of them.
  func standing(of papers: [PaperID]) throws -> [PaperID: StandingPaper]

  /// Opens an address with the person's own program and says so in a sentence.
  func openLink(_ url: String) throws -> String
  /// What to put on the clipboard; nil when the paper has no such thing.
  func copyText(_ kind: CopyKind, of paper: PaperID) throws -> String?
  /// Lets the person edit a text in their own editor, which has the terminal meanwhile.
  ///
  /// - Returns: The text as it was left; nil when the editor was left without saving.
  func editExternally(_ text: String) throws -> String?

  /// Writes papers to a file, or their notes to a folder.
  ///
  /// - Parameter mayReplace: False to be asked before a file that Lectern wrote is replaced; one that
  ///   it did not write is never replaced.
  func export(
    _ request: ExportRequest, to path: String, mayReplace: Bool
  ) throws -> ExportOutcome
  /// What an export would write, as one document.
  func exportText(_ request: ExportRequest) throws -> String

  /// A moment given as ISO 8601 in UTC, in the reader's time zone: `2026-03-01 12:03`.
  func localTime(_ utc: String) -> String
}
