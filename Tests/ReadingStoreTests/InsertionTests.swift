import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Putting papers and lists in")
struct InsertionTests {
  private func insert(_ papers: Paper...) throws -> (Library, [PaperID]) {
    let library = try Library.inMemory(added: Fixture.then)
    var ids: [PaperID] = []
    for paper in papers {
      _ = try library.change(at: Fixture.now) { editor in
        ids.append(try editor.insert(paper, at: Fixture.now))
        return "Added"
      }
    }
    #expect(try library.faults() == [])
    return (library, ids)
  }

  private static let doi = Identifier(canonical: "10.1/a", scheme: .doi)
  private static let arxiv = Identifier(canonical: "2101.00001", scheme: .arxiv)

  @Test(
    "Two descriptions of one work are one paper",
    arguments: [
      (
        Paper(title: "A", identifiers: [arxiv]),
        Paper(title: "Another title", identifiers: [doi, arxiv])
      ),
      (Paper(title: "The Same Work", year: 2020), Paper(title: "The sâme work!", year: 2020)),
      (Paper(title: "The Same Work", year: 2020), Paper(title: "The Same Work")),
      (Paper(title: "The Same Work", identifiers: [arxiv]), Paper(title: "The Same Work")),
      (
        Paper(title: "The Same Work", identifiers: [arxiv]),
        Paper(title: "The Same Work", identifiers: [doi])
      ),
    ])
  func same(first: Paper, second: Paper) throws {
    let (_, ids) = try insert(first, second)
    #expect(ids[0] == ids[1])
  }

  @Test(
    "Two works that only share a title are two papers",
    arguments: [
      (Paper(title: "Scaling", year: 2020), Paper(title: "Scaling", year: 2023)),
      (
        Paper(title: "Scaling", identifiers: [arxiv]),
        Paper(
          title: "Scaling", identifiers: [Identifier(canonical: "2202.00002", scheme: .arxiv)])
      ),
      (Paper(title: "…"), Paper(title: "???")),
    ])
  func different(first: Paper, second: Paper) throws {
    let (library, ids) = try insert(first, second)
    #expect(ids[0] != ids[1])
    #expect(try library.paper(ids[0])?.key != library.paper(ids[1])?.key)
  }

  @Test("A title that changes in case alone keeps its key")
  func caseAlone() throws {
    let (library, ids) = try insert(Paper(title: "Deep nets", year: 2020))
    for title in ["Deep Nets", "Deep networks", "deep networks"] {
      _ = try library.change(at: Fixture.now) { editor in
        let known = try editor.lookup.facts(of: ids[0])
        try editor.bring(ids[0], from: known, to: known.applying(.title(title)))
        return "Renamed"
      }
      let key = "title:" + title.lowercased().replacing(" ", with: "-")
      #expect(try library.paper(ids[0])?.key == key)
      #expect(try library.faults() == [])
    }
    #expect(try library.find(key: "title:deep-nets") == ids[0])
  }

  @Test("A title that two works share gets its year in the key")
  func sharedTitle() throws {
    let (library, ids) = try insert(
      Paper(title: "Scaling", year: 2020), Paper(title: "Scaling", year: 2023))
    #expect(try ids.map { try library.paper($0)?.key } == ["title:scaling", "title:scaling-2023"])
  }

