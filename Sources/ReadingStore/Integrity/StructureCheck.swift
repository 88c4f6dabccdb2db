internal import GRDB

/// Looks at the file and at what is derived in it.
enum StructureCheck {
  /// The file as SQLite sees it.
  static func file(_ database: Database) throws -> HealthCheck {
    let faults = try IntegrityCheck.damage(in: database).filter { fault in
      // The search index has a check of its own, since it can be built anew.
      !fault.contains("FTS5")
    }
    guard !faults.isEmpty else {
      return HealthCheck("file", "The file is whole and all references lead somewhere.")
    }
    let ofIndexes = faults.filter {
      $0.contains(" missing from index ") || $0.hasPrefix("wrong # of entries in index ")
        || $0.hasPrefix("non-unique entry in index ")
    }
    if ofIndexes.count == faults.count {
      return HealthCheck(
        "file", .finding, "The tables are whole, but an index does not agree with them.",
        details: faults, repair: .indexes)
    }
    return HealthCheck(
      "file", .damaged, "The file contradicts itself; go back to a backup with lectern restore.",
      details: faults)
  }

  /// The version of the schema.
  static func schema(_ database: Database) throws -> HealthCheck {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard version < Migration.newest else {
      return HealthCheck("schema", "The schema is \(version), the newest this program knows.")
    }
    return HealthCheck(
      "schema", .finding,
      "The schema is \(version), and this program writes \(Migration.newest); the library is "
        + "brought to it when it can be written.")
  }

  /// The full-text indexes against the words of the papers.
  static func searchIndex(_ database: Database) throws -> HealthCheck {
    var faults: [String] = []
    for index in ["paper_name", "paper_text"] {
      do {
        // It writes nothing, though it has the form of a change:
        // https://www.sqlite.org/fts5.html#the_integrity_check_command
        try database.execute(
          sql: "INSERT INTO \(index)(\(index), rank) VALUES ('integrity-check', 1)")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
        return HealthCheck(
          "search index", "The search index can be checked only where the library can be written.")
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        faults.append("\(index) does not hold the words that the papers have")
      }
    }
    let due: Int = try database.value("SELECT count(*) FROM full_text_due") ?? 0
    if due > 0 { faults.append("\(due) papers were changed without the index") }
    guard !faults.isEmpty else {
      return HealthCheck("search index", "The search index holds the words that the papers have.")
    }
    return HealthCheck(
      "search index", .finding, "The search index does not agree with the papers.",
      details: faults, repair: .searchIndex)
  }

  /// The kept counts against counting.
  static func counts(_ database: Database) throws -> HealthCheck {
    var faults = try String.fetchAll(database, sql: wrongCounts)
    let keepsHistory: Bool? = try database.value(
      "SELECT count(*) > 0 FROM sqlite_schema WHERE name = 'history_tally'")
    if keepsHistory == true { faults += try String.fetchAll(database, sql: wrongHistoryCount) }
    guard !faults.isEmpty else {
      return HealthCheck("counts", "The kept counts are what counting gives.")
    }
    return HealthCheck(
      "counts", .finding, "A kept count is not what counting gives.", details: faults,
      repair: .counts)
  }

  private static let wrongCounts = """
    SELECT 'the list ' || list.slug FROM list
      LEFT JOIN (SELECT entry.list, count(*) AS entries,
          count(*) FILTER (WHERE progress.status = 'read') AS read,
          count(*) FILTER (WHERE progress.status = 'skipped') AS skipped
        FROM entry LEFT JOIN progress USING (paper) GROUP BY entry.list) AS counted
        ON counted.list = list.id
      LEFT JOIN list_tally ON list_tally.list = list.id
      WHERE list_tally.list IS NULL OR list_tally.entries <> ifnull(counted.entries, 0)
        OR list_tally.read <> ifnull(counted.read, 0)
        OR list_tally.skipped <> ifnull(counted.skipped, 0)
    UNION ALL SELECT 'a list that is not there' FROM list_tally
      WHERE list NOT IN (SELECT id FROM list)
    UNION ALL SELECT 'all papers' FROM library_tally
      WHERE papers <> (SELECT count(*) FROM paper)
        OR queued <> (SELECT count(*) FROM queue)
        OR reading <> (SELECT count(*) FROM progress WHERE status = 'reading')
    """

  private static let wrongHistoryCount = """
    SELECT 'the history' FROM history_tally
      WHERE steps <> (SELECT count(*) FROM history)
        OR bytes <> (SELECT ifnull(sum(length(changeset)), 0) FROM history)
    """

  /// Counts anew.
  static let recount = """
    DELETE FROM list_tally;
    INSERT INTO list_tally(list, entries, read, skipped)
      SELECT list.id, count(entry.position),
          count(*) FILTER (WHERE progress.status = 'read'),
          count(*) FILTER (WHERE progress.status = 'skipped')
        FROM list LEFT JOIN entry ON entry.list = list.id
          LEFT JOIN progress ON progress.paper = entry.paper
        GROUP BY list.id;
    DELETE FROM library_tally;
    INSERT INTO library_tally(id, papers, queued, reading) VALUES (1,
      (SELECT count(*) FROM paper), (SELECT count(*) FROM queue),
      (SELECT count(*) FROM progress WHERE status = 'reading'));
    DELETE FROM history_tally;
    INSERT INTO history_tally(id, steps, bytes)
      SELECT 1, count(*), ifnull(sum(length(changeset)), 0) FROM history;
    """
}
