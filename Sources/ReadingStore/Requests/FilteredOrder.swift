internal import GRDB
internal import ReadingModel

/// The papers of a source that satisfy a query, in the order of the source or that of the query.
///
/// The source is a table of two columns that the statements call `paper`: the paper's row as `id` and
/// its place in the order as `place`. So a condition walks over the source and reads nothing else of
/// a paper than it has to.
struct FilteredOrder {
  private let database: Database
  private let table: String
  private let order: String
  private let arguments: [any DatabaseValueConvertible]
  private let query: CompiledQuery
  /// True when the places are numbers that people know the papers by.
  private let isNumbered: Bool

  init(_ source: RowSource, _ query: Query, cap: Int?, in database: Database) throws {
    self.database = database
    self.query = try QueryCompiler.compile(query, hasFacts: false, in: database)
    isNumbered =
      switch source {
      case .list, .week: true
      default: false
      }
    switch source {
    case .list(let list):
      table = "SELECT paper AS id, position AS place FROM entry WHERE list = ?"
      order = "paper.place"
      arguments = [list.rawValue]
    case .reading:
      table = "SELECT paper AS id, changed AS place FROM progress WHERE status = 'reading'"
      order = "paper.place DESC, paper.id"
      arguments = []
    case .queue:
      table = "SELECT paper AS id, place FROM queue"
      order = "paper.place, paper.id"
      arguments = []
    case .all:
      table = "SELECT id, id AS place FROM paper"
      order = "paper.id"
      arguments = []
    case .nextUp, .week, .needsTitle, .search, .filtered:
      let papers = try PaperOrder.of(
        source, start: 0, limit: cap ?? Int(Int32.max), cap: cap, in: database
      ).papers
      table = "SELECT value AS id, key + 1 AS place FROM json_each(?)"
      order = "paper.place"
      arguments = [papers.json]
    }
  }

  /// The papers of a window.
  ///
  /// - Parameter cap: how many papers to look at; nil for all.
  func window(start: Int, limit: Int, cap: Int?) throws -> PaperOrder {
    // What every paper satisfies needs no end.
    let cap = query.isOfAll ? Int(Int32.max) : cap ?? Int(Int32.max)
    let total = try Int.fetchOne(
      try database.cachedStatement(
        sql: """
          SELECT count(*) FROM
            (SELECT 1 FROM (\(table)) AS paper WHERE \(query.condition) LIMIT ?)
          """),
      arguments: StatementArguments(arguments + query.arguments + [cap]))
    let rows = try Row.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT paper.id, paper.place FROM (\(table)) AS paper \(query.joins)
            WHERE \(query.condition) ORDER BY \((query.order + [order]).joined(separator: ", "))
            LIMIT ? OFFSET ?
          """),
      arguments: StatementArguments(
        arguments + query.arguments + [max(0, min(limit, cap - start)), start]))
    return PaperOrder(
      papers: rows.map { PaperID(rawValue: $0[0]) }, total: total ?? 0,
      positions: isNumbered ? rows.map { $0[1] } : nil)
  }
}
