import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Feeds")
struct FeedImporterTests {
  private func read(_ text: String, name: String = "feed.xml") throws -> ParsedDocument {
    let source = ImportSource(name: name, data: Data(text.utf8))
    let importer = try #require(Importers.importer(for: source))
    return try ParsedDocument(reading: source, with: importer)
  }

  private static let arxiv = """
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
      <title>arXiv Query: search_query=all:bridges&amp;start=0</title>
      <updated>2024-05-01T00:00:00-04:00</updated>
      <link href="https://arxiv.org/api/query?search_query=all:bridges" type="application/atom+xml"/>
      <entry>
        <id>http://arxiv.org/abs/2301.00001v3</id>
        <title>Bridges of
      $p&lt;q$ Wood</title>
        <updated>2024-01-01T00:00:00Z</updated>
        <published>2022-12-31T23:00:00Z</published>
        <summary>  We build bridges
      &amp; measure them.
    </summary>
        <author><name>Ada Example</name></author>
        <author><name>Bo Sample</name></author>
        <arxiv:doi>10.1000/Bridge.1</arxiv:doi>
        <arxiv:journal_ref>J. Bridges 3 (2023)</arxiv:journal_ref>
        <arxiv:comment>12 pages</arxiv:comment>
        <link href="http://arxiv.org/abs/2301.00001v3" rel="alternate" type="text/html"/>
        <link title="pdf" href="http://arxiv.org/pdf/2301.00001v3" rel="related" type="application/pdf"/>
        <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
      </entry>
    </feed>
    """

  @Test("An answer of arXiv gives every fact it has")
  func arxivAtom() throws {
    let document = try read(Self.arxiv)
    #expect(document.warnings.isEmpty)
    let list = try #require(document.lists.first)
    #expect(list.head.title == "arXiv Query: search_query=all:bridges&start=0")
    #expect(list.head.issued == "2024-05-01")
    let entry = try #require(list.sections.first?.entries.first)
    #expect(entry.line == 6)
    #expect(entry.paper.title == "Bridges of p<q Wood")
    #expect(entry.paper.authors == ["Ada Example", "Bo Sample"])
    #expect(entry.paper.year == 2022)
    #expect(entry.paper.venue == "J. Bridges 3 (2023)")
    #expect(entry.paper.abstract == "We build bridges & measure them.")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:2301.00001", "doi:10.1000/bridge.1"])
    #expect(entry.paper.links == [Link(kind: .paper, url: "http://arxiv.org/abs/2301.00001v3")])
    #expect(entry.remark == "12 pages")
  }

