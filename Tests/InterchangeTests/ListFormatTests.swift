import Interchange
import ReadingModel
import Testing

@Suite("List format")
struct ListFormatTests {
  static let example = """
    ---
    title: Transformer to agents
    slug: reading-order
    kind: order
    issued: 2025-02-24
    period: 2025-02-24/2025-03-01
    source: "an order: passed around in \\"2026\\""
    ---

    What the list is.

    In two paragraphs.

    - Without a section

    ## Recommended reading order

    - [Attention Is All You Need](https://arxiv.org/abs/1706.03762)
      - name: Transformer
      - authors: Ashish Vaswani; et al.
      - year: 2017
      - venue: NeurIPS 2017
      - arxiv: 1706.03762
      - code: https://github.com/tensorflow/tensor2tensor
      - page: https://a.org/1
      - page: https://a.org/2

      A remark of any length.

      - it may hold bullets
        - nested as deep as you like

    - [\\[Unidentified: a \\\\ b\\]](https://en.wikipedia.org/wiki/Attention_(machine_learning%29)
      - kind: blog
      - title-status: working
      - after: arxiv:1706.03762 — it is the encoder half of that paper
      - after: title:the-first-llm

    ## An empty section

    """

  private func lines(_ warnings: [Diagnostic]) -> [Int] { warnings.map(\.line) }

  private func parse(_ body: String) throws -> ParsedList {
    try ListFormat.parse(Array("---\ntitle: T\n---\n\(body)".utf8))
  }

  private func entries(_ parsed: ParsedList) -> [Entry] { parsed.list.sections.flatMap(\.entries) }

