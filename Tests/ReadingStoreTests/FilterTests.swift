import GRDB
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Filters and orders of a source")
struct FilterTests {
  let library: Library

  init() throws { library = try Fixture.library() }

  private func years(_ source: RowSource, _ text: String) throws -> [Int] {
    let filtered = RowSource.filtered(source, try Query.parse(text))
    let window = try library.rows(filtered, start: 0, limit: 50)
    #expect(window.total == window.rows.count)
    #expect(try library.papers(of: filtered) == window.rows.map(\.paper))
    return window.rows.compactMap(\.year)
  }

  private var order: RowSource {
    get throws { .list(try #require(try library.list(slug: "order")).id) }
  }

  @Test(
    "A list keeps its order unless the query has one",
    arguments: [
      ("", [2017, 2018, 2020, 2022]), ("year:2018..2020", [2018, 2020]),
      ("model", [2020, 2022]), ("-model", [2017, 2018]), ("sort:-year", [2022, 2020, 2018, 2017]),
      ("has:prerequisite sort:title", [2018, 2020, 2022]), ("has:abstract", [2018]),
      ("has:year status:unread", [2017, 2018, 2020, 2022]), ("added:<7d", []),
      ("added:>7d sort:-added", [2022, 2020, 2018, 2017]),
      ("title:bert or title:gpt", [2018, 2020]),
      ("sort:author", [2017, 2018, 2022, 2020]), ("pass:0 sort:-rating", [2017, 2018, 2020, 2022]),
      ("pass:>=1", []), ("section:models", [2018, 2020, 2022]),
    ])
  func list(text: String, years expected: [Int]) throws {
    #expect(try years(order, text) == expected)
  }

  @Test("The papers with notes can stand in the order of their newest notes")
  func noted() throws {
    let bert = try library.id("arxiv:1810.04805")
    let gpt = try library.id("arxiv:2005.14165")
    var note: NoteID?
    _ = try library.change(at: Fixture.then) { editor in
      note = try editor.saveNote(paper: bert, note: nil, body: "first", at: "2026-03-01T09:00")
      try editor.saveNote(paper: gpt, note: nil, body: "second", at: "2026-03-01T10:00")
      return "Wrote"
    }
    for source in [RowSource.all, try order] {
      #expect(try years(source, "has:note sort:-noted") == [2020, 2018])
      #expect(try years(source, "note:second sort:-noted") == [2020])
    }
    _ = try library.change(at: Fixture.now) { editor in
      try editor.saveNote(paper: bert, note: note, body: "anew", at: "2026-03-01T11:00")
      return "Wrote"
    }
    #expect(try years(.all, "has:note sort:-noted") == [2018, 2020])
    let found = try library.rows(
      .search(Query.parse("has:note sort:noted")), start: 0, limit: 9)
    #expect(found.rows.compactMap(\.year) == [2020, 2018])
  }

  @Test("A row of a filtered list keeps its place in the list")
  func positions() throws {
    let source = RowSource.filtered(try order, try Query.parse("sort:-year"))
    let rows = try library.rows(source, start: 1, limit: 2).rows
    #expect(rows.map(\.position) == [3, 2])
    #expect(rows.map(\.waitingFor) == [[1], [1]])
  }

  @Test("Every source can be filtered, and what is filtered as well")
  func sources() throws {
    let gpt = try library.id("arxiv:2005.14165")
    let blog = try library.id("url:https://example.org/blog")
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.setStatus(.queued, of: blog, at: Fixture.now)
        try editor.setStatus(.queued, of: gpt, at: Fixture.now)
        try editor.setStatus(.reading, of: editor.id("arxiv:1810.04805"), at: Fixture.now)
        return "Marked"
      })
    #expect(try years(.queue, "") == [2021, 2020])
    #expect(try years(.queue, "sort:year") == [2020, 2021])
    #expect(try years(.reading, "bert") == [2018])
    #expect(try years(.all, "year:<2020 sort:-year") == [2018, 2017])
    #expect(try years(.nextUp, "status:queued") == [2021, 2020])
    #expect(try years(.search(Query.parse("attention")), "year:2021") == [2021])
    #expect(try years(.filtered(order, Query.parse("model")), "sort:-year") == [2022, 2020])
  }

