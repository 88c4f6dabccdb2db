import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

/// Libraries as earlier schemas left them, in the folder `Databases`.
///
/// Each was made with the migrations up to its version and no later one. `RECORD_DATABASES=1` makes
/// the one that is missing when a schema follows.
enum OldLibrary {
  /// The folder of the databases.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Databases")

  /// The versions that a library is kept of.
  static let versions = Migration.all.map(\.version).filter {
    FileManager.default.fileExists(atPath: url($0).path)
  }

  /// The file of a version.
  static func url(_ version: Int) -> URL { folder.appendingPathComponent("v\(version).sqlite") }

  /// Copies the library of a version to a path.
  static func copy(_ version: Int, to path: String) throws {
    try FileManager.default.copyItem(at: url(version), to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
  }

  /// Makes the library of a version: lists, and a history in which marks, notes, tags, the queue and
  /// prerequisites came, one step of it undone; with what the later schemas brought.
  static func record(_ version: Int) throws {
    var configuration = Configuration()
    // A smaller page than usual, since a schema of many tables has a page or more for each.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA page_size = 1024") }
    let queue = try DatabaseQueue(path: url(version).path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.inTransaction {
        for migration in Migration.all where migration.version <= version {
          try database.execute(sql: migration.sql)
        }
        try database.execute(
          sql: """
            PRAGMA application_id = \(Migration.applicationID);
            PRAGMA user_version = \(version);
            """)
        try fill(database, version)
        try FullTextIndex.bringUpToDate(database)
        return .commit
      }
      try JournalMode.wal.set(database)
    }
    try queue.close()
  }

  private static func fill(_ database: Database, _ version: Int) throws {
    let editor = LibraryEditor(database: database)
    for list in [Fixture.order, Fixture.week] { try editor.insert(list, at: Fixture.then) }
    func step(_ label: String, _ body: () throws -> Void) throws {
      let recorder = try ChangeRecorder(database)
      try body()
      try database.run(
        "INSERT INTO history(label, at, state, changeset) VALUES (?, ?, 'done', ?)", label,
        Fixture.now, try recorder.changeset().bytes)
    }
    let (attention, bert) = (try editor.id("arxiv:1706.03762"), try editor.id("arxiv:1810.04805"))
    try step("Marked") {
      try editor.setStatus(.read, of: attention, at: Fixture.now)
      try editor.setRating(4, of: attention, at: Fixture.now)
      try editor.setStatus(.queued, of: bert, at: Fixture.now)
    }
    try step("Noted") {
      let note = try editor.saveNote(paper: bert, note: nil, body: "One.", at: Fixture.then)
      try editor.saveNote(paper: bert, note: note, body: "One and two.", at: Fixture.now)
    }
    try step("Tagged") { try editor.addTag("encoder", to: bert) }
    try step("Required") {
      try editor.addPrerequisite(
        editor.id("url:https://example.org/blog"), required: attention, why: "mine")
    }
    try step("Imported") { try week(without: bert, editor) }
    try step("Put right") {
      let facts = try editor.lookup.facts(of: bert)
      var right = facts
      right.title = "BERT: Pre-training of Deep Bidirectional Transformers, put right"
      try editor.bring(bert, from: facts, to: right)
      try database.run("INSERT INTO paper_edit(paper, field) VALUES (?, 'title')", bert.rawValue)
    }
    if version >= 4 { try step("Kept") { try editor.saveSearch("status:read", named: "Done") } }
    let recorder = try ChangeRecorder(database)
    try editor.addTag("undone", to: attention)
    let undone = try recorder.changeset()
    guard try undone.inverted().apply(to: database) == nil else { throw LibraryError.noSuchStep(0) }
    try database.run(
      """
      INSERT INTO history(label, at, revisited, state, changeset)
        VALUES ('Undone', ?1, ?1, 'undone', ?2)
      """, Fixture.now, undone.bytes)
  }

  /// The week without a paper that it had, which is kept for what the reader did with it.
  private static func week(without paper: PaperID, _ editor: LibraryEditor) throws {
    guard var contents = try editor.database.contents(ofListNamed: "week") else { return }
    for section in contents.sections.indices {
      for entry in contents.sections[section].entries.indices
      where contents.sections[section].entries[entry].paper == paper {
        contents.sections[section].entries[entry].isGone = true
      }
    }
    try editor.write(contents, at: Fixture.now)
  }
}

/// The rows of a library in the columns that it has, so that they can be looked for in a later schema.
struct LibraryRows: Equatable {
  /// The columns by table, and the rows in them as text, sorted.
  private(set) var tables: [String: [String]] = [:]
  private var columns: [String: [String]] = [:]

  /// Takes all that was put in out of a database, the history included.
  ///
  /// - Parameter earlier: looks at the columns that this one had, and at no others.
  init(_ database: Database, in earlier: LibraryRows? = nil) throws {
    for table in ChangeRecorder.tables + ["history"] where try database.tableExists(table) {
      let known =
        if let earlier { earlier.columns[table] } else {
          try database.columns(in: table).map(\.name) as [String]?
        }
      guard let known else { continue }
      columns[table] = known
      tables[table] = try Row.fetchAll(
        database, sql: "SELECT \(known.joined(separator: ", ")) FROM \(table)"
      ).map(\.description).sorted()
    }
  }
}
