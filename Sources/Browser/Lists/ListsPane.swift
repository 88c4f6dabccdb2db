public import ReadingModel

/// How many papers the sources hold that are not lists.
public struct PaneCounts: Equatable, Sendable {
  /// Papers to read next.
  public var nextUp: Int
  /// Papers with the status reading.
  public var reading: Int
  /// Papers in the queue.
  public var queue: Int
  /// All papers.
  public var all: Int
  /// Papers known by a working title alone.
  public var needsTitle: Int
  /// The present week, such as `2025-W09`; nil when it is not known.
  public var week: String?
  /// Papers of the weekly lists issued in it.
  public var weekPapers: Int
  /// Papers that became read in it.
  public var readThisWeek: Int
  /// The saved searches with their counts.
  public var searches: [SavedSearch]

  /// Makes counts.
  public init(
    nextUp: Int = 0, reading: Int = 0, queue: Int = 0, all: Int = 0, needsTitle: Int = 0,
    week: String? = nil, weekPapers: Int = 0, readThisWeek: Int = 0, searches: [SavedSearch] = []
  ) {
    self.nextUp = nextUp
    self.reading = reading
    self.queue = queue
    self.all = all
    self.needsTitle = needsTitle
    self.week = week
    self.weekPapers = weekPapers
    self.readThisWeek = readThisWeek
    self.searches = searches
  }
}

/// The pane of everything that papers can be looked at by.
struct ListsPane: Equatable, Sendable {
  /// One place to look at papers from.
  struct Item: Equatable, Sendable {
    /// Where its rows come from.
    var source: RowSource
    /// What it is called.
    var label: String
    /// How many papers it has; nil where they were not counted.
    var count: Int?
    /// How many of them are read, where progress is meant.
    var read: Int?
    /// What the list is for; nil for what is no list.
    var kind: ListKind?
    /// What the list is called in commands; nil for what is no list.
    var slug: String?
    /// The day a weekly list was issued.
    var issued: String?
    /// The saved search it is; nil when it is none.
    var search: SavedSearch?

    /// The number of papers as it stands behind the name; empty where they were not counted.
    var countText: String {
      guard let count else { return "" }
      return search != nil && count >= SavedSearch.countLimit ? "\(count)+" : String(count)
    }
  }

  /// One line of the pane.
  enum Line: Equatable, Sendable {
    case item(Int)
    case progress(Int)
    case heading(String)
    case blank
  }

  private(set) var items: [Item] = []
  /// The weekly lists among the items, the oldest first.
  private(set) var weeks: [Int] = []
  /// The present week.
  private(set) var thisWeek: String?
  /// How many papers became read in it.
  private(set) var readThisWeek = 0
  /// How many items are no lists and stand above them.
  private var smartCount = 0
  private var groups: [(heading: String, items: Range<Int>)] = []
  /// The item under the cursor.
  var cursor = 0
  /// The first line shown.
  var scroll = 0

  static func == (left: ListsPane, right: ListsPane) -> Bool {
    left.items == right.items && left.cursor == right.cursor && left.scroll == right.scroll
  }

  /// Takes in fresh counts and keeps the cursor on its item.
  mutating func show(_ summaries: [ListSummary], counts: PaneCounts) {
    let current = items.indices.contains(cursor) ? items[cursor].source : nil
    items = [
      Item(source: .nextUp, label: "Next up", count: counts.nextUp),
      Item(source: .reading, label: "Reading now", count: counts.reading),
      Item(source: .queue, label: "Queue", count: counts.queue),
    ]
    if let week = counts.week, counts.weekPapers > 0 {
      items.append(Item(source: .week(week), label: "This week", count: counts.weekPapers))
    }
    if counts.needsTitle > 0 {
      items.append(Item(source: .needsTitle, label: "Needs a title", count: counts.needsTitle))
    }
    items.append(Item(source: .all, label: "All papers", count: counts.all))
    smartCount = items.count
    thisWeek = counts.week
    readThisWeek = counts.readThisWeek
    groups = []
    let kinds: [(String, [ListKind])] = [
      ("READING ORDERS", [.order]), ("WEEKLY LISTS", [.weekly]),
      ("NOTES AND LINKS", [.notes, .custom]),
    ]
    for (heading, kinds) in kinds {
      let start = items.count
      items += summaries.filter { kinds.contains($0.kind) }.map(Self.item)
      if items.count > start { groups.append((heading, start..<items.count)) }
    }
    let start = items.count
    items += counts.searches.map(Self.item)
    if items.count > start { groups.append(("SEARCHES", start..<items.count)) }
    weeks = items.indices.filter { items[$0].kind == .weekly }
      .sorted { (items[$0].issued ?? "", $0) < (items[$1].issued ?? "", $1) }
    cursor = items.firstIndex { $0.source == current } ?? min(cursor, items.count - 1)
  }

  /// Puts the cursor on a source, where it is one of the items.
  mutating func select(_ source: RowSource) {
    if let index = items.firstIndex(where: { $0.source == source.base }) { cursor = index }
  }

  /// The item of a source, filtered or not; nil for a search that is not saved.
  func item(for source: RowSource) -> Item? { items.first { $0.source == source.base } }

  /// True where all lines find room with a bar of progress below each list.
  func showsBars(height: Int) -> Bool {
    let bars = items.count { $0.read != nil }
    return items.count > smartCount && items.count + 2 * groups.count + bars <= height
  }

  /// The lines of the pane.
  func lines(height: Int) -> [Line] {
    let showsBars = showsBars(height: height)
    var lines: [Line] = items.indices.prefix(smartCount).map { .item($0) }
    for group in groups {
      lines += [.blank, .heading(group.heading)]
      for index in group.items {
        lines.append(.item(index))
        if showsBars, items[index].read != nil { lines.append(.progress(index)) }
      }
    }
    return lines
  }

  /// Scrolls so that the cursor is in view.
  mutating func reveal(height: Int) {
    let lines = lines(height: height)
    guard let line = lines.firstIndex(of: .item(cursor)) else { return }
    scroll = Scrolling.first(scroll, showing: line, height: height, of: lines.count)
  }

  private static func item(_ summary: ListSummary) -> Item {
    var label = summary.title
    if summary.kind == .weekly, let week = summary.issued.flatMap(ISOWeek.name) {
      label = "\(week) \(summary.title)"
    }
    return Item(
      source: .list(summary.id), label: label, count: summary.entries,
      read: summary.kind == .order || summary.kind == .weekly ? summary.read : nil,
      kind: summary.kind, slug: summary.slug, issued: summary.issued)
  }

  private static func item(_ search: SavedSearch) -> Item {
    // A query that can no longer be read finds nothing.
    let query =
      (try? Query.parse(search.query)) ?? Query(condition: .any([]), text: search.query)
    return Item(
      source: .search(query), label: search.name, count: search.count, search: search)
  }
}
