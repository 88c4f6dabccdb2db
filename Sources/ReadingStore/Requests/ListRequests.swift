internal import GRDB
public import ReadingModel

extension Library {
  /// Every list with its counts, in the order added.
  public func lists() throws -> [ListSummary] {
    try reading { database in
      try database.collect(
        "\(Self.summary) ORDER BY list.position, list.id", make: Self.summary)
    }
  }

  /// The list with a slug; nil when there is none.
  public func list(slug: String) throws -> ListSummary? {
    try reading { database in
      try database.rows("\(Self.summary) WHERE list.slug = ?", slug).first.map(Self.summary)
    }
  }

  /// How many papers stand in the sources that are not lists.
  public func counts() throws -> SourceCounts {
    try reading { database in
      let row = try database.rows("SELECT reading, queued, papers FROM library_tally").first
      return SourceCounts(reading: row?[0] ?? 0, queue: row?[1] ?? 0, all: row?[2] ?? 0)
    }
  }

  private static let summary = """
    SELECT list.id, list.slug, list.title, list.kind, list.issued, list_tally.entries,
        list_tally.read, list_tally.skipped
      FROM list JOIN list_tally ON list_tally.list = list.id
    """

  private static func summary(_ row: Row) -> ListSummary {
    ListSummary(
      id: ListID(rawValue: row[0]), slug: row[1], title: row[2],
      kind: ListKind(rawValue: row[3]) ?? .custom, issued: row[4], entries: row[5], read: row[6],
      skipped: row[7])
  }
}
