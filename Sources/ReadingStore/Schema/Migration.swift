internal import CSQLiteSession
internal import GRDB

/// One step of the schema, as frozen text; a migration that has shipped is never changed.
struct Migration: Sendable {
  /// The version that the database has afterwards, kept in `PRAGMA user_version`.
  let version: Int
  /// The statements that lead to it.
  let sql: String

  /// Every migration, oldest first.
  static let all = [
    Migration(version: 1, sql: Schema1.tables + Schema1.tallies + Schema1.fullText),
    Migration(version: 2, sql: Schema2.sql),
    Migration(version: 3, sql: Schema3.historyTally),
    Migration(version: 4, sql: Schema4.tables),
    Migration(version: 5, sql: Schema5.sql),
    Migration(version: 6, sql: Schema6.sql),
    Migration(version: 7, sql: Schema7.sql),
  ]

  /// The version this program writes.
  static var newest: Int { all.last?.version ?? 0 }

  /// Marks a file as one of ours in `PRAGMA application_id`: “Lctn” in ASCII.
  static let applicationID = 0x4C63_746E

  /// Brings the database from a version to the newest one; the caller holds a transaction.
  static func migrate(_ database: Database, from version: Int) throws {
    let wasDefended = csession_defend_schema(database.sqliteConnection, 0)
    defer { _ = csession_defend_schema(database.sqliteConnection, wasDefended) }
    for migration in all where migration.version > version {
      try database.execute(sql: migration.sql)
    }
    try database.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(newest);
        """)
  }
}
