import ReadingModel
import ReadingStore

extension Actions {
  /// Writes a new note or the next version of one; an empty text is refused, not saved.
  ///
  /// - Parameter base: The version that the text was begun from; nil writes over any.
  func saveNote(
    on paper: PaperID, note: NoteID?, body: String, base: NoteBase?
  ) throws -> Outcome {
    let text = SafeText.block(body, limit: .max)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ActionError.refused(
        note == nil
          ? "the note is empty, so nothing was saved"
          : "the note is empty, so its last version stands; to remove a note, delete it")
    }
    var title = ""
    var conflict: NoteConflict?
    var outcome = try step(
      papers: [paper], unchanged: "The note on \(Sentences.quoted(title)) has not changed"
    ) { editor, moment in
      title = try editor.title(of: paper)
      if let note {
        let present = try standing(note, of: title, editor)
        guard present.body != text else { return nil }
        if let base, !base.isPresent(in: present) {
          conflict = NoteConflict(
            note: note, mine: text, theirs: NoteVersion(present),
            base: try base.body ?? editor.body(of: note, version: base.number))
          return nil
        }
      }
      _ = try editor.saveNote(paper: paper, note: note, body: text, at: moment)
      return note == nil
        ? "Saved a note on \(Sentences.quoted(title))"
        : "Saved the note on \(Sentences.quoted(title)) anew"
    }
    if let conflict {
      outcome.sentence =
        "Another program saved version \(conflict.theirs.number) of the note on "
        + "\(Sentences.quoted(title)) meanwhile; nothing was written over it"
      outcome.conflict = conflict
    }
    return outcome
  }

  /// Lets the text stand that another program saved, with the other text as a version before it.
  func keepNote(on paper: PaperID, _ conflict: NoteConflict) throws -> Outcome {
    try step(papers: [paper], unchanged: "The texts are the same") { editor, moment in
      let title = try editor.title(of: paper)
      let present = try standing(conflict.note, of: title, editor)
      guard present.body != conflict.mine else { return nil }
      for body in [conflict.mine, present.body] {
        try editor.saveNote(paper: paper, note: conflict.note, body: body, at: moment)
      }
      return "Kept the other text of the note on \(Sentences.quoted(title)); yours is version "
        + "\(present.versions + 1)"
    }
  }

  /// Writes an earlier version of a note once more, as its next version.
  func restoreNote(_ note: NoteID, of paper: PaperID, version: Int) throws -> Outcome {
    try step(papers: [paper], unchanged: "The note says that already") { editor, moment in
      let title = try editor.title(of: paper)
      let present = try standing(note, of: title, editor)
      guard let body = try editor.body(of: note, version: version) else {
        throw ActionError.refused(
          "the note on \(Sentences.quoted(title)) has no version \(version), only 1 to "
            + "\(present.versions)")
      }
      guard body != present.body else { return nil }
      try editor.saveNote(paper: paper, note: note, body: body, at: moment)
      return "Restored version \(version) of the note on \(Sentences.quoted(title))"
    }
  }

  private func standing(_ note: NoteID, of title: String, _ editor: LibraryEditor) throws -> Note {
    guard let present = try editor.note(note) else {
      throw ActionError.refused(
        "that note on \(Sentences.quoted(title)) is gone; save the text as a new note")
    }
    return present.note
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
