internal import GRDB

extension Database {
  /// Runs a statement that gives no rows; the statement is kept prepared.
  func run(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws {
    let statement = try cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(arguments))
  }

  /// The first column of the first row; nil without a row or for NULL.
  func value<Value: DatabaseValueConvertible>(
    _ sql: String, _ arguments: (any DatabaseValueConvertible)?...
  ) throws -> Value? {
    let statement = try cachedStatement(sql: sql)
    return try Value.fetchOne(statement, arguments: StatementArguments(arguments))
  }

  /// The rows that a statement gives; the statement is kept prepared.
  func rows(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws -> [Row] {
    let statement = try cachedStatement(sql: sql)
    return try Row.fetchAll(statement, arguments: StatementArguments(arguments))
  }
}
