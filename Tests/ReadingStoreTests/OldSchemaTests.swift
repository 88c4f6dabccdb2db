import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

/// Libraries that earlier versions of the program left.
@Suite("Libraries of earlier schemas")
struct OldSchemaTests {
  @Test("A library of every schema is kept")
  func recorded() throws {
    let records = ProcessInfo.processInfo.environment["RECORD_DATABASES"] == "1"
    for version in Migration.all.map(\.version) where !OldLibrary.versions.contains(version) {
      if records { try OldLibrary.record(version) }
      // The newest schema may change until there is a program that writes it.
      if records || version < Migration.newest {
        Issue.record("There was no library of schema \(version); RECORD_DATABASES=1 makes one.")
      }
    }
  }

  @Test(
    "It is backed up, brought to the newest schema with all its rows, and undone step by step",
    arguments: OldLibrary.versions)
  func opened(version: Int) throws {
    let folder = try TemporaryFolder()
    try OldLibrary.copy(version, to: folder.path)
    let before = try rows(at: folder.path)
    let library = try Library.open(at: folder.path) { [] }
    #expect(library.warning == nil)
    #expect(try self.version(at: folder.path) == Migration.newest)
    #expect(try library.reading { try LibraryRows($0, in: before) } == before)
    #expect(try library.faults() == [])
    #expect(try library.examine().filter { $0.state != .sound } == [])
    let size = try library.reading { try $0.historyTally() }
    #expect(size?.steps == before.tables["history"]?.count)

    if version < Migration.newest {
      let backup = try #require(library.backups().first)
      #expect(backup.reason == .upgrade)
      #expect(try self.version(at: backup.path) == version)
      #expect(try rows(at: backup.path) == before)
    } else {
      #expect(library.backups().isEmpty)
    }

    let end = try library.dump()
    let steps = try library.history(limit: nil).filter { $0.state == .done }.map(\.label)
    #expect(!steps.isEmpty)
    #expect(try steps.map { _ in try library.undo(at: Fixture.now)?.label } == steps)
    #expect(try library.undo(at: Fixture.now) == nil)
    let attention = try library.id("arxiv:1706.03762")
    #expect(try library.paper(attention)?.progress == Progress())
    let list = try #require(try library.list(slug: "order"))
    #expect(try library.document(of: list.id) == Fixture.order)
    for _ in steps { #expect(try library.redo(at: Fixture.now) != nil) }
    #expect(try library.dump() == end)
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.addTag("new", to: attention)
        return "Tagged"
      })
    #expect(try library.undo(at: Fixture.now)?.label == "Tagged")
    #expect(try library.dump() == end)
    #expect(try library.faults() == [])
    try library.close()
  }

  @Test("What a schema brought is in the library of that schema")
  func contents() throws {
    let newest = try TemporaryFolder()
    try OldLibrary.copy(4, to: newest.path)
    let library = try Library.open(at: newest.path) { [] }
    let bert = try library.id("arxiv:1810.04805")
    let detail = try #require(try library.paper(bert))
    #expect(detail.memberships.map(\.isGone) == [false, true])
    #expect(detail.notes.map(\.versions) == [2])
    #expect(try library.looking { try $0.editedFacts(of: bert) == [.title] })
    #expect(try library.savedSearches().map(\.name) == ["Done"])
    try library.close()
  }

  @Test("One that cannot be written is looked at as it is", arguments: OldLibrary.versions)
  func readOnly(version: Int) throws {
    let folder = try TemporaryFolder()
    try OldLibrary.copy(version, to: folder.path)
    let before = try folder.bytes
    let library = try LibraryFile(path: folder.path).open(writable: false)
    for list in try library.lists() { _ = try library.rows(.list(list.id), start: 0, limit: 9) }
    #expect(try library.paper(PaperID(rawValue: 1)) != nil)
    #expect(try !library.history(limit: nil).isEmpty)
    #expect(throws: LibraryError.readOnly(path: folder.path)) {
      try library.undo(at: Fixture.now)
    }
    try library.close()
    #expect(try folder.bytes == before)
    #expect(try folder.files == ["library.db"])
  }

  @Test("Where no backup can be made before a new schema, the library says so and opens")
  func noBackup() throws {
    let folder = try TemporaryFolder()
    try OldLibrary.copy(1, to: folder.path)
    try Data().write(to: folder.url.appendingPathComponent("backups"))
    let library = try folder.library()
    #expect(library.warning?.hasPrefix("No backup was made") == true)
    #expect(try library.undo(at: Fixture.now)?.label == "Marked")
    try library.close()
  }

  @Test(
    "A disk that is full at any page leaves the old schema, and the next try brings the new one",
    arguments: OldLibrary.versions.filter { $0 < Migration.newest })
  func fullDisk(version: Int) throws {
    let folder = try TemporaryFolder()
    try OldLibrary.copy(version, to: folder.path)
    let before = try rows(at: folder.path)
    let queue = try DatabaseQueue(path: folder.path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { database in
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      var more = 0
      while true {
        try database.execute(sql: "PRAGMA max_page_count = \(pages + more)")
        do {
          try database.inTransaction(.immediate) {
            try Migration.migrate(database, from: version)
            return .commit
          }
          break
        } catch let error as DatabaseError {
          #expect(error.resultCode == .SQLITE_FULL)
          #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == version)
          #expect(try LibraryRows(database) == before)
        }
        more += 1
        try #require(more < 200)
      }
      // A schema that needs no page more has nothing that could be full.
      let after = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      #expect((more > 0) == (after > pages))
      #expect(try Int.fetchOne(database, sql: "PRAGMA user_version") == Migration.newest)
      #expect(try LibraryRows(database, in: before) == before)
    }
  }

  @Test(
    "A program that dies at any write of a new schema leaves the old one or the new one",
    arguments: OldLibrary.versions.filter { $0 < Migration.newest })
  func killed(version: Int) throws {
    let folder = try TemporaryFolder()
    try OldLibrary.copy(version, to: folder.path)
    let before = try rows(at: folder.path)
    let old = try folder.bytes
    let library = try Library.open(at: folder.path) { [] }
    // As long as the library is open, its file is the old one and the log has what was written.
    #expect(try folder.bytes == old)
    let log = try Data(contentsOf: URL(fileURLWithPath: folder.path + "-wal"))
    try library.close()
    // https://www.sqlite.org/fileformat2.html#walformat: a header of 32 bytes with the size of a page
    // in it, and one of 24 for each page.
    let page = log[8..<12].reduce(0) { (number, byte) -> Int in number * 256 + Int(byte) }
    let frame = 24 + page
    let whole = (log.count - 32) / frame
    #expect((log.count - 32) % frame == 0 && whole > 1)
    var sizes = [0, 31]
    for number in 0...whole {
      sizes += [32 + number * frame, 32 + number * frame + frame / 2]
    }
    for size in sizes {
      let left = try TemporaryFolder()
      try old.write(to: URL(fileURLWithPath: left.path))
      try log.prefix(size).write(to: URL(fileURLWithPath: left.path + "-wal"))
      let isWhole = size >= log.count
      #expect(try self.version(at: left.path) == (isWhole ? Migration.newest : version))
      #expect(try rows(at: left.path, in: before) == before)
      // Opening makes a backup each time, so not every one is brought forward.
      guard isWhole || (size - 32) % (16 * frame) == 0 else { continue }
      let again = try Library.open(at: left.path) { [] }
      #expect(try again.reading { try LibraryRows($0, in: before) } == before)
      #expect(try again.faults() == [])
      try again.close()
    }
  }

  private func version(at path: String) throws -> Int {
    try looking(at: path) { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
  }

  private func rows(at path: String, in earlier: LibraryRows? = nil) throws -> LibraryRows {
    try looking(at: path) { try LibraryRows($0, in: earlier) }
  }

  /// Looks into a library without bringing it forward.
  private func looking<Value>(at path: String, _ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.unsafeRead(body)
  }
}
