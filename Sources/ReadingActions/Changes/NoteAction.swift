import ReadingModel
import ReadingStore

extension Actions {
  /// Writes a new note or the next version of one; an empty text is refused, not saved.
  func saveNote(on paper: PaperID, note: NoteID?, body: String) throws -> Outcome {
    let text = SafeText.block(body, limit: .max)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ActionError.refused(
        note == nil
          ? "the note is empty, so nothing was saved"
          : "the note is empty, so its last version stands; to remove a note, delete it")
    }
    var title = ""
    return try step(
      papers: [paper], unchanged: "The note on \(Sentences.quoted(title)) has not changed"
    ) { editor, moment in
      title = try editor.title(of: paper)
      if let note {
        guard let present = try editor.note(note) else {
          throw ActionError.refused(
            "that note on \(Sentences.quoted(title)) is gone; save the text as a new note")
        }
        guard present.note.body != text else { return nil }
      }
      _ = try editor.saveNote(paper: paper, note: note, body: text, at: moment)
      return note == nil
        ? "Saved a note on \(Sentences.quoted(title))"
        : "Saved the note on \(Sentences.quoted(title)) anew"
    }
  }

  /// Removes a note with its versions; undo brings them back.
  func deleteNote(_ note: NoteID) throws -> Outcome {
    var papers: [PaperID] = []
    var outcome = try step(papers: [], unchanged: "The note is gone already") { editor, _ in
      guard let present = try editor.note(note) else { return nil }
      papers = [present.paper]
      try editor.deleteNote(note)
      return "Deleted a note on \(Sentences.quoted(try editor.title(of: present.paper)))"
    }
    outcome.papers = papers
    return outcome
  }
}
