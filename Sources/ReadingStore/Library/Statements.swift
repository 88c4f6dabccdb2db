internal import CSQLiteSession
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

  /// What is made of each row that a statement gives; the statement is kept prepared.
  ///
  /// - Parameter make: takes a row, which is valid only until it returns.
  func collect<Value>(
    _ sql: String, _ arguments: (any DatabaseValueConvertible)?...,
    make: (Row) throws -> Value
  ) throws -> [Value] {
    let statement = try cachedStatement(sql: sql)
    let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
    var values: [Value] = []
    while let row = try rows.next() { values.append(try make(row)) }
    return values
  }

  /// The numbers in the first column of what a statement gives; the statement is kept prepared.
  ///
  /// A search gives ten thousand of them at each key, so they do not become rows first.
  func numbers(_ sql: String, _ arguments: StatementArguments) throws -> [Int64] {
    let statement = try cachedStatement(sql: sql)
    try statement.setArguments(arguments)
    var numbers: UnsafeMutablePointer<Int64>?
    var count: CInt = 0
    defer { csession_free(numbers) }
    let code = csession_first_column(statement.sqliteStatement, &numbers, &count)
    guard code == 0 else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: lastErrorMessage, sql: sql)
    }
    return Array(UnsafeBufferPointer(start: numbers, count: Int(count)))
  }

  /// The rows that a statement gives; the statement is kept prepared.
  func rows(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws -> [Row] {
    let statement = try cachedStatement(sql: sql)
    return try Row.fetchAll(statement, arguments: StatementArguments(arguments))
  }
}
