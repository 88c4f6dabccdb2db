internal import GRDB
internal import ReadingModel

extension Merging {
  /// Joins the progress of a paper, with the dates of both sides.
  mutating func progress(of detail: PaperDetail, to paper: PaperID) throws {
    let mine = try editor.progress(of: paper)
    let theirs = detail.progress
    let joined = try join(mine, theirs, of: paper)
    let moment = try other.reading { database in
      try database.value(
        "SELECT changed FROM progress WHERE paper = ?", detail.id.rawValue) as String?
    }
    if joined != mine {
      let at = moment ?? now
      if joined.status != mine.status { try editor.setStatus(joined.status, of: paper, at: at) }
      if joined.pass != mine.pass { try editor.setPass(joined.pass, of: paper, at: at) }
      if joined.rating != mine.rating { try editor.setRating(joined.rating, of: paper, at: at) }
      summary.marks += 1
    }
    let events = try other.reading { database in
      try database.rows(
        "SELECT at, status, pass, rating FROM reading_event WHERE paper = ? ORDER BY id",
        detail.id.rawValue)
    }
    for event in events {
      try editor.database.run(
        """
        INSERT INTO reading_event(paper, at, status, pass, rating) SELECT ?1, ?2, ?3, ?4, ?5
          WHERE NOT EXISTS (SELECT 1 FROM reading_event WHERE paper = ?1 AND at = ?2)
        """, paper.rawValue, event[0] as String, event[1] as String, event[2] as Int,
        event[3] as Int?)
    }
  }

  /// The progress that stands, with what differs named.
  private mutating func join(
    _ mine: Progress, _ theirs: Progress, of paper: PaperID
  ) throws -> Progress {
    let joined = mine.joined(with: theirs)
    if mine.status != .unread, theirs.status != .unread, mine.status != theirs.status {
      try conflict(
        paper,
        "it is \(mine.status.rawValue) here and \(theirs.status.rawValue) there; "
          + "\(joined.status.rawValue) stands")
    }
    if let rating = mine.rating, let other = theirs.rating, rating != other {
      try conflict(paper, "it is rated \(rating) here and \(other) there; \(rating) stands")
    }
    return joined
  }
}
