internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// The saved search with a name, in whatever case it is written; nil when there is none.
  public func savedSearch(named name: String) throws -> SavedSearch? {
    try database.rows("SELECT id, name, query FROM saved_search WHERE name = ?", name)
      .first.map(SavedSearch.init)
  }

  /// A saved search; nil when there is none.
  public func savedSearch(_ id: SavedSearchID) throws -> SavedSearch? {
    try database.rows("SELECT id, name, query FROM saved_search WHERE id = ?", id.rawValue)
      .first.map(SavedSearch.init)
  }

  /// Keeps a search under a name; one of that name gets the new query.
  public func saveSearch(_ query: String, named name: String) throws {
    try database.run(
      """
      INSERT INTO saved_search(name, query) VALUES (?1, ?2)
        ON CONFLICT(name) DO UPDATE SET query = ?2
      """, name, query)
  }

  /// Gives a saved search another name, which no other one has.
  public func renameSearch(_ id: SavedSearchID, to name: String) throws {
    try database.run("UPDATE saved_search SET name = ? WHERE id = ?", name, id.rawValue)
  }

  /// Removes a saved search.
  public func deleteSearch(_ id: SavedSearchID) throws {
    try database.run("DELETE FROM saved_search WHERE id = ?", id.rawValue)
  }
}

extension SavedSearch {
  init(_ row: Row) {
    self.init(id: SavedSearchID(rawValue: row[0]), name: row[1], query: row[2])
  }
}
