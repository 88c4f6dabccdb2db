internal import GRDB
public import ReadingModel

extension Library {
  /// The rows of a source from an index on.
  ///
  /// - Parameters:
  ///   - source: where the rows come from.
  ///   - start: the index of the first row wanted, counted from 0.
  ///   - limit: how many rows at most.
  ///   - most: how many matches of a search are looked for and counted, so that a key typed into it
  ///     costs the same in any library; `searchLimit` without it.
  ///   - facts: what the rows have besides.
  /// - Returns: The rows, how many the source has, and a list's sections.
  public func rows(
    _ source: RowSource, start: Int, limit: Int, most: Int? = nil, facts: RowFacts = []
  ) throws -> RowWindow {
    let (start, limit) = (max(0, start), max(0, limit))
    return try reading { database in
      if case .list(let list) = source {
        return try Self.window(
          of: list, start: start, limit: limit, facts: facts, in: database)
      }
      let order = try PaperOrder.of(
        source, start: start, limit: limit, cap: most ?? Self.searchLimit, in: database)
      var rows = try Self.rows(order.papers, from: start + 1, facts: facts, in: database)
      if let positions = order.positions {
        for index in rows.indices { rows[index].position = positions[index] }
      }
      if case .list(let list) = source.base {
        let positions = "[" + rows.map { String($0.position) }.joined(separator: ",") + "]"
        let waiting = try WaitingRows.of(
          list, where: "entry.position IN (SELECT value FROM json_each(?2))", positions,
          in: database)
        let gone = Set(
          try database.rows(
            """
            SELECT position FROM entry WHERE list = ? AND gone = 1
              AND position IN (SELECT value FROM json_each(?))
            """, list.rawValue, positions
          ).map { $0[0] as Int })
        for index in rows.indices {
          rows[index].waitingFor = waiting[rows[index].position] ?? []
          rows[index].isGone = gone.contains(rows[index].position)
        }
      }
      var window = RowWindow(source: source, start: start, rows: rows, total: order.total)
      if case .week(let week) = source {
        window.sections = try WeekOrder(week, in: database).sections
      }
      return window
    }
  }

  /// How many rows a search shows in a window; `listed` gives all.
  public static let searchLimit = 10_000

  private static func rowColumns(_ facts: RowFacts) -> String {
    let venue = facts.contains(.venue) ? "paper.venue" : "NULL"
    let added = facts.contains(.added) ? "paper.added" : "NULL"
    let tags =
      facts.contains(.tags)
      ? "(SELECT json_group_array(tag) FROM "
        + "(SELECT tag FROM paper_tag WHERE paper_tag.paper = paper.id ORDER BY tag))"
      : "NULL"
    return """
      paper.id, paper.key, paper.title, paper.short_name, paper.authors, paper.year,
      \(PaperRecord.progressColumns), (SELECT count(*) FROM note WHERE note.paper = paper.id),
      \(venue), \(added), \(tags)
      """
  }

  private static func row(
    _ row: Row, position: Int, at column: Int = 0, facts: RowFacts
  ) -> EntryRow {
    var entry = EntryRow(
      paper: PaperID(rawValue: row[column]), key: row[column + 1], position: position,
      title: row[column + 2], shortName: row[column + 3],
      authors: NameColumn.decode(row[column + 4]), year: row[column + 5],
      progress: PaperRecord.progress(row, at: column + 6), notes: row[column + 9])
    // Hardly ever is anything more wanted, and every row on the screen comes through here.
    if facts.isEmpty { return entry }
    entry.venue = row[column + 10]
    entry.added = row[column + 11]
    if let tags: String = row[column + 12] { entry.tags = NameColumn.decode(tags) }
    return entry
  }

  private static func rows(
    _ papers: [PaperID], from position: Int, facts: RowFacts, in database: Database
  ) throws -> [EntryRow] {
    try database.collect(
      """
      SELECT chosen.key, \(rowColumns(facts))
        FROM json_each(?) AS chosen CROSS JOIN paper ON paper.id = chosen.value
        LEFT JOIN progress ON progress.paper = paper.id ORDER BY chosen.key
      """, papers.json
    ) { row in
      let index: Int = row[0]
      return Self.row(row, position: position + index, at: 1, facts: facts)
    }
  }

  private static func window(
    of list: ListID, start: Int, limit: Int, facts: RowFacts, in database: Database
  ) throws -> RowWindow {
    let waiting = try WaitingRows.of(
      list, where: "entry.position > ?2 AND entry.position <= ?3", start, start + limit,
      in: database)
    let rows = try database.collect(
      """
      SELECT entry.position, entry.gone, \(rowColumns(facts))
        FROM entry JOIN paper ON paper.id = entry.paper
        LEFT JOIN progress ON progress.paper = paper.id
        WHERE entry.list = ? AND entry.position > ? AND entry.position <= ?
        ORDER BY entry.position
      """, list.rawValue, start, start + limit
    ) { row in
      var entry = Self.row(row, position: row[0], at: 2, facts: facts)
      entry.isGone = row[1]
      entry.waitingFor = waiting[entry.position] ?? []
      return entry
    }
    let total: Int? = try database.value(
      "SELECT entries FROM list_tally WHERE list = ?", list.rawValue)
    let sections = try database.collect(
      "SELECT title, first, entries FROM section WHERE list = ? ORDER BY place", list.rawValue
    ) { SectionSpan(title: $0[0], first: $0[1], count: $0[2]) }
    return RowWindow(
      source: .list(list), start: start, rows: rows, total: total ?? 0, sections: sections,
      tally: total ?? 0 <= tallyLimit ? try tally(of: list, in: database) : nil)
  }

  /// How many entries a list may have for its statuses to be counted with each window.
  private static let tallyLimit = 500

  private static func tally(of list: ListID, in database: Database) throws -> StatusTally {
    var tally = StatusTally()
    for row in try database.rows(
      """
      SELECT ifnull(progress.status, 'unread'), count(*) FROM entry
        LEFT JOIN progress ON progress.paper = entry.paper WHERE entry.list = ? GROUP BY 1
      """, list.rawValue)
    { if let status = Status(rawValue: row[0]) { tally[status] = row[1] } }
    return tally
  }

  /// Where a paper matches the searches and filters of a source: a line of text with its matches
  /// marked; nil where they have no words.
  public func snippet(of paper: PaperID, in source: RowSource) throws -> Snippet? {
    try reading { database in
      try SearchMarks(source: source, in: database).snippet(of: paper, in: database)
    }
  }

  /// The papers of a source from an index on, without anything else about them.
  ///
  /// - Parameter limit: how many at most; nil for all, beyond `searchLimit` too.
  public func papers(of source: RowSource, start: Int = 0, limit: Int? = nil) throws -> [PaperID] {
    try reading { database in
      try PaperOrder.of(
        source, start: max(0, start), limit: limit ?? Int(Int32.max), cap: nil, in: database
      ).papers
    }
  }
}

extension [PaperID] {
  /// The rows as a JSON array, so that one statement takes any number of them.
  var json: String { "[" + map { String($0.rawValue) }.joined(separator: ",") + "]" }
}
