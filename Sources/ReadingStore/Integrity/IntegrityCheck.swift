internal import GRDB

/// What SQLite finds wrong with a database.
enum IntegrityCheck {
  /// Contradictions within the file and references to rows that are not there; none when it is
  /// sound.
  ///
  /// The time grows with the library: about a second for 100,000 papers.
  /// https://www.sqlite.org/pragma.html#pragma_integrity_check
  static func damage(in database: Database) throws -> [String] {
    let faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)")
      .filter { $0 != "ok" }
    let dangling = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").prefix(20).map {
      row -> String in
      let (table, parent): (String, String) = (row[0], row[2])
      return "a row of \(table) refers to a row of \(parent) that is not there"
    }
    return faults + dangling
  }
}
