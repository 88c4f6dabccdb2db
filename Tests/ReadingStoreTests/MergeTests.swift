import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Merging libraries")
struct MergeTests {
  private let later = "2026-03-02T10:00:00Z"

  private func change(
    _ library: Library, at now: String = Fixture.now, _ body: (LibraryEditor) throws -> Void
  ) throws {
    _ = try library.change(at: now) { editor in
      try body(editor)
      return "Changed"
    }
  }

  private func merge(_ other: Library, into library: Library) throws -> MergeSummary {
    try library.merge(other, at: later) { $0.words.isEmpty ? nil : "Merged" }
  }

  @Test("Everything of a library comes into an empty one, and one undo takes it back")
  func whole() throws {
    let other = try Fixture.library()
    try change(other) { editor in
      try editor.setStatus(.queued, of: editor.id("arxiv:2005.14165"), at: Fixture.now)
      try editor.setStatus(.queued, of: editor.id("arxiv:1706.03762"), at: Fixture.now)
      try editor.setStatus(.read, of: editor.id("arxiv:1810.04805"), at: Fixture.now)
      try editor.setRating(4, of: editor.id("arxiv:1810.04805"), at: Fixture.now)
      try editor.addTag("x", to: editor.id("arxiv:1810.04805"))
      let note = try editor.saveNote(
        paper: editor.id("arxiv:1810.04805"), note: nil, body: "one", at: Fixture.now)
      try editor.saveNote(
        paper: editor.id("arxiv:1810.04805"), note: note, body: "two", at: later)
      try editor.addPrerequisite(
        editor.id("url:https://example.org/blog"), required: editor.id("arxiv:1706.03762"),
        why: "mine")
    }
    let before = try other.dump()
    let library = try Library.inMemory()
    let start = try library.dump()
    let summary = try merge(other, into: library)
    #expect(
      summary.words
        == "5 papers, 2 lists, 3 marks, 1 tag, 1 note and 1 prerequisite")
    #expect(summary.conflicts.isEmpty)
    for list in try other.lists() {
      let here = try #require(try library.list(slug: list.slug))
      #expect(try library.document(of: here.id) == other.document(of: list.id))
      #expect(here.read == list.read)
    }
    for key in ["arxiv:2005.14165", "arxiv:1810.04805", "url:https://example.org/blog"] {
      let there = try #require(try other.paper(other.id(key)))
      let here = try #require(try library.paper(library.id(key)))
      #expect(here.progress == there.progress && here.tags == there.tags)
      #expect(here.notes.map(\.body) == there.notes.map(\.body))
      #expect(here.prerequisites.map(\.key) == there.prerequisites.map(\.key))
      #expect(here.added == there.added)
    }
    let queue = try library.rows(.queue, start: 0, limit: 9).rows.map(\.key)
    #expect(queue == ["arxiv:2005.14165", "arxiv:1706.03762"])
    #expect(try library.noteVersions(NoteID(rawValue: 1)).map(\.body) == ["one", "two"])
    #expect(try library.faults() == [])
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.history(limit: nil).count == 1)
    #expect(try library.undo(at: later) != nil)
    #expect(try library.dump() == start)
    #expect(try other.dump() == before)
  }

  @Test("Of two statuses the further one stands, and what differs is named")
  func progress() throws {
    let library = try Fixture.library()
    let other = try Fixture.library()
    let keys = ["arxiv:1706.03762", "arxiv:1810.04805", "arxiv:2005.14165", "arxiv:2203.02155"]
    let pairs: [(mine: Status, theirs: Status, joined: Status)] = [
      (.read, .reading, .read), (.skipped, .reading, .reading), (.unread, .queued, .queued),
      (.queued, .skipped, .skipped),
    ]
    for (key, pair) in zip(keys, pairs) {
      try change(library) { try $0.setStatus(pair.mine, of: $0.id(key), at: Fixture.then) }
      try change(other) { try $0.setStatus(pair.theirs, of: $0.id(key), at: Fixture.now) }
    }
    try change(library) { try $0.setRating(2, of: $0.id(keys[0]), at: Fixture.then) }
    try change(other) { editor in
      try editor.setRating(5, of: editor.id(keys[0]), at: Fixture.now)
      try editor.setPass(3, of: editor.id(keys[0]), at: Fixture.now)
    }
    let summary = try merge(other, into: library)
    for (key, pair) in zip(keys, pairs) {
      #expect(try library.paper(library.id(key))?.progress.status == pair.joined)
    }
    let first = try library.paper(library.id(keys[0]))?.progress
    #expect(first == Progress(status: .read, pass: 3, rating: 2))
    #expect(
      summary.conflicts.map { "\($0.subject): \($0.message)" } == [
        "arxiv:1706.03762: it is read here and reading there; read stands",
        "arxiv:1706.03762: it is rated 2 here and 5 there; 2 stands",
        "arxiv:1810.04805: it is skipped here and reading there; reading stands",
        "arxiv:2203.02155: it is queued here and skipped there; skipped stands",
      ])
    #expect(try library.faults() == [])
    let events = try library.reading { database in
      try database.rows("SELECT at FROM reading_event WHERE paper = 1 ORDER BY at").map {
        $0[0] as String
      }
    }
    #expect(events == [Fixture.then, Fixture.now])
  }

  @Test("A note goes on where one side went on, and both are kept where both did")
  func notes() throws {
    let library = try Fixture.library()
    let other = try Fixture.library()
    let paper = PaperID(rawValue: 1)
    for side in [library, other] {
      try change(side) { editor in
        for body in ["same", "goes on there", "goes on here", "branches"] {
          try editor.saveNote(paper: paper, note: nil, body: body, at: Fixture.then)
        }
      }
    }
    func save(_ side: Library, _ note: Int64, _ body: String) throws {
      try change(side) {
        try $0.saveNote(
          paper: paper, note: NoteID(rawValue: note), body: body, at: Fixture.now)
      }
    }
    try save(other, 2, "there")
    try save(library, 3, "here")
    try save(other, 4, "branch there")
    try save(library, 4, "branch here")
    let summary = try merge(other, into: library)
    #expect(summary.words == "1 note and 1 version of a note")
    #expect(
      summary.conflicts.map(\.message) == [
        "a note on it was changed here and there; both are kept"
      ])
    #expect(
      try library.paper(paper)?.notes.map(\.body)
        == ["same", "there", "here", "branch here", "branch there"])
    #expect(
      try library.noteVersions(NoteID(rawValue: 5)).map(\.body) == ["branches", "branch there"])
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.faults() == [])
  }

  @Test("A list of both keeps its own order and gets what it lacks, under the other’s headings")
  func lists() throws {
    let library = try Fixture.library()
    var order = Fixture.order
    order.sections[2].entries.remove(at: 1)
    order.sections[2].entries.insert(
      Entry(paper: Paper(title: "Another"), remark: "Theirs."), at: 0)
    order.sections.append(
      ReadingSection(title: "More", entries: [Entry(paper: Paper(title: "Last"))]))
    let other = try Library.inMemory(lists: [order], added: Fixture.then)
    let summary = try merge(other, into: library)
    #expect(summary.words == "2 papers and 2 entries")
    let list = try #require(try library.list(slug: "order"))
    let joined = try library.document(of: list.id)
    #expect(joined.sections.map(\.title) == [nil, "Empty", "Models", "More"])
    #expect(
      joined.sections[2].entries.map(\.paper.title)
        == Fixture.order.sections[2].entries.map(\.paper.title) + ["Another"])
    #expect(joined.sections[2].entries.last?.remark == "Theirs.")
    #expect(try library.faults() == [])
    #expect(try library.undo(at: later) != nil)
    #expect(try library.document(of: list.id) == Fixture.order)
  }

  @Test("Prerequisites that would close a circle stay out and are named")
  func circles() throws {
    let library = try Fixture.library()
    let other = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "reverse", title: "Reverse", kind: .order,
          sections: [
            ReadingSection(
              title: nil,
              entries: [
                Entry(
                  paper: Fixture.attention,
                  prerequisites: [Prerequisite(key: "arxiv:1810.04805", why: "")]),
                Entry(paper: Fixture.bert),
              ])
          ])
      ], added: Fixture.then)
    try change(other) {
      try $0.addPrerequisite(
        $0.id("arxiv:1706.03762"), required: $0.id("arxiv:1810.04805"), why: "mine")
    }
    let summary = try merge(other, into: library)
    #expect(summary.newLists == 1 && summary.prerequisites == 0)
    #expect(summary.conflicts.map(\.subject) == ["reverse", "arxiv:1706.03762"])
    #expect(summary.conflicts.allSatisfy { $0.message.contains(" → ") })
    #expect(try library.examine().allSatisfy { $0.state == .sound })
  }

  @Test("A preview changes nothing")
  func preview() throws {
    let library = try Fixture.library()
    let other = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "new", title: "New", kind: .custom,
          sections: [ReadingSection(title: nil, entries: [Entry(paper: Paper(title: "N"))])])
      ])
    let before = try library.dump()
    let summary = try library.merge(other, at: later) { _ in nil }
    #expect(summary.words == "1 paper and 1 list")
    #expect(try library.dump() == before)
    #expect(try library.history(limit: nil).isEmpty)
  }

  @Test(
    "Two libraries with any content are merged without a fault, and taken apart again",
    arguments: 1...4)
  func random(seed: UInt64) throws {
    let library = try Fixture.library()
    let other = try Fixture.library()
    for (side, seed) in [(library, seed), (other, seed + 100)] {
      var generator = RandomChanges(seed: seed)
      for step in 0..<60 {
        try change(side, at: "2026-03-01T10:00:\(10 + step)Z") {
          try generator.change($0, at: "2026-03-01T10:00:\(10 + step)Z")
        }
      }
    }
    let before = try library.dump()
    _ = try merge(other, into: library)
    #expect(try library.faults() == [])
    #expect(try library.examine().allSatisfy { $0.state == .sound })
    #expect(try merge(other, into: library).words.isEmpty)
    #expect(try library.undo(at: later)?.label == "Merged")
    #expect(try library.dump() == before)
  }
}
