import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("The history")
struct HistoryTests {
  let library: Library

  init() throws { library = try Fixture.library() }

  private func mark(_ status: Status, _ key: String, as label: String) throws {
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(status, of: editor.id(key), at: Fixture.now)
      return label
    }
  }

  @Test("Steps are undone newest first and redone oldest first")
  func undoAndRedo() throws {
    let start = try library.dump()
    try mark(.read, "arxiv:1706.03762", as: "first")
    let middle = try library.dump()
    try mark(.queued, "arxiv:1810.04805", as: "second")
    let end = try library.dump()
    #expect(try library.undo(at: "2026-03-02T00:00:00Z")?.label == "second")
    #expect(try library.dump() == middle)
    #expect(try library.undo(at: "2026-03-03T00:00:00Z")?.label == "first")
    #expect(try library.dump() == start)
    #expect(try library.undo(at: Fixture.now) == nil)
    #expect(
      try library.history(limit: nil) == [
        HistoryStep(
          id: 2, label: "second", at: Fixture.now, revisited: "2026-03-02T00:00:00Z",
          state: .undone),
        HistoryStep(
          id: 1, label: "first", at: Fixture.now, revisited: "2026-03-03T00:00:00Z",
          state: .undone),
      ])
    #expect(try library.redo(at: Fixture.now)?.label == "first")
    #expect(try library.redo(at: Fixture.now)?.state == .done)
    #expect(try library.redo(at: Fixture.now) == nil)
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
  }

  @Test("A new change drops what was undone")
  func dropped() throws {
    try mark(.read, "arxiv:1706.03762", as: "first")
    _ = try library.undo(at: Fixture.now)
    try mark(.skipped, "arxiv:1706.03762", as: "second")
    #expect(try library.redo(at: Fixture.now) == nil)
    #expect(try library.history(limit: nil).map(\.state) == [.done, .dropped])
    #expect(try library.history(limit: 1).map(\.label) == ["second"])
    #expect(try library.undo(at: Fixture.now)?.label == "second")
    #expect(try library.undo(at: Fixture.now) == nil)
  }

  @Test("A row that was changed outside the history blocks its step and nothing else")
  func blocked() throws {
    try mark(.read, "arxiv:1706.03762", as: "first")
    try library.database.writeWithoutTransaction {
      try $0.run("UPDATE progress SET status = 'skipped'")
    }
    let before = try library.dump()
    #expect(throws: LibraryError.undoBlocked(label: "first")) {
      try library.undo(at: Fixture.now)
    }
    #expect(try library.dump() == before)
    #expect(try library.history(limit: nil).map(\.state) == [.done])
  }

  @Test("A new list is taken back whole and done again whole")
  func wholeList() throws {
    let library = try Library.inMemory()
    let start = try library.dump()
    _ = try library.change(at: Fixture.now) { editor in
      try editor.insert(Fixture.order, at: Fixture.now)
      try editor.insert(Fixture.week, at: Fixture.now)
      return "Imported"
    }
    let end = try library.dump()
    _ = try library.undo(at: Fixture.now)
    #expect(try library.dump() == start)
    #expect(try library.faults() == [])
    #expect(try library.papers(titled: "attention", limit: 9).isEmpty)
    _ = try library.redo(at: Fixture.now)
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
    #expect(try library.papers(titled: "attention", limit: 9).count == 2)
  }

  @Test("An error in a change takes all of it back and passes on as it is")
  func thrown() throws {
    struct Stop: Error {}
    let before = try library.dump()
    #expect(throws: Stop.self) {
      try library.change(at: Fixture.now) { editor in
        try editor.setStatus(.read, of: editor.id("arxiv:1706.03762"), at: Fixture.now)
        throw Stop()
      }
    }
    #expect(try library.dump() == before)
    #expect(try library.history(limit: nil).isEmpty)
  }

  @Test(
    "Any sequence of changes can be undone to the start and redone to the end",
    arguments: 1...6)
  func random(seed: UInt64) throws {
    var generator = RandomChanges(seed: seed)
    let start = try library.dump()
    var done = 0
    for step in 0..<40 {
      let changed = try library.change(at: "2026-03-01T10:00:\(10 + step)Z") { editor in
        try generator.change(editor, at: "2026-03-01T10:00:\(10 + step)Z")
        return "step \(step)"
      }
      if changed { done += 1 }
    }
    let end = try library.dump()
    #expect(try library.faults() == [])
    for _ in 0..<done { #expect(try library.undo(at: Fixture.now) != nil) }
    #expect(try library.undo(at: Fixture.now) == nil)
    #expect(try library.dump() == start)
    #expect(try library.faults() == [])
    for _ in 0..<done { #expect(try library.redo(at: Fixture.now) != nil) }
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
  }
}

@Suite("Steps with very many new rows")
struct BulkStepTests {
  @Test("Are small in the history, and undo and redo restore every row")
  func bulk() throws {
    let library = try Library.inMemory(added: Fixture.then)
    let start = try library.dump()
    let count = BulkAdditions.threshold + 500
    _ = try library.change(at: Fixture.now) { editor in
      let entries = try (1...count).map { number in
        let paper = Paper(
          title: "Work number \(number)", authors: ["Author \(number)"],
          abstract: String(repeating: "word ", count: 50),
          identifiers: [Identifier(canonical: "10.1234/\(number)", scheme: .doi)],
          links: [Link(kind: .paper, url: "https://example.org/\(number)")])
        let id = try editor.insert(paper, at: Fixture.now)
        if number.isMultiple(of: 100) {
          try editor.setStatus(.queued, of: id, at: Fixture.now)
          try editor.addTag("tagged", to: id)
        }
        return ListContents.Entry(paper: id, remark: "Remark \(number)")
      }
      try editor.write(
        ListContents(
          head: ReadingList(slug: "many", title: "Many", kind: .custom),
          sections: [ListContents.Section(title: nil, entries: entries)]), at: Fixture.now)
      return "Imported"
    }
    let full = try library.dump()
    #expect(try library.faults() == [])
    #expect(full != start)
    #expect(try library.undo(at: Fixture.now) != nil)
    #expect(try library.dump() == start)
    #expect(try library.faults() == [])
    #expect(try library.redo(at: Fixture.now) != nil)
    #expect(try library.dump() == full)
    #expect(try library.undo(at: Fixture.now) != nil)
    #expect(try library.dump() == start)
  }

  @Test(
    "Ranges are read back as they were written",
    arguments: [
      "papers 1-1", "papers 97-100096 entries 6 1-100000", "papers 5-9 entries 1 2-3 entries 4 5-6",
    ])
  func ranges(text: String) { #expect(AddedRanges(text)?.text == text) }

  @Test(
    "Damaged ranges are not guessed",
    arguments: ["papers", "papers 9-1", "papers x-y", "entries 1", "other 1-2"])
  func damagedRanges(text: String) { #expect(AddedRanges(text) == nil) }
}
