internal import GRDB
internal import ReadingModel

extension Merging {
  /// Brings a note with all its versions.
  ///
  /// A note that is here with the same beginning gets the versions that it lacks; one whose text
  /// went another way since stays beside it.
  mutating func merge(_ note: Note, of detail: PaperDetail, to paper: PaperID) throws {
    let theirs = try other.noteVersions(note.id)
    var hasBranched = false
    for candidate in try editor.database.notes(of: paper) {
      let mine = try versions(of: candidate.id)
      let common = zip(mine, theirs).prefix { $0.isSame(as: $1) }.count
      if common == theirs.count { return }
      if common == mine.count {
        for version in theirs[common...] { try add(version, to: candidate.id) }
        summary.versions += theirs.count - common
        return
      }
      if common > 0 { hasBranched = true }
    }
    if hasBranched {
      try conflict(paper, "a note on it was changed here and there; both are kept")
    }
    try editor.database.run("INSERT INTO note(paper) VALUES (?)", paper.rawValue)
    let new = NoteID(rawValue: editor.database.lastInsertedRowID)
    for version in theirs { try add(version, to: new) }
    summary.notes += 1
  }

  private func versions(of note: NoteID) throws -> [NoteVersion] {
    try editor.database.rows(
      "SELECT number, body, at FROM note_version WHERE note = ? ORDER BY number", note.rawValue
    ).map { NoteVersion(number: $0[0], body: $0[1], at: $0[2]) }
  }

  private func add(_ version: NoteVersion, to note: NoteID) throws {
    try editor.database.run(
      "INSERT INTO note_version(note, number, at, body) VALUES (?, ?, ?, ?)", note.rawValue,
      version.number, version.at, version.body)
  }
}

extension NoteVersion {
  /// True for a version that was saved once and is in both libraries.
  fileprivate func isSame(as other: NoteVersion) -> Bool { body == other.body && at == other.at }
}
