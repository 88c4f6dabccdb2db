internal import GRDB
internal import ReadingModel

/// Looks at what was put into a library.
enum ContentCheck {
  /// The queue against the statuses (docs/invariants.md, 10).
  static func queue(_ database: Database) throws -> HealthCheck {
    let faults = try String.fetchAll(
      database,
      sql: """
        SELECT paper.key || ' is in the queue but not queued' FROM queue
          JOIN paper ON paper.id = queue.paper LEFT JOIN progress ON progress.paper = paper.id
          WHERE ifnull(progress.status, 'unread') <> 'queued'
        UNION ALL SELECT paper.key || ' is queued but not in the queue' FROM progress
          JOIN paper ON paper.id = progress.paper
          WHERE status = 'queued' AND paper.id NOT IN (SELECT paper FROM queue)
        """)
    return HealthCheck.of(
      "queue", faults, sound: "The queue and the statuses agree.",
      finding: "The queue and the statuses disagree.", repair: .queue)
  }

  /// The positions and sections of the lists (docs/invariants.md, 5 and 6).
  static func lists(_ database: Database) throws -> HealthCheck {
    let faults = try String.fetchAll(
      database,
      sql: """
        SELECT 'the positions of ' || slug || ' have a gap' FROM list
          JOIN (SELECT list, count(*) AS entries, max(position) AS last FROM entry GROUP BY list)
            AS counted ON counted.list = list.id WHERE entries <> last
        UNION ALL SELECT 'the sections of ' || slug || ' do not cover its entries' FROM list
          WHERE (SELECT count(*) FROM entry WHERE entry.list = list.id)
            <> (SELECT ifnull(sum(entries), 0) FROM section WHERE section.list = list.id)
        UNION ALL SELECT 'a section of ' || slug || ' begins at the wrong entry' FROM section
          JOIN list ON list.id = section.list
          WHERE first <> 1 + (SELECT ifnull(sum(entries), 0) FROM section AS earlier
            WHERE earlier.list = section.list AND earlier.place < section.place)
        UNION ALL SELECT 'entry ' || entry.position || ' of ' || slug || ' is gone but requires papers'
          FROM entry JOIN list ON list.id = entry.list
          WHERE gone = 1 AND EXISTS (SELECT 1 FROM entry_prerequisite
            WHERE entry_prerequisite.list = entry.list
              AND entry_prerequisite.position = entry.position)
        """)
    let gone = try Int.fetchOne(database, sql: "SELECT count(*) FROM entry WHERE gone = 1") ?? 0
    return HealthCheck.of(
      "lists", faults,
      sound: "The entries and sections of every list are in order"
        + (gone > 0 ? "; \(gone) that a list has no more are kept for what you did." : "."),
      finding: "A list is out of order; import it again.")
  }

  /// The versions of the notes (docs/invariants.md, 11).
  static func notes(_ database: Database) throws -> HealthCheck {
    let faults = try String.fetchAll(
      database,
      sql: """
        SELECT 'note ' || note.id || ' on ' || paper.key || ' lacks a version' FROM note
          JOIN paper ON paper.id = note.paper
          LEFT JOIN (SELECT note, count(*) AS versions, max(number) AS last FROM note_version
            GROUP BY note) AS counted ON counted.note = note.id
          WHERE counted.note IS NULL OR versions <> last
        """)
    return HealthCheck.of(
      "notes", faults, sound: "Every note has all its versions.",
      finding: "A note lacks a version; a backup may have it.")
  }

  /// The keys of the papers (docs/invariants.md, 2).
  static func keys(_ database: Database) throws -> HealthCheck {
    let faults = try String.fetchAll(
      database,
      sql: """
        SELECT alias.key || ' was a key of ' || former.key || ' and is one of another paper'
          FROM alias JOIN paper ON paper.key = alias.key JOIN paper AS former
            ON former.id = alias.paper
          WHERE paper.id <> alias.paper
        """)
    return HealthCheck.of(
      "keys", faults, sound: "Every key names one paper.", finding: "A key names two papers.")
  }

  /// The names of authors, which are lists (docs/invariants.md, 4).
  static func authors(_ database: Database) throws -> HealthCheck {
    let faults = try String.fetchAll(
      database,
      sql: """
        SELECT key || ' has authors that are no list' FROM paper
          WHERE CASE WHEN json_valid(authors) THEN json_type(authors) <> 'array' ELSE 1 END
        """)
    return HealthCheck.of(
      "authors", faults, sound: "The authors of every paper are a list of names.",
      finding: "The authors of a paper cannot be read; give it its own with `lectern edit`.")
  }

