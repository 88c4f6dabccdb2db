internal import GRDB
internal import ReadingModel

/// What belongs to each of many papers, read with one statement instead of one for each paper.
enum FactsOfMany {
  /// The identifiers of the papers that a request selects, in the order they were given.
  static func identifiers(
    in database: Database, papers: String, _ arguments: StatementArguments
  ) throws -> [PaperID: [Identifier]] {
    try collect(
      "SELECT paper, scheme, value FROM identifier WHERE paper IN (\(papers)) ORDER BY place",
      in: database, arguments
    ) { row in
      IdentifierScheme(rawValue: row[1]).map { Identifier(canonical: row[2], scheme: $0) }
    }
  }

  /// The links of the papers that a request selects, in the order they were given.
  static func links(
    in database: Database, papers: String, _ arguments: StatementArguments
  ) throws -> [PaperID: [Link]] {
    try collect(
      "SELECT paper, kind, url FROM link WHERE paper IN (\(papers)) ORDER BY paper, place",
      in: database, arguments
    ) { row in Link.Kind(rawValue: row[1]).map { Link(kind: $0, url: row[2]) } }
  }

  /// The tags of the papers that a request selects, sorted.
  static func tags(
    in database: Database, papers: String, _ arguments: StatementArguments
  ) throws -> [PaperID: [String]] {
    try collect(
      "SELECT paper, tag FROM paper_tag WHERE paper IN (\(papers)) ORDER BY paper, tag",
      in: database, arguments
    ) { $0[1] }
  }

  private static func collect<Value>(
    _ sql: String, in database: Database, _ arguments: StatementArguments,
    _ value: (Row) -> Value?
  ) throws -> [PaperID: [Value]] {
    var values: [PaperID: [Value]] = [:]
    let statement = try database.cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    while let row = try rows.next() {
      guard let value = value(row) else { continue }
      values[PaperID(rawValue: row[0]), default: []].append(value)
    }
    return values
  }
}
