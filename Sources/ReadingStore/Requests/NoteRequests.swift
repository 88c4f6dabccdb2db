internal import GRDB
public import ReadingModel

extension Library {
  /// The versions of a note, oldest first; none when there is no such note.
  public func noteVersions(_ note: NoteID) throws -> [NoteVersion] {
    try reading { database in
      try database.rows(
        "SELECT number, body, at FROM note_version WHERE note = ? ORDER BY number", note.rawValue
      ).map { NoteVersion(number: $0[0], body: $0[1], at: $0[2]) }
    }
  }
}

extension Database {
  /// The notes on a paper, oldest first.
  func notes(of paper: PaperID) throws -> [Note] {
    try collect(
      """
      SELECT note.id, newest.body, first.at, newest.at, newest.number FROM note
        JOIN note_version AS first ON first.note = note.id AND first.number = 1
        JOIN note_version AS newest ON newest.note = note.id AND newest.number =
          (SELECT max(number) FROM note_version WHERE note = note.id)
        WHERE note.paper = ? ORDER BY note.id
      """, paper.rawValue
    ) { row in
      Note(
        id: NoteID(rawValue: row[0]), body: row[1], created: row[2], updated: row[3],
        versions: row[4])
    }
  }
}
