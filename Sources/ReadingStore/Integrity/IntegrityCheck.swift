internal import GRDB

/// What SQLite finds wrong with a database.
enum IntegrityCheck {
  /// Contradictions within the file and references to rows that are not there; none when it is
  /// sound.
  ///
  /// The time grows with the library: about a second for 100,000 papers.
  /// https://www.sqlite.org/pragma.html#pragma_integrity_check
  static func damage(in database: Database) throws -> [String] {
    let faults: [String]
    let dangling: [Row]
    do {
      faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      dangling = Array(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20))
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
    {
      // Where a page of the schema is damaged, not even the check can be made.
      return [error.message ?? "it is no database any more"]
    }
    return faults.filter { $0 != "ok" }
      + dangling.map { row in
        let (table, parent): (String, String) = (row[0], row[2])
        return "a row of \(table) refers to a row of \(parent) that is not there"
      }
  }
}
