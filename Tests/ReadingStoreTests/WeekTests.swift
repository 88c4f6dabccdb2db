import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Weeks")
struct WeekTests {
  private static func weekly(_ slug: String, _ issued: String?, _ titles: String...) -> ReadingList
  {
    ReadingList(
      slug: slug, title: slug.uppercased(), kind: .weekly, issued: issued,
      sections: [ReadingSection(title: nil, entries: titles.map { Entry(paper: Paper(title: $0)) })]
    )
  }

  private let library: Library

  init() throws {
    library = try Library.inMemory(
      lists: [
        Self.weekly("a", "2025-02-24", "One", "Two", "Three", "Four"),
        Self.weekly("b", "2025-03-02/2025-03-08", "Two", "Five"),
        Self.weekly("c", "2025-03-03", "Six", "Four"), Self.weekly("d", nil, "Three"),
        ReadingList(
          slug: "e", title: "E", kind: .custom,
          sections: [ReadingSection(title: nil, entries: [Entry(paper: Paper(title: "Five"))])]),
      ], added: Fixture.then)
  }

  private func id(_ title: String) throws -> PaperID {
    try #require(try library.papers(titled: title, limit: 1).first).paper
  }

  @Test("A week has the papers of its lists, each once, under their titles")
  func week() throws {
    let window = try library.rows(.week("2025-W09"), start: 0, limit: 9)
    #expect(window.rows.map(\.title) == ["One", "Two", "Three", "Four", "Five"])
    #expect(window.total == 5)
    #expect(
      window.sections == [
        SectionSpan(title: "A", first: 1, count: 4), SectionSpan(title: "B", first: 5, count: 1),
      ])
    let part = try library.rows(.week("2025-W09"), start: 3, limit: 1)
    #expect(part.rows.map(\.title) == ["Four"])
    #expect(part.rows.map(\.position) == [4])
    for week in ["2025-W11", "2025-W60", "x"] {
      #expect(try library.rows(.week(week), start: 0, limit: 9).total == 0)
    }
  }

  @Test("Catching up finds what stands only in older weekly lists and was never touched")
  func catchUp() throws {
    func found(_ day: String) throws -> [String] {
      try library.catchUp(before: day).papers.map(\.name)
    }
    #expect(try found("2025-02-24") == [])
    #expect(try found("2025-02-25") == ["One"])
    #expect(try found("2025-03-03") == ["One", "Two"])
    #expect(try found("2025-03-04") == ["One", "Two", "Four", "Six"])
    #expect(try library.catchUp(before: "2025-03-03").lists == 2)
    let (one, two, four) = try (id("One"), id("Two"), id("Four"))
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(.queued, of: one, at: Fixture.now)
      try editor.setRating(3, of: two, at: Fixture.now)
      try editor.saveNote(paper: four, note: nil, body: "Good.", at: Fixture.now)
      return "Changed"
    }
    #expect(try found("2025-03-04") == ["Six"])
  }

  @Test("What became read since a moment is counted once, and only while it is read")
  func papersRead() throws {
    let (one, two, three) = try (id("One"), id("Two"), id("Three"))
    func mark(_ status: Status, _ paper: PaperID, at moment: String) throws {
      _ = try library.change(at: moment) { editor in
        try editor.setStatus(status, of: paper, at: moment)
        return "Marked"
      }
    }
    try mark(.read, one, at: "2025-03-01T00:00:00.000Z")
    try mark(.read, two, at: "2025-03-03T00:00:00.000Z")
    try mark(.read, three, at: "2025-03-04T00:00:00.000Z")
    #expect(try library.papersRead(since: "2025-03-03T00:00:00.000Z") == 2)
    try mark(.unread, three, at: "2025-03-04T01:00:00.000Z")
    try mark(.unread, two, at: "2025-03-04T02:00:00.000Z")
    try mark(.read, two, at: "2025-03-04T03:00:00.000Z")
    #expect(try library.papersRead(since: "2025-03-03T00:00:00.000Z") == 1)
    // A rating given later is not another reading.
    _ = try library.change(at: "2025-03-05T00:00:00.000Z") { editor in
      try editor.setRating(4, of: one, at: "2025-03-05T00:00:00.000Z")
      return "Rated"
    }
    #expect(try library.papersRead(since: "2025-03-03T00:00:00.000Z") == 1)
    #expect(try library.papersRead(since: "2025-02-28T00:00:00.000Z") == 2)
  }
}