  @Test("A canonical document is read whole and printed back byte for byte")
  func example() throws {
    let parsed = try ListFormat.parse(Array(Self.example.utf8))
    #expect(parsed.warnings.isEmpty)
    #expect(ListFormat.print(parsed.list) == Self.example)
    let list = parsed.list
    #expect(list.slug == "reading-order")
    #expect(list.kind == .order)
    #expect(list.issued == "2025-02-24")
    #expect(list.source == "an order: passed around in \"2026\"")
    #expect(list.introduction == "What the list is.\n\nIn two paragraphs.")
    #expect(list.sections.map(\.title) == [nil, "Recommended reading order", "An empty section"])
    #expect(list.sections.map(\.entries.count) == [1, 2, 0])
    let transformer = list.sections[1].entries[0]
    #expect(transformer.paper.shortName == "Transformer")
    #expect(transformer.paper.authors == ["Ashish Vaswani", Paper.otherAuthors])
    #expect(transformer.paper.year == 2017)
    #expect(transformer.paper.links.map(\.kind) == [.paper, .code, .page, .page])
    #expect(transformer.paper.key == "arxiv:1706.03762")
    #expect(
      transformer.remark
        == "A remark of any length.\n\n- it may hold bullets\n  - nested as deep as you like")
    let working = list.sections[1].entries[1]
    #expect(working.paper.title == "[Unidentified: a \\ b]")
    #expect(working.paper.hasWorkingTitle)
    #expect(working.paper.kind == .blog)
    #expect(
      working.paper.key == "url:https://en.wikipedia.org/wiki/Attention_(machine_learning)")
    #expect(
      working.prerequisites == [
        Prerequisite(key: "arxiv:1706.03762", why: "it is the encoder half of that paper"),
        Prerequisite(key: "title:the-first-llm", why: ""),
      ])
    #expect(list.sections[0].entries[0].paper.key == "title:without-a-section")
  }

  @Test("Every list that the format can hold comes back equal")
  func random() throws {
    var generator = ListGenerator()
    for _ in 0..<300 {
      let list = generator.list()
      let text = ListFormat.print(list)
      let parsed = try ListFormat.parse(Array(text.utf8))
      #expect(parsed.list == list, "\(text)")
      #expect(parsed.warnings.isEmpty, "\(parsed.warnings) \(text)")
      #expect(ListFormat.print(parsed.list) == text)
      if parsed.list != list { break }
    }
  }

  @Test(
    "Front matter may be any YAML whose values are texts",
    arguments: [
      "title: T", "title: \"T\"", "title: 'T'", "title: T # the title", "# first\ntitle: T",
      "title: >-\n  T", "\"title\": T", "{title: T}", "title:\n  T",
    ])
  func frontMatter(yaml: String) throws {
    let parsed = try ListFormat.parse(Array("---\n\(yaml)\n---\n".utf8))
    #expect(parsed == ParsedList(list: ReadingList(slug: "t", title: "T", kind: .custom)))
  }

  @Test(
    "Front matter that cannot be read is an error with its line",
    arguments: [
      ("", 1, "a list begins with front matter: a line of “---”, then its title"),
      ("# Title\n", 1, "a list begins with front matter: a line of “---”, then its title"),
      ("---\ntitle: T\n", 1, "the front matter that begins here does not end with a line of “---”"),
      ("---\nkind: order\n---\n", 1, "the front matter has no title; write “title: …”"),
      ("---\ntitle: \"\"\n---\n", 2, "the title is empty"),
      (
        "---\ntitle: T\nauthor: x\n---\n", 3,
        "there is no key “author”; the keys are title, slug, kind, issued, period, source"
      ),
      ("---\ntitle: T\ntitle: U\n---\n", 3, "the key “title” stands here a second time"),
      (
        "---\ntitle: T\n\nslug: A b\n---\n", 4,
        "a slug has lower case letters, digits and hyphens, at most 80"
      ),
      ("---\ntitle: T\nkind: x\n---\n", 3, "a kind is order, weekly, notes or custom"),
      (
        "---\ntitle: T\nissued: 2025-02-29\n---\n", 3, "a day of issue is a date such as 2025-02-24"
      ),
      (
        "---\ntitle: T\nperiod: 2025-02-24\n---\n", 3,
        "a period is two dates such as 2025-02-24/2025-03-01"
      ),
      ("---\ntitle: [a, b]\n---\n", 2, "the value of “title” is not a text"),
      ("---\ntitle: T\n[a]: b\n---\n", 3, "a key of the front matter is not a word"),
      ("---\njust text\n---\n", 2, "the front matter is not made of “key: value” lines"),
    ])
  func frontMatterErrors(document: String, line: Int, message: String) {
    #expect(throws: InterchangeError.malformed(line: line, message: message)) {
      try ListFormat.parse(Array(document.utf8))
    }
  }

  @Test(
    "Front matter that is no YAML at all is an error, however it is broken",
    arguments: [
      "title: \"T", "title: T\n  x: y", "\u{40}", "title: *nobody", "- a\n b: c: d",
      String(repeating: "[", count: 20_000), String(repeating: "{a: ", count: 20_000),
      "a: &a [x]\nb: &b [*a, *a]\ntitle: [*b, *b]", "'title': 'T'\n\"title\": U",
    ])
  func brokenYAML(yaml: String) {
    #expect(throws: InterchangeError.self) {
      try ListFormat.parse(Array("---\n\(yaml)\n---\n".utf8))
    }
  }

  @Test("The slug is made from the title when it is missing")
  func slug() throws {
    func slug(_ title: String) throws -> String {
      try ListFormat.parse(Array("---\ntitle: \"\(title)\"\n---\n".utf8)).list.slug
    }
    #expect(try slug("Papers, you Should know!") == "papers-you-should-know")
    #expect(try slug("Überblick: Œuvre") == "uberblick-oeuvre")
    #expect(try slug("論文") == "list")
    #expect(try slug(String(repeating: "ab-", count: 99)).utf8.count <= 80)
  }

  @Test("An entry's own address gives the identifier that no field names")
  func addressIdentifiers() throws {
    let found = entries(
      try parse(
        """
        - [A](https://arxiv.org/abs/1706.03762v2)
        - [B](https://doi.org/10.1162/neco.1991.3.1.79)
        - [C](http://www.example.org/c/)
        - [D](https://example.org/d)
          - doi: 10.1162/NECO.1994.6.2.181
        """))
    #expect(
      found.map(\.paper.key) == [
        "arxiv:1706.03762", "doi:10.1162/neco.1991.3.1.79", "url:https://example.org/c",
        "doi:10.1162/neco.1994.6.2.181",
      ])
    #expect(found.map(\.paper.identifiers.count) == [1, 1, 1, 1])
  }

  @Test(
    "A damaged entry is read as far as it goes, and the rest is named and kept",
    arguments: [
      ("- A\n  - year: abc\n", 5, "year: abc"),
      ("- A\n  - year: 2017\n  - year: 2018\n", 6, "year: 2018"),
      ("- A\n  - arxiv: hello\n", 5, "arxiv: hello"),
      ("- A\n  - kind: film\n", 5, "kind: film"),
      ("- A\n  - url: https://a.org\n", 5, "url: https://a.org"),
      ("- A\n  - publisher: X\n", 5, "publisher: X"),
      ("- A\n  - venue:\n", 5, "venue:"),
      ("- A\n  - authors: ;;\n", 5, "authors: ;;"),
      ("- A\n  - title-status: final\n", 5, "title-status: final"),
      ("- A\n  - after: the first — why\n", 5, "after: the first — why"),
      ("- A\n  - after: title:b\n  - after: title:B — x\n", 6, "after: title:B — x"),
      ("- [A](https://a.org) (2017)\n", 4, "(2017)"),
      ("- A\n\n  remark\n\nnot indented\n", 8, "not indented"),
      ("- A\n\n  remark\n# heading\n", 7, "# heading"),
    ])
  func damagedEntries(body: String, line: Int, kept: String) throws {
    let parsed = try parse(body)
    #expect(lines(parsed.warnings) == [line])
    #expect(entries(parsed).count == 1)
    #expect(entries(parsed)[0].paper.title == "A")
    #expect(entries(parsed)[0].remark.contains(kept))
    let again = try ListFormat.parse(Array(ListFormat.print(parsed.list).utf8))
    #expect(again.list == parsed.list)
    #expect(again.warnings.isEmpty)
  }

  @Test(
    "What cannot be kept is named",
    arguments: [
      ("## S\n\nloose text\n\n- A\n", [6]),
      ("##\n\n- A\n", [4]),
      ("- [](https://a.org)\n", [4]),
      ("- A\n- B\n- a\n", [6]),
      ("- [A](javascript:alert)\n", [4]),
      ("- [A](https://arxiv.org/abs/1706.03762)\n  - arxiv: 1810.04805\n", [4]),
      ("- A\u{1B}[31m\n\n  x\u{202E}y\n", [4, 6]),
      ("- " + String(repeating: "x", count: 5_000), [4]),
    ])
  func warnings(body: String, expected: [Int]) throws {
    #expect(lines(try parse(body).warnings) == expected)
  }

  @Test("Bytes that are not UTF-8 are replaced and named")
  func invalidUTF8() throws {
    let bytes = Array("---\ntitle: T\n---\n\n- A ".utf8) + [0xFF, 0x0A] + Array("- B\n".utf8)
    let parsed = try ListFormat.parse(bytes)
    #expect(lines(parsed.warnings) == [5])
    #expect(entries(parsed).map(\.paper.title) == ["A \u{FFFD}", "B"])
  }

  @Test("Byte order mark, carriage returns, tabs and decomposed letters are taken in silence")
  func foreignForms() throws {
    let text =
      "\u{FEFF}---\r\ntitle: T\r\n---\r\n\r\n- [Cafe\u{301}](https://a.org)\r\n\r\n\tcode  \r\n"
    let parsed = try ListFormat.parse(Array(text.utf8))
    #expect(parsed.warnings.isEmpty)
    #expect(Array(entries(parsed)[0].paper.title.utf8) == Array("Café".utf8))
    #expect(entries(parsed)[0].remark == "  code")
  }

  @Test("What has no place of its own in the format stands in the nearest one")
  func printing() throws {
    let paper = Paper(
      title: "Two\nlines \u{1B}[1m",
      identifiers: [Identifier(canonical: "https://a.org/", scheme: .url)],
      links: [
        Link(kind: .code, url: "https://c.org/1"), Link(kind: .code, url: "https://c.org/2"),
      ])
    let list = ReadingList(
      slug: "s", title: "true", kind: .custom, introduction: "- a list\n## a heading",
      sections: [ReadingSection(title: nil, entries: [Entry(paper: paper)])])
    #expect(
      ListFormat.print(list) == """
        ---
        title: "true"
        slug: s
        kind: custom
        ---

         - a list
         ## a heading

        - [Two lines](https://a.org/)
          - code: https://c.org/1
          - page: https://c.org/2

        """)
  }

  @Test("Damaged documents end in an error or a list, never in a crash")
  func fuzz() throws {
    var random = SystemRandomNumberGenerator()
    let original = Array(Self.example.utf8)
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: "[]()\\\n- ##".utf8.shuffled(using: &random), at: place)
        default: bytes.removeSubrange(place..<min(place + 40, bytes.count))
        }
      }
      guard let parsed = try? ListFormat.parse(bytes) else { continue }
      let text = ListFormat.print(parsed.list)
      let again = try ListFormat.parse(Array(text.utf8))
      #expect(ListFormat.print(again.list) == text)
    }
  }
}
