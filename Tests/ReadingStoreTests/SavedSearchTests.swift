import Foundation
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Saved searches")
struct SavedSearchTests {
  private func save(_ library: Library, _ query: String, _ name: String) throws {
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.saveSearch(query, named: name)
        return "Kept"
      })
  }

  @Test("Searches are kept by name, with counts, and undo takes them away")
  func keep() throws {
    let library = try Fixture.library()
    try save(library, "attention", "b")
    try save(library, "status:unread sort:-year", "A")
    try save(library, "year:2018", "B")
    let searches = try library.savedSearches()
    #expect(searches.map(\.name) == ["A", "b"])
    #expect(searches.map(\.query) == ["status:unread sort:-year", "year:2018"])
    #expect(searches.map(\.count) == [5, 1])
    _ = try library.undo(at: Fixture.now)
    #expect(try library.savedSearches().map(\.query) == ["status:unread sort:-year", "attention"])
    _ = try library.undo(at: Fixture.now)
    _ = try library.undo(at: Fixture.now)
    #expect(try library.savedSearches().isEmpty)
    _ = try library.redo(at: Fixture.now)
    #expect(try library.savedSearches().map(\.name) == ["b"])
  }

  @Test("A query that can no longer be read has no count and hides no other")
  func unreadable() throws {
    let library = try Fixture.library()
    try save(library, "year:x", "a")
    try save(library, "bert", "b")
    #expect(try library.savedSearches().map(\.count) == [nil, 1])
  }

  @Test("Counting stops when it takes too long, and the library goes on")
  func expensive() throws {
    let entries = (0..<3_000).map { Entry(paper: Paper(title: "Paper \($0)")) }
    let library = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "l", title: "L", kind: .custom,
          sections: [ReadingSection(title: nil, entries: entries)])
      ])
    try save(
      library, (0..<60).map { "-has:code -status:read -year:20\($0 + 10)" }.joined(separator: " "),
      "a")
    try save(library, "title:paper", "b")
    try save(library, "year:x", "0")
    let searches = try library.savedSearches()
    #expect(searches.map(\.count) == [nil, nil, nil])
    _ = try library.change(at: Fixture.now) { editor in
      try editor.deleteSearch(#require(try editor.savedSearch(named: "a")).id)
      return "Removed"
    }
    #expect(
      try library.savedSearches().first { $0.name == "b" }?.count == SavedSearch.countLimit)
    #expect(try library.rows(.all, start: 0, limit: 1).total == 3_000)
  }

  @Test("A library of schema 1 has none, and may get them")
  func olderLibrary() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Databases/v1.sqlite"),
      to: URL(fileURLWithPath: folder.path))
    let old = try Library.open(at: folder.path) { [] }
    #expect(try old.savedSearches().isEmpty)
    #expect(try old.rows(.all, start: 0, limit: 9).total > 0)
    #expect(try old.rows(.search(Query.parse("sort:-year")), start: 0, limit: 9).total > 0)
    #expect(try old.rows(.needsTitle, start: 0, limit: 9).total == 0)
    try old.close()
    let library = try Library.open(at: folder.path) { [] }
    try save(library, "bert", "b")
    #expect(try library.savedSearches().map(\.name) == ["b"])
    #expect(try library.faults() == [])
    // The steps of before are undone as ever.
    #expect(try library.undo(at: Fixture.now)?.label == "Kept")
    #expect(try library.undo(at: Fixture.now)?.label == "Marked")
    #expect(try library.faults() == [])
    try library.close()
  }
}
