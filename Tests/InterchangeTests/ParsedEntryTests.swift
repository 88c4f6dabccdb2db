import Interchange
import ReadingModel
import Testing

@Suite("Entries of documents")
struct ParsedEntryTests {
  @Test("Every text of an entry is cleaned, and nothing that is no address stays a link")
  func cleaning() {
    let entry = ParsedEntry(
      line: 3,
      paper: Paper(
        title: "A\u{1B}[31m\n title", shortName: "\u{202E}", authors: [" Ann\u{0} ", ""],
        year: 20_555, venue: "", abstract: "one\r\ntwo\u{7}",
        identifiers: [.arxiv("1706.03762"), .arxiv("1706.03762v2")].compactMap(\.self),
        links: [
          Link(kind: .paper, url: "javascript:alert(1)"), Link(kind: .code, url: "https://a.b/c"),
          Link(kind: .code, url: "https://a.b/c"),
        ]),
      remark: "x\u{9B}31m",
      marks: ReaderMarks(pass: 9, rating: 0, tags: [" a ", "a", "\u{0}"]))
    #expect(entry.paper.title.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(entry.paper.shortName == nil)
    #expect(entry.paper.authors == ["Ann"])
    #expect(entry.paper.year == nil && entry.paper.venue == nil)
    #expect(entry.paper.abstract == "one\ntwo")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
    #expect(entry.paper.links == [Link(kind: .code, url: "https://a.b/c")])
    #expect(!entry.remark.unicodeScalars.contains("\u{9B}"))
    #expect(entry.marks == ReaderMarks(tags: ["a"]))
  }

  @Test("Letters with marks are written in one way, whichever way the document writes them")
  func composed() {
    let paper = ParsedEntry(
      line: 1, paper: Paper(title: "E\u{301}tude", authors: ["Ame\u{301}lie", "Bo"])
    ).paper
    // Strings are equal whichever way; bytes tell.
    #expect(Array(paper.title.utf8) == Array("\u{C9}tude".utf8))
    #expect(paper.authors.map { Array($0.utf8) } == ["Am\u{E9}lie", "Bo"].map { Array($0.utf8) })
  }

  @Test("A paper without a title gets a working title of what there is")
  func workingTitles() {
    let long = String(repeating: "word ", count: 40)
    for (paper, remark, title) in [
      (Paper(title: " "), "A short remark.", "A short remark."),
      (Paper(title: "", abstract: "An abstract"), "", "An abstract"),
      (Paper(title: "", identifiers: [.arxiv("1706.03762")].compactMap(\.self)), "", "1706.03762"),
      (Paper(title: ""), "", "Untitled"),
    ] {
      let entry = ParsedEntry(line: 1, paper: paper, remark: remark)
      #expect(entry.paper.title == title)
      #expect(entry.paper.hasWorkingTitle)
    }
    let cut = ParsedEntry(line: 1, paper: Paper(title: ""), remark: long).paper.title
    #expect(cut.hasSuffix("word …") && cut.count <= 82)
    #expect(!ParsedEntry(line: 1, paper: Paper(title: "T")).paper.hasWorkingTitle)
  }

  @Test("Addresses become identifiers and links")
  func addresses() {
    var addresses = PaperAddresses()
    for address in [
      "https://arxiv.org/pdf/1706.03762v5", "https://github.com/a/b", "https://example.org/p",
      "not an address", "https://arxiv.org/abs/2001.00001",
    ] {
      addresses.add(address)
    }
    var paper = Paper(title: "T")
    addresses.fill(&paper)
    #expect(paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
    #expect(
      paper.links == [
        Link(kind: .paper, url: "https://arxiv.org/pdf/1706.03762v5"),
        Link(kind: .code, url: "https://github.com/a/b"),
      ] + [Link(kind: .page, url: "https://example.org/p")])
  }

  @Test(
    "What stands behind an address is told by its label, then by its site",
    arguments: [
      ("https://a.org/x", "code", Link.Kind.code), ("https://github.com/a/b", "", .code),
      ("https://github.com/a/b", "project page", .page), ("https://a.org/x", "PDF", .paper),
      ("https://a.org/x", "", .paper), ("https://a.org/x", "Slides", .page),
    ])
  func kinds(address: String, label: String, kind: Link.Kind) {
    var addresses = PaperAddresses()
    addresses.add("https://arxiv.org/abs/1706.03762")
    addresses.add("https://first.org/")
    addresses.add(address, label: label)
    var paper = Paper(title: "T")
    addresses.fill(&paper)
    let found = paper.links.first { $0.url == address }
    #expect(found?.kind == kind || (kind == .paper && found?.kind == .page))
  }

  @Test("A paper with code alone has its code's address as its name")
  func codeAlone() {
    var addresses = PaperAddresses()
    addresses.add("https://github.com/a/b")
    var paper = Paper(title: "T")
    addresses.fill(&paper)
    #expect(paper.identifiers.map(\.key) == ["url:https://github.com/a/b"])
  }
}
