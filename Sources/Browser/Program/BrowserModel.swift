import ReadingModel
import Terminal

/// Everything the browser knows; a frame is made from it alone.
struct BrowserModel: Equatable, Sendable {
  var settings: BrowserSettings
  /// The size of the screen.
  var size: Size
  /// The pane that keys go to.
  var focus = Pane.papers
  var lists = ListsPane()
  var papers = PapersPane(source: .nextUp)
  var paper = PaperPane()
  /// Papers that are laid out though they are not shown.
  var shelf = PaperShelf()
  /// Where the paper under the cursor matches what was searched for.
  var snippet: Snippet?
  /// What to read next, with reasons.
  var suggestions: [NextUp] = []
  /// What lies over the panes; the last is on top.
  var layers: [Layer] = []
  /// What was said last.
  var status: StatusMessage?
  /// The keys of a sequence that has begun.
  var pendingKeys: [Key] = []
  /// What has to be loaded before the next frame.
  var stale: StaleParts = [] {
    didSet { if stale.contains(.paper) { shelf.clear() } }
  }
  /// The number of the last request.
  private var generation = 0
  /// The number of the last request for each part; answers to earlier ones are dropped.
  private var awaited = Array(repeating: 0, count: Int.bitWidth)
  /// Searches: what was searched for, and the way back.
  var search = SearchMemory()
  /// True when the pane in use has the screen alone.
  var isZoomed = false
  /// How far the rules between panes were moved.
  var splits = Splits()
  /// The rule that the mouse has hold of.
  var draggedRule: Splits.Rule?
  /// What was entered in the command line.
  var commands = CommandMemory()
  /// What triage of each list has come to in this session.
  var triageMemory: [RowSource: TriageMemory] = [:]
  /// What was imported, the oldest first.
  var importPaths: [String] = []
  /// The number of the last work that was begun beside the loop.
  private var lastJob = 0
  /// What was filtered by, oldest first.
  var filters: [String] = []
  /// Places that were marked in this session, by their letters.
  var placeMarks: [Character: Place] = [:]
  /// Notes that were typed and not saved.
  var drafts: [Draft] = []
  /// True once the place to start at is chosen.
  var hasStarted = false
  /// True when the program is to end.
  var isOver = false

  init(settings: BrowserSettings, size: Size) {
    self.settings = settings
    self.size = size
  }

  var glyphs: Glyphs { settings.glyphs }
  var keyMap: KeyMap { settings.keyMap }

  /// Where the parts of the screen are.
  var layout: ScreenLayout {
    ScreenLayout(size: size, focus: focus, splits: splits, isZoomed: isZoomed)
  }

  /// How many rows of the papers pane can be seen, or could if it were shown.
  var papersHeight: Int { (layout.papers ?? layout.body).size.rows }

  /// The row that an action is about.
  var currentRow: EntryRow? { triage.map(\.row) ?? papers.current }

  /// The paper under the cursor, once it is loaded.
  var currentDetail: PaperDetail? {
    guard let row = currentRow, paper.detail?.id == row.paper else { return nil }
    return paper.detail
  }

  /// What keys mean at the moment.
  var context: ActionContext {
    switch layers.last {
    case .help?: .help
    case .triage?: .triage
    case .history?: .history
    case .map?: .map
    case .links?, .notes?, .prerequisites?, .identifiers?, .options?, .templates?: .chooser
    case .noteList?, .noteConflict?: .notes
    case .statistics?: .statistics
    case .importing?: .importing
    case .export(let layer)? where !layer.takesText: .chooser
    default:
      switch focus {
      case .lists: .lists
      case .papers: .papers
      case .paper: .paper
      }
    }
  }

  /// The number for a new request, which makes those before it for the same part late.
  mutating func request(_ part: StaleParts) -> Int {
    generation += 1
    awaited[part.rawValue.trailingZeroBitCount] = generation
    stale.remove(part)
    return generation
  }

  /// The number of work that begins beside the loop.
  mutating func nextJob() -> Int {
    lastJob += 1
    return lastJob
  }

  /// True when an answer is the one that is waited for.
  func isAwaited(_ part: StaleParts, _ generation: Int) -> Bool {
    awaited[part.rawValue.trailingZeroBitCount] == generation
  }

  /// Says something until the next key.
  mutating func say(_ text: String) { status = StatusMessage(text: text, isProblem: false) }

  /// Says that something cannot be done, until the next key.
  mutating func refuse(_ text: String) { status = StatusMessage(text: text, isProblem: true) }

  /// A hint at the key of an action, behind a sentence; empty when it has no key.
  func hint(_ action: Action, _ words: String) -> String {
    keyMap.name(of: action).map { "\(glyphs.dot)\($0) \(words)" } ?? ""
  }

  /// Looks at a source from a row on.
  mutating func open(_ place: Place) {
    if case .search(let query) = papers.source, query == search.query {
      search.match = papers.cursor
    }
    papers = PapersPane(source: place.source, cursor: place.cursor, scroll: place.scroll)
    focus = place.focus
    lists.select(place.source)
    stale.formUnion([.rows, .paper])
  }

  /// Where one is.
  var place: Place {
    Place(source: papers.source, cursor: papers.cursor, scroll: papers.scroll, focus: focus)
  }
}

/// A sentence for the person.
struct StatusMessage: Equatable, Sendable {
  var text: String
  /// True when something could not be done.
  var isProblem: Bool
}

/// A place to come back to.
struct Place: Equatable, Sendable {
  var source: RowSource
  var cursor = 0
  var scroll = 0
  var focus = Pane.papers
}

/// What is remembered of searches.
struct SearchMemory: Equatable, Sendable {
  /// The last query that was kept.
  var query: Query?
  /// The row of its results one was at last.
  var match = 0
  /// What was searched for, oldest first.
  var entered: [String] = []
  /// Where to go back to from the results.
  var origin: Place?
}
