internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How a library keeps a change whole until it is committed.
///
/// A write-ahead log lets one program write while others read, but its index is shared memory, which
/// programs on two machines do not share: https://www.sqlite.org/wal.html. On a file system that may
/// belong to several machines a library keeps a rollback journal instead.
enum JournalMode: String {
  /// A write-ahead log.
  case wal
  /// A rollback journal, removed at the end of every change.
  case delete

  /// The mode for a library in a folder.
  static func suited(to folder: String) -> JournalMode {
    NetworkFileSystem.name(of: folder) == nil ? .wal : .delete
  }

  /// The mode that a connection's database is in.
  static func current(_ database: Database) throws -> JournalMode? {
    JournalMode(rawValue: try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "")
  }

  /// Brings a database to this mode, which needs that no other program has it open.
  func set(_ database: Database) throws {
    try database.execute(sql: "PRAGMA journal_mode = \(rawValue)")
  }

  /// Writes the mode into the file at a path.
  static func write(_ mode: JournalMode, to path: String) throws {
    try SQLiteFailure.translating(at: path) {
      let queue = try DatabaseQueue(
        path: FileSystem.plain(path), configuration: Connection.configuration())
      try queue.writeWithoutTransaction(mode.set)
      try queue.close()
    }
  }

  /// What every database begins with.
  ///
  /// https://www.sqlite.org/fileformat2.html#magic_header_string
  private static let header = Array("SQLite format 3\0".utf8)

  /// Takes the log of a library into its file, so that the file alone is the library.
  ///
  /// - Returns: False when the library is too damaged for it.
  /// - Throws: `LibraryError.busy` when another program has the library open.
  static func gatherLog(of path: String) throws -> Bool {
    // SQLite removes the log of a file that it does not know for a database.
    guard FileSystem.beginning(of: path, count: header.count) == header else { return false }
    do {
      try SQLiteFailure.translating(at: path) {
        let queue = try DatabaseQueue(
          path: FileSystem.plain(path), configuration: Connection.configuration(patience: 1))
        // Only a connection that is alone can leave the write-ahead log.
        try queue.writeWithoutTransaction(JournalMode.delete.set)
        try queue.close()
      }
      return true
    } catch LibraryError.busy {
      throw LibraryError.busy(path: path)
    } catch is LibraryError {
      return false
    }
  }
}
