import GRDB
import ReadingModel
import Synchronization
import Testing

@testable import ReadingStore

@Suite("Faults while writing")
struct FaultTests {
  /// Makes the n-th write to any table of the library fail, once.
  private final class Failure: Sendable {
    private let left = Mutex(Int.max)

    func arm(_ number: Int) { left.withLock { $0 = number } }

    /// True when all writes went through before the number was reached.
    var isArmed: Bool { left.withLock { $0 > 0 && $0 < Int.max } }

    func install(in library: Library) throws {
      try library.database.writeWithoutTransaction { database in
        database.add(
          function: DatabaseFunction("count_write", argumentCount: 0) { _ in
            let fails = self.left.withLock { left in
              if left < Int.max { left -= 1 }
              return left == 0
            }
            if fails { throw DatabaseError(resultCode: .SQLITE_IOERR, message: "the disk") }
            return nil
          })
        for table in ChangeRecorder.tables + ["history", "list_tally", "library_tally"] {
          for event in ["INSERT", "UPDATE", "DELETE"] {
            try database.execute(
              sql: """
                CREATE TEMP TRIGGER fail_\(table)_\(event) BEFORE \(event) ON main.\(table)
                  BEGIN SELECT count_write(); END
                """)
          }
        }
      }
    }
  }

  private static func work(_ editor: LibraryEditor) throws -> String {
    let papers = try editor.database.rows("SELECT id FROM paper ORDER BY id")
      .map { PaperID(rawValue: $0[0]) }
    for paper in papers { try editor.setStatus(.queued, of: paper, at: Fixture.now) }
    try editor.setStatus(.read, of: papers[0], at: Fixture.now)
    try editor.moveInQueue(papers[2], to: 1)
    try editor.saveNote(paper: papers[1], note: nil, body: "a note", at: Fixture.now)
    try editor.addTag("tag", to: papers[1])
    var list = Fixture.week
    list.sections[0].entries.insert(Entry(paper: Paper(title: "New"), remark: "New."), at: 0)
    try editor.insert(list, at: Fixture.now)
    return "Work"
  }

  @Test("Whichever write fails, nothing is half done and the history still works")
  func everyWrite() throws {
    let library = try Fixture.library()
    _ = try library.change(at: Fixture.then) { editor in
      try editor.addTag("before", to: PaperID(rawValue: 1))
      return "Before"
    }
    let failure = Failure()
    try failure.install(in: library)
    let before = try library.dump()
    for (name, run) in [
      ("change", { _ = try library.change(at: Fixture.now, Self.work) }),
      ("undo", { _ = try library.undo(at: Fixture.now) }),
      ("redo", { _ = try library.redo(at: Fixture.now) }),
    ] as [(String, () throws -> Void)] {
      let start = try library.dump()
      var number = 1
      while true {
        failure.arm(number)
        do {
          try run()
          #expect(failure.isArmed)
          break
        } catch {
          #expect(error is LibraryError)
          #expect(try library.dump() == start, "\(name), write \(number)")
        }
        number += 1
        try #require(number < 1000)
      }
      failure.arm(Int.max)
      #expect(number > 20)
      #expect(try library.faults() == [])
    }
    _ = try library.undo(at: Fixture.now)
    #expect(try library.dump() == before)
    #expect(try library.undo(at: Fixture.now)?.label == "Before")
  }

  @Test("A full disk is a sentence, and the library works on")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let paper = try library.id("arxiv:1706.03762")
    let before = try library.dump()
    try library.database.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      try database.execute(sql: "PRAGMA max_page_count = \(pages)")
    }
    let body = String(repeating: "many words that fill pages ", count: 20_000)
    #expect(throws: LibraryError.diskFull(path: folder.path)) {
      try library.change(at: Fixture.now) { editor in
        try editor.saveNote(paper: paper, note: nil, body: body, at: Fixture.now)
        return "Noted"
      }
    }
    #expect(try library.dump() == before)
    try library.database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = 100000")
    }
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.saveNote(paper: paper, note: nil, body: body, at: Fixture.now)
        return "Noted"
      })
    #expect(try library.faults() == [])
    try library.close()
  }
}
