internal import CSQLiteSession
internal import GRDB
internal import ReadingModel

/// How a connection to a library is set up, and how an empty database becomes one.
enum Connection {
  private static let isConfigured: Void = csession_configure()

  /// The settings of every connection.
  ///
  /// - Parameter patience: how long to wait for another program's lock, in seconds.
  static func configuration(readOnly: Bool = false, patience: Double = 5) -> Configuration {
    _ = isConfigured
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(patience)
    configuration.label = "lectern.library"
    configuration.prepareDatabase { database in
      // GRDB's authorizer serves its observations, which nothing here uses, and makes every new
      // statement half as dear again; after an undo SQLite makes all of them anew.
      csession_remove_authorizer(database.sqliteConnection)
      // The default outside Debian's build is NORMAL in WAL, which may lose the last changes.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  /// Gives an empty database the schema and the lists, in one transaction.
  static func fill(_ database: Database, lists: [ReadingList], at now: String) throws {
    try database.inTransaction(.immediate) {
      try Migration.migrate(database, from: 0)
      let editor = LibraryEditor(database: database)
      for list in lists { try editor.insert(list, at: now) }
      try FullTextIndex.bringUpToDate(database)
      return .commit
    }
  }
}
