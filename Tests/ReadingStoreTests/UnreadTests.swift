import ReadingModel
import Testing

@testable import ReadingStore

@Suite("The nearest unread paper")
struct UnreadTests {
  private static let titles = ["one", "two", "three", "four", "five", "six"].map { "Paper \($0)" }

  private let library: Library
  private let lists: [ListID]

  init() throws {
    func list(_ slug: String, _ kind: ListKind, _ titles: ArraySlice<String>) -> ReadingList {
      ReadingList(
        slug: slug, title: slug, kind: kind,
        sections: [
          ReadingSection(title: nil, entries: titles.map { Entry(paper: Paper(title: $0)) })
        ])
    }
    library = try Library.inMemory(
      lists: [
        list("a", .order, Self.titles[0..<4]), list("b", .custom, Self.titles[3..<5]),
        list("c", .custom, Self.titles[5..<6]),
      ], added: Fixture.then)
    lists = try library.lists().map(\.id)
  }

  private func mark(_ numbers: Int..., status: Status = .read) throws {
    let papers = try numbers.map { number in
      try #require(
        try library.papers(titled: Self.titles[number - 1], limit: 1).first
      ).paper
    }
    _ = try library.change(at: Fixture.now) { editor in
      for paper in papers { try editor.setStatus(status, of: paper, at: Fixture.now) }
      return "Marked"
    }
  }

  private func found(
    _ direction: Direction, _ source: RowSource, _ index: Int
  ) throws -> RowPlace? {
    try library.unread(direction, from: RowPlace(source: source, index: index), then: lists)
  }

  @Test("Is the next in the source, whatever it is, and then in the lists")
  func sources() throws {
    try mark(1, 2)
    try mark(3, status: .reading)
    try mark(6, status: .queued)
    let first = RowSource.list(lists[0])
    let second = RowPlace(source: .list(lists[1]), index: 0)
    #expect(try found(.forward, first, -1) == RowPlace(source: first, index: 3))
    #expect(try found(.forward, first, 2) == RowPlace(source: first, index: 3))
    #expect(try found(.forward, first, 3) == RowPlace(source: first, index: 3))
    #expect(try found(.backward, first, 3) == RowPlace(source: first, index: 3))
    for source in [RowSource.reading, .queue, .needsTitle] {
      #expect(try found(.forward, source, 0) == RowPlace(source: first, index: 3))
    }
    #expect(try found(.forward, .all, 0) == RowPlace(source: .all, index: 3))
    #expect(try found(.forward, .all, 3) == RowPlace(source: .all, index: 4))
    #expect(try found(.forward, .all, 99) == RowPlace(source: first, index: 3))
    #expect(try found(.backward, .all, 4) == RowPlace(source: .all, index: 3))
    let search = RowSource.search(try Query.parse("paper"))
    let hits = try library.rows(search, start: 0, limit: 9).rows
    let index = try #require(hits.firstIndex { $0.title == "Paper five" })
    let other = try #require(hits.firstIndex { $0.title == "Paper four" })
    #expect(try found(.forward, search, -1) == RowPlace(source: search, index: min(index, other)))
    #expect(try found(.backward, search, 99) == RowPlace(source: search, index: max(index, other)))
    let filtered = RowSource.filtered(second.source, try Query.parse("five"))
    #expect(try found(.forward, filtered, -1) == RowPlace(source: filtered, index: 0))
  }

  @Test("Is looked for in the lists in the order given, and none is nil")
  func order() throws {
    try mark(1, 2, 3, 4)
    func place(_ list: Int, _ index: Int) -> RowPlace {
      RowPlace(source: .list(lists[list]), index: index)
    }
    func found(_ direction: Direction, _ order: [ListID]) throws -> RowPlace? {
      try library.unread(direction, from: RowPlace(source: .queue, index: 0), then: order)
    }
    #expect(try found(.forward, lists) == place(1, 1))
    #expect(try found(.forward, lists.reversed()) == place(2, 0))
    #expect(try found(.backward, lists) == place(1, 1))
    #expect(try found(.forward, []) == nil)
    try mark(5, 6, status: .skipped)
    for direction in [Direction.forward, .backward] {
      #expect(try found(direction, lists) == nil)
      #expect(
        try library.unread(direction, from: RowPlace(source: .all, index: 0), then: lists) == nil)
    }
  }

  @Test("Has its index in all papers also where rows are missing")
  func gaps() throws {
    try mark(1)
    let ids = try library.papers(of: .all)
    _ = try library.change(at: Fixture.now) { editor in
      try editor.merge(ids[1], into: ids[2], at: Fixture.now)
      return "Merged"
    }
    #expect(try found(.forward, .all, 0) == RowPlace(source: .all, index: 1))
    #expect(try found(.backward, .all, 4) == RowPlace(source: .all, index: 3))
  }
}
