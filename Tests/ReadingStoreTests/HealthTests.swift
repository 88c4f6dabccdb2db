import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("The health of a library")
struct HealthTests {
  private func unsound(_ library: Library) throws -> [HealthCheck] {
    try library.examine().filter { $0.state != .sound }
  }

  private func execute(_ library: Library, _ sql: String) throws {
    try library.database.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  @Test("A sound library is found sound, and looking writes nothing")
  func sound() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(.queued, of: PaperID(rawValue: 1), at: Fixture.now)
      try editor.saveNote(paper: PaperID(rawValue: 1), note: nil, body: "x", at: Fixture.now)
      return "Changed"
    }
    try library.close()
    let before = try folder.bytes
    let again = try folder.library()
    let checks = try again.examine()
    #expect(checks.filter { $0.state != .sound } == [])
    #expect(
      checks.map(\.name) == [
        "file", "schema", "search index", "counts", "queue", "lists", "notes", "keys",
        "authors", "titles", "searches", "duplicates", "prerequisites", "history", "permissions",
        "file system", "leftovers",
        "backups",
      ])
    #expect(checks[13].message.hasPrefix("1 of at most 100000 steps, "))
    try again.close()
    #expect(try folder.bytes == before)
    #expect(try folder.files == ["library.db"])
    let readOnly = try LibraryFile(path: folder.path).open(writable: false)
    #expect(try unsound(readOnly) == [])
    try readOnly.close()
  }

  /// What is spoilt, the check that finds it, and the repair that mends it.
  private static let spoilt: [(sql: String, check: String, repair: Repair?)] = [
    ("UPDATE list_tally SET read = 7 WHERE list = 1", "counts", .counts),
    ("DELETE FROM list_tally WHERE list = 2", "counts", .counts),
    ("UPDATE library_tally SET queued = 3", "counts", .counts),
    ("UPDATE history_tally SET bytes = 3", "counts", .counts),
    ("INSERT INTO full_text_due(paper, indexed) VALUES (1, 0)", "search index", .searchIndex),
    (
      "INSERT INTO paper_name(paper_name) VALUES ('delete-all')", "search index", .searchIndex
    ),
    (
      "INSERT INTO paper_text(paper_text) VALUES ('delete-all')", "search index", .searchIndex
    ),
    ("INSERT INTO queue(paper, place) VALUES (1, 5)", "queue", .queue),
    (
      "INSERT INTO progress(paper, status, pass, changed) VALUES (2, 'queued', 0, 'x')", "queue",
      .queue
    ),
    ("UPDATE paper SET authors = '[\"A' WHERE id = 1", "authors", nil),
    ("UPDATE section SET entries = 9 WHERE list = 1 AND place = 3", "lists", nil),
    ("UPDATE section SET first = 3 WHERE list = 1 AND place = 3", "lists", nil),
    (
      """
      INSERT INTO note(id, paper) VALUES (1, 1);
      INSERT INTO note_version(note, number, at, body) VALUES (1, 2, 'x', 'x')
      """, "notes", nil
    ),
    (
      "INSERT INTO alias(key, paper) SELECT key, 2 FROM paper WHERE id = 1", "keys", nil
    ),
    (
      """
      INSERT INTO paper(key, title_key, title, authors, kind, has_working_title, added)
        SELECT 'title:other', title_key, title, '[]', kind, 0, added FROM paper WHERE id = 2
      """, "duplicates", nil
    ),
    (
      "INSERT INTO prerequisite(paper, required, why) VALUES (1, 2, '')", "prerequisites", nil
    ),
    ("UPDATE entry SET gone = 1 WHERE list = 1 AND position = 2", "lists", nil),
    (
      """
      UPDATE paper SET has_working_title = 1 WHERE id = 2;
      INSERT INTO paper_edit(paper, field) VALUES (2, 'title')
      """, "titles", nil
    ),
    ("INSERT INTO saved_search(name, query) VALUES ('Bad', 'year:(')", "searches", nil),
  ]

  @Test("What is spoilt is found by its check and mended by its repair", arguments: 0..<18)
  func spoilt(index: Int) throws {
    let (sql, name, repair) = Self.spoilt[index]
    let library = try Fixture.library()
    let papers = try library.rows(.all, start: 0, limit: 99)
    try execute(library, sql)
    // Triggers put the words of a changed paper on the list of those due.
    if name != "search index" {
      try library.database.writeWithoutTransaction(FullTextIndex.bringUpToDate)
    }
    let found = try unsound(library)
    #expect(found.map(\.name).contains(name), "\(sql)")
    #expect(found.allSatisfy { $0.state == .finding && !$0.details.isEmpty })
    let check = try #require(found.first { $0.name == name })
    #expect(check.repair == repair)
    guard let repair else { return }
    for repair in found.compactMap(\.repair) { try library.mend(repair, at: Fixture.now) }
    #expect(try unsound(library) == [])
    #expect(try library.faults() == [])
    if repair != .queue { #expect(try library.rows(.all, start: 0, limit: 99) == papers) }
    #expect(
      try library.history(limit: nil).map(\.label)
        == (repair == .queue ? ["Brought the queue in line with the statuses"] : []))
    if repair == .queue { #expect(try library.undo(at: Fixture.now) != nil) }
  }

  @Test("Papers with one title but other years or identifiers are not taken for one")
  func notDuplicates() throws {
    let library = try Fixture.library()
    try execute(
      library,
      """
      INSERT INTO paper(key, title_key, title, authors, year, kind, has_working_title, added)
        SELECT 'title:other', title_key, title, '[]', 1999, kind, 0, added FROM paper WHERE id = 2;
      INSERT INTO paper(key, title_key, title, authors, kind, has_working_title, added)
        SELECT 'arxiv:1', title_key, title, '[]', kind, 0, added FROM paper WHERE id = 1;
      INSERT INTO identifier(scheme, value, paper, place)
        SELECT 'arxiv', '1', id, 1 FROM paper WHERE key = 'arxiv:1';
      """)
    try library.database.writeWithoutTransaction(FullTextIndex.bringUpToDate)
    #expect(try unsound(library) == [])
  }

  @Test("An index that lost a row is built anew; a page of rubbish is damage")
  func damage() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    try execute(
      library,
      """
      PRAGMA writable_schema = 1;
      CREATE INDEX extra ON link(url);
      UPDATE sqlite_schema SET sql = 'CREATE INDEX extra ON link(url) WHERE place > 1'
        WHERE name = 'extra';
      """)
    try library.close()
    let opened = try folder.library()
    let check = try #require(try unsound(opened).first)
    #expect(check.name == "file" && check.state == .finding && check.repair == .indexes)
    try opened.mend(.indexes, at: Fixture.now)
    #expect(try unsound(opened) == [])
    try opened.close()
    var bytes = try folder.bytes
    let page = 8 * 4096
    bytes.replaceSubrange(page..<page + 4096, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: folder.path))
    let damaged = try folder.library()
    #expect(try damaged.examine().first?.state == .damaged)
    try? damaged.close()
  }

  @Test("A row that refers to a paper which is not there is damage, and names its table")
  func orphans() throws {
    for sql in [
      "INSERT INTO progress(paper, status, pass, changed) VALUES (999, 'read', 0, 'x')",
      "INSERT INTO note(id, paper) VALUES (7, 999)",
      "INSERT INTO entry(list, position, paper, remark) VALUES (1, 5, 999, '')",
      "INSERT INTO paper_edit(paper, field) VALUES (999, 'title')",
    ] {
      let library = try Fixture.library()
      try execute(library, "PRAGMA foreign_keys = OFF; \(sql)")
      let check = try #require(try library.examine().first)
      #expect(check.state == .damaged && check.repair == nil, "\(sql)")
      #expect(check.details.count == 1 && check.details[0].contains("is not there"), "\(sql)")
    }
  }

  @Test("The rights of others are found and taken away; what was left behind is removed")
  func files() throws {
    let folder = try TemporaryFolder()
    let library = try folder.library()
    let backup = try #require(try library.backUp(reason: .daily, at: Fixture.now))
    let manager = FileManager.default
    let leftover = folder.url.appendingPathComponent(".lectern-abcdef").path
    let fresh = folder.url.appendingPathComponent(".lectern-fresh1").path
    for file in [leftover, fresh] { try Data().write(to: URL(fileURLWithPath: file)) }
    try manager.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -200_000)], ofItemAtPath: leftover)
    for (file, mode) in [(folder.path, 0o644), (backup.path, 0o640), (folder.url.path, 0o775)] {
      try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
    }
    let found = try unsound(library)
    #expect(found.map(\.name) == ["permissions", "leftovers"])
    #expect(found[0].details.count == 3)
    #expect(found[1].details == [leftover])
    for check in found { try library.mend(try #require(check.repair), at: Fixture.now) }
    #expect(try unsound(library) == [])
    #expect(!manager.fileExists(atPath: leftover) && manager.fileExists(atPath: fresh))
    #expect(
      try library.change(at: Fixture.now) {
        try $0.addTag("x", to: PaperID(rawValue: 1))
        return "x"
      })
    try library.close()
  }
}
