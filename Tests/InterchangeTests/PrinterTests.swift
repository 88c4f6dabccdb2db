import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("Exports for other programs")
struct PrinterTests {
  private let hostile = [
    "=HYPERLINK(\"https://evil\")", "'=1", "+1", "-1 loss", "@x", "a \"quoted\", title",
    "<script>x</script>",
    "& <i>it</i> &amp;", "]] [[elisp:x]] {{{macro}}} src_sh{x} @@html:x@@ <%%(x)> \\input{x}",
    "TODO x", "[#A] x:",
    "* heading", "注意力 é", "ER - x",
  ]

  private func listed(_ papers: [Paper], section: String? = nil) -> [ListedPaper] {
    papers.enumerated().map { index, paper in
      ListedPaper(
        id: PaperID(rawValue: Int64(index)), key: paper.identifiers.first?.key ?? "title:\(index)",
        paper: paper, progress: Progress(status: .read, pass: 2, rating: 4), tags: ["moe", "x"],
        position: index + 1, section: section, remark: "- a\n- \"b\"\n\n#+INCLUDE: x\n=1")
    }
  }

  private var papers: [Paper] {
    hostile.enumerated().map { index, text in
      var paper = Paper(
        title: text,
        authors: ["Ashish Vaswani", "Ludwig van Beethoven", "OpenAI", "Martin King Jr.", "et al."],
        year: 2000 + index, venue: index.isMultiple(of: 2) ? text : nil,
        abstract: text + "\n" + text)
      if index.isMultiple(of: 2) {
        paper.shortName = "Name"
        paper.identifiers = [Identifier(canonical: "1706.0000\(index % 10)", scheme: .arxiv)]
        paper.links = [Link(kind: .paper, url: "https://arxiv.org/abs/1706.0000\(index % 10)")]
      }
      if index.isMultiple(of: 3) {
        paper.identifiers.append(Identifier(canonical: "10.1000/x(\(index))", scheme: .doi))
      }
      return paper
    }
  }

