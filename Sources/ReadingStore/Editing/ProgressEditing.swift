internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// The status, pass and rating of a paper.
  public func progress(of paper: PaperID) throws -> Progress {
    try requirePaper(paper)
    return try database.progress(of: paper)
  }

  /// Sets the status of a paper.
  ///
  /// A queued paper goes to the end of the queue; with any other status it leaves the queue.
  /// - Parameter now: the moment, ISO 8601 in UTC, kept for the statistics.
  public func setStatus(_ status: Status, of paper: PaperID, at now: String) throws {
    try changeProgress(of: paper, at: now) { $0.status = status }
    try changing(paper) {
      if status == .queued {
        try appendToQueue(paper)
      } else {
        try database.run("DELETE FROM queue WHERE paper = ?", paper.rawValue)
      }
    }
  }

  /// Sets the deepest pass made, 0 to 3.
  ///
  /// - Parameter now: the moment, ISO 8601 in UTC, kept for the statistics.
  public func setPass(_ pass: Int, of paper: PaperID, at now: String) throws {
    try changeProgress(of: paper, at: now) { $0.pass = pass }
  }

  /// Sets the rating, 1 to 5, or takes it away with nil.
  ///
  /// - Parameter now: the moment, ISO 8601 in UTC, kept for the statistics.
  public func setRating(_ rating: Int?, of paper: PaperID, at now: String) throws {
    try changeProgress(of: paper, at: now) { $0.rating = rating }
  }

  private func changeProgress(
    of paper: PaperID, at now: String, _ change: (inout Progress) -> Void
  ) throws {
    let before = try progress(of: paper)
    var after = before
    change(&after)
    if after != before { try changing(paper) { try write(after, of: paper, at: now) } }
  }

  private func write(_ after: Progress, of paper: PaperID, at now: String) throws {
    if after == Progress() {
      try database.run("DELETE FROM progress WHERE paper = ?", paper.rawValue)
    } else {
      try database.run(
        """
        INSERT INTO progress(paper, status, pass, rating, changed) VALUES (?1, ?2, ?3, ?4, ?5)
          ON CONFLICT DO UPDATE SET status = ?2, pass = ?3, rating = ?4, changed = ?5
        """, paper.rawValue, after.status.rawValue, after.pass, after.rating, now)
    }
    try record(after, of: paper, at: now)
  }

  /// Dates the progress for the statistics; several changes at one moment are one event.
  private func record(_ progress: Progress, of paper: PaperID, at now: String) throws {
    let (status, pass, rating) = (progress.status.rawValue, progress.pass, progress.rating)
    try database.run(
      "UPDATE reading_event SET status = ?, pass = ?, rating = ? WHERE paper = ? AND at = ?",
      status, pass, rating, paper.rawValue, now)
    guard database.changesCount == 0 else { return }
    try database.run(
      "INSERT INTO reading_event(paper, at, status, pass, rating) VALUES (?, ?, ?, ?, ?)",
      paper.rawValue, now, status, pass, rating)
  }
}
