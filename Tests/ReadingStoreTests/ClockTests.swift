import ReadingModel
import Testing

@testable import ReadingStore

@Suite("A clock that jumps")
struct ClockTests {
  @Test("A clock that jumps back changes no order, neither of the history nor of a note’s versions")
  func back() throws {
    let library = try Fixture.library()
    let paper = PaperID(rawValue: 1)
    let start = try library.dump()
    let moments = [
      "2026-03-01T10:00:00Z", "2020-01-01T00:00:00Z", "2026-03-01T10:00:00Z",
      "1970-01-01T00:00:00Z", "2038-01-19T03:14:08Z", "1999-12-31T23:59:59Z",
    ]
    var note: NoteID?
    for (number, moment) in moments.enumerated() {
      _ = try library.change(at: moment) { editor in
        note = try editor.saveNote(paper: paper, note: note, body: "text \(number)", at: moment)
        try editor.setStatus(
          number.isMultiple(of: 2) ? .read : .reading, of: paper, at: moment)
        return "Step \(number)"
      }
    }
    let labels = moments.indices.map { "Step \($0)" }
    #expect(try library.history(limit: nil).map(\.label) == labels.reversed())
    let detail = try #require(try library.paper(paper))
    #expect(detail.notes.map(\.body) == ["text 5"])
    #expect(detail.notes.map(\.updated) == [moments[5]])
    #expect(detail.notes.map(\.created) == [moments[0]])
    let id = try #require(note)
    #expect(try library.noteVersions(id).map(\.body) == moments.indices.map { "text \($0)" })
    #expect(detail.progress.status == .reading)
    #expect(try library.examine().filter { $0.state != .sound } == [])
    for label in labels.reversed() {
      #expect(try library.undo(at: "2000-01-01T00:00:00Z")?.label == label)
    }
    #expect(try library.dump() == start)
    for label in labels { #expect(try library.redo(at: "1980-01-01T00:00:00Z")?.label == label) }
    #expect(try library.paper(paper)?.notes.map(\.body) == ["text 5"])
    #expect(try library.faults() == [])
  }
}
