import ReadingModel
import Terminal

/// What happened, for `BrowserModel.update`.
enum Message: Equatable, Sendable {
  /// The program starts.
  case started(isFirstRun: Bool)
  /// The terminal reports something.
  case input(TerminalEvent)
  /// An action is to be carried out, now that what it needs is loaded.
  case action(Action)
  /// All that was waiting is handled; what is out of date is loaded before the next frame.
  case settled
  /// A frame is drawn and no key waits; what the next one will show may be loaded.
  case drawn
  /// Another program changed the library.
  case libraryChanged

  case listsLoaded([ListSummary], PaneCounts, generation: Int)
  case suggestionsLoaded([NextUp], generation: Int)
  case rowsLoaded(RowWindow, generation: Int)
  case paperLoaded(PaperDetail?, PaperID, generation: Int)
  case snippetLoaded(Snippet?, PaperID, RowSource)
  /// Something could not be loaded; the sentence says what.
  case loadFailed(StaleParts, String, generation: Int)
  /// The papers of a range of rows, for the change that was asked for.
  case rangeLoaded([PaperID], PaperChange)
  /// The nearest unread paper on a way; nil when there is none.
  case unreadFound(RowPlace?, Direction)
  /// What catching up would skip, for the question whether to do it.
  case catchUpPreviewed(CatchUp)
  case historyLoaded([HistoryStep], limit: Int)
  case graphLoaded([GraphNode], ListID, generation: Int)
  case statisticsLoaded(ReadingStatistics, generation: Int)
  /// The papers that a text finds while a prerequisite is looked for.
  case candidatesLoaded([EntryRow], for: String)
  /// Two papers that may be one; the first would be kept.
  case pairLoaded(PaperDetail?, PaperDetail?)
  case undoPreviewLoaded(UndoPreview?, step: Int64)
  case noteVersionsLoaded([NoteVersions], of: PaperID)
  /// A note begins with this text.
  case noteBegun(String, NoteTarget)
  case tagsLoaded([String])
  case draftsLoaded([Draft])
  /// Papers that the palette asked for.
  case papersFound(RowWindow)
  /// Where a paper stands that is to be gone to; nil when it is gone.
  case placeFound(PaperDetail?, fallback: Place?)
  /// What the command line completes; the history only where it was asked for.
  case commandFactsLoaded(tags: [String], options: [OptionListing], history: [String]?)
  /// Commands of a macro are to be carried out, one after the other.
  case commands([Command])
  /// A command is to be carried out, now that what it needs is loaded.
  case command(Command)
  /// An option has another value; the signs to draw with and the facts of rows from now on.
  case optionSet(String, Glyphs, [RowColumn])
  /// An option stands in the configuration, as a sentence says.
  case optionKept(String, value: String, said: String)

  case importing(ImportMessage)

  /// A change was carried out.
  case changed(Outcome, ChangePurpose)
  /// A change was refused; nothing is different.
  case changeFailed(String, ChangePurpose)
  /// The person's own editor returned; nil when it was left without saving.
  case editedExternally(String?, NoteTarget)
  /// An export was written to a path, or would replace a file there.
  case exported(ExportOutcome, ExportRequest, path: String)
  /// An export was not written; the sentence says why.
  case exportFailed(String)
  /// Something was done that the person should read about.
  case said(String)
  /// Something could not be done; the sentence says what.
  case failed(String)
}

/// What a change is to papers that are not named yet.
enum PaperChange: Equatable, Sendable {
  case progress(ProgressChange)
  case tag(add: [String], remove: [String])

  /// The change for some papers.
  func change(of papers: [PaperID]) -> Change {
    switch self {
    case .progress(let progress): .progress(papers, progress)
    case .tag(let add, let remove): .tag(papers, add: add, remove: remove)
    }
  }

  /// What it does to so many papers, as a question.
  func question(count: Int) -> String {
    switch self {
    case .progress(let progress):
      switch progress.status {
      case .queued?: "Add \(count) papers to the queue?"
      case .reading?: "Mark \(count) papers as being read?"
      case let status?: "Mark \(count) papers as \(status.rawValue)?"
      case nil: "Change \(count) papers?"
      }
    case .tag(let add, let remove):
      "Tag \(count) papers "
        + (add.map { "+\($0)" } + remove.map { "-\($0)" }).joined(separator: " ") + "?"
    }
  }
}

/// What a change was made for, which decides what follows it.
enum ChangePurpose: Equatable, Sendable {
  case papers
  /// A paper is moved by so many places among the rows.
  case moving(by: Int)
  case undo
  case redo
  case note(NoteTarget)
}

/// A note that is being written.
struct NoteTarget: Equatable, Sendable {
  /// The paper it is about.
  var paper: PaperID
  /// The paper's key, which drafts are kept under.
  var paperKey: String
  /// The paper's title.
  var title: String
  /// The note; nil for a new one.
  var note: NoteID?
  /// The version that the text was begun from; nil for a new note.
  var base: NoteBase?
}

/// Parts of the screen that no longer show what the library holds.
struct StaleParts: OptionSet, Equatable, Sendable {
  let rawValue: Int

  static let lists = StaleParts(rawValue: 1)
  static let suggestions = StaleParts(rawValue: 2)
  static let rows = StaleParts(rawValue: 4)
  static let paper = StaleParts(rawValue: 8)
  static let history = StaleParts(rawValue: 16)
  static let map = StaleParts(rawValue: 32)
  static let statistics = StaleParts(rawValue: 64)
  static let triage = StaleParts(rawValue: 128)
  static let notes = StaleParts(rawValue: 256)
  /// A paper that is not shown yet; it never has to be loaded before a frame.
  static let paperAhead = StaleParts(rawValue: 1 << 20)
  static let everything: StaleParts = [
    .lists, .suggestions, .rows, .paper, .history, .map, .statistics, .triage, .notes,
  ]
}
