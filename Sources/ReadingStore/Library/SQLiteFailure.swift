internal import GRDB

/// Turns SQLite's result codes into the library's errors, at the one edge where they come up.
///
/// https://www.sqlite.org/rescode.html
enum SQLiteFailure {
  /// Runs a piece of work and translates what SQLite reports; any other error passes unchanged.
  static func translating<Value>(at path: String?, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw translate(error, path: path ?? "in memory")
    }
  }

  private static func translate(_ error: DatabaseError, path: String) -> LibraryError {
    let detail = error.message ?? "SQLite result \(error.resultCode.rawValue)"
    return switch error.resultCode {
    case .SQLITE_NOTADB: .notADatabase(path: path)
    case .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
    case .SQLITE_FULL, .SQLITE_IOERR: .diskFull(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
    case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: detail)
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: .refused(detail: detail)
    default: .failed(path: path, detail: detail)
    }
  }
}
