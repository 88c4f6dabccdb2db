import Foundation
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Notes that two programs write")
struct NoteActionTests {
  private static let now = "2026-03-01T09:30:00.000Z"

  /// A library in memory and one on disk, each with a note of one version.
  private static func libraries() throws -> [(actions: Actions, paper: PaperID, note: Note)] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-notes-\(UUID().uuidString)/library.db").path
    let libraries = [
      try Library.inMemory(lists: [Desk.order]), try Library.open(at: file) { [Desk.order] },
    ]
    return try libraries.map { library in
      let actions = Actions(library: library, now: { now })
      let paper = try actions.paper(named: "BERT")
      _ = try actions.perform(.saveNote(paper, note: nil, body: "one\n\ntwo"))
      let note = try #require(try library.paper(paper)?.notes.first)
      return (actions, paper, note)
    }
  }

  private func bodies(_ actions: Actions, _ note: Note) throws -> [String] {
    try actions.library.noteVersions(note.id).map(\.body)
  }

  @Test("A version saved since the text was begun is not written over")
  func conflict() throws {
    for (actions, paper, note) in try Self.libraries() {
      let base = NoteBase(note)
      _ = try actions.perform(.saveNote(paper, note: note.id, body: "theirs\n\ntwo", base: base))
      let outcome = try actions.perform(
        .saveNote(paper, note: note.id, body: "one\n\nmine", base: base))
      #expect(!outcome.changed)
      #expect(
        outcome.sentence == "Another program saved version 2 of the note on “BERT” meanwhile; "
          + "nothing was written over it")
      let conflict = try #require(outcome.conflict)
      #expect(conflict.theirs.number == 2 && conflict.theirs.body == "theirs\n\ntwo")
      #expect(conflict.mine == "one\n\nmine" && conflict.base == "one\n\ntwo")
      #expect(
        conflict.merged
          == NoteMerge(
            base: "one\n\ntwo", mine: "one\n\nmine", theirs: "theirs\n\ntwo", theirName: "version 2"
          ))
      #expect(conflict.merged.text == "theirs\n\nmine")
      #expect(try bodies(actions, note) == ["one\n\ntwo", "theirs\n\ntwo"])
      #expect(try actions.library.history(limit: 9).count == 2)
    }
  }

  @Test("The same text, and a text begun from what stands, are no conflict")
  func noConflict() throws {
    for (actions, paper, note) in try Self.libraries() {
      _ = try actions.perform(.saveNote(paper, note: note.id, body: "both", base: NoteBase(note)))
      let same = try actions.perform(
        .saveNote(paper, note: note.id, body: "both", base: NoteBase(note)))
      #expect(same.conflict == nil && !same.changed)
      let next = try actions.perform(
        .saveNote(paper, note: note.id, body: "next", base: NoteBase(number: 2)))
      #expect(next.conflict == nil && next.changed)
    }
  }

  @Test("A number that another text has now is a conflict too")
  func sameNumber() throws {
    for (actions, paper, note) in try Self.libraries() {
      _ = try actions.perform(.saveNote(paper, note: note.id, body: "second"))
      let base = NoteBase(number: 2, body: "second")
      _ = try actions.perform(.undo(1))
      _ = try actions.perform(.saveNote(paper, note: note.id, body: "another second"))
      let outcome = try actions.perform(.saveNote(paper, note: note.id, body: "mine", base: base))
      #expect(outcome.conflict?.theirs.body == "another second")
    }
  }

  @Test("Theirs can stand with mine as a version before it, as one step")
  func keepsTheirs() throws {
    for (actions, paper, note) in try Self.libraries() {
      _ = try actions.perform(.saveNote(paper, note: note.id, body: "theirs"))
      let outcome = try actions.perform(
        .saveNote(paper, note: note.id, body: "mine", base: NoteBase(note)))
      let kept = try actions.perform(.keepNote(paper, try #require(outcome.conflict)))
      #expect(kept.sentence == "Kept the other text of the note on “BERT”; yours is version 3")
      #expect(try bodies(actions, note).suffix(3) == ["theirs", "mine", "theirs"])
      _ = try actions.perform(.undo(1))
      #expect(try bodies(actions, note).count == 2)
    }
  }

  @Test("An old version becomes the newest once more, and undo takes that back")
  func restores() throws {
    for (actions, paper, note) in try Self.libraries() {
      _ = try actions.perform(.saveNote(paper, note: note.id, body: "second"))
      let outcome = try actions.perform(.restoreNote(paper, note: note.id, version: 1))
      #expect(outcome.sentence == "Restored version 1 of the note on “BERT”")
      #expect(try bodies(actions, note) == ["one\n\ntwo", "second", "one\n\ntwo"])
      let again = try actions.perform(.restoreNote(paper, note: note.id, version: 1))
      #expect(!again.changed && again.sentence == "The note says that already")
      #expect(throws: ActionError.self) {
        try actions.perform(.restoreNote(paper, note: note.id, version: 9))
      }
      _ = try actions.perform(.undo(1))
      #expect(try bodies(actions, note).last == "second")
    }
  }
}
