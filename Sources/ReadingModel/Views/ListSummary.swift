/// A list with its counts, as the lists pane and `lectern lists` show it.
public struct ListSummary: Equatable, Sendable {
  /// The list's row.
  public var id: ListID
  /// The name in commands.
  public var slug: String
  /// The name people read.
  public var title: String
  /// What the list is for.
  public var kind: ListKind
  /// The day it was issued, ISO 8601.
  public var issued: String?
  /// How many entries it has.
  public var entries: Int
  /// How many of them are read.
  public var read: Int
  /// How many of them are skipped.
  public var skipped: Int

  /// Makes a summary.
  public init(
    id: ListID, slug: String, title: String, kind: ListKind, issued: String?, entries: Int,
    read: Int, skipped: Int
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.kind = kind
    self.issued = issued
    self.entries = entries
    self.read = read
    self.skipped = skipped
  }
}

/// A section of a list by its place: its heading and the positions of its entries.
public struct SectionSpan: Equatable, Sendable {
  /// The heading; nil for entries before the first heading.
  public var title: String?
  /// The position of its first entry in the list, counted from 1.
  public var first: Int
  /// How many entries it has.
  public var count: Int

  /// Makes a span.
  public init(title: String?, first: Int, count: Int) {
    self.title = title
    self.first = first
    self.count = count
  }
}

/// Where the rows of the papers pane come from.
public enum RowSource: Hashable, Sendable {
  /// The entries of a list, in its order.
  case list(ListID)
  /// What to read next: the ready papers of the reading orders, then the queue.
  case nextUp
  /// Papers with the status reading, the one touched last first.
  case reading
  /// The queue in its order.
  case queue
  /// Every paper, in the order added.
  case all
  /// Papers that match a query, best first.
  case search(Query)
  /// Papers of the weekly lists issued in a week of ISO 8601, such as `2025-W09`, each once.
  case week(String)
  /// Papers known by a working title alone, in the order added.
  case needsTitle
  /// Those papers of a source that satisfy a query, in the source's order unless the query sorts.
  indirect case filtered(RowSource, Query)
}
