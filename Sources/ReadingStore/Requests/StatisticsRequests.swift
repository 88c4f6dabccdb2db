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
      ReadingRecord(
        events: try Self.events(in: database), statuses: try Self.statuses(in: database),
        years: try Self.yearsOfRead(in: database), lists: lists,
        done: try Self.doneByList(in: database),
        sections: try Self.sections(in: database))
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

  private static func doneByList(in database: Database) throws -> [ListID: [PaperID]] {
    var done: [ListID: [PaperID]] = [:]
    for row in try database.rows(
      """
      SELECT DISTINCT entry.list, entry.paper FROM progress
        JOIN entry ON entry.paper = progress.paper
        WHERE progress.status IN ('read', 'skipped')
      """)
    {
      done[ListID(rawValue: row[0]), default: []].append(PaperID(rawValue: row[1]))
    }
    return done
  }

  private static func sections(
    in database: Database
  ) throws -> [ReadingRecord.SectionCount] {
    try database.rows(
      """
      SELECT list.title, section.title, section.entries, ifnull(sum(status = 'read'), 0),
          ifnull(sum(status = 'skipped'), 0)
        FROM section JOIN list ON list.id = section.list
        LEFT JOIN (
          SELECT entry.list AS list, entry.position AS position, progress.status AS status
            FROM progress JOIN entry ON entry.paper = progress.paper
            WHERE progress.status IN ('read', 'skipped')
        ) AS done ON done.list = section.list AND done.position >= section.first
          AND done.position < section.first + section.entries
        WHERE section.entries > 0
        GROUP BY section.list, section.place ORDER BY list.position, list.id, section.place
      """
    ).map { row in
      ReadingRecord.SectionCount(
        list: row[0], section: row[1], entries: row[2], read: row[3], skipped: row[4])
    }
  }
}
