import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("CSL and Zotero import")
struct CSLImportTests {
  private let item = #"""
    {"id": "doe_2017", "type": "article-journal", "title": "A <i>plain</i> title &amp; more",
     "author": [{"family": "Humboldt", "given": "Alexander", "non-dropping-particle": "von"},
       {"family": "King", "given": "Martin", "suffix": "Jr."}, {"literal": "OpenAI"}],
     "issued": {"date-parts": [["2017", 6]]}, "container-title": "Journal of Things",
     "DOI": "10.1000/ABC", "URL": "https://a.org/x", "abstract": "<jats:p>Text.</jats:p>",
     "keyword": "moe, attention", "note": "arXiv: 1706.03762\nRead the appendix.", "page": "1-2",
     "section": "Opinion", "accessed": {"date-parts": [[2020]]}}
    """#

  @Test("An item is read with its names, date, identifiers and note")
  func readsItem() throws {
    let document = try read("[\(item)]")
    let entry = try #require(document.entries.first)
    #expect(entry.paper.title == "A plain title & more")
    #expect(entry.paper.authors == ["Alexander von Humboldt", "Martin King Jr.", "OpenAI"])
    #expect(entry.paper.year == 2017 && entry.paper.venue == "Journal of Things")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762", "doi:10.1000/abc"])
    #expect(entry.paper.abstract == "Text." && entry.remark == "Read the appendix.")
    #expect(entry.marks.tags == ["moe", "attention"])
    #expect(document.lists.first?.sections.map(\.title) == [nil] && document.warnings.isEmpty)
  }

  @Test("Items stand in arrays, under “items” and “references”, and in answers of Crossref")
  func places() throws {
    for text in [
      "[\(item)]", "{\"items\":[\(item)]}", "{\"references\":[\(item)]}", item,
      "{\"status\":\"ok\",\"message\":{\"items\":[\(item)]}}",
    ] {
      #expect(try read(text, as: "csl-json").entries.map(\.paper.year) == [2017])
    }
  }

  @Test(
    "Dates are read in every form that CSL has",
    arguments: [
      (#"{"date-parts":[[2017]]}"#, 2017), (#"{"date-parts":[["2017",1],["2018"]]}"#, 2017),
      (#"{"raw":"June 2017"}"#, 2017), (#"{"literal":"circa 1901"}"#, 1901),
      (#"{"date-parts":[["-12",13]]}"#, nil), ("2017", 2017), (#""2017-06-12""#, 2017),
      (#"{"date-parts":[[]],"season":4}"#, nil), (#"[{"year":2016}]"#, 2016), ("null", nil),
      (#"{"date-parts":null}"#, nil), (#"{"date-parts":[["1901"],[0]],"circa":true}"#, 1901),
    ] as [(String, Int?)])
  func dates(date: String, year: Int?) throws {
    let text = #"[{"id":"a","type":"paper-conference","title":"T","issued":\#(date)}]"#
    #expect(try read(text).entries.first?.paper.year == year)
  }

  @Test(
    "An arXiv identifier is found wherever programs put it",
    arguments: [
      #""number":"arXiv:1706.03762""#, #""note":"arXiv:1706.03762 [cs]""#,
      #""archive":"arXiv","archive_location":"1706.03762""#, #""eprint":"1706.03762""#,
      #""container-title":"arXiv:1706.03762 [cs]""#, #""DOI":"10.48550/arXiv.1706.03762""#,
      #""URL":"http://arxiv.org/abs/1706.03762v5""#, #""note":"_eprint: 1706.03762""#,
      #""container-title":"arXiv preprint arXiv:1706.03762""#,
    ])
  func arxiv(member: String) throws {
    let text = #"[{"id":"a","type":"article-journal","title":"T",\#(member)}]"#
    let entry = try #require(try read(text).entries.first)
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:1706.03762"])
    #expect(entry.remark.isEmpty)
  }

  @Test("YAML is read item by item, with lines, and damage stays where it is")
  func yaml() throws {
    let text = """
      ---
      references:
      - id: a
        title: >-
          The eruption of **Etna**, *again* and
          again
        author:
          - family: Doe
            given: Jane
        issued:
          - year: 2014
            month: 12
      - id: b
        title: [unclosed
      # a comment
      - id: c
        title: "g~1~: a study"
        issued: 2016-05
      ...
      """
    let document = try read(text, name: "x.yaml")
    #expect(
      document.entries.map(\.paper.title) == [
        "The eruption of Etna, again and again", "g1: a study",
      ])
    #expect(document.entries.map(\.line) == [3, 16])
    #expect(document.entries.map(\.paper.year) == [2014, 2016])
    #expect(document.warnings.map(\.line) == [13])
  }

  @Test("YAML that would cost more than its size is left out")
  func bombs() throws {
    let levels = (0..<9).map { "  a\($0): &a\($0) [*a\($0 + 1), *a\($0 + 1)]" }.joined(
      separator: "\n")
    for item in [
      levels, "  x: " + String(repeating: "[", count: 5_000),
      "  " + String(repeating: "- ", count: 5_000), String(repeating: " ", count: 4_000) + "x: 1",
    ] {
      let document = try read(
        "references:\n- id: a\n\(item)\n- id: b\n  title: B\n", as: "csl-yaml")
      #expect(document.entries.map(\.paper.title) == ["B"])
      #expect(document.warnings.count == 1)
    }
  }

  @Test("A library of Zotero has its collections as sections, and no attachments")
  func betterBibTeX() throws {
    let text = #"""
      {"config": {"label": "BetterBibTeX JSON"},
       "collections": {"K1": {"key": "K1", "name": "Agents", "items": [2], "collections": []},
         "K2": {"key": "K2", "name": "Empty", "items": []}},
       "items": [
        {"itemType": "preprint", "itemID": 1, "title": "One", "date": "2023-01-02",
         "creators": [{"creatorType": "author", "firstName": "Jane", "lastName": "Doe"},
           {"creatorType": "editor", "name": "Ed"}], "extra": "arXiv: 2301.00001",
         "notes": [{"note": "<p>Good &amp; short</p>"}], "tags": [{"tag": "llm"}]},
        {"itemType": "attachment", "itemID": 3, "title": "PDF"},
        {"itemType": "journalArticle", "itemID": 2, "title": "Two", "publicationTitle": "J"}]}
      """#
    let document = try read(text)
    let sections = document.lists.first?.sections ?? []
    #expect(sections.map(\.title) == ["Agents", nil])
    #expect(document.entries.map(\.paper.title) == ["Two", "One"])
    #expect(document.entries.map(\.line) == [10, 5])
    let one = try #require(document.entries.last)
    #expect(one.paper.authors == ["Jane Doe"] && one.remark == "Good & short")
    #expect(one.paper.identifiers.map(\.key) == ["arxiv:2301.00001"])
    #expect(one.marks.tags == ["llm"] && document.leftOut.map(\.line) == [9])
  }

  @Test(
    "Formats are told apart by what stands in a document",
    arguments: [
      (#"[{"id":"a","type":"article-journal","title":"T"}]"#, "csl-json"),
      (#"[{"id":"a","type":"book","author":[{"family":"D"}]}]"#, "csl-json"),
      (#"{"config":{},"items":[{"itemType":"book"}]}"#, "better-bibtex-json"),
      (#"[{"title":"T","year":2020}]"#, "json"), ("{\"title\":\"A\"}\n{\"title\":\"B\"}", "json"),
      ("references:\n- id: a\n", "csl-yaml"),
      ("---\nreferences:\n- title: A\n  id: a\n", "csl-yaml"),
      ("title,authors,year\nA,B,2020\n", "csv"), ("Title;Autor;Jahr\nA;B;2020\n", "csv"),
      ("title\tauthors\nA\tB\n", "tsv"), ("sep=;\nTitle;Year\nA;2020\n", "csv"),
      ("\"Key\",\"Item Type\",\"Title\"\n\"A\",\"book\",\"T\"\n", "csv"),
      ("- [A paper](https://a.org), title, year\n", "markdown"),
      ("[A link](https://a.org)\n", "markdown"),
      ("[1] A. Author, A title, 2020\n", nil), ("@article{a, title={B, c}}\n", "bibtex"),
      ("A title, and, some, prose.\nMore, prose\n", nil), ("", nil), ("[[A note]]\n", nil),
    ] as [(String, String?)])
  func detection(text: String, format: String?) {
    let source = ImportSource(name: "", data: .init(text.utf8))
    let found = Importers.importer(for: source)?.name
    #expect(found == format)
  }
}
