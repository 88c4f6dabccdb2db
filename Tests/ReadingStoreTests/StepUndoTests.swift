import Foundation
import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Taking back an earlier step")
struct StepUndoTests {
  let library: Library

  init() throws { library = try Fixture.library() }

  @discardableResult
  private func change(
    _ label: String, _ body: (LibraryEditor) throws -> Void
  ) throws -> Int64 {
    _ = try library.change(at: Fixture.now) { editor in
      try body(editor)
      return label
    }
    return try library.history(limit: 1).first?.id ?? 0
  }

  private func takeBack(_ step: Int64) throws -> (step: HistoryStep, wasNewest: Bool) {
    try library.undo(step: step, at: Fixture.now) { "Took back \($0.label)" }
  }

  @Test("An earlier step is taken back alone, and this can be undone and redone like any other")
  func earlier() throws {
    let first = try change("read") {
      try $0.setStatus(.read, of: $0.id("arxiv:1706.03762"), at: Fixture.now)
    }
    try change("tagged") { try $0.addTag("x", to: $0.id("arxiv:1706.03762")) }
    try change("queued") {
      try $0.setStatus(.queued, of: $0.id("arxiv:1810.04805"), at: Fixture.now)
    }
    let before = try library.dump()
    let taken = try takeBack(first)
    #expect(taken.step.label == "read" && !taken.wasNewest)
    #expect(try library.paper(library.id("arxiv:1706.03762"))?.progress == Progress())
    #expect(try library.paper(library.id("arxiv:1706.03762"))?.tags == ["x"])
    #expect(try library.faults() == [])
    let after = try library.dump()
    #expect(
      try library.history(limit: nil).map(\.label) == [
        "Took back read", "queued", "tagged", "read",
      ]
    )
    #expect(try library.undo(at: Fixture.now)?.label == "Took back read")
    #expect(try library.dump() == before)
    _ = try library.redo(at: Fixture.now)
    #expect(try library.dump() == after)
    for _ in 0..<4 { #expect(try library.undo(at: Fixture.now) != nil) }
    #expect(try library.dump() == Fixture.library().dump())
  }

  @Test("The newest step is undone as ever, so that it can be redone")
  func newest() throws {
    let step = try change("tagged") { try $0.addTag("x", to: PaperID(rawValue: 1)) }
    #expect(try takeBack(step).wasNewest)
    #expect(try library.history(limit: nil).map(\.state) == [.undone])
    #expect(try library.redo(at: Fixture.now)?.label == "tagged")
  }

  /// A step, a later one that builds on it, and how they are made.
  private static let blocks: [(String, [@Sendable (LibraryEditor) throws -> Void])] = [
    (
      "the same row",
      [
        { try $0.setStatus(.read, of: PaperID(rawValue: 1), at: Fixture.now) },
        { try $0.setRating(4, of: PaperID(rawValue: 1), at: "2026-03-01T11:00:00Z") },
      ]
    ),
    (
      "a paper that has a note since",
      [
        { try $0.insert(Paper(title: "New"), at: Fixture.now) },
        { editor in
          try editor.saveNote(
            paper: editor.id("title:new"), note: nil, body: "text", at: Fixture.now)
        },
      ]
    ),
    (
      "a note that has another version since",
      [
        {
          try $0.saveNote(paper: PaperID(rawValue: 1), note: nil, body: "one", at: Fixture.now)
        },
        {
          try $0.saveNote(
            paper: PaperID(rawValue: 1), note: NoteID(rawValue: 1), body: "two", at: Fixture.now)
        },
      ]
    ),
    (
      "a place in the queue that another paper was moved before",
      [
        { try $0.setStatus(.queued, of: PaperID(rawValue: 1), at: Fixture.now) },
        {
          try $0.setStatus(.queued, of: PaperID(rawValue: 2), at: Fixture.now)
          try $0.moveInQueue(PaperID(rawValue: 1), to: 2)
        },
      ]
    ),
    (
      "a list that grew since",
      [
        { try $0.insert(list(["A"]), at: Fixture.now) },
        { try $0.insert(list(["A", "B"]), at: Fixture.now) },
      ]
    ),
    (
      "a prerequisite the other way round",
      [
        {
          try $0.removePrerequisite(
            $0.id("arxiv:1810.04805"), required: $0.id("arxiv:1706.03762"))
        },
        {
          try $0.addPrerequisite(
            $0.id("arxiv:1706.03762"), required: $0.id("arxiv:1810.04805"), why: "w")
        },
      ]
    ),
  ]

  private static func list(_ titles: [String]) -> ReadingList {
    ReadingList(
      slug: "new", title: "New", kind: .custom,
      sections: [
        ReadingSection(title: nil, entries: titles.map { Entry(paper: Paper(title: $0)) })
      ])
  }

