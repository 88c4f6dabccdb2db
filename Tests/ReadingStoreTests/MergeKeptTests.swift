import ReadingModel
import Testing

@testable import ReadingStore

/// What a merge keeps of what importing anew and the reader left: entries that are gone, titles that
/// were put right, and saved searches.
@Suite("Merging what is kept")
struct MergeKeptTests {
  private let later = "2026-03-02T10:00:00Z"

  private func change(_ library: Library, _ body: (LibraryEditor) throws -> Void) throws {
    _ = try library.change(at: Fixture.now) { editor in
      try body(editor)
      return "Changed"
    }
  }

  private func merge(_ other: Library, into library: Library) throws -> MergeSummary {
    try library.merge(other, at: later) { $0.words.isEmpty ? nil : "Merged" }
  }

  /// Takes a paper out of a list, which keeps its entry for the reader.
  private func remove(_ key: String, from slug: String, of library: Library) throws {
    try change(library) { editor in
      var contents = try #require(try editor.database.contents(ofListNamed: slug))
      let paper = try editor.id(key)
      for section in contents.sections.indices {
        for index in contents.sections[section].entries.indices
        where contents.sections[section].entries[index].paper == paper {
          contents.sections[section].entries[index].isGone = true
          contents.sections[section].entries[index].prerequisites = []
        }
      }
      try editor.write(contents, at: Fixture.now)
    }
  }

  private func gone(_ slug: String, of library: Library) throws -> [String] {
    let list = try #require(try library.list(slug: slug))
    return try library.rows(.list(list.id), start: 0, limit: 99).rows.filter(\.isGone).map(\.key)
  }

  @Test("Our entries that are gone stay so when their list gets more, and theirs come as such")
  func goneEntries() throws {
    let library = try Fixture.library()
    try remove("arxiv:2005.14165", from: "order", of: library)
    var order = Fixture.order
    order.sections[2].entries.append(Entry(paper: Paper(title: "Theirs")))
    order.sections[2].entries.append(Entry(paper: Paper(title: "Gone there")))
    let other = try Library.inMemory(lists: [order], added: Fixture.then)
    try remove("title:gone-there", from: "order", of: other)
    try remove("arxiv:1810.04805", from: "order", of: other)
    let before = try library.dump()

    #expect(try merge(other, into: library).words == "2 papers and 2 entries")
    #expect(try gone("order", of: library) == ["arxiv:2005.14165", "title:gone-there"])
    let list = try #require(try library.list(slug: "order"))
    #expect(
      try library.document(of: list.id).sections[2].entries.map(\.paper.title)
        == [
          "BERT: Pre-training of Deep Bidirectional Transformers",
          "Training language models to follow instructions", "Theirs",
        ])
    #expect(try library.faults() == [])
    #expect(try library.examine().filter { $0.state != .sound } == [])
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.undo(at: later) != nil)
    #expect(try library.dump() == before)

    let empty = try Library.inMemory()
    _ = try merge(other, into: empty)
    #expect(try gone("order", of: empty) == ["arxiv:1810.04805", "title:gone-there"])
  }

  private func putRight(_ key: String, _ title: String, in library: Library) throws {
    try change(library) { try $0.edit($0.id(key), [.title(title)]) }
  }

  @Test("A title that was put right there comes and is kept; of two, ours stands and it is said")
  func titles() throws {
    let library = try Fixture.library()
    let other = try Fixture.library()
    try putRight("arxiv:1810.04805", "BERT, put right", in: other)
    try putRight("arxiv:2005.14165", "Theirs", in: other)
    try putRight("arxiv:2005.14165", "Ours", in: library)
    let summary = try merge(other, into: library)
    #expect(summary.words == "1 fact put right")
    #expect(
      summary.conflicts.map(\.message) == [
        "its title was put right here and there in two ways; that here stands"
      ])
    let bert = try library.id("arxiv:1810.04805")
    #expect(try library.paper(bert)?.paper.title == "BERT, put right")
    #expect(try library.looking { try $0.editedFacts(of: bert) == [.title] })
    #expect(try library.paper(library.id("arxiv:2005.14165"))?.paper.title == "Ours")
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.faults() == [])
  }

  @Test("A paper without identifiers is known again by the title that it had before")
  func formerTitles() throws {
    let lists = [
      ReadingList(
        slug: "l", title: "L", kind: .custom,
        sections: [ReadingSection(title: nil, entries: [Entry(paper: Paper(title: "Wong"))])])
    ]
    let library = try Library.inMemory(lists: lists, added: Fixture.then)
    let other = try Library.inMemory(lists: lists, added: Fixture.then)
    try putRight("title:wong", "Wrong", in: other)
    #expect(try merge(other, into: library).words == "1 fact put right")
    #expect(try library.rows(.all, start: 0, limit: 9).rows.map(\.title) == ["Wrong"])
    #expect(try library.find(key: "title:wong") == library.find(key: "title:wrong"))
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.faults() == [])
  }

  @Test("Saved searches come; of two with one name and other queries both are kept")
  func searches() throws {
    let library = try Fixture.library()
    let other = try Fixture.library()
    try change(library) { editor in
      try editor.saveSearch("status:read", named: "Done")
      try editor.saveSearch("has:note", named: "Notes")
    }
    try change(other) { editor in
      try editor.saveSearch("status:skipped", named: "done")
      try editor.saveSearch("has:note", named: "Notes")
      try editor.saveSearch("year:2020", named: "New")
    }
    let summary = try merge(other, into: library)
    #expect(summary.words == "2 saved searches")
    #expect(summary.conflicts.map(\.subject) == ["done"])
    #expect(
      try library.savedSearches().map { "\($0.name): \($0.query)" } == [
        "Done: status:read", "done 2: status:skipped", "New: year:2020", "Notes: has:note",
      ])
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.undo(at: later)?.label == "Merged")
    #expect(try library.savedSearches().map(\.name) == ["Done", "Notes"])
  }
}