  @Test("Only what is empty is filled, and a better identifier becomes the key")
  func fill() throws {
    let (library, ids) = try insert(
      Paper(title: "Work", authors: ["A"], year: 2020, links: [Link(kind: .paper, url: "u")]),
      Paper(
        title: "Work", shortName: "W", authors: ["B"], year: 2020, venue: "V",
        abstract: "Words of it.", identifiers: [Self.doi, Self.arxiv],
        links: [Link(kind: .paper, url: "v"), Link(kind: .code, url: "c")]))
    let detail = try #require(try library.paper(ids[0]))
    #expect(
      detail.paper
        == Paper(
          title: "Work", shortName: "W", authors: ["A"], year: 2020, venue: "V",
          abstract: "Words of it.", identifiers: [Self.doi, Self.arxiv],
          links: [Link(kind: .paper, url: "u"), Link(kind: .code, url: "c")]))
    #expect(detail.key == "arxiv:2101.00001")
    #expect(try library.find(key: "title:work") == ids[0])
    #expect(try library.find(key: "doi:10.1/a") == ids[0])
  }

  @Test("A working title gives way to the real one")
  func workingTitle() throws {
    let (library, ids) = try insert(
      Paper(title: "that paper on tiling", identifiers: [Self.arxiv], hasWorkingTitle: true),
      Paper(title: "FlashAttention", identifiers: [Self.arxiv]))
    #expect(try library.paper(ids[0])?.paper.title == "FlashAttention")
    #expect(try library.paper(ids[0])?.paper.hasWorkingTitle == false)
    #expect(try library.find(key: "title:flashattention") == ids[0])
  }

  @Test("A list that comes again is brought to what it says now; the reader's own stays")
  func again() throws {
    let library = try Fixture.library()
    let bert = try library.id("arxiv:1810.04805")
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(.read, of: bert, at: Fixture.now)
      return "Marked"
    }
    let before = try library.dump()
    var list = Fixture.order
    list.title = "From many to one"
    list.sections = [
      ReadingSection(
        title: "Turned round",
        entries: [
          Entry(paper: Fixture.bert, remark: "First now."), Entry(paper: Fixture.blog),
          Entry(
            paper: Fixture.attention,
            prerequisites: [Prerequisite(key: "arxiv:1810.04805", why: "the other way")]),
        ])
    ]
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.insert(list, at: Fixture.now)
        return "Imported"
      })
    let summary = try #require(try library.list(slug: "order"))
    #expect(try library.document(of: summary.id) == list)
    #expect((summary.entries, summary.read) == (3, 1))
    #expect(try library.paper(bert)?.progress.status == .read)
    #expect(try library.faults() == [])
    _ = try library.undo(at: Fixture.now)
    #expect(try library.dump() == before)
    #expect(try library.faults() == [])
  }

  @Test("The same list again is no change")
  func unchanged() throws {
    let library = try Fixture.library()
    #expect(
      try library.change(at: Fixture.now) { editor in
        try editor.insert(Fixture.order, at: Fixture.now)
        return "Imported"
      } == false)
  }

  @Test("A prerequisite that is not there yet is found when it comes")
  func lateRequirement() throws {
    let library = try Fixture.library()
    let instruct = try library.id("arxiv:2203.02155")
    #expect(try library.paper(instruct)?.prerequisites.map(\.name) == ["GPT-3"])
    _ = try library.change(at: Fixture.now) { editor in
      try editor.insert(
        ReadingList(
          slug: "late", title: "Late", kind: .custom,
          sections: [
            ReadingSection(title: nil, entries: [Entry(paper: Paper(title: "Not here"))])
          ]), at: Fixture.now)
      return "Imported"
    }
    #expect(try library.paper(instruct)?.prerequisites.map(\.name) == ["GPT-3", "Not here"])
  }

  @Test("A list whose prerequisites close a circle is refused whole")
  func circle() throws {
    let library = try Fixture.library()
    let before = try library.dump()
    let list = ReadingList(
      slug: "circle", title: "Circle", kind: .order,
      sections: [
        ReadingSection(
          title: nil,
          entries: [
            Entry(paper: Paper(title: "A"), prerequisites: [Prerequisite(key: "title:b", why: "")]),
            Entry(paper: Paper(title: "B"), prerequisites: [Prerequisite(key: "title:a", why: "")]),
          ])
      ])
    #expect(throws: LibraryError.cycle(["A", "B", "A"])) {
      try library.change(at: Fixture.now) { editor in
        try editor.insert(list, at: Fixture.now)
        return "Imported"
      }
    }
    #expect(try library.dump() == before)
  }

  @Test("A paper that a list names twice stands in it twice")
  func twice() throws {
    var list = Fixture.week
    list.sections[0].entries.append(Entry(paper: Fixture.blog, remark: "Again."))
    let library = try Library.inMemory(lists: [list])
    let summary = try #require(try library.list(slug: "week"))
    #expect(summary.entries == 3)
    #expect(try library.document(of: summary.id) == list)
  }

  @Test(
    "Names of any kind survive the column",
    arguments: [
      [], [""], ["A \"B\" \\ C", "et al."], ["Łukasz Kaiser", "李飞飞", "👩‍🔬"],
      ["a\nb\tc\u{1}d"],
    ])
  func names(names: [String]) throws {
    #expect(NameColumn.decode(NameColumn.encode(names)) == names)
    let (library, ids) = try insert(Paper(title: "T", authors: names))
    #expect(try library.paper(ids[0])?.paper.authors == names)
  }

  @Test("A list of any length is kept in order", arguments: [1, 63, 64, 65, 128, 150])
  func long(count: Int) throws {
    let entries = (1...count).map { number in
      Entry(
        paper: Paper(title: "Paper \(number)"),
        remark: number.isMultiple(of: 3) ? "Remark \(number)." : "")
    }
    var list = Fixture.week
    list.sections = [ReadingSection(title: nil, entries: entries)]
    let library = try Library.inMemory(lists: [list])
    let summary = try #require(try library.list(slug: "week"))
    #expect(summary.entries == count)
    #expect(try library.document(of: summary.id) == list)
    #expect(try library.faults() == [])
  }

  @Test("Names that another program wrote as JSON are read")
  func escapes() {
    #expect(NameColumn.decode(#"[ "a\u00e9\/\n", "\ud83d\ude00" , 3]"#) == ["aé/\n", "😀"])
    #expect(NameColumn.decode(#"["cut\u00"#) == [])
    #expect(NameColumn.decode(#"["\ud83dx"]"#) == ["\u{FFFD}x"])
  }
}
