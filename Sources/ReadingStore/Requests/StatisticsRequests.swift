internal import GRDB
public import ReadingModel

extension Library {
  /// What statistics are made of.
  ///
  /// The cost grows with what the reader has done and with the number of sections, not with the
  /// number of papers.
  public func readingRecord() throws -> ReadingRecord {
    let lists = try lists()
    return try reading { database in
      let done = try Self.doneEntries(in: database)
      return ReadingRecord(
        events: try Self.events(in: database), statuses: try Self.statuses(in: database),
        years: try Self.yearsOfRead(in: database), lists: lists,
        done: done.mapValues { entries in
          var seen: Set<PaperID> = []
          return entries.map(\.paper).filter { seen.insert($0).inserted }
        }, sections: try Self.sections(done, in: database))
    }
  }

  private static func events(in database: Database) throws -> [ReadingRecord.Event] {
    let statement = try database.cachedStatement(
      sql: "SELECT paper, unixepoch(at), status FROM reading_event ORDER BY at, id")
    let rows = try Row.fetchCursor(statement)
    var events: [ReadingRecord.Event] = []
    while let row = try rows.next() {
      // A moment that is none cannot be placed on a day.
      guard let moment: Int = row[1], let status = Status(rawValue: row[2]) else { continue }
      events.append(
        ReadingRecord.Event(paper: PaperID(rawValue: row[0]), moment: moment, status: status))
    }
    return events
  }

  private static func statuses(in database: Database) throws -> [Status: Int] {
    var counts: [Status: Int] = [:]
    for row in try database.rows("SELECT status, count(*) FROM progress GROUP BY status") {
      if let status = Status(rawValue: row[0]) { counts[status] = row[1] }
    }
    let papers: Int = try database.value("SELECT papers FROM library_tally") ?? 0
    let touched = counts.filter { $0.key != .unread }.values.reduce(0, +)
    counts[.unread] = papers - touched
    return counts
  }

  private static func yearsOfRead(
    in database: Database
  ) throws -> [ReadingRecord.YearCount] {
    try database.rows(
      """
      SELECT paper.year, count(*) FROM progress JOIN paper ON paper.id = progress.paper
        WHERE progress.status = 'read' GROUP BY paper.year ORDER BY paper.year IS NULL, paper.year
      """
    ).map { ReadingRecord.YearCount(year: $0[0], read: $0[1]) }
  }

  /// An entry whose paper is read or skipped.
  private struct DoneEntry {
    let position: Int
    let paper: PaperID
    let isRead: Bool
  }

  /// The entries of each list that are done, in the order of the list.
  private static func doneEntries(in database: Database) throws -> [ListID: [DoneEntry]] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT entry.list, entry.position, entry.paper, progress.status = 'read'
          FROM progress JOIN entry ON entry.paper = progress.paper
          WHERE progress.status IN ('read', 'skipped')
        """)
    let rows = try Row.fetchCursor(statement)
    var done: [ListID: [DoneEntry]] = [:]
    while let row = try rows.next() {
      done[ListID(rawValue: row[0]), default: []].append(
        DoneEntry(position: row[1], paper: PaperID(rawValue: row[2]), isRead: row[3]))
    }
    return done.mapValues { $0.sorted { $0.position < $1.position } }
  }

  /// Every section that has entries, with how many of them are done.
  ///
  /// Sections tile their list, so that one walk over both counts them; a join would compare every
  /// entry that is done with every section.
  private static func sections(
    _ done: [ListID: [DoneEntry]], in database: Database
  ) throws -> [ReadingRecord.SectionCount] {
    var passed: [ListID: Int] = [:]
    return try database.rows(
      """
      SELECT list.title, section.title, section.entries, section.list, section.first
        FROM section JOIN list ON list.id = section.list WHERE section.entries > 0
        ORDER BY list.position, list.id, section.place
      """
    ).map { row in
      let list = ListID(rawValue: row[3])
      var count = ReadingRecord.SectionCount(
        list: row[0], section: row[1], entries: row[2], read: 0, skipped: 0)
      let end: Int = row[4] + count.entries
      let entries = done[list] ?? []
      var index = passed[list] ?? 0
      while index < entries.count, entries[index].position < end {
        if entries[index].isRead { count.read += 1 } else { count.skipped += 1 }
        index += 1
      }
      passed[list] = index
      return count
    }
  }
}
