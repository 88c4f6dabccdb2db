import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Rows of the sources")
struct RowTests {
  let library: Library

  init() throws { library = try Fixture.library() }

  private func mark(_ status: Status, _ keys: String..., at: String = Fixture.now) throws {
    #expect(
      try library.change(at: at) { editor in
        for key in keys { try editor.setStatus(status, of: editor.id(key), at: at) }
        return "Marked"
      })
  }

  @Test("A list's window has its rows, its total and its sections")
  func listWindow() throws {
    let list = try #require(try library.list(slug: "order"))
    let window = try library.rows(.list(list.id), start: 1, limit: 2)
    #expect(window.rows.map(\.position) == [2, 3])
    #expect(window.rows.map(\.key) == ["arxiv:1810.04805", "arxiv:2005.14165"])
    #expect(window.rows[0].authors == ["Jacob Devlin"])
    #expect(window.rows[0].shortName == "BERT")
    #expect(window.total == 4)
    #expect(
      window.sections == [
        SectionSpan(title: nil, first: 1, count: 1),
        SectionSpan(title: "Empty", first: 2, count: 0),
        SectionSpan(title: "Models", first: 2, count: 3),
      ])
    #expect(try library.rows(.list(list.id), start: 99, limit: 5).rows.isEmpty)
  }

  @Test("Rows have the facts that were asked for, and no others")
  func facts() throws {
    let list = RowSource.list(try #require(try library.list(slug: "order")).id)
    let id = try #require(try library.find(key: "arxiv:1706.03762"))
    _ = try library.change(at: Fixture.now) { editor in
      try editor.addTag("z", to: id)
      try editor.addTag("a", to: id)
      return "Tagged"
    }
    for source in [list, .all, .search(try Query.parse("attention"))] {
      let bare = try library.rows(source, start: 0, limit: 9).rows.first { $0.paper == id }
      #expect(bare?.tags == [] && bare?.added == nil && bare?.venue == nil)
      let full = try library.rows(
        source, start: 0, limit: 9, facts: [.venue, .tags, .added]
      ).rows.first { $0.paper == id }
      #expect(full?.tags == ["a", "z"] && full?.added == Fixture.then)
    }
  }

  @Test("A row waits for the positions of prerequisites that are not done")
  func waiting() throws {
    let list = try #require(try library.list(slug: "order"))
    func waiting() throws -> [[Int]] {
      try library.rows(.list(list.id), start: 0, limit: 9).rows.map(\.waitingFor)
    }
    #expect(try waiting() == [[], [1], [1], [3]])
    try mark(.skipped, "arxiv:1706.03762")
    #expect(try waiting() == [[], [], [], [3]])
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.addPrerequisite(
          editor.id("arxiv:2203.02155"), required: editor.id("arxiv:1810.04805"), why: "so")
        return "Added"
      })
    #expect(try waiting() == [[], [], [], [2, 3]])
    // In another list, what is not in it holds nothing up.
    let week = try #require(try library.list(slug: "week"))
    #expect(
      try library.rows(.list(week.id), start: 0, limit: 9).rows.map(\.waitingFor) == [[], []])
  }

  @Test("Rows wait in the same way for few prerequisites and for many", arguments: [150, 250])
  func manyWaiting(count: Int) throws {
    func arxiv(_ number: Int) -> String { "2001.\(10_000 + number)" }
    let entries = (0..<count).map { number in
      Entry(
        paper: Fixture.paper("Paper \(number)", arxiv: arxiv(number)),
        prerequisites: (number < 95 ? [] : [1, 2])
          .map { Prerequisite(key: "arxiv:" + arxiv(number - $0), why: "") })
    }
    let library = try Library.inMemory(lists: [
      ReadingList(
        slug: "chain", title: "A chain", kind: .order,
        sections: [ReadingSection(title: nil, entries: entries)])
    ])
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.setStatus(.read, of: editor.id("arxiv:" + arxiv(100)), at: Fixture.now)
        return "Marked"
      })
    let list = try #require(try library.list(slug: "chain"))
    let rows = try library.rows(.list(list.id), start: 99, limit: 5).rows
    #expect(rows.map(\.waitingFor) == [[98, 99], [99, 100], [100], [102], [102, 103]])
  }

  @Test("Next up is what is ready in the reading orders, then the queue")
  func nextUp() throws {
    func next() throws -> [String] {
      try library.rows(.nextUp, start: 0, limit: 9).rows.map(\.key)
    }
    #expect(try next() == ["arxiv:1706.03762"])
    try mark(.read, "arxiv:1706.03762")
    #expect(try next() == ["arxiv:1810.04805", "arxiv:2005.14165"])
    try mark(.queued, "url:https://example.org/blog", "arxiv:1810.04805")
    #expect(
      try next() == ["arxiv:2005.14165", "url:https://example.org/blog", "arxiv:1810.04805"])
    let window = try library.rows(.nextUp, start: 1, limit: 1)
    #expect(window.rows.map(\.position) == [2])
    #expect(window.total == 3)
  }

  @Test("Reading has what was touched last first")
  func reading() throws {
    try mark(.reading, "arxiv:1706.03762", at: "2026-03-01T10:00:00Z")
    try mark(.reading, "arxiv:1810.04805", at: "2026-03-02T10:00:00Z")
    let window = try library.rows(.reading, start: 0, limit: 9)
    #expect(window.rows.map(\.key) == ["arxiv:1810.04805", "arxiv:1706.03762"])
    #expect(window.total == 2)
  }

  @Test("All has every paper in the order added, also when one is missing before it")
  func all() throws {
    #expect(try library.rows(.all, start: 3, limit: 9).rows.map(\.position) == [4, 5])
    try library.database.writeWithoutTransaction { database in
      for table in ["entry_prerequisite", "entry", "link", "identifier"] {
        try database.run("DELETE FROM \(table)")
      }
      try database.run("DELETE FROM paper WHERE id = 2")
    }
    let window = try library.rows(.all, start: 1, limit: 2)
    #expect(window.rows.map(\.paper.rawValue) == [3, 4])
    #expect(window.total == 4)
  }

  @Test("Counts follow what is marked")
  func counts() throws {
    try mark(.reading, "arxiv:1706.03762")
    try mark(.queued, "arxiv:1810.04805", "arxiv:2005.14165")
    try mark(.read, "arxiv:2005.14165")
    try mark(.skipped, "url:https://example.org/blog")
    #expect(try library.counts() == SourceCounts(reading: 1, queue: 1, all: 5))
    let lists = try library.lists()
    #expect(lists.map(\.slug) == ["order", "week"])
    #expect(lists.map(\.entries) == [4, 2])
    #expect(lists.map(\.read) == [1, 0])
    #expect(lists.map(\.skipped) == [0, 1])
    #expect(try library.faults() == [])
  }

  @Test("Listed papers carry facts, place, section, remark and tags")
  func listed() throws {
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.addTag("b", to: editor.id("arxiv:1810.04805"))
        try editor.addTag("a", to: editor.id("arxiv:1810.04805"))
        return "Tagged"
      })
    let list = try #require(try library.list(slug: "week"))
    let listed = try library.listed(.list(list.id), limit: nil)
    #expect(listed.map(\.paper) == [Fixture.blog, Fixture.bert])
    #expect(listed.map(\.section) == ["News", "News"])
    #expect(listed.map(\.remark) == ["Tiling softmax.", ""])
    #expect(listed.map(\.position) == [1, 2])
    #expect(listed[1].tags == ["a", "b"])
    #expect(try library.listed(.list(list.id), limit: 1).count == 1)
    #expect(try library.listed(.all, limit: nil).map(\.position) == [1, 2, 3, 4, 5])
  }
}
