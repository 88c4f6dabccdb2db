import Browser
import ReadingModel
import TestSupport
import Testing

@Suite("Filters, orders and saved searches")
struct FilterTests {
  @Test("narrow the papers shown with every key and say so in the header")
  func asYouType() throws {
    var played = try Played("f type:status:unread")
    #expect(played.footer.hasPrefix(" Filter: status:unread"))
    #expect(played.footer.hasSuffix("4 papers"))
    played = try Played("f type:status:unread Enter")
    #expect(played.lines[0].hasPrefix(" Transformer to agents   filter: status:unread"))
    #expect(played.lines[0].hasSuffix("4 of 7 papers"))
    #expect(played.cursorRow.contains("GPT-3"))
    #expect(played.cursorRow.contains("3"))
  }

  @Test(
    "are cleared, or left as they were",
    arguments: [
      "j f type:status:unread Enter Esc", "j f type:status:unread Esc", "j f Enter", "j f Esc",
      "j f type:status:unread Enter j f ^U Enter", "j v v v v v", "j f type:sort:year Enter Esc",
    ])
  func cleared(_ script: String) throws {
    let played = try Played(script)
    #expect(played.lines[0].hasPrefix(" Transformer to agents  "))
    #expect(!played.lines[0].contains("filter"))
    #expect(!played.lines[0].contains("by "))
    #expect(played.lines[0].contains("1 of 7 read"))
  }

  @Test("lead back to the paper that was under the cursor")
  func place() throws {
    #expect(try Played("f type:status:unread Enter j Esc").cursorRow.contains("InstructGPT"))
  }

  @Test("say under the place what is wrong there, and keep the text to be mended")
  func wrong() throws {
    let played = try Played("f type:bert\\ year:x Enter", rows: 24, columns: 80)
    let lines = played.lines
    #expect(lines[22].hasPrefix(" Filter: bert year:x"))
    #expect(lines[23].hasPrefix(String(repeating: " ", count: 14) + "^ year: expects"))
    #expect(
      try Played("f type:bert\\ year:x Enter Backspace type:2018 Enter").footer.contains("r read"))
  }

  @Test(
    "order the papers by one key",
    arguments: [
      ("v", "by title", "In the order of the titles."),
      ("v v", "by year", "The latest year first."),
      ("v v v", "by added", "What was added last first."),
      ("v v v v", "by rating", "The best rating first."),
    ])
  func orders(_ script: String, _ words: String, _ sentence: String) throws {
    let played = try Played(script)
    #expect(played.lines[0].contains("   \(words)"))
    #expect(played.footer.contains(sentence))
    #expect(played.lines[0].contains("1 of 7 read"))
  }

  @Test("keep an order when the filter is another, unless the filter has its own")
  func orderAndFilter() throws {
    var played = try Played("v v f type:status:unread Enter")
    #expect(played.lines[0].contains("filter: status:unread   by year"))
    #expect(played.cursorRow.contains("Mixture"))
    played = try Played("f type:status:unread Enter v")
    #expect(played.lines[0].contains("filter: status:unread   by title"))
    #expect(played.cursorRow.contains("DPO"))
    played = try Played("v f type:sort:-year Enter")
    #expect(played.cursorRow.contains("Mixture"))
    #expect(played.lines[0].contains("by year"))
  }

  @Test("remember what was filtered by")
  func history() throws {
    #expect(try Played("f type:status:unread Enter Esc f Up").footer.contains("status:unread"))
  }

  @Test("are kept under a name among the lists, renamed and removed, and undone")
  func saved() throws {
    let library = FakeLibrary()
    var played = try Played("f type:status:unread Enter F type:Open Enter", library: library)
    #expect(library.shelf.searches.map(\.query) == ["list:list-1 status:unread"])
    #expect(played.footer.contains("Kept the search as “Open” · u undo"))
    _ = try Played("/ type:atten Enter F type:Attention Enter", library: library)
    played = try Played("h G", library: library)
    #expect(played.lines[0].hasPrefix(" Attention"))
    #expect(played.lines[0].hasSuffix("2 papers"))
    #expect(played.lines.contains { $0.contains("SEARCHES") })
    #expect(played.lines.contains { $0.contains("Attention") && $0.contains(" 2 │") })
    played = try Played("h G R ^U type:Heads Enter", library: library)
    #expect(library.shelf.searches.map(\.name) == ["Open", "Heads"])
    _ = try Played("h G D", library: library)
    #expect(library.shelf.searches.map(\.name) == ["Open"])
    _ = try Played("u u", library: library)
    #expect(library.shelf.searches.map(\.name) == ["Open", "Attention"])
  }

  @Test("show no more of a count than was counted")
  func counts() throws {
    let library = FakeLibrary(.large(1_200))
    library.shelf.searches = [
      SavedSearch(id: SavedSearchID(rawValue: 1), name: "Many", query: "status:unread"),
      SavedSearch(id: SavedSearchID(rawValue: 2), name: "Odd", query: "year:x"),
    ]
    let lines = try Played("h G", library: library).lines
    #expect(lines.contains { $0.contains("Many") && $0.contains(" 1200+ │") })
    #expect(lines.contains { $0.contains("Odd") && $0.contains("     │") })
  }

  @Test(
    "become queries that find the same",
    arguments: [
      ("/ type:a\\ or\\ b Enter f type:c\\ or\\ d Enter", "(a or b) (c or d)"),
      ("/ type:a Enter v v", "a sort:-year"), ("h g g j j Enter f type:a Enter", "status:queued a"),
      ("h g g j j j Enter f type:a\\ sort:year Enter", "a sort:year"),
      ("h g g j Enter f type:-a Enter", "status:reading -a"),
    ])
  func keepable(_ script: String, _ query: String) throws {
    let library = FakeLibrary()
    _ = try Played("\(script) F type:x Enter", library: library)
    #expect(library.shelf.searches.map(\.query) == [query])
  }

  @Test(
    "are not kept where there are none",
    arguments: [
      ("F", "There is no search or filter here to keep · f filters."),
      ("L f type:a Enter F", "There is no search or filter here to keep"),
      ("h R", "That is for saved searches."), ("h D", "That is for saved searches."),
    ])
  func refusals(_ script: String, _ sentence: String) throws {
    #expect(try Played(script).footer.contains(sentence))
  }

  @Test(
    "find a list by its name",
    arguments: [
      ("h f type:llm", "2025-W09"), ("h f type:w45 Enter", "Transformer to agents"),
      ("h f type:2025-w45 Enter", "2025-W45"), ("h f type:notes Enter", "Paper notes"),
      ("h f type:notes Esc", "Transformer to agents"), ("h f type:xyzzy", "Transformer to agents"),
      ("h f type:all Enter", "All papers"),
    ])
  func listFinder(_ script: String, _ title: String) throws {
    #expect(try Played(script).lines[0].hasPrefix(" \(title)"))
  }

  @Test("mark places by letters and go back to them")
  func marks() throws {
    var played = try Played("j M a J J ' a")
    #expect(played.lines[0].hasPrefix(" Transformer to agents"))
    #expect(played.cursorRow.contains("InstructGPT"))
    played = try Played("f type:dpo Enter M b Esc J ' b")
    #expect(played.lines[0].contains("filter: dpo"))
    #expect(try Played("M a").footer.contains("This place is “a” · ' "))
    #expect(try Played("'").footer.contains("No place is marked yet · M "))
    #expect(try Played("M a ' b").footer.contains("No place is marked “b”."))
    #expect(try Played("M Esc '").footer.contains("No place is marked yet"))
  }
}