  @Test("A later step that builds on it is named, and nothing changes", arguments: 0..<6)
  func blocked(index: Int) throws {
    let (name, bodies) = Self.blocks[index]
    let first = try change("first") { try bodies[0]($0) }
    let second = try change("second") { try bodies[1]($0) }
    try change("else") { try $0.addTag("else", to: PaperID(rawValue: 3)) }
    let before = try library.dump()
    #expect(
      throws: LibraryError.stepBlocked(label: "first", by: "second", step: second), "\(name)"
    ) { try takeBack(first) }
    #expect(try library.dump() == before)
    #expect(try library.history(limit: nil).count == 3)
    _ = try takeBack(second)
    _ = try takeBack(first)
    #expect(try library.faults() == [])
  }

  @Test("The version in the middle of a note stays where a later one follows it")
  func middleVersion() throws {
    let note = NoteID(rawValue: 1)
    let paper = PaperID(rawValue: 1)
    try change("one") { try $0.saveNote(paper: paper, note: nil, body: "1", at: Fixture.now) }
    let two = try change("two") {
      try $0.saveNote(paper: paper, note: note, body: "2", at: Fixture.now)
    }
    let three = try change("three") {
      try $0.saveNote(paper: paper, note: note, body: "3", at: Fixture.now)
    }
    #expect(throws: LibraryError.stepBlocked(label: "two", by: "three", step: three)) {
      try takeBack(two)
    }
    #expect(try library.noteVersions(note).map(\.body) == ["1", "2", "3"])
  }

  @Test("A step that is not there or was taken back is a sentence")
  func notStanding() throws {
    let step = try change("tagged") { try $0.addTag("x", to: PaperID(rawValue: 1)) }
    try change("more") { try $0.addTag("y", to: PaperID(rawValue: 1)) }
    #expect(throws: LibraryError.noSuchStep(99)) { try takeBack(99) }
    _ = try library.undo(at: Fixture.now)
    _ = try library.undo(at: Fixture.now)
    #expect(throws: LibraryError.stepTakenBack(label: "tagged")) { try takeBack(step) }
  }

  @Test(
    "Steps of any kind are taken back in any order, or refused whole",
    arguments: 1...6)
  func random(seed: UInt64) throws {
    var generator = RandomChanges(seed: seed)
    for step in 0..<30 {
      _ = try library.change(at: "2026-03-01T10:00:\(10 + step)Z") { editor in
        try generator.change(editor, at: "2026-03-01T10:00:\(10 + step)Z")
        return "step \(step)"
      }
    }
    var taken = 0
    for step in try library.history(limit: nil).map(\.id).reversed() {
      let before = try library.dump()
      do {
        _ = try takeBack(step)
        taken += 1
      } catch let error as LibraryError {
        guard case .stepBlocked = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(try library.dump() == before)
      }
      #expect(try library.faults() == [])
    }
    #expect(taken > 0)
    while try library.undo(at: Fixture.now) != nil {}
    #expect(try library.dump() == Fixture.library().dump())
  }

  @Test("A preview counts what would come, change and go, and names the papers")
  func preview() throws {
    let step = try change("much") { editor in
      let paper = try editor.id("arxiv:1706.03762")
      try editor.setStatus(.queued, of: paper, at: Fixture.now)
      try editor.saveNote(paper: paper, note: nil, body: "text", at: Fixture.now)
      try editor.addTag("x", to: editor.id("arxiv:1810.04805"))
      try editor.insert(Paper(title: "A new one"), at: Fixture.now)
      try editor.removePrerequisite(
        editor.id("arxiv:1810.04805"), required: editor.id("arxiv:1706.03762"))
    }
    let preview = try #require(try library.undoPreview(of: step))
    #expect(
      preview.sentence
        == "Taking it back removes 1 paper, 1 mark, 1 place in the queue, 1 note, "
        + "1 version of a note and 1 tag.")
    #expect(preview.isWhole)
    #expect(
      Set(preview.titles) == [
        "Attention Is All You Need", "BERT: Pre-training of Deep Bidirectional Transformers",
        "A new one",
      ])
    #expect(preview.papers == 3)
    let gone = try change("gone") { editor in
      try editor.deleteNote(NoteID(rawValue: 1))
      try editor.setStatus(.read, of: editor.id("arxiv:1706.03762"), at: "2026-03-02T00:00:00Z")
    }
    #expect(
      try library.undoPreview(of: gone)?.sentence
        == "Taking it back brings back 1 place in the queue, 1 note and 1 version of a note "
        + "and changes 1 mark.")
    #expect(try library.undoPreview(of: 99) == nil)
  }
}

@Suite("The history’s budget")
struct HistoryBudgetTests {
  private func fill(_ library: Library, _ count: Int, body: String = "x") throws {
    for number in 0..<count {
      _ = try library.change(at: Fixture.now) { editor in
        try editor.saveNote(
          paper: PaperID(rawValue: 1), note: nil, body: "\(body) \(number)", at: Fixture.now)
        return "step \(number)"
      }
    }
  }

  private func tally(_ library: Library) throws -> [Int] {
    try library.reading { database in
      let row = try #require(
        try database.rows(
          """
          SELECT steps, bytes, (SELECT count(*) FROM history),
              (SELECT sum(length(changeset)) FROM history) FROM history_tally
          """
        ).first)
      return [row[0], row[1], row[2], row[3]]
    }
  }

  @Test("The oldest steps go when there are too many, and those that stay can be undone")
  func steps() throws {
    var library = try Fixture.library()
    library.historyBudget = HistoryBudget(steps: 10)
    try fill(library, 25)
    #expect(try library.history(limit: nil).map(\.id) == Array((16...25).reversed()))
    let counts = try tally(library)
    #expect(counts[0] == 10 && counts[0] == counts[2] && counts[1] == counts[3])
    for _ in 0..<10 { #expect(try library.undo(at: Fixture.now) != nil) }
    #expect(try library.undo(at: Fixture.now) == nil)
    #expect(try library.paper(PaperID(rawValue: 1))?.notes.count == 15)
    #expect(try library.faults() == [])
  }

  @Test("The oldest steps go when they take too much room; the newest stays, however large")
  func bytes() throws {
    var library = try Fixture.library()
    library.historyBudget = HistoryBudget(bytes: 5000)
    try fill(library, 20, body: String(repeating: "y", count: 900))
    let counts = try tally(library)
    #expect(counts[1] <= 5000 && counts[2] == 5)
    try fill(library, 1, body: String(repeating: "z", count: 9000))
    #expect(try library.history(limit: nil).map(\.id) == [21])
    #expect(try library.undo(at: Fixture.now) != nil)
  }
}
