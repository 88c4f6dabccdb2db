internal import GRDB
public import ReadingModel

extension Library {
  /// How many papers became read since a moment and still are.
  ///
  /// - Parameter moment: ISO 8601 in UTC.
  public func papersRead(since moment: String) throws -> Int {
    try reading { database in
      try database.value(
        """
        SELECT count(DISTINCT reading_event.paper) FROM reading_event
          CROSS JOIN progress ON progress.paper = reading_event.paper
          WHERE reading_event.at >= ? AND reading_event.status = 'read'
            AND progress.status = 'read'
            AND ifnull((SELECT earlier.status FROM reading_event AS earlier
              WHERE earlier.paper = reading_event.paper AND earlier.id < reading_event.id
              ORDER BY earlier.id DESC LIMIT 1), 'unread') <> 'read'
        """, moment) ?? 0
    }
  }

  /// What catching up with the weekly lists issued before a day would skip: unread papers that stand
  /// in those lists and in no other, without rating, pass or note.
  ///
  /// - Parameter day: ISO 8601.
  public func catchUp(before day: String) throws -> CatchUp {
    try reading { try $0.catchUp(before: day) }
  }
}

extension LibraryEditor {
  /// What catching up would skip, seen from inside a change.
  public func catchUp(before day: String) throws -> CatchUp { try database.catchUp(before: day) }
}

extension Database {
  fileprivate func catchUp(before day: String) throws -> CatchUp {
    // An interval counts from its first day.
    let old = "list.kind = 'weekly' AND substr(list.issued, 1, 10) < ?1"
    let papers = try rows(
      """
      SELECT paper.id, paper.key, ifnull(paper.short_name, paper.title)
        FROM list JOIN entry ON entry.list = list.id JOIN paper ON paper.id = entry.paper
        WHERE \(old)
          AND NOT EXISTS (SELECT 1 FROM progress WHERE progress.paper = paper.id)
          AND NOT EXISTS (SELECT 1 FROM note WHERE note.paper = paper.id)
          AND NOT EXISTS (SELECT 1 FROM entry AS other JOIN list ON list.id = other.list
            WHERE other.paper = paper.id AND NOT (\(old) AND list.issued IS NOT NULL))
        GROUP BY paper.id ORDER BY min(list.issued), min(list.position), min(entry.position)
      """, day
    ).map { row in
      PaperReference(
        paper: PaperID(rawValue: row[0]), key: row[1], name: row[2], status: .unread)
    }
    let lists: Int? = try value("SELECT count(*) FROM list WHERE \(old)", day)
    return CatchUp(before: day, papers: papers, lists: lists ?? 0)
  }
}