  @Test(
    "A long list is filtered and ordered like a short one",
    arguments: [
      "", "year:2003", "paper", "title:paper year:2001..2004", "-has:code year:>=2009",
      "sort:title",
      "sort:-year", "status:unread", "status:read", "sort:-rating", "year:2001 sort:-rating",
      "rating:5 or year:2002", "tag:x", "has:note", "pass:0 rating:>=3",
    ])
  func longList(text: String) throws {
    let entries = (0..<5_100).map {
      Entry(paper: Paper(title: "Paper \($0 * 7 % 5_100)", year: 2000 + $0 % 10))
    }
    func list(_ slug: String, _ entries: [Entry]) -> ReadingList {
      ReadingList(
        slug: slug, title: slug, kind: .custom,
        sections: [ReadingSection(title: nil, entries: entries)])
    }
    let library = try Library.inMemory(
      lists: [list("long", entries), list("other", [Entry(paper: Paper(title: "Elsewhere"))])])
    _ = try library.change(at: Fixture.now) { editor in
      for number in stride(from: 1, to: 5_000, by: 40) {
        let paper = PaperID(rawValue: Int64(number))
        try editor.setStatus(number % 3 == 0 ? .read : .skipped, of: paper, at: Fixture.now)
        if number % 2 == 1 { try editor.setRating(1 + number % 5, of: paper, at: Fixture.now) }
        if number % 7 == 0 { try editor.addTag("x", to: paper) }
      }
      return "Marked"
    }
    let long = RowSource.list(try #require(try library.list(slug: "long")).id)
    let query = try Query.parse(text)
    // The same papers as a source of which only its rows are known.
    let ids = try library.papers(of: long)
    let expected = try library.papers(
      of: .filtered(.filtered(long, Query(condition: nil, text: "")), query))
    let found = try library.papers(of: .filtered(long, query))
    #expect(Set(found) == Set(expected))
    #expect(found.count == expected.count)
    if query.sort.isEmpty { #expect(found == expected) }
    let window = try library.rows(.filtered(long, query), start: 10, limit: 20)
    #expect(window.rows.map(\.paper) == Array(found.dropFirst(10).prefix(20)))
    #expect(window.rows.allSatisfy { ids[$0.position - 1] == $0.paper })
    #expect(window.total == found.count)
    #expect(
      try Set(library.papers(of: .filtered(.all, query)).filter { $0.rawValue <= 5_100 })
        == Set(found))
  }

  @Test("Papers known by a working title are a source of their own")
  func needsTitle() throws {
    var paper = Paper(title: "arXiv 2501.00001", identifiers: [])
    paper.hasWorkingTitle = true
    let list = ReadingList(
      slug: "l", title: "L", kind: .custom,
      sections: [
        ReadingSection(
          title: nil, entries: [Entry(paper: paper), Entry(paper: Fixture.gpt)])
      ])
    let library = try Library.inMemory(lists: [list])
    let window = try library.rows(.needsTitle, start: 0, limit: 9)
    #expect(window.rows.map(\.title) == ["arXiv 2501.00001"])
    #expect(window.total == 1)
  }

  @Test("All papers come in windows from both ends, also where numbers are missing")
  func gaps() throws {
    let papers = (1...30).map { Entry(paper: Paper(title: "Paper \($0)")) }
    let library = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "l", title: "L", kind: .custom,
          sections: [ReadingSection(title: nil, entries: papers)])
      ])
    try library.database.writeWithoutTransaction { database in
      try database.run("DELETE FROM entry")
      try database.run("DELETE FROM paper WHERE id IN (3, 20)")
    }
    let all = (1...30).filter { ![3, 20].contains($0) }.map(Int64.init)
    for start in 0...29 {
      let window = try library.rows(.all, start: start, limit: 5)
      #expect(window.rows.map(\.paper.rawValue) == Array(all.dropFirst(start).prefix(5)))
      #expect(window.rows.first.map(\.position) == (start < 28 ? start + 1 : nil))
    }
  }

  @Test("A list says how many of its entries have each status, unless it is long")
  func tally() throws {
    let bert = try library.id("arxiv:1810.04805")
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(.queued, of: bert, at: Fixture.now)
      return "Queued"
    }
    let tally = try #require(try library.rows(order, start: 0, limit: 1).tally)
    #expect(tally == StatusTally([.unread: 3, .queued: 1]))
    let long = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "l", title: "L", kind: .custom,
          sections: [
            ReadingSection(
              title: nil, entries: (0...500).map { Entry(paper: Paper(title: "Paper \($0)")) })
          ])
      ])
    let list = try #require(try long.lists().first)
    #expect(try long.rows(.list(list.id), start: 0, limit: 1).tally == nil)
  }
}
