import Foundation
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Many changes")
struct ManyChangesTests {
  @Test("Ten thousand changes are all undone to the start and all redone to the end")
  func tenThousand() throws {
    let library = try Fixture.library()
    var generator = RandomChanges(seed: 20_260_301)
    let start = try library.dump()
    let papers = (1...5).map { PaperID(rawValue: $0) }
    var done = 0
    for number in 0..<10_000 {
      let digits = String(100_000 + number).dropFirst()
      let moment = "2026-03-01T10:00:00.\(digits)Z"
      let changed = try library.change(at: moment) { editor in
        if number.isMultiple(of: 100) {
          try generator.change(editor, at: moment)
        } else {
          try generator.touch(papers, editor, at: moment)
        }
        return "change \(number)"
      }
      if changed { done += 1 }
    }
    let end = try library.dump()
    #expect(done > 5000)
    #expect(try library.faults() == [])
    for _ in 0..<done { #expect(try library.undo(at: Fixture.now) != nil) }
    #expect(try library.undo(at: Fixture.now) == nil)
    #expect(try library.dump() == start)
    #expect(try library.faults() == [])
    for _ in 0..<done { #expect(try library.redo(at: Fixture.now) != nil) }
    #expect(try library.redo(at: Fixture.now) == nil)
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
  }

  @Test("Two writers and a reader on one file wait for one another and lose nothing")
  func atOnce() async throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    let paper = PaperID(rawValue: 1)
    let writers = 2
    let changes = 150
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          let library = try folder.library()
          for number in 0..<changes {
            let isChanged = try library.change(at: Fixture.now) { editor in
              try editor.addTag("tag-\(writer)-\(number)", to: paper)
              try editor.saveNote(
                paper: paper, note: nil, body: "\(writer) \(number)", at: Fixture.now)
              return "Writer \(writer), change \(number)"
            }
            #expect(isChanged)
          }
          try library.close()
        }
      }
      group.addTask {
        let library = try folder.library()
        var seen = 0
        while seen < writers * changes {
          let detail = try #require(try library.paper(paper))
          // Tags and notes come in one change, so a reader sees as many of both.
          #expect(detail.tags.count == detail.notes.count)
          #expect(detail.tags.count >= seen)
          seen = detail.tags.count
        }
        try library.close()
      }
      try await group.waitForAll()
    }
    let library = try folder.library()
    #expect(try library.paper(paper)?.tags.count == writers * changes)
    #expect(try library.history(limit: nil).count == writers * changes)
    for _ in 0..<writers * changes { #expect(try library.undo(at: Fixture.now) != nil) }
    #expect(try library.paper(paper)?.notes.isEmpty == true)
    #expect(try library.faults() == [])
    try library.close()
    #expect(try folder.files == ["library.db"])
  }
}
