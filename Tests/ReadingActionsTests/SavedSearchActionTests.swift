import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Keeping searches")
struct SavedSearchActionTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func search() throws -> SavedSearchID {
    try #require(try desk.library.savedSearches().first).id
  }

  @Test("keeps, replaces, renames and removes a search, each as one step")
  func round() throws {
    #expect(
      try desk.say(.saveSearch("status:unread", name: " To \u{1B}[31mread "))
        == "Kept the search as “To read”")
    #expect(
      try desk.say(.saveSearch("year:2020", name: "to read"))
        == "Kept the search as “to read” in place of the old one")
    #expect(try desk.library.savedSearches().map(\.query) == ["year:2020"])
    #expect(
      try desk.say(.renameSearch(search(), to: "Twenty"))
        == "Renamed the search “To read” to “Twenty”")
    #expect(try desk.say(.renameSearch(search(), to: "Twenty")).contains("already"))
    #expect(try desk.say(.deleteSearch(search())) == "Removed the search “Twenty”")
    #expect(try desk.library.savedSearches().isEmpty)
    #expect(try desk.library.history(limit: nil).count == 4)
    _ = try desk.say(.undo(4))
    #expect(try desk.library.savedSearches().isEmpty)
    _ = try desk.say(.redo(3))
    #expect(try desk.library.savedSearches().map(\.name) == ["Twenty"])
  }

  @Test(
    "refuses a search without a name, without words, or that is wrong",
    arguments: [
      ("x", " ", "the search needs a name"), ("", "a", "there is nothing in the search to keep"),
      ("year:x", "a", "the search is wrong at 1: "),
    ])
  func refusals(_ query: String, _ name: String, _ sentence: String) throws {
    do {
      _ = try desk.say(.saveSearch(query, name: name))
      Issue.record("it was kept")
    } catch let error as ActionError {
      #expect(error.description.hasPrefix(sentence))
    }
  }

  @Test("refuses a name that another search has")
  func taken() throws {
    _ = try desk.say(.saveSearch("a", name: "A"))
    _ = try desk.say(.saveSearch("b", name: "B"))
    #expect(throws: ActionError.refused("another search is called “B” already")) {
      try desk.say(.renameSearch(search(), to: "b"))
    }
  }
}
