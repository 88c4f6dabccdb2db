import ReadingModel
import Testing

@testable import ReadingStore

@Suite("What statistics are made of")
struct StatisticsTests {
  let library: Library

  init() throws { library = try Fixture.library() }

  private func mark(_ status: Status, _ keys: String..., at: String) throws {
    #expect(
      try library.change(at: at) { editor in
        for key in keys { try editor.setStatus(status, of: editor.id(key), at: at) }
        return "Marked"
      })
  }

  @Test("Nothing was read in a new library, and every section is there")
  func fresh() throws {
    let record = try library.readingRecord()
    #expect(record.events.isEmpty && record.years.isEmpty && record.done.isEmpty)
    #expect(record.statuses == [.unread: 5])
    #expect(record.sections.map(\.section) == [nil, "Models", "News"])
    #expect(
      record.sections.map(\.list) == ["From one to many", "From one to many", "This week’s papers"])
    #expect(record.sections.map(\.entries) == [1, 3, 2])
  }

  @Test("Marks are counted by moment, status, year, list and section")
  func marks() throws {
    try mark(.read, "arxiv:1706.03762", "arxiv:1810.04805", at: "2026-03-01T10:00:00.500Z")
    try mark(.skipped, "arxiv:2005.14165", at: "2026-03-02T00:00:00Z")
    try mark(.queued, "url:https://example.org/blog", at: "2026-02-01T00:00:00Z")
    let record = try library.readingRecord()
    #expect(
      record.events.map(\.moment) == [1_769_904_000, 1_772_359_200, 1_772_359_200, 1_772_409_600])
    #expect(record.events.map(\.status) == [.queued, .read, .read, .skipped])
    #expect(record.statuses == [.unread: 1, .queued: 1, .read: 2, .skipped: 1])
    #expect(record.years == [.init(year: 2017, read: 1), .init(year: 2018, read: 1)])
    #expect(record.sections.map(\.read) == [1, 1, 1])
    #expect(record.sections.map(\.skipped) == [0, 1, 0])
    let order = try #require(try library.list(slug: "order"))
    #expect(record.done[order.id]?.count == 3)
    #expect(record.lists.map(\.read) == [2, 1])
  }

  @Test("What was taken back was never read")
  func undone() throws {
    try mark(.read, "arxiv:1706.03762", at: "2026-03-01T10:00:00Z")
    _ = try library.undo(at: "2026-03-01T10:01:00Z")
    let record = try library.readingRecord()
    #expect(record.events.isEmpty && record.statuses == [.unread: 5])
  }

  @Test("A pass on an unread paper leaves it among the unread")
  func passes() throws {
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.setPass(1, of: editor.id("arxiv:1706.03762"), at: Fixture.now)
        return "Passed"
      })
    #expect(try library.readingRecord().statuses == [.unread: 5])
  }
}
