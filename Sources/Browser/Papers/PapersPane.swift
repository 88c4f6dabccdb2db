import ReadingModel

/// The pane of papers: a window of the rows of one source, and the cursor in it.
struct PapersPane: Equatable, Sendable {
  /// Where the rows come from.
  private(set) var source: RowSource
  /// The rows that were loaded last; nil until some are.
  private(set) var window: RowWindow?
  /// Why the rows could not be read; nil when they could.
  private(set) var failure: String?
  /// How rows and headings lie.
  private(set) var lines = SectionedRows(rows: 0, sections: [])
  /// The index of the row under the cursor.
  var cursor = 0
  /// How far the cursor went last, which is how far it will probably go next.
  private(set) var stride = 1
  /// Where the cursor was in the last frame.
  private var settledCursor: Int
  /// The first line shown.
  var scroll = 0
  /// Papers selected one by one.
  var selected: Set<PaperID> = []
  /// All papers of the source are selected but these; nil when not all are.
  var allBut: Set<PaperID>?
  /// Where a range begins that reaches to the cursor.
  var rangeStart: Int?

  /// Looks at a source from a row on.
  init(source: RowSource, cursor: Int = 0, scroll: Int = 0) {
    self.source = source
    self.cursor = cursor
    settledCursor = cursor
    self.scroll = scroll
  }

  /// How many rows the source has, as far as is known.
  var total: Int { window?.total ?? 0 }

  /// The row at an index, where it is loaded.
  func row(at index: Int) -> EntryRow? {
    guard let window, index >= window.start, index - window.start < window.rows.count else {
      return nil
    }
    return window.rows[index - window.start]
  }

  /// The row under the cursor, where there is one and it is loaded.
  var current: EntryRow? { row(at: cursor) }

  /// The rows of the range that is being selected.
  var range: ClosedRange<Int>? {
    rangeStart.map { min($0, cursor)...max($0, cursor) }
  }

  /// True when a row is selected, by itself or in the range.
  func isSelected(_ row: EntryRow, at index: Int) -> Bool {
    if let allBut { return !allBut.contains(row.paper) }
    return range?.contains(index) == true || selected.contains(row.paper)
  }

  /// True when something is selected.
  var hasSelection: Bool { rangeStart != nil || !selected.isEmpty || allBut != nil }

  /// Selects nothing.
  mutating func clearSelection() {
    selected = []
    allBut = nil
    rangeStart = nil
  }

  /// True when rows are not loaded that lie so many before or after the cursor.
  func lacksRows(before: Int, after: Int) -> Bool {
    guard let window else { return true }
    let low = max(0, cursor - before)
    let high = min(window.total, cursor + after + 1)
    return low < window.start || high > window.start + window.rows.count
  }

  /// Takes in rows; the cursor stays at its index or on the last row.
  mutating func show(_ window: RowWindow) {
    self.window = window
    failure = nil
    lines = SectionedRows(rows: window.total, sections: window.sections)
    cursor = max(0, min(cursor, window.total - 1))
    if let start = rangeStart { rangeStart = max(0, min(start, window.total - 1)) }
  }

  /// Shows that the rows could not be read, and why.
  mutating func showFailure(_ sentence: String) {
    show(RowWindow(source: source, start: 0, rows: [], total: 0))
    failure = sentence
  }

  /// How many papers are selected; those of a range that were selected one by one are counted once
  /// where they are loaded.
  var selectedCount: Int {
    if let allBut { return total - allBut.count }
    guard let range else { return selected.count }
    let counted = window?.rows.indices.count { index in
      guard let window else { return false }
      return range.contains(window.start + index) && selected.contains(window.rows[index].paper)
    }
    return range.count + selected.count - (counted ?? 0)
  }

  /// Takes notice of where the cursor has come to rest.
  mutating func settleCursor() {
    if cursor != settledCursor { stride = cursor - settledCursor }
    settledCursor = cursor
  }

  /// Scrolls so that the cursor is in view, and the heading of its section where there is room.
  mutating func reveal(height: Int) {
    guard total > 0 else {
      scroll = window == nil ? scroll : 0
      return
    }
    let count = lines.lineCount
    scroll = Scrolling.first(
      scroll, showing: lines.line(ofRow: cursor), height: height, of: count)
    let first = lines.firstLine(withRow: cursor)
    if first < scroll, lines.line(ofRow: cursor) < first + height { scroll = max(0, first) }
  }

  /// The first and the last row in view, counted from 1; nil when there are none.
  func visibleRows(height: Int) -> ClosedRange<Int>? {
    guard total > 0, height > 0 else { return nil }
    var low: Int?
    var high: Int?
    for line in scroll..<max(scroll, min(scroll + height, lines.lineCount)) {
      guard case .row(let index) = lines.content(ofLine: line) else { continue }
      low = low ?? index + 1
      high = index + 1
    }
    guard let low, let high else { return nil }
    return low...high
  }
}
