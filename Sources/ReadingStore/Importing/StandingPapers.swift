internal import GRDB
public import ReadingModel

extension Library {
  /// What the library has of some papers; one that is not in it is missing in the answer.
  ///
  /// - Parameter papers: a screenful of them, since each is asked for by itself.
  public func standing(of papers: [PaperID]) throws -> [PaperID: StandingPaper] {
    try reading { database in
      var standing: [PaperID: StandingPaper] = [:]
      for paper in papers {
        guard
          let row = try database.rows(
            """
            SELECT progress.status, (SELECT count(*) FROM note WHERE note.paper = paper.id)
              FROM paper LEFT JOIN progress ON progress.paper = paper.id WHERE paper.id = ?
            """, paper.rawValue
          ).first
        else { continue }
        let lists = try database.rows(
          """
          SELECT DISTINCT list.position, list.title, list.kind, list.issued
            FROM entry JOIN list ON list.id = entry.list
            WHERE entry.paper = ? AND NOT entry.gone ORDER BY 1
          """, paper.rawValue)
        standing[paper] = StandingPaper(
          status: PaperRecord.status(row, at: 0), notes: row[1], lists: lists.map(Self.label))
      }
      return standing
    }
  }

  private static func label(_ row: Row) -> String {
    let isWeekly = row[2] == ListKind.weekly.rawValue
    return (isWeekly ? (row[3] as String?).flatMap(ISOWeek.name) : nil) ?? row[1]
  }
}