  @Test("An entry that its list has no more is labelled in every format with entries")
  func gone() throws {
    var papers = listed([Paper(title: "Here"), Paper(title: "There")])
    papers[1].isGone = true
    #expect(CSVPrinter.print(papers).components(separatedBy: "\"yes\"").count == 2)
    #expect(
      HTMLPrinter.print(papers, title: "L").components(separatedBy: "no longer in the list · ")
        .count == 2)
    #expect(
      OrgPrinter.print(papers, title: "L").components(separatedBy: ":GONE: no longer in the list\n")
        .count == 2)
  }

  @Test("A CSV table is read back with equal facts, marks, sections and remarks")
  func csv() throws {
    let printed = listed(
      papers.map { paper in
        var paper = paper
        paper.links += [
          Link(kind: .code, url: "https://github.com/a/b"),
          Link(kind: .page, url: "https://a.org/p"),
        ]
        return paper
      }, section: "=S")
    let document = try read(CSVPrinter.print(printed))
    #expect(document.warnings.isEmpty && document.lists.first?.sections.map(\.title) == ["=S"])
    for (entry, listed) in zip(document.entries, printed) {
      #expect(entry.paper.title == listed.paper.title)
      #expect(entry.paper == expected(listed.paper, entry))
      #expect(entry.remark == listed.remark)
      #expect(entry.marks == ReaderMarks(status: .read, pass: 2, rating: 4, tags: ["moe", "x"]))
    }
    #expect(document.count == printed.count)
  }

  /// A paper without identifiers is named by its address once it was read.
  private func expected(_ paper: Paper, _ entry: ParsedEntry) -> Paper {
    var paper = paper
    if paper.identifiers.isEmpty {
      paper.identifiers = entry.paper.identifiers
      paper.links = entry.paper.links
    }
    return paper
  }

  @Test("No cell of a CSV table is a formula")
  func formulas() {
    let table = CSVPrinter.print(listed(papers))
    #expect(
      table.hasPrefix(CSVPrinter.mark) && table.contains("\"'=HYPERLINK(\"\"https://evil\"\")\""))
    for start in ["=", "+", "-", "@", "\t", "\r"] {
      #expect(!table.contains(",\"" + start) && !table.contains("\n\"" + start))
    }
  }

  @Test("CSL-JSON is read back with equal facts")
  func csl() throws {
    let printed = listed(papers)
    let text = CSLPrinter.print(printed)
    #expect(text.hasPrefix(CSLPrinter.mark) && CSLPrinter.print([]) == "[]\n")
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [[String: Any]])
    let document = try read(text)
    #expect(document.count == printed.count && document.warnings.isEmpty)
    for (entry, listed) in zip(document.entries, printed) {
      var paper = listed.paper
      if paper.links.isEmpty { paper.links = entry.paper.links }
      #expect(entry.paper == paper)
    }
  }

  @Test("RIS has a tag and its value a line, and nothing of a text looks like a tag")
  func ris() {
    let text = RISPrinter.print(listed(Array(papers.prefix(1))))
    #expect(
      text
        == """
        TY  - CONF\r
        DP  - Lectern\r
        ID  - vaswani2000hyperlink\r
        TI  - =HYPERLINK("https://evil")\r
        ST  - Name\r
        AU  - Vaswani, Ashish\r
        AU  - van Beethoven, Ludwig\r
        AU  - OpenAI\r
        AU  - King, Martin, Jr.\r
        AU  - et al.\r
        PY  - 2000\r
        T2  - =HYPERLINK("https://evil")\r
        DO  - 10.1000/x(0)\r
        UR  - https://arxiv.org/abs/1706.00000\r
        AB  - =HYPERLINK("https://evil") =HYPERLINK("https://evil")\r
        ER  - \r

        """.replacing("CONF", with: "JOUR"))
    let all = RISPrinter.print(listed(papers))
    #expect(all.split(separator: "\r\n").count { $0.hasPrefix("ER  - ") } == papers.count)
  }

  @Test("An Org document has states, tags and properties, and runs nothing")
  func org() {
    let note = Note(
      id: NoteID(rawValue: 1), body: "* not a heading\n#+x", created: "2026-01-02", updated: "",
      versions: 1)
    let text = OrgPrinter.print(
      listed(papers, section: "TODO it"), title: "T", notes: [PaperID(rawValue: 0): [note]])
    #expect(
      text.hasPrefix(OrgPrinter.mark + "#+TITLE: T\n#+TODO: UNREAD QUEUED READING | READ SKIPPED\n")
    )
    #expect(
      text.contains(
        "\n** READ [[https://arxiv.org/abs/1706.00000][=HYPERLINK(\"https://evil\")]] :moe:x:\n"))
    #expect(
      text.contains(":AUTHORS: Ashish Vaswani; ") && text.contains("*** Note of 2026-01-02\n"))
    for active in [
      "[[elisp:", "{{{", "src_sh", "@@html", "<%%", "\\input", "\n#+INCLUDE", "  #+", "\n* TODO",
      "\n  * ",
    ] {
      #expect(!text.contains(active), "\(active)")
    }
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("*") }
    #expect(headings.count == 1 + papers.count + 1)
  }

  @Test("An HTML page has no script, links of the web alone, and a policy that forbids the rest")
  func html() {
    var paper = Paper(title: "<img src=x onerror=alert(1)>", authors: ["\"><script>"])
    paper.links = [
      Link(kind: .paper, url: "https://a.org/?a=1&b='\""), Link(kind: .page, url: "javascript:x"),
    ]
    let note = Note(
      id: NoteID(rawValue: 1), body: "</div><b>", created: "2026-01-02", updated: "", versions: 1)
    let page = HTMLPrinter.print(
      listed([paper], section: "<S>"), title: "</title>", notes: [PaperID(rawValue: 0): [note]])
    #expect(page.hasPrefix(HTMLPrinter.mark))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    #expect(page.contains("href=\"https://a.org/?a=1&amp;b=&#39;&quot;\""))
    #expect(
      page.contains("&lt;/title&gt;") && page.contains("&lt;S&gt;")
        && page.contains("&lt;/div&gt;&lt;b&gt;"))
    for raw in ["<img", "<script", "href=\"javascript", "</div><b>"] {
      #expect(!page.contains(raw))
    }
  }

  @Test("What list, show, search and export print as JSON is read back with equal facts and marks")
  func json() throws {
    let papers = listed(self.papers, section: "S")
    let summary = ListSummary(
      id: ListID(rawValue: 1), slug: "my-list", title: "My list", kind: .weekly,
      issued: "2025-02-24",
      entries: papers.count, read: 0, skipped: 0)
    let list = try read(JSONShapes.list(summary, papers: papers).printed)
    #expect(
      list.lists.first?.head
        == ListHead(slug: "my-list", title: "My list", kind: .weekly, issued: "2025-02-24"))
    #expect(list.lists.first?.sections.map(\.title) == ["S"])
    for document in [list, try read(JSONShapes.search(papers).printed)] {
      #expect(
        document.count == papers.count && document.warnings.isEmpty && document.leftOut.isEmpty)
      for (entry, listed) in zip(document.entries, papers) {
        #expect(entry.paper.title == listed.paper.title && entry.paper.year == listed.paper.year)
        #expect(entry.paper.authors == listed.paper.authors && entry.remark == listed.remark)
        #expect(entry.paper.identifiers == listed.paper.identifiers)
        #expect(entry.paper.links == listed.paper.links)
        #expect(entry.marks == ReaderMarks(status: .read, pass: 2, rating: 4, tags: ["moe", "x"]))
      }
    }
    let first = try #require(papers.first)
    let reference = PaperReference(
      paper: PaperID(rawValue: 2), key: "arxiv:1810.04805", name: "B", status: .read)
    let detail = PaperDetail(
      id: first.id, key: first.key, paper: first.paper, progress: first.progress, tags: first.tags,
      memberships: [
        Membership(
          list: ListID(rawValue: 1), slug: "s", listTitle: "S", section: nil, position: 1,
          remark: "r")
      ], prerequisites: [reference], added: "2026-01-01T00:00:00Z")
    let shown = try read(JSONShapes.show(detail).printed)
    #expect(shown.entries.map(\.paper.abstract) == [first.paper.abstract])
    #expect(shown.entries.first?.prerequisites == [Prerequisite(key: "arxiv:1810.04805", why: "")])
  }
}
