import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Changing")
struct ChangingTests {
  private let gpt = PaperID(rawValue: 3)

  @Test(
    "marks the paper under the cursor, which stays there",
    arguments: [
      ("r", Status.read), ("i", .reading), ("s", .skipped), ("a", .queued), ("r U", .unread),
    ])
  func marks(_ script: String, _ status: Status) throws {
    let library = FakeLibrary()
    let played = try Played(script, library: library)
    #expect(library.shelf.papers[gpt]?.progress.status == status)
    #expect(played.cursorRow.contains("GPT-3"))
    #expect(played.footer.contains("Marked “GPT-3” as \(status.rawValue) · u undo"))
  }

  @Test("keeps a read paper read and says so")
  func twice() throws {
    let played = try Played("r r")
    #expect(played.footer.contains("It is so already."))
    #expect(!played.footer.contains("already. ·"))
  }

  @Test(
    "counts passes round and ratings up and down",
    arguments: [
      ("p", 1, nil), ("p p p", 3, nil), ("p p p p", 0, nil), ("+", 0, 1), ("+ + + + +", 0, 5),
      ("+ + -", 0, 1), ("+ -", 0, nil),
    ] as [(String, Int, Int?)])
  func passAndRating(_ script: String, _ pass: Int, _ rating: Int?) throws {
    let library = FakeLibrary()
    _ = try Played(script, library: library)
    #expect(library.shelf.papers[gpt]?.progress.pass == pass)
    #expect(library.shelf.papers[gpt]?.progress.rating == rating)
  }

  @Test("takes back and does again, and shows both in the history")
  func undo() throws {
    let library = FakeLibrary()
    var played = try Played("r s u", library: library)
    #expect(library.shelf.papers[gpt]?.progress.status == .read)
    #expect(played.footer.contains("Took back: Marked “GPT-3” as skipped · ^R redo"))
    played = try Played("^R", library: library)
    #expect(library.shelf.papers[gpt]?.progress.status == .skipped)
    #expect(played.footer.contains("· u undo"))
    played = try Played("H u u", library: library)
    #expect(library.shelf.papers[gpt]?.progress.status == .unread)
    #expect(played.lines.count { $0.hasSuffix("taken back") } == 2)
    played = try Played("H ^R q u u", library: library)
    #expect(played.footer.contains("There is nothing to take back."))
  }

  @Test("takes an earlier step back from the history, after a question")
  func earlierStep() throws {
    let library = FakeLibrary()
    _ = try Played("r s t type:+new Enter", library: library)
    var played = try Played("H j u", library: library)
    #expect(played.footer.contains("Take back: Marked “GPT-3” as skipped?"))
    played = try Played("H j u n", library: library)
    #expect(played.footer.contains("Nothing was changed."))
    #expect(library.changes.count == 3)
    played = try Played("H j Enter y", library: library)
    #expect(library.changes.last == .undoStep(2))
    #expect(played.footer.contains("Took back step 2"))
    played = try Played("H G Enter y", library: library)
    #expect(played.footer.contains("stands in the way"))
    played = try Played("H Enter y", library: library)
    #expect(library.changes.last == .undo(1))
    played = try Played("H Enter", library: library)
    #expect(played.footer.contains("It was taken back already · ^R does it again."))
  }

