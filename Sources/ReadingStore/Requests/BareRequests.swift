import GRDB
public import ReadingModel

/// The least that SQLite can do, through the connection of a library: what its own requests and
/// changes are measured against.
public struct BareRequests: Sendable {
  private let library: Library

  /// Takes the connection of a library.
  public init(_ library: Library) { self.library = library }

  /// Reads the names of entries of a list by their place.
  ///
  /// - Returns: How many there were.
  public func page(of list: ListID, from position: Int, limit: Int) throws -> Int {
    try library.reading { database in
      try database.rows(
        """
        SELECT entry.position, paper.title, paper.year FROM entry JOIN paper ON paper.id = entry.paper
          WHERE list = ? AND position >= ? ORDER BY position LIMIT ?
        """, list.rawValue, position, limit
      ).count
    }
  }

  /// Looks up a beginning of a word in the index of names.
  ///
  /// - Parameter beginning: Letters alone.
  /// - Returns: How many papers there were, at most the limit.
  public func match(_ beginning: String, limit: Int) throws -> Int {
    let letters = beginning.filter(\.isLetter)
    return try library.reading { database in
      try database.rows(
        "SELECT rowid FROM paper_name WHERE paper_name MATCH ? LIMIT ?", "\(letters)*", limit
      ).count
    }
  }

  /// Writes a row as it is, as a transaction of its own that reaches the disk.
  public func commit(to list: ListID) throws {
    try SQLiteFailure.translating(at: library.path) {
      try library.database.write { database in
        try database.run("UPDATE list SET position = position WHERE id = ?", list.rawValue)
      }
    }
  }
}
