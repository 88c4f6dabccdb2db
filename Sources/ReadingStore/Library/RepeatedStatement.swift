internal import GRDB
internal import GRDBSQLite

/// A statement that is run for very many rows.
///
/// For each run GRDB makes an array of boxes of the arguments, which costs more than a row does. Here
/// values go straight to SQLite: https://www.sqlite.org/c3ref/bind_blob.html. A statement is used for
/// one change and lives no longer than its connection.
final class RepeatedStatement {
  private let statement: Statement
  private let handle: OpaquePointer
  private var bound: CInt = 0

  /// Prepares the statement.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Binds the next argument.
  func bind(_ text: String) {
    var text = text
    bound += 1
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty text may have no address, and without one it would be NULL.
        guard let start = characters.baseAddress else {
          _ = sqlite3_bind_text(handle, bound, "", 0, Self.copied)
          return
        }
        _ = sqlite3_bind_text(handle, bound, start, CInt(characters.count), Self.copied)
      }
    }
  }

  /// Binds the next argument; nil and an empty text are NULL.
  func bind(filled text: String?) {
    if let text, !text.isEmpty {
      bind(text)
    } else {
      bound += 1
      sqlite3_bind_null(handle, bound)
    }
  }

  /// Binds the next argument; nil is NULL.
  func bind(_ number: Int?) {
    bound += 1
    if let number {
      sqlite3_bind_int64(handle, bound, Int64(number))
    } else {
      sqlite3_bind_null(handle, bound)
    }
  }

  /// Binds the next argument.
  func bind(_ number: Int64) {
    bound += 1
    sqlite3_bind_int64(handle, bound, number)
  }

  /// Runs the statement with the arguments bound since the last run.
  func run() throws { _ = try first { _ in } }

  /// Runs the statement with the arguments bound since the last run, up to its first row.
  ///
  /// - Returns: The number in the first column; nil without a row.
  func number() throws -> Int64? { try first { sqlite3_column_int64($0, 0) } }

  /// Runs the statement with the arguments bound since the last run, up to its first row.
  ///
  /// - Returns: The text in the first column; nil without a row.
  func text() throws -> String? {
    try first { row in
      String(
        decoding: UnsafeRawBufferPointer(
          start: sqlite3_column_blob(row, 0), count: Int(sqlite3_column_bytes(row, 0))),
        as: UTF8.self)
    }
  }

  /// Runs the statement with the arguments bound since the last run, and hands over the text in the
  /// first column of each row, which is valid until the receiver returns.
  func texts(_ receive: (UnsafeBufferPointer<UInt8>) -> Void) throws {
    bound = 0
    defer { sqlite3_reset(handle) }
    while true {
      let code = sqlite3_step(handle)
      guard code == SQLITE_ROW else {
        if code != SQLITE_DONE { throw failure }
        return
      }
      receive(
        UnsafeRawBufferPointer(
          start: sqlite3_column_blob(handle, 0), count: Int(sqlite3_column_bytes(handle, 0))
        ).bindMemory(to: UInt8.self))
    }
  }

  private func first<Value>(_ row: (OpaquePointer) -> Value) throws -> Value? {
    bound = 0
    defer { sqlite3_reset(handle) }
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_DONE: return nil
    case SQLITE_ROW: return row(handle)
    default: throw failure
    }
  }

  private var failure: DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqlite3_db_handle(handle))),
      message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))), sql: statement.sql)
  }

  /// Says that SQLite shall copy a text before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
