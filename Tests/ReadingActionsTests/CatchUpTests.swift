import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Catching up with old weeks")
struct CatchUpTests {
  private let actions: Actions

  init() throws {
    let week = ReadingList(
      slug: "week", title: "A week", kind: .weekly, issued: "2025-02-24",
      sections: [
        ReadingSection(
          title: nil, entries: ["One", "Two"].map { Entry(paper: Paper(title: $0)) })
      ])
    actions = Actions(library: try Library.inMemory(lists: [week, Desk.order]))
  }

  @Test("skips what is unread as one step that undo takes back")
  func skips() throws {
    let preview = try actions.previewOfCatchUp(before: "2025-03-01")
    #expect(
      preview.sentence == "Would mark 2 papers of 1 weekly list before 2025-03-01 as skipped")
    let one = try actions.paper(named: "One")
    #expect(try actions.library.paper(one)?.progress.status == .unread)
    let outcome = try actions.perform(.catchUp(before: "2025-03-01"))
    #expect(outcome.sentence == "Marked 2 papers of 1 weekly list before 2025-03-01 as skipped")
    #expect(outcome.papers.count == 2)
    #expect(try actions.library.paper(one)?.progress.status == .skipped)
    #expect(try actions.library.history(limit: nil).count == 1)
    _ = try actions.perform(.undo(1))
    #expect(try actions.library.paper(one)?.progress.status == .unread)
  }

  @Test("says why nothing is skipped")
  func nothing() throws {
    let before = try actions.perform(.catchUp(before: "2025-01-01"))
    #expect(before.sentence == "There is no weekly list before 2025-01-01")
    #expect(!before.changed)
    _ = try actions.perform(.catchUp(before: "2025-03-01"))
    #expect(
      try actions.perform(.catchUp(before: "2025-03-01")).sentence
        == "Nothing unread is left that stands only in the 1 weekly list before 2025-03-01")
  }

  @Test(
    "refuses what is no day",
    arguments: ["", "yesterday", "2025-02-30", "2025-02-24/2025-03-01", "2025-2-3"])
  func refusal(_ day: String) {
    #expect(throws: ActionError.refused("“\(day)” is no day; write it as in 2025-11-01")) {
      try actions.perform(.catchUp(before: day))
    }
  }
}