  @Test("says what taking the step under the cursor back would do")
  func undoPreview() throws {
    let library = FakeLibrary()
    _ = try Played("r s", library: library)
    #expect(
      try Played("H", library: library).lines.contains {
        $0.contains("Step 2. Taking it back changes 2 marks.")
      })
    #expect(
      try Played("H j", library: library).lines.contains {
        $0.contains("Step 1. Taking it back changes 1 mark.")
      })
  }

  @Test(
    "changes all that is selected as one step, after a question with their number",
    arguments: [
      ("g g V j j s y", 3), ("G V g g s y", 7), ("g g Space Space j Space s y", 3),
      ("g g Space G V k s y", 3), ("g g V j j s n", 0), ("g g V j j s Esc", 0),
      ("g g V V s", 1), ("g g V Esc j j j s", 1), ("g g Space k Space s", 1),
    ])
  func bulk(_ script: String, _ count: Int) throws {
    let library = FakeLibrary()
    let played = try Played(script, library: library)
    #expect(library.changes.count == min(count, 1))
    if case .progress(let ids, let change)? = library.changes.first {
      #expect(Set(ids).count == count)
      #expect(ids.count == count)
      #expect(change == ProgressChange(status: .skipped))
      #expect(!played.lines.joined().contains("▪"))
    }
    if count == 0 { #expect(played.footer.contains("Nothing was changed.")) }
  }

  @Test("asks with the number of papers")
  func question() throws {
    #expect(try Played("G V g g r").footer.contains("Mark 7 papers as read?   y yes  n no"))
    #expect(try Played("G V k a").footer.contains("Add 2 papers to the queue?"))
    #expect(
      try Played("G V k t type:+new\\ -old Enter").footer.contains("Tag 2 papers +new -old?"))
  }

  @Test("takes a range of a list far longer than what is loaded")
  func longRange() throws {
    let library = FakeLibrary(.large(5_000))
    _ = try Played("L J J J J V G r y", library: library)
    #expect(library.shelf.papers.values.allSatisfy { $0.progress.status == .read })
    #expect(library.changes.count == 1)
  }

  @Test(
    "moves a paper in the queue, and the cursor with it",
    arguments: [
      ("}", [1, 12, 13]), ("} }", [1, 13, 12]), ("G {", [12, 13, 1]), ("} u", [12, 1, 13]),
      ("} {", [12, 1, 13]),
    ])
  func queue(_ script: String, _ order: [Int64]) throws {
    let library = FakeLibrary()
    library.shelf.queue = [12, 1, 13].map(PaperID.init(rawValue:))
    let open = "h g g j j l"
    let played = try Played("\(open) \(script)", library: library)
    #expect(library.shelf.queue.map(\.rawValue) == order)
    if script == "} }" { #expect(played.cursorRow.contains("Families")) }
  }

  @Test(
    "says why a paper is not moved",
    arguments: [
      ("{", "Papers are moved in the queue"), ("h g g j j l {", "It is the first in the queue."),
      ("h g g j j l }", "It is the last in the queue."),
    ])
  func unmoved(_ script: String, _ sentence: String) throws {
    let played = try Played(script)
    #expect(played.footer.contains(sentence) && played.library.changes.isEmpty)
  }

  @Test(
    "adds and removes tags, and completes those in use",
    arguments: [
      ("g g t type:+new\\ -attention Enter", ["new"]),
      ("g g t type:new Enter", ["attention", "new"]),
      ("g g t type:+sys Tab Enter", ["attention", "systems"]), ("g g t Enter", ["attention"]),
      ("g g t type:new Esc", ["attention"]),
      ("g g t type:#new\\ +new Enter", ["attention", "new"]),
    ])
  func tags(_ script: String, _ tags: [String]) throws {
    let library = FakeLibrary()
    _ = try Played(script, library: library)
    #expect(library.shelf.papers[PaperID(rawValue: 1)]?.tags == tags)
  }

  @Test("says why a change was refused, and shows what is")
  func refusal() throws {
    let library = FakeLibrary()
    library.refusal = "The library is read-only; give it write permission and try again."
    let played = try Played("r", library: library)
    #expect(played.footer.contains("The library is read-only"))
    #expect(played.lines[0].contains("1 of 7 read"))
  }

  @Test("does each of many keys that wait to what was under the cursor then")
  func burst() throws {
    let library = FakeLibrary()
    _ = try Played("g g s j s j s", library: library, inOneBatch: true)
    #expect(
      (1...3).allSatisfy {
        library.shelf.papers[PaperID(rawValue: $0)]?.progress.status == .skipped
      })
    let other = FakeLibrary()
    _ = try Played("L r r", library: other, inOneBatch: true)
    #expect(other.shelf.papers[gpt]?.progress.status == .read)
    #expect(other.changes.count == 2)
    #expect(other.changes.first != other.changes.last)
  }
}
