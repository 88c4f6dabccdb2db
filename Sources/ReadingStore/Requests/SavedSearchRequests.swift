internal import CSQLiteSession
internal import GRDB
public import ReadingModel

extension Library {
  /// The saved searches by name, each with how many papers match as far as that is quickly said.
  ///
  /// All counts together cost a few milliseconds at most; a search whose turn comes later has none,
  /// nor has one whose query can no longer be read. Counts end at `SavedSearch.countLimit`.
  public func savedSearches() throws -> [SavedSearch] {
    try reading { database in
      var searches = try database.rows(
        "SELECT id, name, query FROM saved_search ORDER BY name COLLATE NOCASE"
      ).map(SavedSearch.init)
      guard !searches.isEmpty else { return searches }
      var left = Self.countingSteps
      try withUnsafeMutablePointer(to: &left) { left in
        csession_limit_steps(database.sqliteConnection, left)
        defer { csession_limit_steps(database.sqliteConnection, nil) }
        try Self.count(&searches, in: database)
      }
      return searches
    }
  }

  /// How many thousand steps of SQLite's virtual machine all counts may take, a few milliseconds.
  private static let countingSteps: CInt = 50

  private static func count(_ searches: inout [SavedSearch], in database: Database) throws {
    for index in searches.indices {
      guard let query = try? Query.parse(searches[index].query) else { continue }
      do {
        searches[index].count = try PaperOrder.of(
          .search(query), start: 0, limit: 0, cap: SavedSearch.countLimit, in: database
        ).total
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        return
      }
    }
  }
}