  /// The titles that the reader put right, which are whole ones.
  static func titles(_ database: Database) throws -> HealthCheck {
    let faults = try String.fetchAll(
      database,
      sql: """
        SELECT paper.key || ' has a working title that counts as put right' FROM paper_edit
          JOIN paper ON paper.id = paper_edit.paper
          WHERE field = 'title' AND has_working_title = 1
        """)
    return HealthCheck.of(
      "titles", faults, sound: "Every title that you put right is a whole one.",
      finding: "A working title counts as put right, so no list replaces it; give it its own.")
  }

  /// The saved searches, whose queries can be read.
  static func searches(_ database: Database) throws -> HealthCheck {
    let faults = try database.rows("SELECT id, name, query FROM saved_search ORDER BY id")
      .map(SavedSearch.init).compactMap { search -> String? in
        do throws(QueryError) {
          _ = try Query.parse(search.query)
          return nil
        } catch { return "“\(search.name)”: \(error.message)" }
      }
    return HealthCheck.of(
      "searches", faults, sound: "Every saved search can be read.",
      finding: "A saved search cannot be read; save it anew or remove it.")
  }

  /// Papers that are likely one: the same title, no other year, no identifier that contradicts.
  static func duplicates(_ database: Database) throws -> HealthCheck {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, key, year, title_key FROM paper WHERE title_key IN
            (SELECT title_key FROM paper GROUP BY title_key HAVING count(*) > 1)
          ORDER BY title_key, id
        """)
    var faults: [String] = []
    for (index, row) in rows.enumerated() {
      let (key, year): (String, Int?) = (row[1], row[2])
      let identifiers = try database.identifiers(of: PaperID(rawValue: row[0]))
      for other in rows[(index + 1)...].prefix(while: { $0[3] as String == row[3] as String }) {
        let otherYear: Int? = other[2]
        if let year, let otherYear, year != otherYear { continue }
        let others = try database.identifiers(of: PaperID(rawValue: other[0]))
        guard !identifiers.contradict(others) else { continue }
        faults.append("\(key) and \(other[1] as String)")
      }
    }
    return HealthCheck.of(
      "duplicates", faults, sound: "No two papers look like one.",
      finding: "Papers with one title may be the same work; `lectern same` makes one of two.")
  }

  /// The prerequisites (docs/invariants.md, 8).
  static func prerequisites(_ database: Database) throws -> HealthCheck {
    let papers = try Int64.fetchAll(database, sql: "SELECT DISTINCT paper FROM requirement")
      .map(PaperID.init(rawValue:))
    do {
      try LibraryEditor(database: database).requireNoCycle(through: papers)
      return HealthCheck("prerequisites", "No paper comes before itself.")
    } catch LibraryError.cycle(let names) {
      return HealthCheck(
        "prerequisites", .finding,
        "Papers come before themselves; take one of the prerequisites away.",
        details: [names.joined(separator: " → ")])
    }
  }

  /// How large the history is; a size is no fault.
  static func history(_ database: Database, budget: HistoryBudget) throws -> HealthCheck {
    let row = try Row.fetchOne(
      database, sql: "SELECT count(*), ifnull(sum(length(changeset)), 0) FROM history")
    let (steps, bytes): (Int, Int) = (row?[0] ?? 0, row?[1] ?? 0)
    return HealthCheck(
      "history",
      "\(steps) of at most \(budget.steps) steps, \(megabytes(bytes)) of at most "
        + "\(megabytes(budget.bytes)).")
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return tenths >= 100 || tenths % 10 == 0
      ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}

extension HealthCheck {
  /// A check that is sound when nothing was found.
  fileprivate static func of(
    _ name: String, _ faults: [String], sound: String, finding: String, repair: Repair? = nil
  ) -> HealthCheck {
    faults.isEmpty
      ? HealthCheck(name, sound)
      : HealthCheck(name, .finding, finding, details: faults, repair: repair)
  }
}

extension [Identifier] {
  /// True when a scheme that gives a work one name only gives two different ones.
  fileprivate func contradict(_ others: [Identifier]) -> Bool {
    contains { identifier in
      identifier.scheme != .url
        && others.contains { $0.scheme == identifier.scheme && $0.value != identifier.value }
    }
  }
}
