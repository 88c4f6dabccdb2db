import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("The library's file")
struct LibraryFileTests {
  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("A new library has its lists, no history and the right permissions")
  func make() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("a/b/library.db").path
    let library = try Library.open(at: path) { [Fixture.order] }
    #expect(library.path == path)
    #expect(!library.isReadOnly)
    #expect(try library.lists().map(\.slug) == ["order"])
    #expect(try library.history(limit: nil).isEmpty)
    #expect(try library.undo(at: Fixture.now) == nil)
    _ = try library.change(at: Fixture.now) { editor in
      try editor.addTag("x", to: PaperID(rawValue: 1))
      return "Tagged"
    }
    for ending in ["", "-wal", "-shm"] { #expect(try permissions(path + ending) == 0o600) }
    #expect(try permissions(folder.url.appendingPathComponent("a/b").path) == 0o700)
    try library.close()
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appendingPathComponent("a/b").path) == ["library.db"])
  }

  @Test("Opening and looking leave the file as it is and nothing beside it")
  func lookingWritesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    let before = try folder.bytes
    let library = try Library.open(at: folder.path) {
      Issue.record("the lists are not asked for when the library is there")
      return []
    }
    let paper = try library.id("arxiv:1706.03762")
    for list in try library.lists() {
      _ = try library.rows(.list(list.id), start: 0, limit: 50)
      _ = try library.document(of: list.id)
      _ = try library.graphNodes(of: list.id)
    }
    let word = Query(condition: .word("attention", nil), text: "attention")
    for source in [RowSource.all, .nextUp, .queue, .reading, .search(word)] {
      _ = try library.rows(source, start: 0, limit: 50)
      _ = try library.listed(source, limit: nil)
    }
    _ = try library.paper(paper)
    _ = try library.suggestions(for: "atention", limit: 3)
    _ = try (library.counts(), library.history(limit: nil), library.dataVersion())
    #expect(try library.change(at: Fixture.now) { _ in nil } == false)
    #expect(try library.undo(at: Fixture.now) == nil)
    #expect(try folder.bytes == before)
    try library.close()
    #expect(try folder.bytes == before)
    #expect(try folder.files == ["library.db"])
  }

  @Test("Changes are there when the library is opened again, and undo reaches over it")
  func reopen() throws {
    let folder = try TemporaryFolder()
    let first = try folder.library()
    let start = try first.dump()
    let paper = try first.id("arxiv:1706.03762")
    _ = try first.change(at: Fixture.now) { editor in
      try editor.setStatus(.read, of: paper, at: Fixture.now)
      return "Marked"
    }
    try first.close()
    let second = try folder.library()
    #expect(try second.paper(paper)?.progress.status == .read)
    #expect(try second.undo(at: Fixture.now)?.label == "Marked")
    #expect(try second.dump() == start)
    try second.close()
  }

  @Test("Programs that make one library at once all open the same good one")
  func makeAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<6 {
        group.addTask {
          let library = try Library.open(at: path, added: Fixture.then) { [Fixture.week] }
          defer { try? library.close() }
          return try library.lists().map(\.slug) + library.faults()
        }
      }
      for try await found in group { #expect(found == ["week"]) }
    }
    // Of two that close at the same moment neither is the last one, which takes the log away.
    try folder.library().close()
    #expect(try folder.files == ["library.db"])
  }

  @Test("When the lists cannot be had, no file comes to stand there")
  func noSeeds() throws {
    struct NoLists: Error {}
    let folder = try TemporaryFolder()
    #expect(throws: NoLists.self) { try Library.open(at: folder.path) { throw NoLists() } }
    var bad = Fixture.week
    bad.slug = "Not a slug"
    #expect(throws: LibraryError.self) { try Library.open(at: folder.path) { [bad] } }
    #expect(try folder.files == [])
  }

  @Test("A folder that cannot be made is an error that names the path")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    try Data().write(to: folder.url.appendingPathComponent("file"))
    let path = folder.url.appendingPathComponent("file/library.db").path
    #expect(throws: LibraryError.cannotOpen(path: path, reason: "Not a directory")) {
      try Library.open(at: path) { [] }
    }
    #expect(throws: LibraryError.cannotOpen(path: folder.url.path, reason: "it is not a file")) {
      try Library.open(at: folder.url.path) { [] }
    }
  }

  @Test(
    "A name that SQLite could take for something else is only a name",
    arguments: ["file:x?mode=memory", "a b%20c#d.db", "été.db"])
  func names(name: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent(name).path
    try Library.open(at: path) { [Fixture.week] }.close()
    #expect(try folder.files == [name])
    let library = try LibraryFile(path: path).open(writable: false)
    #expect(try library.lists().count == 1)
    try library.close()
  }

  @Test(
    "What is not a library is left alone",
    arguments: [
      "",
      "some text that is no database, longer than a header of a hundred bytes "
        + "so that it is read",
    ])
  func notADatabase(text: String) throws {
    let folder = try TemporaryFolder()
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: LibraryError.notADatabase(path: folder.path)) { try folder.library() }
    #expect(try folder.bytes == Data(text.utf8))
  }

  @Test("Another program's database is left alone")
  func otherDatabase() throws {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE theirs(x)") }
    try queue.close()
    let before = try folder.bytes
    #expect(throws: LibraryError.notADatabase(path: folder.path)) { try folder.library() }
    #expect(try folder.bytes == before)
  }

  @Test("A library of a newer program is refused and left alone")
  func newer() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try library.database.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = 99")
    }
    try library.close()
    let before = try folder.bytes
    #expect(throws: LibraryError.newerThanProgram(path: folder.path, version: 99)) {
      try folder.library()
    }
    #expect(try folder.bytes == before)
  }

  @Test("A damaged library is an error wherever the damage is met", arguments: [1, 3, 5, 8])
  func damaged(page: Int) throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    var bytes = try folder.bytes
    let start = page == 1 ? 100 : (page - 1) * 4096
    bytes.replaceSubrange(start..<start + 1000, with: Data(repeating: 0xA5, count: 1000))
    try bytes.write(to: URL(fileURLWithPath: folder.path))
    // The damage may be in a page that these requests never read; they must not trap or lie.
    do {
      let library = try folder.library()
      defer { try? library.close() }
      for list in try library.lists() {
        _ = try library.rows(.list(list.id), start: 0, limit: 50)
        _ = try library.document(of: list.id)
      }
      for paper in 1...5 { _ = try library.paper(PaperID(rawValue: Int64(paper))) }
    } catch let error as LibraryError {
      guard case .damaged(folder.path, _) = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("A library that another program keeps locked is looked at but not changed")
  func locked() throws {
    let folder = try TemporaryFolder()
    let other = try folder.library()
    let opened = try LibraryFile(path: folder.path, patience: 0.05).open()
    let library = try #require(opened)
    try other.database.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let lists = try library.lists()
        #expect(lists.count == 2)
        #expect(throws: LibraryError.busy(path: folder.path)) {
          try library.change(at: Fixture.now) { editor in
            try editor.addTag("x", to: PaperID(rawValue: 1))
            return "Tagged"
          }
        }
        return .rollback
      }
    }
    let version = try library.dataVersion()
    _ = try other.change(at: Fixture.now) { editor in
      try editor.addTag("x", to: PaperID(rawValue: 1))
      return "Tagged"
    }
    #expect(try library.dataVersion() != version)
    #expect(try library.paper(PaperID(rawValue: 1))?.tags == ["x"])
    try library.close()
    try other.close()
  }

  @Test("A library that can only be read is looked at, and nothing is made beside it")
  func readOnly() throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    let before = try folder.bytes
    let library = try LibraryFile(path: folder.path).open(writable: false)
    #expect(library.isReadOnly)
    #expect(try library.lists().count == 2)
    for work in [
      { _ = try library.change(at: Fixture.now) { _ in nil } },
      { _ = try library.undo(at: Fixture.now) }, { _ = try library.redo(at: Fixture.now) },
    ] as [() throws -> Void] {
      #expect(throws: LibraryError.readOnly(path: folder.path)) { try work() }
    }
    #expect(try folder.files == ["library.db"])
    try library.close()
    #expect(try folder.bytes == before)
  }

  @Test("A file without permission to write is opened to look", .enabled(if: geteuid() != 0))
  func noPermission() throws {
    let folder = try TemporaryFolder()
    try folder.library().close()
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o400], ofItemAtPath: folder.path)
    let library = try folder.library()
    #expect(library.isReadOnly)
    try library.close()
  }
}
