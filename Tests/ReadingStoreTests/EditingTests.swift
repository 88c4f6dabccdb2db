import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Changes of the reader’s own")
struct EditingTests {
  let library: Library
  let first: PaperID
  let second: PaperID
  let third: PaperID

  init() throws {
    library = try Fixture.library()
    first = try library.id("arxiv:1706.03762")
    second = try library.id("arxiv:1810.04805")
    third = try library.id("arxiv:2005.14165")
  }

  @discardableResult
  private func change(
    at now: String = Fixture.now, _ body: (LibraryEditor) throws -> Void
  ) throws -> Bool {
    try library.change(at: now) { editor in
      try body(editor)
      return "A change"
    }
  }

  @Test("Status, pass and rating are kept, and unread without either leaves no trace")
  func progress() throws {
    try change { editor in
      try editor.setStatus(.read, of: first, at: Fixture.now)
      try editor.setPass(2, of: first, at: Fixture.now)
      try editor.setRating(5, of: first, at: Fixture.now)
    }
    #expect(try library.paper(first)?.progress == Progress(status: .read, pass: 2, rating: 5))
    try change(at: "2026-03-02T10:00:00Z") { editor in
      try editor.setRating(nil, of: first, at: "2026-03-02T10:00:00Z")
      try editor.setPass(0, of: first, at: "2026-03-02T10:00:00Z")
      try editor.setStatus(.unread, of: first, at: "2026-03-02T10:00:00Z")
      #expect(try editor.progress(of: first) == Progress())
    }
    #expect(try library.reading { try $0.rows("SELECT * FROM progress").isEmpty })
  }

  @Test("One moment is one event for the statistics, another moment another")
  func events() throws {
    try change { editor in
      try editor.setStatus(.reading, of: first, at: Fixture.now)
      try editor.setPass(1, of: first, at: Fixture.now)
    }
    try change { try $0.setStatus(.read, of: first, at: "2026-03-02T10:00:00Z") }
    let events: [String] = try library.reading { database in
      try database.rows("SELECT at || ' ' || status || ' ' || pass FROM reading_event")
        .map { $0[0] }
    }
    #expect(events == ["\(Fixture.now) reading 1", "2026-03-02T10:00:00Z read 1"])
  }

