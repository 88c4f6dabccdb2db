internal import GRDB
internal import ReadingModel

extension Merging {
  /// Brings the saved searches; of two with one name and other queries both are kept.
  mutating func searches() throws {
    let theirs = try other.reading { database in
      try database.rows("SELECT id, name, query FROM saved_search ORDER BY id")
        .map(SavedSearch.init)
    }
    for search in theirs {
      guard let name = try freeName(for: search) else { continue }
      try editor.saveSearch(search.query, named: name)
      summary.searches += 1
      guard name != search.name else { continue }
      summary.conflicts.append(
        .init(
          subject: search.name,
          message: "a saved search of that name looks for something else here; the one that came "
            + "is called “\(name)”"))
    }
  }

  /// The name that a search gets here, with a number where the name is taken; nil when it is here.
  private func freeName(for search: SavedSearch) throws -> String? {
    var name = search.name
    var number = 2
    while let mine = try editor.savedSearch(named: name) {
      if mine.query == search.query { return nil }
      name = "\(search.name) \(number)"
      number += 1
    }
    return name
  }
}
