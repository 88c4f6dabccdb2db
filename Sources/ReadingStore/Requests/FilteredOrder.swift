internal import GRDB
internal import ReadingModel

/// The papers of a source that satisfy a query, in the order of the source or that of the query.
///
/// The source is a table of two columns that the statements call `paper`: the paper's row as `id` and
/// its place in the order as `place`. So a condition walks over the source and reads nothing else of
/// a paper than it has to.
struct FilteredOrder {
  private let database: Database
  private let table: SQLPart
  private let order: String
  private let query: Query
  private let compiled: CompiledQuery
  /// True when few papers can match.
  private let isShort: Bool
  /// True when the places are numbers that people know the papers by.
  private let isNumbered: Bool

  /// A list with more entries than this is looked at from the query's side where that is possible.
  private static let longList = 5_000
  /// Of fewer papers all that match are found at once; of more they are counted, and a window found.
  private static let shortSource = 1_000

  /// The papers of a window.
  ///
  /// - Parameter cap: how many papers to look at; nil for all.
  static func window(
    of source: RowSource, _ query: Query, start: Int, limit: Int, cap: Int?,
    in database: Database
  ) throws -> PaperOrder {
    if case .list(let list) = source, try entries(of: list, database) > longList {
      let direct = try SearchOrder(query, in: list, database)
      if direct.isDirect { return try direct.window(start: start, limit: limit, cap: cap) }
    }
    return try FilteredOrder(source, query, cap: cap, in: database)
      .window(start: start, limit: limit, cap: cap)
  }

  private static func entries(of list: ListID, _ database: Database) throws -> Int {
    try database.value("SELECT entries FROM list_tally WHERE list = ?", list.rawValue) ?? 0
  }

  private init(_ source: RowSource, _ query: Query, cap: Int?, in database: Database) throws {
    self.database = database
    self.query = query
    compiled = try QueryCompiler.compile(query, in: database)
    var most = Self.shortSource
    isNumbered =
      switch source {
      case .list, .week: true
      default: false
      }
    switch source {
    case .list(let list):
      table = SQLPart(
        sql: "SELECT paper AS id, position AS place FROM entry WHERE list = ?",
        arguments: [list.rawValue])
      order = "paper.place"
      most = try Self.entries(of: list, database)
    case .reading:
      table = SQLPart(
        sql: "SELECT paper AS id, changed AS place FROM progress WHERE status = 'reading'")
      order = "paper.place DESC, paper.id"
    case .queue:
      table = SQLPart(sql: "SELECT paper AS id, place FROM queue")
      order = "paper.place, paper.id"
      most = try database.value("SELECT queued FROM library_tally") ?? 0
    case .all, .nextUp, .week, .needsTitle, .search, .filtered:
      let papers = try PaperOrder.of(
        source, start: 0, limit: cap ?? Int(Int32.max), cap: cap, in: database
      ).papers
      table = SQLPart(
        sql: "SELECT value AS id, key + 1 AS place FROM json_each(?)", arguments: [papers.json])
      order = "paper.place"
      most = papers.count
    }
    isShort = most <= Self.shortSource
  }

  private func window(start: Int, limit: Int, cap: Int?) throws -> PaperOrder {
    if isShort {
      let rows = try rows(start: 0, limit: -1)
      return PaperOrder(
        papers: rows.dropFirst(start).prefix(limit).map { PaperID(rawValue: $0[0]) },
        total: rows.count,
        positions: isNumbered ? rows.dropFirst(start).prefix(limit).map { $0[1] } : nil)
    }
    // What every paper satisfies needs no end.
    let cap = compiled.isOfAll ? Int(Int32.max) : cap ?? Int(Int32.max)
    let total = try Int.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT count(*) FROM
            (SELECT 1 FROM (\(table.sql)) AS paper WHERE \(compiled.condition.sql) LIMIT ?)
          """),
      arguments: StatementArguments(table.arguments + compiled.condition.arguments + [cap]))
    let rows = try rows(start: start, limit: max(0, min(limit, cap - start)))
    return PaperOrder(
      papers: rows.map { PaperID(rawValue: $0[0]) }, total: total ?? 0,
      positions: isNumbered ? rows.map { $0[1] } : nil)
  }

  /// Papers that match and their places; all of them for a limit below 0.
  private func rows(start: Int, limit: Int) throws -> [Row] {
    let sort = QueryOrder(query, facts: "facts")
    let facts = sort.needsFacts ? "JOIN paper AS facts ON facts.id = paper.id" : ""
    return try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT paper.id, paper.place FROM (\(table.sql)) AS paper \(facts) \(sort.joins)
            WHERE \(compiled.condition.sql)
            ORDER BY \((sort.terms + [order]).joined(separator: ", ")) LIMIT ? OFFSET ?
          """),
      arguments: StatementArguments(
        table.arguments + compiled.condition.arguments + [limit, start]))
  }
}