  @Test("An error of arXiv is an entry, as its feed has it, with a warning")
  func arxivError() throws {
    let document = try read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Search Results</title><entry>
      <id>https://arxiv.org/api/errors#incorrect_id</id><title>Error</title>
      <link href="https://arxiv.org/api/errors#incorrect_id" rel="alternate"/>
      <summary>incorrect id format for abc</summary></entry></feed>
      """)
    #expect(document.count == 1)
    #expect(document.warnings.map(\.line) == [1])
    #expect(document.warnings.first?.message.contains("incorrect id format") == true)
  }

  @Test("Atom says of each text whether it is text, HTML or elements")
  func atomText() throws {
    let document = try read(
      """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://e.org/blog/"><a:entry>
      <a:title>Text &lt;b> &amp;amp;</a:title><a:link href="one"/><a:summary>A &lt;i>b</a:summary></a:entry>
      <a:entry><a:title type="html">HTML &lt;b>&amp;amp;&lt;/b></a:title><a:link href="/two"/>
      <a:content type="html">&lt;p>A &lt;a href="x">link&lt;/a></a:content></a:entry>
      <a:entry xml:base="sub/"><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">XHTML
      <em>x</em></div></a:title><a:link rel="enclosure" href="three"/><a:link href="four"/>
      <a:content type="xhtml"><div><p>One</p><p>A <a href="y?a=1&amp;b=2">link</a> &lt; two</p></div></a:content>
      </a:entry></a:feed>
      """)
    let entries = document.lists.flatMap(\.sections).flatMap(\.entries)
    #expect(entries.map(\.paper.title) == ["Text <b> &amp;", "HTML &", "XHTML x"])
    #expect(
      entries.map { $0.paper.links.first?.url } == [
        "https://e.org/blog/one", "https://e.org/two", "https://e.org/blog/sub/four",
      ])
    #expect(
      entries.map(\.remark) == [
        "A <i>b", "A [link](https://e.org/blog/x)",
        "One\n\nA [link](https://e.org/blog/sub/y?a=1&b=2) < two",
      ])
  }

  @Test(
    "Every version of RSS is read",
    arguments: [
      ("<rss version=\"0.91\"><channel>", "</channel></rss>"),
      ("<rss version=\"0.92\"><channel>", "</channel></rss>"),
      ("<rss version=\"2.0\"><channel>", "</channel></rss>"),
      (
        "<rss version=\"2.0\" xmlns=\"http://backend.userland.com/rss2\"><channel>",
        "</channel></rss>"
      ),
      (
        "<!DOCTYPE rss SYSTEM \"http://my.netscape.com/publish/formats/rss-0.91.dtd\"><rss><channel>",
        "</channel></rss>"
      ),
      (
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://purl.org/rss/1.0/"><channel>
        """, "</rdf:RDF>"
      ),
      (
        """
        <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel>
        """, "</r:RDF>"
      ),
    ])
  func versions(opening: String, closing: String) throws {
    let isRDF = closing.contains("RDF")
    let document = try read(
      opening + "<title>Feed &amp; more</title><link>https://e.org/</link>"
        + "<description>About</description>" + (isRDF ? "</channel>" : "")
        + "<image><title>Logo</title><link>https://e.org/logo</link></image>"
        + "<item><title>One &lt; two</title><link>https://e.org/1</link>"
        + "<description>&lt;p>First&lt;/p></description></item>"
        + "<item><title>Two</title><link>/2</link></item>" + closing)
    #expect(document.warnings.isEmpty)
    let list = try #require(document.lists.first)
    #expect(list.head.title == "Feed & more")
    #expect(list.head.source == "https://e.org/")
    #expect(list.head.introduction == "About")
    let entries = list.sections.flatMap(\.entries)
    #expect(entries.map(\.paper.title) == ["One < two", "Two"])
    #expect(entries.map { $0.paper.links.first?.url } == ["https://e.org/1", "https://e.org/2"])
    #expect(entries.map(\.remark) == ["First", ""])
  }

  @Test(
    "The authors of RSS are names",
    arguments: [
      ("<author>ada@e.org (Ada Example)</author>", ["Ada Example"]),
      ("<author>Ada Example &lt;ada@e.org></author>", ["Ada Example"]),
      ("<author>Ada Example)</author>", ["Ada Example)"]), ("<author/>", []),
      ("<author>Ada (Example)</author>", ["Ada (Example)"]),
      (
        "<dc:creator>Ada Example</dc:creator><dc:creator>Bo Sample</dc:creator>",
        ["Ada Example", "Bo Sample"]
      ),
      (
        "<dc:creator>Ada Example, Bo Sample and Cy Third</dc:creator>",
        ["Ada Example", "Bo Sample", "Cy Third"]
      ),
      ("<dc:creator>Example, Ada</dc:creator>", ["Example, Ada"]),
      ("<dc:creator>Example, A., Sample, B. C.</dc:creator>", ["A. Example", "B. C. Sample"]),
    ])
  func authors(elements: String, expected: [String]) throws {
    let document = try read(
      """
      <rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><title>T</title>\(elements)
      <link>https://e.org</link></item></channel></rss>
      """)
    #expect(document.lists.first?.sections.first?.entries.first?.paper.authors == expected)
  }

  @Test("The announcements of arXiv are read in their new and their old form")
  func arxivRSS() throws {
    let document = try read(
      """
      <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0"><channel>
      <title>cs.CL updates on arXiv.org</title><pubDate>Mon, 01 Jan 2024 00:00:00 -0500</pubDate>
      <item><title>A New Title</title><link>https://arxiv.org/abs/2401.00001</link>
      <description>arXiv:2401.00001v1 Announce Type: new
      Abstract: We do $a<b$ &amp;amp; more.</description><guid isPermaLink="false">oai:arXiv.org:2401.00001v1</guid>
      <pubDate>Mon, 01 Jan 2024 00:00:00 -0500</pubDate><arxiv:announce_type>new</arxiv:announce_type>
      <dc:creator>Ada Example, Plato</dc:creator></item>
      <item><title>An Old Title. (arXiv:2301.00002v1 [cs.CL])</title><link>http://arxiv.org/abs/2301.00002</link>
      <description>&lt;p>We did.&lt;/p></description>
      <dc:creator> &lt;a href="http://arxiv.org/find/x">Bo Sample&lt;/a>, &lt;a href="y">Cy (MIT)&lt;/a></dc:creator>
      </item></channel></rss>
      """.replacingOccurrences(of: "$a<b$", with: "$a&lt;b$"))
    let entries = document.lists.flatMap(\.sections).flatMap(\.entries)
    #expect(document.lists.first?.head.issued == "2024-01-01")
    #expect(entries.map(\.paper.title) == ["A New Title", "An Old Title"])
    #expect(entries.map(\.paper.abstract) == ["We do a<b & more.", "We did."])
    #expect(entries.map(\.paper.authors) == [["Ada Example", "Plato"], ["Bo Sample", "Cy"]])
    #expect(
      entries.map { $0.paper.identifiers.first?.key } == ["arxiv:2401.00001", "arxiv:2301.00002"])
  }

  @Test("An item without a title or link takes what Media RSS, its guid or its text has")
  func fallbacks() throws {
    let document = try read(
      """
      <rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><media:group>
      <media:title>From media</media:title><media:player url="https://e.org/v"/></media:group></item>
      <item><guid>https://e.org/permalink</guid><description>Only a text.</description></item>
      <item><title>Named</title><guid isPermaLink="false">https://e.org/g</guid><link>https://e.org/l</link>
      <enclosure url="https://e.org/l.pdf" type="application/pdf"/></item></channel></rss>
      """)
    let papers = document.lists.flatMap(\.sections).flatMap(\.entries).map(\.paper)
    #expect(papers.map(\.title) == ["From media", "Only a text.", "Named"])
    #expect(papers.map(\.hasWorkingTitle) == [false, true, false])
    #expect(
      papers.map { $0.links.map(\.url) } == [
        ["https://e.org/v"], ["https://e.org/permalink"],
        ["https://e.org/l", "https://e.org/l.pdf"],
      ])
  }

  @Test("References that HTML has and XML has not are read, and control characters become spaces")
  func leniency() throws {
    let document = try read(
      "\n <?xml version='1.0' encoding='ISO-8859-1'?>\n<rss><channel><item><title>Caf&eacute;&nbsp;\u{8}x"
        + "</title><link>https://e.org</link></item></channel></rss>")
    let entry = try #require(document.lists.first?.sections.first?.entries.first)
    #expect(entry.paper.title == "Café x")
    #expect(entry.line == 3)
    #expect(document.warnings.map(\.line) == [3])
  }

  // MARK: Damage

  private static func rss(_ items: Int) -> String {
    "<rss version=\"2.0\"><channel><title>T</title>\n"
      + (0..<items).map {
        "<item><title>Item \($0)</title>\n<link>https://e.org/\($0)</link><description>x</description></item>\n"
      }.joined() + "</channel></rss>"
  }

  @Test("A damaged item is left out with its line, and the items around it are read")
  func damagedItem() throws {
    let text = Self.rss(5).replacingOccurrences(of: "Item 2</title>", with: "Item 2 & more</titel>")
    let document = try read(text)
    let titles = document.lists.flatMap(\.sections).flatMap(\.entries).map(\.paper.title)
    #expect(titles == ["Item 0", "Item 1", "Item 3", "Item 4"])
    #expect(document.lists.flatMap(\.sections).flatMap(\.entries).map(\.line) == [2, 4, 8, 10])
    #expect(document.warnings.map(\.line) == [6])
    #expect(document.warnings.first?.message.contains("“Item 2") == false)
    #expect(document.warnings.first?.message.contains("begins on line 6") == true)
  }

  @Test("A feed that is cut anywhere keeps its whole items and says so")
  func truncated() throws {
    let bytes = Array(Self.rss(3).utf8)
    let ends = (0..<3).map { index in
      String(decoding: bytes, as: UTF8.self).components(separatedBy: "</item>")
        .prefix(index + 1).reduce(0) { $0 + $1.utf8.count + 7 }
    }
    for end in 0..<bytes.count {
      let source = ImportSource(name: "feed.rss", data: Data(bytes[..<end]))
      let document = try ParsedDocument(reading: source, with: .rss)
      #expect(document.count == ends.count { $0 <= end })
      #expect(!document.warnings.isEmpty)
    }
  }

  @Test("Entities that grow without end are refused after little work")
  func entityBombs() throws {
    var declarations = "<!ENTITY a0 \"ha\">"
    for level in 1...30 { declarations += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    let laughs =
      "<!DOCTYPE rss [\(declarations)]><rss><channel><item><title>&a30;</title></item></channel></rss>"
    let one = String(repeating: "x", count: 50_000)
    let blowup =
      "<!DOCTYPE rss [<!ENTITY a \"\(one)\">]><rss><channel><item><title>"
      + String(repeating: "&a;", count: 50_000) + "</title></item></channel></rss>"
    for text in [laughs, blowup] {
      let document = try read(text)
      #expect(document.warnings.contains { $0.message.contains("entit") })
      #expect(document.count == 0)
    }
  }

  @Test("Nothing outside the document is read")
  func externalEntities() throws {
    let document = try read(
      """
      <!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "plain">]>
      <rss><channel><item><title>A&x;B &y;</title><link>https://e.org</link></item></channel></rss>
      """)
    #expect(document.lists.first?.sections.first?.entries.first?.paper.title == "AB plain")
  }

  @Test(
    "Hostile feeds take time in proportion to their size",
    arguments: [
      "<item>", "<item", "<item a='", "<a>", "<a></a>", "&", "<![CDATA[", "<!--", "<item><title>",
      "<item xmlns:a='b'>", "]]>", "<item></x>", "\0", "<?x ", "<title>a</title>",
    ])
  func hostile(piece: String) throws {
    let clock = ContinuousClock()
    func time(_ text: String) throws -> Duration {
      try clock.measure { _ = try read("<rss><channel>" + text) }
    }
    let size = 1 << 18
    let plain = try time(Self.rss(size / 80))
    let hostile = try time(String(repeating: piece, count: size / piece.utf8.count))
    #expect(hostile < plain * 20 + .seconds(1))
  }

  @Test("No feed that was changed at random stops the program")
  func mutations() throws {
    let original = Array(Self.arxiv.utf8)
    var random = FixedRandom(seed: 11)
    for _ in 0..<500 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let at = Int.random(in: bytes.indices, using: &random)
        bytes[at] = UInt8.random(in: 0...255, using: &random)
      }
      let source = ImportSource(name: "", data: Data(bytes))
      let document = try ParsedDocument(reading: source, with: .atom)
      #expect(document.count <= 1)
    }
  }

  @Test("What the receiver throws ends the reading at once")
  func stopping() throws {
    struct Stop: Error {}
    var count = 0
    let source = ImportSource(name: "", data: Data(Self.rss(100).utf8))
    #expect(throws: Stop.self) {
      try Importer.rss.read(source) { part in
        guard case .entry = part else { return }
        count += 1
        if count == 3 { throw Stop() }
      }
    }
    #expect(count == 3)
  }

  @Test(
    "A feed is told from other XML by its first tag",
    arguments: [
      ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom"),
      ("<!-- a --><?xml-stylesheet href='x'?><rss version='2.0'/>", "rss"),
      ("<!DOCTYPE rss [<!ENTITY a '>'>]><rss/>", "rss"),
      ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'/>", "rss"), ("<svg/>", nil), ("plain text", nil),
    ] as [(String, String?)])
  func detection(text: String, expected: String?) {
    let found = Importers.importer(for: ImportSource(name: "x.xml", data: Data(text.utf8)))
    #expect(["atom", "rss"].first { $0 == found?.name } == expected)
  }

  @Test(
    "Days are read as feeds and mails write them",
    arguments: [
      ("2025-02-24T09:00:00Z", 2025, "2025-02-24"), ("2025-02-24", 2025, "2025-02-24"),
      ("Mon, 24 Feb 2025 09:00:00 GMT", 2025, "2025-02-24"), ("4 Feb 99", 1999, "1999-02-04"),
      ("Mon,24 February 2025", 2025, "2025-02-24"), ("2025-02", 2025, nil), ("2025", 2025, nil),
    ] as [(String, Int, String?)])
  func dates(text: String, year: Int, day: String?) {
    #expect(PublicationDate(text)?.year == year)
    #expect(PublicationDate(text)?.day == day)
  }

  @Test("What is no date is none", arguments: ["", "yesterday", "2025-02-31", "99-1", "a b c"])
  func noDates(text: String) { #expect(PublicationDate(text)?.day == nil) }
}
