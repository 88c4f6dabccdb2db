import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Statements for many rows")
struct RepeatedStatementTests {
  let queue: DatabaseQueue

  init() throws { queue = try DatabaseQueue() }

  @Test("Values come into the table as they are, run after run")
  func values() throws {
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE sample(a TEXT NOT NULL, b TEXT, c INTEGER) STRICT")
      let insertion = try RepeatedStatement(
        database, "INSERT INTO sample(a, b, c) VALUES (?, ?, ?)")
      let texts = ["", "a", "a text that is longer than a small one", "注意力", "é"]
      for (number, text) in texts.enumerated() {
        insertion.bind(text)
        insertion.bind(filled: number == 1 ? nil : text)
        insertion.bind(number == 2 ? nil : number)
        try insertion.run()
      }
      let rows = try database.rows("SELECT a, b, c FROM sample ORDER BY rowid")
      #expect(rows.map { $0[0] as String } == texts)
      #expect(rows.map { $0[1] as String? } == [nil, nil] + texts[2...].map { $0 })
      #expect(rows.map { $0[2] as Int? } == [0, 1, nil, 3, 4])
      let question = try RepeatedStatement(database, "SELECT c FROM sample WHERE a = ?")
      question.bind("é")
      #expect(try question.number() == 4)
      question.bind("none")
      #expect(try question.number() == nil)
    }
  }

  @Test("A row that the table refuses is an error, and the statement goes on after it")
  func refused() throws {
    try queue.write { database in
      try database.execute(sql: "CREATE TABLE sample(a INTEGER PRIMARY KEY) STRICT")
      let insertion = try RepeatedStatement(database, "INSERT INTO sample(a) VALUES (?)")
      insertion.bind(1)
      try insertion.run()
      insertion.bind(1)
      do {
        try insertion.run()
        Issue.record("the second row was taken")
      } catch let error as DatabaseError {
        #expect(error.resultCode == .SQLITE_CONSTRAINT)
        #expect(error.message?.contains("sample.a") == true)
      }
      insertion.bind(2)
      try insertion.run()
      #expect(try database.value("SELECT count(*) FROM sample") == 2)
    }
  }
}

@Suite("The fifth schema")
struct FifthSchemaTests {
  @Test(
    "What is none of a column's values is refused as before",
    arguments: [
      "UPDATE paper SET kind = 'x'", "UPDATE identifier SET scheme = 'x'",
      "UPDATE link SET kind = 'x'",
      "INSERT INTO progress VALUES (1, 'x', 1, NULL, 'now')",
      "INSERT INTO reading_event(paper, at, status, pass) VALUES (1, 'now', 'x', 1)",
      "INSERT INTO history(label, at, state, changeset) VALUES ('a', 'now', 'x', x'00')",
    ])
  func refused(sql: String) throws {
    let folder = try TemporaryFolder()
    // The rules of a connection that made the schema, and of one that read it.
    for library in [try Fixture.library(), try folder.library()] {
      do {
        try library.database.writeWithoutTransaction { try $0.execute(sql: sql) }
        Issue.record("the row was taken")
      } catch let error as DatabaseError {
        #expect(error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK)
      }
    }
  }

  @Test("No rule looks values up in a table of their own")
  func rules() throws {
    try Fixture.library().database.read { database in
      let rules = try database.rows(
        """
        SELECT sql FROM sqlite_schema WHERE sql LIKE '% IN (''%'
          AND name IN ('paper', 'identifier', 'link', 'progress', 'reading_event', 'history')
        """)
      #expect(rules.isEmpty)
      #expect(try database.value("PRAGMA quick_check") == "ok")
    }
  }
}
