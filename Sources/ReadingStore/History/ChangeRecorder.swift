internal import CSQLiteSession
internal import GRDB

/// Records what a transaction changes in the tables that hold what was put in.
///
/// It is SQLite's session extension: https://www.sqlite.org/sessionintro.html. The full-text
/// indexes and the tallies are not recorded, because triggers see to them when a changeset is
/// applied; the history is not, because it does not change itself.
final class ChangeRecorder {
  /// The tables that are recorded, those that others refer to first.
  static let tables = [
    "paper", "identifier", "alias", "link", "list", "section", "entry", "entry_prerequisite",
    "prerequisite", "progress", "reading_event", "note", "note_version", "paper_tag", "queue",
    "paper_edit",
    "saved_search",
  ]

  private let session: OpaquePointer

  /// Starts recording on the connection.
  init(_ database: Database) throws {
    var started: OpaquePointer?
    try Changeset.check(csession_begin(database.sqliteConnection, &started))
    guard let started else { throw DatabaseError(resultCode: .SQLITE_NOMEM) }
    session = started
    for table in Self.tables { try Changeset.check(csession_attach(session, table)) }
  }

  deinit { csession_end(session) }

  /// Does something that is not recorded.
  func pausing<Value>(_ body: () throws -> Value) rethrows -> Value {
    csession_enable(session, 0)
    defer { csession_enable(session, 1) }
    return try body()
  }

  /// What has changed since the start.
  func changeset() throws -> Changeset {
    var size: CInt = 0
    var bytes: UnsafeMutableRawPointer?
    defer { csession_free(bytes) }
    try Changeset.check(csession_changeset(session, &size, &bytes))
    return Changeset(copying: bytes, size: size)
  }
}
