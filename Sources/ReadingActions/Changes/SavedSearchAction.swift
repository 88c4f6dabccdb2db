import ReadingModel
import ReadingStore

extension Actions {
  /// Keeps a query under a name; one of that name gets the new query.
  func saveSearch(_ text: String, named name: String) throws -> Outcome {
    let name = try Self.searchName(name)
    let query: Query
    do throws(QueryError) {
      query = try Query.parse(SafeText.line(text, limit: Query.longest))
    } catch {
      throw ActionError.refused("the search is wrong at \(error.offset + 1): \(error.message)")
    }
    guard query.condition != nil || !query.sort.isEmpty else {
      throw ActionError.refused("there is nothing in the search to keep")
    }
    return try step(papers: [], unchanged: "“\(name)” is kept already") { editor, _ in
      let present = try editor.savedSearch(named: name)
      guard present?.query != query.text else { return nil }
      try editor.saveSearch(query.text, named: name)
      return present == nil
        ? "Kept the search as “\(name)”" : "Kept the search as “\(name)” in place of the old one"
    }
  }

  /// Gives a saved search another name.
  func renameSearch(_ search: SavedSearchID, to text: String) throws -> Outcome {
    let name = try Self.searchName(text)
    return try step(papers: [], unchanged: "The search is called “\(name)” already") { editor, _ in
      guard let present = try editor.savedSearch(search) else {
        throw ActionError.refused("that search is no longer kept")
      }
      if let other = try editor.savedSearch(named: name), other.id != search {
        throw ActionError.refused("another search is called “\(other.name)” already")
      }
      guard present.name != name else { return nil }
      try editor.renameSearch(search, to: name)
      return "Renamed the search “\(present.name)” to “\(name)”"
    }
  }

  /// Removes a saved search; undo brings it back.
  func deleteSearch(_ search: SavedSearchID) throws -> Outcome {
    try step(papers: [], unchanged: "The search is gone already") { editor, _ in
      guard let present = try editor.savedSearch(search) else { return nil }
      try editor.deleteSearch(search)
      return "Removed the search “\(present.name)”"
    }
  }

  private static func searchName(_ text: String) throws -> String {
    let name = SafeText.line(text, limit: 60)
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw ActionError.refused("the search needs a name")
    }
    return name
  }
}