  @Test("What is as it should be already is no change")
  func nothing() throws {
    #expect(try change { try $0.setStatus(.unread, of: first, at: Fixture.now) } == false)
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.setStatus(.read, of: first, at: Fixture.now)
        return nil
      } == false)
    #expect(try library.paper(first)?.progress.status == .unread)
    #expect(try library.history(limit: nil).isEmpty)
  }

  @Test(
    "A progress that the schema forbids is refused and changes nothing",
    arguments: [-1, 4])
  func refused(pass: Int) throws {
    let before = try library.dump()
    #expect(throws: LibraryError.self) {
      try change { editor in
        try editor.setStatus(.read, of: first, at: Fixture.now)
        try editor.setPass(pass, of: first, at: Fixture.now)
      }
    }
    #expect(try library.dump() == before)
  }

  @Test("Queued papers queue up, and any other status takes a paper out")
  func queue() throws {
    try change { editor in
      for paper in [first, second, third] {
        try editor.setStatus(.queued, of: paper, at: Fixture.now)
      }
    }
    try change { editor in
      #expect(try editor.queue() == [first, second, third])
      try editor.setStatus(.reading, of: second, at: Fixture.now)
      #expect(try editor.queue() == [first, third])
      try editor.setStatus(.queued, of: second, at: Fixture.now)
      #expect(try editor.queue() == [first, third, second])
    }
    #expect(try library.faults() == [])
  }

  @Test(
    "A paper moves in the queue, and beyond an end means that end",
    arguments: [
      (1, [2, 1, 3]), (2, [1, 2, 3]), (3, [1, 3, 2]), (-5, [2, 1, 3]), (99, [1, 3, 2]),
    ])
  func move(position: Int, order: [Int]) throws {
    let papers = [first, second, third]
    try change { editor in
      for paper in papers { try editor.setStatus(.queued, of: paper, at: Fixture.now) }
      try editor.moveInQueue(second, to: position)
      #expect(try editor.queue() == order.map { papers[$0 - 1] })
    }
  }

  @Test("A queue that has no room left between two papers makes room")
  func crowdedQueue() throws {
    try change { editor in
      for paper in [first, second, third] {
        try editor.setStatus(.queued, of: paper, at: Fixture.now)
      }
      for _ in 0..<50 {
        try editor.moveInQueue(editor.queue()[2], to: 2)
        let queue = try editor.queue()
        #expect(queue.first == first && queue.count == 3)
      }
    }
  }

  @Test("Tags are added once, sorted and taken away")
  func tags() throws {
    try change { editor in
      for tag in ["systems", "attention", "systems"] { try editor.addTag(tag, to: first) }
      #expect(try editor.tags(of: first) == ["attention", "systems"])
      try editor.removeTag("systems", from: first)
    }
    #expect(try library.paper(first)?.tags == ["attention"])
  }

  @Test("Every version of a note is kept, and the same text makes none")
  func notes() throws {
    var note = NoteID(rawValue: 0)
    try change { note = try $0.saveNote(paper: first, note: nil, body: "one", at: Fixture.then) }
    try change { try $0.saveNote(paper: first, note: note, body: "two", at: Fixture.now) }
    #expect(
      try change { try $0.saveNote(paper: first, note: note, body: "two", at: Fixture.now) }
        == false)
    #expect(
      try library.paper(first)?.notes == [
        Note(id: note, body: "two", created: Fixture.then, updated: Fixture.now, versions: 2)
      ])
    #expect(
      try library.noteVersions(note) == [
        NoteVersion(number: 1, body: "one", at: Fixture.then),
        NoteVersion(number: 2, body: "two", at: Fixture.now),
      ])
    #expect(throws: LibraryError.noSuchNote) {
      try change { try $0.saveNote(paper: second, note: note, body: "x", at: Fixture.now) }
    }
    try change { try $0.deleteNote(note) }
    #expect(try library.paper(first)?.notes.isEmpty == true)
    _ = try library.undo(at: Fixture.now)
    #expect(try library.noteVersions(note).map(\.body) == ["one", "two"])
    #expect(try library.faults() == [])
  }

  @Test("A deleted note's number is not given again")
  func noteNumbers() throws {
    var notes: [NoteID] = []
    for _ in 0..<2 {
      try change { notes.append(try $0.saveNote(paper: first, note: nil, body: "x", at: "t")) }
      try change { try $0.deleteNote(notes[notes.count - 1]) }
    }
    #expect(notes[0] != notes[1])
  }

  @Test("A prerequisite that would close a circle is refused with the names on it")
  func cycle() throws {
    let instruct = try library.id("arxiv:2203.02155")
    #expect(
      throws: LibraryError.cycle(["Transformer", "InstructGPT", "GPT-3", "Transformer"])
    ) {
      try change { try $0.addPrerequisite(first, required: instruct, why: "") }
    }
    #expect(throws: LibraryError.cycle(["BERT", "BERT"])) {
      try change { try $0.addPrerequisite(second, required: second, why: "") }
    }
    #expect(try library.paper(first)?.prerequisites.isEmpty == true)
  }

  @Test("A prerequisite goes away, the reader's own and a list's")
  func removePrerequisite() throws {
    try change { editor in
      try editor.addPrerequisite(third, required: second, why: "mine")
      try editor.removePrerequisite(third, required: first)
    }
    #expect(try library.paper(third)?.prerequisites.map(\.why) == ["mine"])
    try change { try $0.removePrerequisite(third, required: second) }
    #expect(try library.paper(third)?.prerequisites.isEmpty == true)
  }

  @Test("A paper that is not there is an error")
  func noSuchPaper() throws {
    let gone = PaperID(rawValue: 99)
    #expect(throws: LibraryError.noSuchPaper) {
      try change { try $0.setStatus(.read, of: gone, at: Fixture.now) }
    }
    #expect(throws: LibraryError.noSuchPaper) { try change { _ = try $0.name(of: gone) } }
    #expect(throws: LibraryError.noSuchPaper) { try change { try $0.addTag("x", to: gone) } }
  }

  @Test("A name is the short name, or the title where there is none")
  func names() throws {
    let blog = try library.id("url:https://example.org/blog")
    var names: [String] = []
    try change { editor in
      names = try [editor.name(of: first), editor.title(of: first), editor.name(of: blog)]
    }
    #expect(
      names == ["Transformer", "Attention Is All You Need", "Überblick: résumé of “attention”"])
  }
}
