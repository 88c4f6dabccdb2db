internal import GRDB

/// Copies a database into a file that is whole and checked before it has its name.
enum DatabaseCopy {
  /// Copies what a connection sees, through SQLite's online backup.
  ///
  /// The copy has one file and no log, so it can be read from anywhere, and passed `quick_check`.
  /// https://www.sqlite.org/backup.html
  /// - Parameters:
  ///   - source: the connection; others may go on writing meanwhile.
  ///   - folder: where the copy is made.
  ///   - check: looks at the copy; what it throws ends the copying.
  /// - Returns: The path of the copy, 0600, under a temporary name; the caller gives it its own.
  static func make(
    of source: some DatabaseWriter, in folder: String,
    check: (Database) throws -> Void = { _ in }
  ) throws -> String {
    guard let temporary = FileSystem.makeTemporaryFile(in: folder) else {
      throw LibraryError.backupFailed(path: folder, reason: FileSystem.reason)
    }
    do {
      try copy(source, to: temporary)
      try verify(temporary, check)
      guard FileSystem.synchronise(temporary) else {
        throw LibraryError.backupFailed(path: folder, reason: FileSystem.reason)
      }
      return temporary
    } catch {
      FileSystem.removeDatabase(temporary)
      throw error
    }
  }

  /// Gives a copy its name, never in the place of another file.
  ///
  /// - Returns: False when the name is taken; the copy stays where it is then.
  static func name(_ temporary: String, _ path: String) throws -> Bool {
    guard FileSystem.link(temporary, as: path) else {
      if FileSystem.isNameTaken { return false }
      throw LibraryError.backupFailed(path: path, reason: FileSystem.reason)
    }
    FileSystem.removeDatabase(temporary)
    _ = FileSystem.synchronise(FileSystem.folder(of: path))
    return true
  }

  /// How many pages are copied before they are put on the disk.
  ///
  /// Left to the end, some hundred megabytes at once would make a change that is committed meanwhile
  /// wait for all of them: 54 ms instead of 24 ms at worst, for 150 MB on a busy machine.
  private static let pagesPerStep: CInt = 64

  private static func copy(_ source: some DatabaseWriter, to path: String) throws {
    var configuration = Configuration()
    // The copy is put on the disk in steps of its own; half of it is worth nothing.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    let target = try DatabaseQueue(path: path, configuration: configuration)
    try source.unsafeReentrantWrite { source in
      // A transaction of its own keeps the state that is copied, whatever others write meanwhile.
      try source.execute(sql: "BEGIN; SELECT 1 FROM sqlite_schema")
      defer { try? source.execute(sql: "ROLLBACK") }
      try target.writeWithoutTransaction { target in
        try source.backup(to: target, pagesPerStep: pagesPerStep) { _ in
          _ = FileSystem.synchronise(path)
        }
      }
    }
    try target.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
    try target.close()
  }

  private static func verify(_ path: String, _ check: (Database) throws -> Void) throws {
    let queue = try DatabaseQueue(
      path: path, configuration: Connection.configuration(readOnly: true))
    try queue.unsafeRead { database in
      let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? "no answer"
      guard answer == "ok" else { throw LibraryError.damaged(path: path, detail: answer) }
      try check(database)
    }
    try queue.close()
  }
}
