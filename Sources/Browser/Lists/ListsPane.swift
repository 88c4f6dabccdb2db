import ReadingModel

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

  /// Makes counts.
  public init(nextUp: Int = 0, reading: Int = 0, queue: Int = 0, all: Int = 0) {
    self.nextUp = nextUp
    self.reading = reading
    self.queue = queue
    self.all = all
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
    /// How many papers it has.
    var count: Int
    /// How many of them are read, where progress is meant.
    var read: Int?
    /// What the list is for; nil for what is no list.
    var kind: ListKind?
    /// What the list is called in commands; nil for what is no list.
    var slug: String?
  }

  /// One line of the pane.
  enum Line: Equatable, Sendable {
    case item(Int)
    case progress(Int)
    case heading(String)
    case blank
  }

  private(set) var items: [Item] = []
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
      Item(source: .all, label: "All papers", count: counts.all),
    ]
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
    cursor = items.firstIndex { $0.source == current } ?? min(cursor, items.count - 1)
  }

  /// Puts the cursor on a source, where it is one of the items.
  mutating func select(_ source: RowSource) {
    if let index = items.firstIndex(where: { $0.source == source }) { cursor = index }
  }

  /// The item of a source; nil for a search.
  func item(for source: RowSource) -> Item? { items.first { $0.source == source } }

  /// The lines of the pane; lists have a bar of their progress where all lines find room with it.
  func lines(height: Int) -> [Line] {
    let listCount = items.count - min(items.count, 4)
    let bars = items.count { $0.read != nil }
    let showsBars = items.count + 2 * groups.count + bars <= height && listCount > 0
    var lines: [Line] = items.indices.prefix(4).map { .item($0) }
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
      kind: summary.kind, slug: summary.slug)
  }
}
