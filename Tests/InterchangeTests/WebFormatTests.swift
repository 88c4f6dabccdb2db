import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("JSON Feed, OPML and Zotero's RDF")
struct WebFormatTests {
  private func read(_ text: String, as name: String) throws -> ParsedDocument {
    let source = ImportSource(name: "", data: Data(text.utf8))
    let importer = try #require(Importers.importer(for: source))
    #expect(importer.name == name)
    return try ParsedDocument(reading: source, with: importer)
  }

  // MARK: JSON Feed

  private static let jsonFeed = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "A \\"Feed\\"",
     "home_page_url": "https://e.org/", "authors": [{"name": "Ada Example"}],
     "items": [
      {"id": "https://e.org/1", "url": "/1", "title": "One", "content_html": "<p>A <b>b</b></p>",
       "summary": "S", "date_published": "2024-05-01T10:00:00Z"},
      {"id": 2, "external_url": "https://arxiv.org/abs/2401.00001", "url": "https://e.org/2",
       "title": "Two", "content_text": "a ] } [ b", "authors": [{"name": "Bo Sample"}],
       "attachments": [{"url": "https://e.org/2.pdf", "mime_type": "application/pdf"}]},
      {"id": "3", "title": 7},
      {"id": "4", "content_text": "No title."}
     ], "description": "About"}
    """

  @Test("A JSON feed gives its items, each with its line")
  func jsonFeed() throws {
    let document = try read(Self.jsonFeed, as: "json-feed")
    let list = try #require(document.lists.first)
    #expect(list.head.title == "A \"Feed\"")
    #expect(list.head.introduction == "About")
    let entries = list.sections.flatMap(\.entries)
    #expect(entries.map(\.paper.title) == ["One", "Two", "No title."])
    #expect(entries.map(\.line) == [4, 6, 10])
    #expect(entries.map(\.paper.authors) == [["Ada Example"], ["Bo Sample"], ["Ada Example"]])
    #expect(entries[0].remark == "A **b**")
    #expect(entries[0].paper.year == 2024)
    #expect(entries[0].paper.links.map(\.url) == ["https://e.org/1"])
    #expect(entries[1].paper.identifiers.map(\.key) == ["arxiv:2401.00001"])
    #expect(document.warnings.map(\.line) == [9])
  }

  @Test("A JSON feed that is cut keeps its whole items")
  func cutJSONFeed() throws {
    let bytes = Array(Self.jsonFeed.utf8)
    for end in bytes.indices {
      let source = ImportSource(name: "", data: Data(bytes[..<end]))
      let document = try ParsedDocument(reading: source, with: .jsonFeed)
      #expect(document.count <= 3)
      #expect(!document.warnings.isEmpty)
    }
  }

  @Test("A JSON feed of brackets is read in bounded time and depth")
  func deepJSONFeed() throws {
    for piece in ["[", "{", "{\"a\":", "]"] {
      let text =
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":"
        + String(repeating: piece, count: 1 << 18)
      let source = ImportSource(name: "", data: Data(text.utf8))
      #expect(try ParsedDocument(reading: source, with: .jsonFeed).count == 0)
    }
  }

  // MARK: OPML

  @Test("Outlines with an address are entries, and those around them sections")
  func opml() throws {
    let document = try read(
      """
      <?xml version="1.0"?>
      <opml version="2.0"><head><title>To &amp; read</title></head><body>
      <outline text="Alone" url="https://e.org/0"/>
      <outline text="A"><outline title="One" text="one" type="link" url="https://e.org/1"/>
      <outline text="B"><outline text="Two" xmlUrl="https://e.org/2.xml" htmlUrl="https://e.org/2"
        description="What it is"/></outline>
      <outline text="Three" xmlUrl="https://e.org/3.xml"/></outline>
      </body></opml>
      """, as: "opml")
    let list = try #require(document.lists.first)
    #expect(list.head.title == "To & read")
    #expect(list.sections.map(\.title) == [nil, "A", "A / B", "A"])
    let entries = list.sections.flatMap(\.entries)
    #expect(entries.map(\.paper.title) == ["Alone", "One", "Two", "Three"])
    #expect(entries.map(\.line) == [3, 4, 5, 7])
    #expect(
      entries.map { $0.paper.links.first?.url ?? "" }.map { String($0.suffix(5)) }
        == ["org/0", "org/1", "org/2", "3.xml"])
    #expect(entries[2].remark == "What it is")
  }

  // MARK: Zotero

  @Test("Zotero's RDF gives items with their journals, notes, tags and collections")
  func zotero() throws {
    let document = try read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
       xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:bib="http://purl.org/net/biblio#"
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
       xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
       <bib:Article rdf:about="https://e.org/one">
        <z:itemType>journalArticle</z:itemType>
        <dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
        <bib:authors><rdf:Seq>
         <rdf:li><foaf:Person><foaf:surname>Example</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li>
         <rdf:li><foaf:Person><foaf:surname>The Reeds Group</foaf:surname></foaf:Person></rdf:li>
        </rdf:Seq></bib:authors>
        <dcterms:isReferencedBy rdf:resource="#item_9"/>
        <link:link rdf:resource="#item_8"/>
        <dc:subject>bridges</dc:subject>
        <dc:subject><z:AutomaticTag><rdf:value>straw</rdf:value></z:AutomaticTag></dc:subject>
        <dc:title>Bridges of Straw</dc:title>
        <dcterms:abstract>We build.</dcterms:abstract>
        <dc:date>May 2021</dc:date>
        <dc:identifier><dcterms:URI><rdf:value>https://e.org/one</rdf:value></dcterms:URI></dc:identifier>
        <dc:identifier>DOI 10.1000/Reed.1</dc:identifier>
        <dc:description>arXiv:2101.00001 [cs]</dc:description>
       </bib:Article>
       <bib:Journal rdf:about="urn:issn:1234-5678"><prism:number xmlns:prism="x">3</prism:number>
        <dc:title>Journal of Reeds</dc:title><dc:identifier>ISSN 1234-5678</dc:identifier></bib:Journal>
       <z:Attachment rdf:about="#item_8"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title></z:Attachment>
       <bib:Memo rdf:about="#item_9"><rdf:value>&lt;p&gt;A &lt;b&gt;note&lt;/b&gt;&lt;/p&gt;</rdf:value></bib:Memo>
       <rdf:Description rdf:about="#item_7"><z:itemType>conferencePaper</z:itemType>
        <dcterms:isPartOf><bib:Journal><dc:title>Proc. Reeds</dc:title></bib:Journal></dcterms:isPartOf>
        <dc:title>Second</dc:title><dc:date>2020-03-01</dc:date></rdf:Description>
       <z:Collection rdf:about="#collection_1"><dc:title>Straw</dc:title>
        <dcterms:hasPart rdf:resource="https://e.org/one"/></z:Collection>
      </rdf:RDF>
      """, as: "zotero-rdf")
    #expect(document.warnings.isEmpty)
    let list = try #require(document.lists.first)
    #expect(list.sections.map(\.title) == ["Straw", nil])
    let entries = list.sections.flatMap(\.entries)
    let first = try #require(entries.first)
    #expect(first.line == 5)
    #expect(first.paper.title == "Bridges of Straw")
    #expect(first.paper.authors == ["Ada Example", "The Reeds Group"])
    #expect(first.paper.year == 2021)
    #expect(first.paper.venue == "Journal of Reeds")
    #expect(first.paper.abstract == "We build.")
    #expect(first.paper.identifiers.map(\.key) == ["arxiv:2101.00001", "doi:10.1000/reed.1"])
    #expect(first.marks.tags == ["bridges", "straw"])
    #expect(first.remark == "A **note**\n\narXiv:2101.00001 [cs]")
    #expect(entries.map(\.paper.venue) == ["Journal of Reeds", "Proc. Reeds"])
  }
}
