internal import GRDB
internal import ReadingModel

/// The papers that match a query, of the whole library or of a long list, in the order of their rows.
///
/// Without an order by facts it walks over the narrowest set that the query names; with one it walks
/// along the index of that order and stops when the window is full.
struct SearchOrder {
  private let query: Query
  private let list: ListID?
  private let ranks: Bool
  private let compiled: CompiledQuery
  private let database: Database

  /// - Parameters:
  ///   - list: a list that the papers must stand in; nil for the whole library.
  ///   - ranks: false to leave what words match in the order added.
  init(
    _ query: Query, in list: ListID? = nil, ranks: Bool = true, _ database: Database
  ) throws {
    self.query = query
    self.list = list
    self.ranks = ranks
    self.database = database
    compiled = try QueryCompiler.compile(query, in: database)
  }

  /// True when there is a faster way than to walk over all papers of a list.
  var isDirect: Bool { compiled.set != nil || QueryOrder(query, facts: "paper").needsFacts }

  /// The papers of a window of the results.
  ///
  /// - Parameter cap: how many matches to look at; nil for all.
  func window(start: Int, limit: Int, cap: Int?) throws -> PaperOrder {
    if list == nil, ranks, let words = compiled.words, query.sort.isEmpty {
      return try WordOrder(words, in: database)
        .window(start: start, limit: limit, cap: cap ?? Int(Int32.max))
    }
    let sort = QueryOrder(query, facts: "paper")
    if !compiled.isOfAll, !compiled.isUnordered, !sort.needsFacts {
      // What is found is counted by finding it: a second statement would only build its sets anew.
      let found = try ordered(0, cap ?? Int(Int32.max))
      var order = self.order(of: found.dropFirst(start).prefix(limit))
      order.total = found.count
      return order
    }
    // What every paper satisfies needs no end.
    let cap = compiled.isOfAll ? Int(Int32.max) : cap ?? Int(Int32.max)
    let window = max(0, min(limit, cap - start))
    let total = try total(cap: cap)
    guard window > 0 else { return PaperOrder(papers: [], total: total) }
    let isByRating = query.sort == [Query.SortKey(field: .rating, descending: true)]
    var order = order(
      of: (isByRating ? try rated(start, window) : try ordered(start, window))[...])
    order.total = total
    return order
  }

  /// A paper and its place in the list.
  private typealias Found = (paper: Int64, position: Int)

  private func order(of found: ArraySlice<Found>) -> PaperOrder {
    PaperOrder(
      papers: found.map { PaperID(rawValue: $0.paper) }, total: 0,
      positions: list == nil ? nil : found.map(\.position))
  }

  private func total(cap: Int) throws -> Int {
    if compiled.isOfAll {
      let kept: Int? =
        if let list {
          try database.value("SELECT entries FROM list_tally WHERE list = ?", list.rawValue)
        } else {
          try database.value("SELECT papers FROM library_tally")
        }
      return kept ?? 0
    }
    let table = narrow
    let request = "SELECT 1 FROM \(table.sql) WHERE \(narrowCondition.sql) LIMIT ?"
    return try Int.fetchOne(
      try database.cachedStatement(sql: "SELECT count(*) FROM (\(request))"),
      arguments: StatementArguments(table.arguments + narrowCondition.arguments + [cap])) ?? 0
  }

  private func ordered(_ start: Int, _ limit: Int) throws -> [Found] {
    let order = QueryOrder(query, facts: "paper")
    let isWide = order.needsFacts || compiled.set == nil
    let table = isWide ? wide : narrow
    let condition = isWide ? compiled.condition : narrowCondition
    // The sign keeps SQLite from walking over whole rows of papers for the sake of their order.
    let last =
      list != nil && order.terms.isEmpty
      ? "entry.position"
      : isWide
        ? QueryOrder.last(query)
        : compiled.isUnordered ? "+paper.id" : "paper.id"
    return try rows(
      """
      SELECT \(columns) FROM \(table.sql) \(order.joins) WHERE \(condition.sql)
        ORDER BY \((order.terms + [last]).joined(separator: ", ")) LIMIT ? OFFSET ?
      """, table.arguments + condition.arguments + [limit, start])
  }

  /// The best rating first: those that have one along their index, then the others.
  private func rated(_ start: Int, _ limit: Int) throws -> [Found] {
    let table = "(SELECT paper AS id, rating FROM progress WHERE rating IS NOT NULL) AS paper"
    let condition = compiled.condition
    let count =
      try Int.fetchOne(
        try database.cachedStatement(
          sql: "SELECT count(*) FROM \(table) \(member) WHERE \(condition.sql)"),
        arguments: StatementArguments(condition.arguments)) ?? 0
    var found: [Found] = []
    if start < count {
      found = try rows(
        """
        SELECT \(columns) FROM \(table) \(member) WHERE \(condition.sql)
          ORDER BY paper.rating DESC, paper.id LIMIT ? OFFSET ?
        """, condition.arguments + [limit, start])
    }
    guard found.count < limit else { return found }
    return found
      + (try rows(
        """
        SELECT \(columns) FROM \(wide.sql) WHERE \(condition.sql)
          AND paper.id NOT IN (SELECT paper FROM progress WHERE rating IS NOT NULL)
          ORDER BY \(list == nil ? "paper.id" : "entry.position") LIMIT ? OFFSET ?
        """, condition.arguments + [limit - found.count, max(0, start - count)]))
  }

  // MARK: The parts of the statements

  private var columns: String { list == nil ? "paper.id, 0" : "paper.id, entry.position" }

  /// The join that leaves the papers of the list.
  private var member: String {
    list.map { "CROSS JOIN entry ON entry.paper = paper.id AND entry.list = \($0.rawValue)" } ?? ""
  }

  /// All papers.
  private var wide: SQLPart { SQLPart(sql: "paper \(member)") }

  /// The narrowest set of papers; all of them where there is no set.
  private var narrow: SQLPart {
    compiled.set.map {
      SQLPart(sql: "(\($0.sql)) AS paper \(member)", arguments: $0.arguments)
    } ?? wide
  }

  private var narrowCondition: SQLPart {
    compiled.set == nil ? compiled.condition : compiled.rest
  }

  private func rows(
    _ request: String, _ arguments: [any DatabaseValueConvertible]
  ) throws -> [Found] {
    var found: [Found] = []
    let rows = try Row.fetchCursor(
      try database.cachedStatement(sql: request), arguments: StatementArguments(arguments))
    while let row = try rows.next() { found.append((row[0], row[1])) }
    return found
  }
}
