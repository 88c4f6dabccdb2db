internal import GRDB
internal import ReadingModel

/// The papers that match a query, in the order of their rows.
struct SearchOrder {
  private let query: Query
  private let compiled: CompiledQuery
  private let database: Database

  init(_ query: Query, in database: Database) throws {
    self.query = query
    self.database = database
    compiled = try QueryCompiler.compile(query, in: database)
  }

  /// The papers of a window of the results.
  ///
  /// - Parameter cap: how many matches to look at; nil for all.
  func window(start: Int, limit: Int, cap: Int?) throws -> PaperOrder {
    // What every paper satisfies needs no end, and is counted already.
    let cap = compiled.isOfAll ? Int(Int32.max) : cap ?? Int(Int32.max)
    if let words = compiled.words, query.sort.isEmpty {
      return try WordOrder(words, in: database).window(start: start, limit: limit, cap: cap)
    }
    let total =
      compiled.isOfAll
      ? try database.value("SELECT papers FROM library_tally")
      : try Int.fetchOne(
        try database.cachedStatement(
          sql: "SELECT count(*) FROM (SELECT 1 FROM paper WHERE \(compiled.condition) LIMIT ?)"),
        arguments: StatementArguments(compiled.arguments + [cap]))
    let window = max(0, min(limit, cap - start))
    guard window > 0 else { return PaperOrder(papers: [], total: total ?? 0) }
    let order = (compiled.order + [lastTerm]).joined(separator: ", ")
    let papers = try Int64.fetchAll(
      try database.cachedStatement(
        sql: """
          SELECT paper.id FROM paper \(compiled.joins) WHERE \(compiled.condition)
            ORDER BY \(order) LIMIT ? OFFSET ?
          """),
      arguments: StatementArguments(compiled.arguments + [window, start]))
    return PaperOrder(papers: papers.map(PaperID.init(rawValue:)), total: total ?? 0)
  }

  /// The order of equals, in the direction in which an index can be walked along.
  private var lastTerm: String {
    guard query.sort.count == 1, let key = query.sort.first, key.descending else {
      return "paper.id"
    }
    return key.field == .year || key.field == .title ? "paper.id DESC" : "paper.id"
  }
}
