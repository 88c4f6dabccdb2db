import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Searching")
struct QueryTests {
  let library: Library

  init() throws {
    library = try Fixture.library()
    let (first, bert) = try (library.id("arxiv:1706.03762"), library.id("arxiv:1810.04805"))
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(.read, of: first, at: Fixture.now)
      try editor.setRating(4, of: first, at: Fixture.now)
      try editor.setPass(2, of: first, at: Fixture.now)
      try editor.addTag("NLP_x", to: bert)
      try editor.saveNote(paper: bert, note: nil, body: "Cloze is old.", at: Fixture.now)
      return "Read"
    }
  }

  /// A condition, and the years of the papers it matches, in order.
  static let conditions: [(Query.Condition, [Int])] = [
    (.word("atten", nil), [2017, 2021]), (.word("ATTENTION", nil), [2017, 2021]),
    (.word("resume", nil), [2021]), (.word("vaswani", nil), [2017]),
    (.word("predicts", nil), [2018]), (.word("cloze", nil), [2018]),
    (.word("softmax", nil), [2021]), (.word("softm", nil), []),
    (.all([.word("devlin", nil), .word("masks", nil)]), [2018]),
    (.all([.word("attention", nil), .word("need", nil)]), [2017]),
    (.phrase(["all", "you"], nil), [2017]), (.phrase(["you", "all"], nil), []),
    (.word("\"", nil), []), (.word("a OR b", nil), []), (.word("title:x", nil), []),
    (.word("(", nil), []), (.word("x\0y", nil), []),
    (.word("atten", .title), [2017, 2021]), (.word("gpt", .title), [2020]),
    (.word("brown", .author), [2020]), (.word("brown", .title), []),
    (.phrase(["Tom", "Brown"], .author), [2020]),
    (.word("clo", .note), [2018]), (.word("mask", .abstract), [2018]),
    (.word("encod", .remark), [2018]), (.word("encod", .note), []),
    (.word("week", .list), [2018, 2021]), (.word("many", .list), [2017, 2018, 2020, 2022]),
    (.word("news", .section), [2018, 2021]), (.word("model", .section), [2018, 2020, 2022]),
    (.word("none", .section), []), (.word("nlp", .tag), [2018]), (.word("nlp_", .tag), [2018]),
    (.word("n_p", .tag), []), (.word("%", .tag), []),
    (.status(.read), [2017]), (.status(.unread), [2018, 2020, 2021, 2022]),
    (.number(.year, atLeast: 2020, atMost: 2021), [2020, 2021]),
    (.number(.year, atLeast: nil, atMost: 2018), [2017, 2018]),
    (.number(.rating, atLeast: 4, atMost: nil), [2017]),
    (.number(.pass, atLeast: 0, atMost: 0), [2018, 2020, 2021, 2022]),
    (.has(.note), [2018]), (.has(.code), [2017]), (.has(.abstract), [2018]),
    (.has(.rating), [2017]), (.has(.tag), [2018]),
    (.has(.year), [2017, 2018, 2020, 2021, 2022]), (.has(.prerequisite), [2018, 2020, 2022]),
    (.added(days: 7, older: true), [2017, 2018, 2020, 2021, 2022]),
    (.added(days: 7, older: false), []),
    (.not(.word("attention", nil)), [2018, 2020, 2022]),
    (.any([.word("bert", nil), .word("gpt", nil)]), [2018, 2020]),
    (.any([]), []), (.all([]), [2017, 2018, 2020, 2021, 2022]),
    (.all([.word("attention", nil), .not(.status(.read))]), [2021]),
    (
      .all([
        .any([.status(.read), .has(.note)]), .not(.word("bert", .title)),
        .number(.year, atLeast: 2000, atMost: nil),
      ]), [2017]
    ),
  ]

  @Test("A condition matches what it says", arguments: conditions)
  func matches(condition: Query.Condition, years: [Int]) throws {
    let source = RowSource.search(Query(condition: condition, text: ""))
    let window = try library.rows(source, start: 0, limit: 50)
    #expect(window.rows.compactMap(\.year).sorted() == years)
    #expect(window.total == years.count)
    #expect(window.rows.map(\.position) == Array(1..<years.count + 1))
    #expect(try library.listed(source, limit: nil).map(\.id) == window.rows.map(\.paper))
  }

  @Test(
    "Results are in the order asked for",
    arguments: [
      (Query.SortField.year, false, [2017, 2018, 2020, 2021, 2022]),
      (.year, true, [2022, 2021, 2020, 2018, 2017]),
      (.title, false, [2017, 2018, 2020, 2022, 2021]),
      (.author, false, [2017, 2018, 2022, 2020, 2021]),
      (.rating, true, [2017, 2018, 2020, 2022, 2021]),
      (.status, true, [2017, 2018, 2020, 2022, 2021]),
      (.added, true, [2021, 2022, 2020, 2018, 2017]),
    ])
  func sorted(field: Query.SortField, descending: Bool, years: [Int]) throws {
    let query = Query(
      condition: nil, sort: [Query.SortKey(field: field, descending: descending)], text: "")
    let rows = try library.rows(.search(query), start: 0, limit: 50).rows
    #expect(rows.compactMap(\.year) == years)
    #expect(
      try library.rows(.search(query), start: 2, limit: 2).rows.compactMap(\.year)
        == Array(years[2..<4]))
  }

  @Test(
    "A query as deep as one may be is taken by every request, and what it finds is right",
    arguments: [
      ["(need and @)", "(zzz or @)"], ["(need and not @)", "(zzz or not @)"],
      ["(rating:4 and not @)", "(rating:1 or not @)"],
      ["not (not has:note @)", "not (has:note or @)"],
      ["(@ or note:zzz)", "(@ and title:need)"], ["(tag:zzz or not @)", "(list:order and not @)"],
      ["(sort:-year @)", "(sort:title not @)"],
    ])
  func deep(levels: [String]) throws {
    var text = "read"
    for depth in 0..<Query.deepest {
      text = levels[depth % 2].replacing("@", with: depth == 0 ? "status:read" : text)
    }
    let query = try Query.parse(text)
    let deeper = levels[0].replacing("@", with: text)
    #expect(throws: QueryError.self) { try Query.parse(deeper) }
    let found = try library.papers(of: .search(query))
    for source in [
      RowSource.search(query), .filtered(.all, query), .filtered(.queue, query),
      .filtered(.search(query), query), .filtered(.filtered(.all, query), query),
    ] {
      let rows = try library.rows(source, start: 0, limit: 50).rows
      #expect(rows.map(\.paper).sorted() == (try library.papers(of: source)).sorted())
      if source != .filtered(.queue, query) {
        #expect(rows.map(\.paper).sorted() == found.sorted())
      }
      for paper in found.prefix(2) { _ = try library.snippet(of: paper, in: source) }
    }
  }

  @Test(
    "A condition beside alternatives, and beside what excludes them, matches both in every order",
    arguments: conditions)
  func beside(condition: Query.Condition, years: [Int]) throws {
    let all = Self.conditions
    let orders =
      [[]]
      + Query.SortField.allCases.map { [Query.SortKey(field: $0, descending: $0 == .rating)] }
    for (index, (second, others)) in all.enumerated() {
      let (third, more) = all[(index * 7 + years.count) % all.count]
      let either = Set(others).union(more)
      for (beside, kept) in [
        (Query.Condition.any([second, third]), { either.contains($0) }),
        (.not(.any([third, second])), { !either.contains($0) }),
        (
          .any([.all([second, third]), .not(second)]),
          { !others.contains($0) || more.contains($0) }
        ),
      ] {
        let query = Query(
          condition: .all([condition, beside]),
          sort: orders[(index + years.count) % orders.count], text: "")
        let window = try library.rows(.search(query), start: 0, limit: 9)
        #expect(window.rows.compactMap(\.year).sorted() == years.filter(kept), "\(query)")
        #expect(window.total == window.rows.count, "\(query)")
        #expect(
          try library.papers(of: .filtered(.all, query)) == window.rows.map(\.paper), "\(query)")
      }
    }
  }

  @Test("A match in a name comes before one in other text, and windows join")
  func tiers() throws {
    // “Transformers” is in a title, “encoder” in a remark; both are words of BERT alone.
    let query = Query(condition: .word("transformer", nil), text: "transformer")
    let whole = try library.rows(.search(query), start: 0, limit: 9)
    #expect(whole.rows.map(\.shortName) == ["Transformer", "BERT"])
    for start in 0..<3 {
      let part = try library.rows(.search(query), start: start, limit: 1)
      #expect(part.rows == Array(whole.rows.dropFirst(start).prefix(1)))
      #expect(part.total == 2)
    }
  }

  @Test(
    "A snippet marks the words where they match best",
    arguments: [
      (Query.Condition.word("need", nil), "title", "Attention Is All You [Need]"),
      (.word("vasw", nil), "authors", "Ashish [Vaswani], et al."),
      (.word("predicts", nil), "abstract", "Masks words and [predicts] them."),
      (.word("cloze", nil), "note", "[Cloze] is old."),
      (.word("softmax", nil), "remark", "Tiling [softmax]."),
      (
        .all([.word("resume", nil), .word("attention", nil)]), "title",
        "Überblick: [résumé] of “[attention]”"
      ),
    ])
  func snippets(condition: Query.Condition, field: String, text: String) throws {
    let source = RowSource.search(Query(condition: condition, text: ""))
    let paper = try #require(try library.papers(of: source).first)
    let snippet = try #require(try library.snippet(of: paper, in: source))
    #expect(snippet.field == field)
    #expect(snippet.runs.map { $0.matched ? "[\($0.text)]" : $0.text }.joined() == text)
  }

  @Test("A snippet of a long text is one line around the first match")
  func longSnippet() throws {
    let text =
      String(repeating: "word\n", count: 100) + "needle" + String(repeating: " end", count: 100)
    let library = try Library.inMemory(
      lists: [
        ReadingList(
          slug: "l", title: "L", kind: .custom,
          sections: [
            ReadingSection(title: nil, entries: [Entry(paper: Paper(title: "T"), remark: text)])
          ])
      ])
    let query = Query(condition: .word("needle", nil), text: "needle")
    let paper = try #require(try library.papers(of: .search(query)).first)
    let snippet = try #require(try library.snippet(of: paper, in: .search(query)))
    #expect(snippet.text.hasPrefix("… word word"))
    #expect(snippet.text.hasSuffix("…"))
    #expect(snippet.text.count <= 162)
    #expect(!snippet.text.contains("\n"))
    #expect(snippet.runs.filter(\.matched).map(\.text) == ["needle"])
  }

  @Test("A query without words has no snippet")
  func noSnippet() throws {
    let query = Query(condition: .status(.read), text: "")
    let paper = try #require(try library.papers(of: .search(query)).first)
    #expect(try library.snippet(of: paper, in: .search(query)) == nil)
    let filtered = RowSource.filtered(.all, try Query.parse("need"))
    #expect(try library.snippet(of: paper, in: filtered)?.field == "title")
  }

  @Test(
    "Edits are counted, and the limit is kept",
    arguments: [
      ("", "", 0, 0), ("bert", "brt", 1, 1), ("bert", "bret", 1, 1), ("bert", "best", 1, 1),
      ("bert", "gpt", 1, nil), ("kitten", "sitting", 3, 3), ("kitten", "sitting", 2, nil),
    ] as [(String, String, Int, Int?)])
  func editDistance(left: String, right: String, limit: Int, distance: Int?) {
    #expect(
      EditDistance.between(
        Array(left.unicodeScalars), Array(right.unicodeScalars), atMost: limit) == distance)
  }
}
