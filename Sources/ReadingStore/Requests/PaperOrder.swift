internal import GRDB
internal import ReadingModel

/// The papers of a source in its order: those of a window, and how many there are in all.
struct PaperOrder {
  /// The papers of the window.
  var papers: [PaperID]
  /// How many papers the source has, or the cap where there are more.
  var total: Int
  /// The places of these papers in the list that was filtered; nil for any other source.
  var positions: [Int]?

  /// The order of any source.
  ///
  /// - Parameters:
  ///   - start: the index of the first paper wanted, counted from 0.
  ///   - limit: how many papers at most.
  ///   - cap: how many papers of a search to look at; nil for all.
  static func of(
    _ source: RowSource, start: Int, limit: Int, cap: Int?, in database: Database
  ) throws -> PaperOrder {
    switch source {
    case .list(let list):
      let papers = try ids(
        database,
        """
        SELECT paper FROM entry WHERE list = ?1 AND position > ?3 ORDER BY position LIMIT ?2
        """, list.rawValue, limit, start)
      let total: Int? = try database.value(
        "SELECT entries FROM list_tally WHERE list = ?", list.rawValue)
      return PaperOrder(papers: papers, total: total ?? 0)
    case .reading:
      let papers = try ids(
        database,
        """
        SELECT paper FROM progress WHERE status = 'reading' ORDER BY changed DESC, paper
          LIMIT ? OFFSET ?
        """, limit, start)
      return PaperOrder(papers: papers, total: try tally("reading", database))
    case .queue:
      let papers = try ids(
        database, "SELECT paper FROM queue ORDER BY place, paper LIMIT ? OFFSET ?", limit, start)
      return PaperOrder(papers: papers, total: try tally("queued", database))
    case .all: return try all(start: start, limit: limit, in: database)
    case .nextUp:
      let papers = try nextUp(in: database)
      return PaperOrder(papers: Array(papers.dropFirst(start).prefix(limit)), total: papers.count)
    case .search(let query):
      return try SearchOrder(query, database).window(start: start, limit: limit, cap: cap)
    case .week(let week):
      let papers = try WeekOrder(week, in: database).papers
      return PaperOrder(papers: Array(papers.dropFirst(start).prefix(limit)), total: papers.count)
    case .needsTitle:
      let papers = try ids(
        database, "SELECT id FROM paper WHERE has_working_title = 1 ORDER BY id LIMIT ? OFFSET ?",
        limit, start)
      let total: Int? = try database.value(
        "SELECT count(*) FROM paper WHERE has_working_title = 1")
      return PaperOrder(papers: papers, total: total ?? 0)
    case .filtered(.all, let query):
      return try SearchOrder(query, ranks: false, database)
        .window(start: start, limit: limit, cap: cap)
    case .filtered(let source, let query):
      return try FilteredOrder.window(
        of: source, query, start: start, limit: limit, cap: cap, in: database)
    }
  }

  static func ids(
    _ database: Database, _ sql: String, _ arguments: (any DatabaseValueConvertible)?...
  ) throws -> [PaperID] {
    try database.numbers(sql, StatementArguments(arguments)).map(PaperID.init(rawValue:))
  }

  private static func tally(_ column: String, _ database: Database) throws -> Int {
    try database.value("SELECT \(column) FROM library_tally") ?? 0
  }

  /// Every paper, in the order added.
  ///
  /// As long as no row is missing, an index is a row number and the window costs the same
  /// anywhere; behind a gap the numbers from the nearer end to the window are walked over, in an
  /// index that has nothing else.
  private static func all(start: Int, limit: Int, in database: Database) throws -> PaperOrder {
    let total = try tally("papers", database)
    let last: Int? = try database.value("SELECT max(id) FROM paper")
    if last == total {
      let papers = try ids(
        database, "SELECT id FROM paper WHERE id > ?2 ORDER BY id LIMIT ?1", limit, start)
      return PaperOrder(papers: papers, total: total)
    }
    let count = max(0, min(limit, total - start))
    let rest = total - start - count
    guard rest < start else {
      let papers = try ids(
        database, "SELECT id FROM paper ORDER BY id LIMIT ? OFFSET ?", count, start)
      return PaperOrder(papers: papers, total: total)
    }
    let papers = try ids(
      database, "SELECT id FROM paper ORDER BY id DESC LIMIT ? OFFSET ?", count, rest)
    return PaperOrder(papers: papers.reversed(), total: total)
  }

  /// The unread papers of the reading orders that wait for nothing, then the queue.
  private static func nextUp(in database: Database) throws -> [PaperID] {
    let ready = try ids(
      database,
      """
      SELECT entry.paper FROM list JOIN entry ON entry.list = list.id
        LEFT JOIN progress ON progress.paper = entry.paper
        WHERE list.kind = 'order' AND ifnull(progress.status, 'unread') = 'unread'
          AND NOT EXISTS (
            SELECT 1 FROM entry AS stating JOIN entry_prerequisite AS stated
              ON stated.list = stating.list AND stated.position = stating.position
            LEFT JOIN progress AS first ON first.paper = stated.required
            WHERE stating.paper = entry.paper AND stated.required <> entry.paper
              AND ifnull(first.status, 'unread') NOT IN ('read', 'skipped'))
          AND NOT EXISTS (
            SELECT 1 FROM prerequisite
            LEFT JOIN progress AS first ON first.paper = prerequisite.required
            WHERE prerequisite.paper = entry.paper
              AND ifnull(first.status, 'unread') NOT IN ('read', 'skipped'))
        ORDER BY list.position, entry.position
      """)
    var seen: Set<PaperID> = []
    return (ready + (try ids(database, "SELECT paper FROM queue ORDER BY place, paper")))
      .filter { seen.insert($0).inserted }
  }
}
