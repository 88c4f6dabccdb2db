internal import GRDB
internal import ReadingModel

/// The papers that match a query, in the order of their rows.
struct SearchOrder {
  private let query: Query
  private let compiled: CompiledQuery
  private let database: Database

  /// How many matches are ranked; ranking costs a microsecond for each.
  private static let rankLimit = 1000

  init(_ query: Query, in database: Database) throws {
    self.query = query
    self.database = database
    compiled = try QueryCompiler.compile(query, in: database)
  }

  /// The papers of a window of the results.
  ///
  /// - Parameter cap: how many matches to look at; nil for all.
  func window(start: Int, limit: Int, cap: Int?) throws -> PaperOrder {
    let cap = cap ?? Int(Int32.max)
    if let name = compiled.name, let text = compiled.text, query.sort.isEmpty {
      return try words(name: name, text: text, start: start, limit: limit, cap: cap)
    }
    let total = try count(
      "SELECT 1 FROM paper WHERE \(compiled.condition)", compiled.arguments, cap)
    let window = max(0, min(limit, cap - start))
    let papers = try ids(
      "SELECT paper.id FROM \(compiled.source) WHERE \(compiled.condition) ORDER BY \(compiled.order)",
      compiled.arguments, limit: window, offset: start)
    return PaperOrder(papers: papers, total: total)
  }

  /// Words alone: first the papers whose names match, then those that match in other text.
  private func words(
    name: String, text: String, start: Int, limit: Int, cap: Int
  ) throws -> PaperOrder {
    let named = "SELECT rowid FROM paper_name WHERE paper_name MATCH ?"
    let inText = """
      SELECT rowid FROM paper_text WHERE paper_text MATCH ? AND rowid NOT IN (\(named))
      """
    let names = try count(named, [name], cap)
    let texts = names < cap ? try count(inText, [text, name], cap - names) : 0
    var papers: [PaperID] = []
    if start < names {
      papers = try ids(
        named + " ORDER BY \(names <= Self.rankLimit ? "bm25(paper_name, 4, 6, 2)" : "rowid DESC")",
        [name], limit: min(limit, names - start), offset: start)
    }
    let rest = min(limit - papers.count, names + texts - start - papers.count)
    if rest > 0 {
      papers += try ids(
        inText + " ORDER BY \(texts <= Self.rankLimit ? "rank" : "rowid DESC")", [text, name],
        limit: rest, offset: max(0, start - names))
    }
    return PaperOrder(papers: papers, total: names + texts)
  }

  private func count(
    _ request: String, _ arguments: [any DatabaseValueConvertible], _ cap: Int
  ) throws -> Int {
    let statement = try database.cachedStatement(
      sql: "SELECT count(*) FROM (\(request) LIMIT ?)")
    return try Int.fetchOne(statement, arguments: StatementArguments(arguments + [cap])) ?? 0
  }

  private func ids(
    _ request: String, _ arguments: [any DatabaseValueConvertible], limit: Int, offset: Int
  ) throws -> [PaperID] {
    let statement = try database.cachedStatement(sql: "\(request) LIMIT ? OFFSET ?")
    return try Int64.fetchAll(
      statement, arguments: StatementArguments(arguments + [limit, offset])
    ).map(PaperID.init(rawValue:))
  }
}
