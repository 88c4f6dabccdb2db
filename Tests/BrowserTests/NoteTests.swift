import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Writing notes")
struct NoteTests {
  private let gpt = PaperID(rawValue: 3)
  private let transformer = PaperID(rawValue: 1)

  static let draft = Draft(
    paperKey: "arxiv:2005.14165", note: nil, body: "Half a thought", paper: PaperID(rawValue: 3),
    title: "Language Models are Few-Shot Learners", time: "12:03")

  private func notes(_ id: PaperID, _ library: FakeLibrary) -> [String] {
    library.shelf.papers[id]?.notes.map(\.body) ?? []
  }

  @Test("saves what was typed, and closes only once it is saved")
  func saves() throws {
    let library = FakeLibrary()
    let played = try Played("e type:Why? ^S", library: library)
    #expect(notes(gpt, library) == ["Why?"])
    #expect(played.footer.contains("Saved a note on “GPT-3” · u undo"))
    #expect(library.removedDrafts.count == 1)
  }

  @Test("keeps the editor open, and the draft, when the note cannot be saved")
  func refusedSave() throws {
    let library = FakeLibrary()
    _ = try Played("e type:Why?", library: library)
    library.refusal = "The disk is full; make room and save again."
    let played = try Played("e type:Why? ^S", library: library)
    #expect(played.lines[0].contains("Note on"))
    #expect(played.footer.contains("The disk is full"))
    #expect(library.removedDrafts.isEmpty)
  }

  @Test("puts every frame's text on disk as a draft")
  func drafts() throws {
    let library = FakeLibrary()
    _ = try Played("e type:abc", library: library)
    #expect(library.savedDrafts.map(\.body) == ["a", "ab", "abc"])
    let atOnce = FakeLibrary()
    _ = try Played("e type:abc", library: atOnce, inOneBatch: true)
    #expect(atOnce.savedDrafts.map(\.body) == ["abc"])
    let left = FakeLibrary()
    _ = try Played("e type:abc terminate", library: left, inOneBatch: true)
    #expect(left.savedDrafts.map(\.body) == ["abc"])
  }

  @Test("drops the draft when the person discards it, and writes none when nothing was typed")
  func discards() throws {
    let library = FakeLibrary()
    _ = try Played("e type:abc Esc d", library: library)
    #expect(library.removedDrafts.count == 1)
    #expect(library.changes.isEmpty)
    let untouched = FakeLibrary()
    _ = try Played("e Esc", library: untouched)
    #expect(untouched.removedDrafts.isEmpty && untouched.savedDrafts.isEmpty)
  }

  @Test("asks which note where there are several, and always takes a new one")
  func chooses() throws {
    let library = FakeLibrary()
    #expect(try Played("g g e").lines.joined().contains("A new note"))
    _ = try Played("g g e 2 type:!! ^S", library: library)
    #expect(notes(transformer, library)[1] == "Read again: *why* divide by √d?!!")
    _ = try Played("g g e G Enter type:third ^S", library: library)
    _ = try Played("g g A Enter type:fourth ^S", library: library)
    #expect(notes(transformer, library).suffix(2) == ["third", "fourth"])
  }

  @Test("saves no empty note and says so")
  func empty() throws {
    let library = FakeLibrary()
    let played = try Played("e type:x Backspace type:\\  ^S", library: library)
    #expect(played.footer.contains("An empty note is not saved."))
    #expect(library.changes.isEmpty)
  }

  @Test(
    "takes what the person's own editor left, and nothing when it was left without saving",
    arguments: [
      ("E", "From outside", ["From outside"]), ("E", nil, []), ("E", "", []),
      ("e type:in ^X ^S", "From outside", ["From outside"]), ("e type:in ^X ^S", nil, ["in"]),
    ] as [(String, String?, [String])])
  func external(_ script: String, _ text: String?, _ expected: [String]) throws {
    let library = FakeLibrary()
    library.externalEditor = { _ in text }
    let played = try Played(script, library: library)
    #expect(notes(gpt, library) == expected)
    #expect(played.backend.releases == 1)
  }

  @Test("keeps what the person's own editor left as a draft when it cannot be saved")
  func externalRefused() throws {
    let library = FakeLibrary()
    library.externalEditor = { $0 + "more" }
    _ = try Played("E u E", library: library)
    #expect(library.savedDrafts.map(\.body) == ["more", "more"])
    #expect(library.removedDrafts.count == 2)
  }

  @Test("offers a draft at the start, to go on with or to discard")
  func offersDraft() throws {
    let library = FakeLibrary()
    library.leftDrafts = [Self.draft]
    var played = try Played("", library: library)
    #expect(played.footer.contains("e continue  d discard"))
    played = try Played("Esc e type:!", library: library)
    #expect(played.lines.joined().contains("Half a thought!"))
    played = try Played("e ^S", library: library)
    #expect(notes(gpt, library) == ["Half a thought"])
    library.leftDrafts = [Self.draft]
    played = try Played("d", library: library)
    #expect(library.leftDrafts.isEmpty)
  }
}
