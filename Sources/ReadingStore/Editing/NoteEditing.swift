internal import GRDB
public import ReadingModel

extension LibraryEditor {
  /// A note and the paper it belongs to; nil when there is no such note.
  public func note(_ note: NoteID) throws -> (paper: PaperID, note: Note)? {
    let paper: Int64? = try database.value("SELECT paper FROM note WHERE id = ?", note.rawValue)
    guard let paper else { return nil }
    return try database.notes(of: PaperID(rawValue: paper)).first { $0.id == note }
      .map { (PaperID(rawValue: paper), $0) }
  }

  /// What a version of a note said; nil when there is no such version.
  public func body(of note: NoteID, version: Int) throws -> String? {
    try database.value(
      "SELECT body FROM note_version WHERE note = ? AND number = ?", note.rawValue, version)
  }

  /// Writes a note; every version that was saved is kept.
  ///
  /// - Parameters:
  ///   - paper: the paper that the note belongs to.
  ///   - note: the note that gets another version; nil for a new note. The text it has already
  ///     makes no version.
  ///   - body: what it says, Markdown.
  ///   - now: the moment, ISO 8601 in UTC.
  /// - Returns: The note that was written.
  @discardableResult
  public func saveNote(
    paper: PaperID, note: NoteID?, body: String, at now: String
  ) throws -> NoteID {
    try requirePaper(paper)
    guard let note else {
      try database.run("INSERT INTO note(paper) VALUES (?)", paper.rawValue)
      let note = NoteID(rawValue: database.lastInsertedRowID)
      try append(body, to: note, number: 1, at: now)
      return note
    }
    guard let (owner, present) = try self.note(note), owner == paper else {
      throw LibraryError.noSuchNote
    }
    if present.body != body {
      try append(body, to: note, number: present.versions + 1, at: now)
    }
    return note
  }

  /// Removes a note with its versions; undo brings all of them back.
  public func deleteNote(_ note: NoteID) throws {
    guard try self.note(note) != nil else { throw LibraryError.noSuchNote }
    try database.run("DELETE FROM note_version WHERE note = ?", note.rawValue)
    try database.run("DELETE FROM note WHERE id = ?", note.rawValue)
  }

  private func append(_ body: String, to note: NoteID, number: Int, at now: String) throws {
    try database.run(
      "INSERT INTO note_version(note, number, at, body) VALUES (?, ?, ?, ?)", note.rawValue,
      number, now, body)
  }
}
