internal import GRDB
public import ReadingModel

/// The library of papers: one SQLite database and everything that may be done with it.
///
/// Every method keeps the invariants of docs/invariants.md. Looking writes nothing; a change is one
/// transaction and one step of the history. A method throws `LibraryError`, or what a closure that
/// it was given throws.
public struct Library: Sendable {
  /// Where the file is; nil for a library in memory.
  public let path: String?
  /// True when the file or its folder cannot be written: looking works, changing throws.
  public let isReadOnly: Bool
  /// How much of the history a change leaves.
  public var historyBudget = HistoryBudget()
  /// What the person should know about how the library was opened.
  public private(set) var warning: String?

  let database: DatabaseQueue

  init(path: String?, isReadOnly: Bool, database: DatabaseQueue, warning: String? = nil) {
    self.path = path
    self.isReadOnly = isReadOnly
    self.database = database
    self.warning = warning
  }

  /// Opens the library at a path, or makes it there with the lists that `seeds` gives.
  ///
  /// A new library comes into being whole or not at all, never over a file that stands there; its
  /// lists are not a step of the history. The file is 0600, folders that are made are 0700.
  /// - Parameter now: when the lists of a new library were added, ISO 8601 in UTC; nil for now.
  public static func open(
    at path: String, added now: String? = nil, seeds: () throws -> [ReadingList]
  ) throws -> Library {
    if let library = try LibraryFile(path: path).open() { return library }
    return try LibraryFile(path: path).make(at: now ?? Clock.now(), seeds: seeds)
  }

  /// Makes a library in memory that holds the lists.
  public static func inMemory(
    lists: [ReadingList] = [], added now: String? = nil
  ) throws -> Library {
    try SQLiteFailure.translating(at: nil) {
      let queue = try DatabaseQueue(configuration: Connection.configuration())
      try queue.writeWithoutTransaction { database in
        try Connection.fill(database, lists: lists, at: now ?? Clock.now())
      }
      return Library(path: nil, isReadOnly: false, database: queue)
    }
  }

  /// Closes the file; the last program to close it leaves nothing beside it.
  public func close() throws {
    try SQLiteFailure.translating(at: path) { try database.close() }
  }

  /// A number that is another one after another program changed the library.
  public func dataVersion() throws -> Int {
    try reading { database in
      try Int.fetchOne(try database.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    }
  }

  /// Runs requests that read, on one state of the library.
  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try SQLiteFailure.translating(at: path) {
      try database.unsafeRead { database in
        try database.cachedStatement(sql: "BEGIN").execute()
        defer { try? database.cachedStatement(sql: "ROLLBACK").execute() }
        return try body(database)
      }
    }
  }
}
