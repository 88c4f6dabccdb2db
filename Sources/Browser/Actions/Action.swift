/// Something a key can do in the browser; the raw value is its name in the configuration.
public enum Action: String, CaseIterable, Sendable {
  case moveDown = "move-down"
  case moveUp = "move-up"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case first
  case last
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case paneLeft = "pane-left"
  case paneRight = "pane-right"
  case enter
  case nextList = "next-list"
  case previousList = "previous-list"
  case nextUp = "next-up"
  case nextUnread = "next-unread"
  case previousUnread = "previous-unread"
  case splitBack = "split-back"
  case splitForward = "split-forward"
  case splitReset = "split-reset"
  case zoom

  case triage
  case previousWeek = "previous-week"
  case nextWeek = "next-week"
  case thisWeek = "this-week"
  case catchUp = "catch-up"

  case markRead = "mark-read"
  case markReading = "mark-reading"
  case markSkipped = "mark-skipped"
  case markQueued = "mark-queued"
  case markUnread = "mark-unread"
  case queueEarlier = "move-earlier"
  case queueLater = "move-later"
  case nextPass = "next-pass"
  case ratingUp = "rating-up"
  case ratingDown = "rating-down"
  case tags
  case select
  case selectRange = "select-range"
  case selectAll = "select-all"

  case editNote = "edit-note"
  case newNote = "new-note"
  case notes
  case editNoteExternally = "edit-note-externally"
  case open
  case chooseLink = "choose-link"
  case copyAddress = "copy-address"
  case copyTitle = "copy-title"
  case copyBibtex = "copy-bibtex"
  case copyMarkdown = "copy-markdown"
  case copyKey = "copy-key"
  case export

  case addPapers = "add-papers"
  case changeTitle = "change-title"
  case changeShortName = "change-short-name"
  case changeAuthors = "change-authors"
  case changeYear = "change-year"
  case changeVenue = "change-venue"
  case changeAbstract = "change-abstract"
  case mergePapers = "merge-papers"
  case splitPaper = "split-paper"

  case search
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case filter
  case order
  case saveSearch = "save-search"
  case renameSearch = "rename-search"
  case deleteSearch = "delete-search"
  case markPlace = "mark-place"
  case goToMark = "go-to-mark"

  case undo
  case redo
  case history

  case map
  case statistics
  case addPrerequisite = "add-prerequisite"
  case removePrerequisite = "remove-prerequisite"

  case importDocument = "import"
  case importNow = "import-now"
  case leaveOut = "leave-out"
  case mergeEntry = "merge-entry"
  case importList = "import-list"
  case importTitle = "import-title"
  case importKind = "import-kind"
  case importDate = "import-date"

  case palette
  case commandLine = "command-line"
  case help
  case back
  case quit
  case leave
  case redraw
  case suspend
}

/// What the help screen and `lectern keys` gather actions under.
public enum ActionGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case weeks = "Weeks"
  case progress = "Progress"
  case selecting = "Selecting"
  case notes = "Notes"
  case links = "Links and copies"
  case facts = "Facts"
  case search = "Search and filters"
  case history = "Taking back"
  case pictures = "Map and statistics"
  case importing = "Importing"
  case program = "Program"
}

/// Where keys go: a pane, or a layer that lies over the panes.
enum ActionContext: Int, CaseIterable, Sendable {
  case lists, papers, paper, triage, map, statistics, history, notes, chooser, help, importing

  /// True where keys mean something of their own, and what they mean elsewhere only besides.
  var hasOwnKeys: Bool { self == .importing }
}

/// Some contexts; a number, because it is asked of every action for each frame.
struct ActionContexts: ExpressibleByArrayLiteral, Sendable {
  private var bits: Int

  init(_ contexts: [ActionContext]) { bits = contexts.reduce(0) { $0 | 1 << $1.rawValue } }

  init(arrayLiteral contexts: ActionContext...) { self.init(contexts) }

  /// All of them.
  static let all = ActionContexts(ActionContext.allCases)

  /// The one context of which there is no other here; nil when there are several.
  var only: ActionContext? {
    ActionContext.allCases.first { bits == 1 << $0.rawValue }
  }

  /// True when a context is one of them.
  func contains(_ context: ActionContext) -> Bool { bits & 1 << context.rawValue != 0 }

  /// These and the others.
  func union(_ others: ActionContexts) -> ActionContexts {
    var union = self
    union.bits |= others.bits
    return union
  }
}
