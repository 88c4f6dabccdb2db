import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("RIS, PubMed, EndNote and Web of Science import")
struct TaggedReadingTests {
  private let ris = """
    Record #1 of 2
    Provider: A Database

    TY  - CPAPER
    T1  - A title
          that goes on
    A1  - Lee, Ann
    A1  - Noé,Bob,Jr.
    AU  - {R&D} Team
    T2  - Proceedings of X
    PY  - 2019/07//
    DA  - NOV
    N2  - First line,
    ER then the second.
          * and a third

    A paragraph.
    KW  - *attention
    KW  - one; two
    DO  - https://doi.org/10.1000/ABC
    UR  - https://example.org/a;https://example.org/b
    L1  - file:///home/me/a.pdf
    N1  - A remark
    XX  - Not known
    SP  -
    ER  -

    2.
    TY - BLOG
    TI  - Another
    UR  - https://example.org/blog
    ER -
    """

  @Test("A record of RIS has its facts and its line", arguments: ["\n", "\r\n", "\r"])
  func risFacts(lineEnd: String) throws {
    let read = try Read(ris.replacing("\n", with: lineEnd), as: "ris")
    #expect(read.warnings.isEmpty)
    #expect(read.leftOut.map(\.line) == [1, 28])
    #expect(read.leftOut.first?.message == "Record #1 of 2")
    #expect(read.entries.map(\.line) == [4, 29])
    let entry = try #require(read.entries.first)
    #expect(entry.paper.title == "A title that goes on")
    #expect(entry.paper.authors == ["Ann Lee", "Bob Noé Jr.", "{R&D} Team"])
    #expect(entry.paper.year == 2019)
    #expect(entry.paper.venue == "Proceedings of X 2019")
    #expect(entry.paper.identifiers.map(\.key) == ["doi:10.1000/abc"])
    #expect(
      entry.paper.links == [
        Link(kind: .paper, url: "https://example.org/a"),
        Link(kind: .page, url: "https://example.org/b"),
      ])
    #expect(
      entry.paper.abstract
        == "First line,\nER then the second.\n* and a third\n\nA paragraph.")
    #expect(entry.remark == "A remark")
    #expect(entry.marks.tags == ["attention", "one", "two"])
    #expect(read.entries.last?.paper.kind == .blog)
  }

  @Test("A record of RIS without a beginning or an end is read, with a warning")
  func risDamage() throws {
    let read = try Read(
      "ER  - \nTI  - Untyped\nER  - \nTY  - JOUR\nTI  - Unended\nTY  - JOUR\nTI  - Last\n",
      as: "ris")
    #expect(read.entries.map(\.paper.title) == ["Untyped", "Unended", "Last"])
    #expect(read.entries.map(\.line) == [2, 4, 6])
    #expect(read.warnings.map(\.line) == [1, 2, 4, 6])
  }

  @Test(
    "Titles, venues and years are found under all of their tags",
    arguments: [
      ("BT  - A book\nPB  - A Press\nY1  - 2001", "A book", "A Press 2001"),
      ("TI  - A chapter\nBT  - A book\nPY  - 2001", "A chapter", "A book 2001"),
      ("TI  - T\nJO  - J. Abbr.\nDA  - 2001/02", "T", "J. Abbr. 2001"),
      ("TI  - T\nJ2  - J. Abbr.\nJF  - Journal", "T", "Journal"),
      ("TI  - T\nT2  - ICML 2001\nPY  - 2001", "T", "ICML 2001"),
    ])
  func risTags(lines: String, title: String, venue: String) throws {
    let read = try Read("TY  - GEN\n\(lines)\nER  - \n", as: "ris")
    #expect(read.entries.first?.paper.title == title)
    #expect(read.entries.first?.paper.venue == venue)
  }

  @Test("Identifiers stand in several tags of RIS")
  func risIdentifiers() throws {
    for (lines, keys) in [
      ("M3  - 10.1000/a", ["doi:10.1000/a"]), ("M3  - Article", []),
      ("AN  - arXiv:1706.03762", ["arxiv:1706.03762"]), ("AN  - WOS:0004", []),
      ("DO  - 10.48550/arXiv.1706.03762", ["arxiv:1706.03762"]),
      ("UR  - https://arxiv.org/abs/1706.03762", ["arxiv:1706.03762"]),
      ("UR  - <Go to ISI>://WOS:0004", []),
    ] {
      let read = try Read("TY  - JOUR\nTI  - T\n\(lines)\nER  - \n", as: "ris")
      #expect(read.entries.first?.paper.identifiers.map(\.key) == keys)
    }
  }

  @Test("A record of PubMed has its facts")
  func nbib() throws {
    let read = try Read(
      """

      PMID- 12345678
      OWN - NLM
      DP  - 2019 Nov 3
      TI  - Deep learning for
            everything.
      LID - 10.1000/xyz [doi]
      AB  - BACKGROUND: One.
            More.
      FAU - Lee, Ann B
      AU  - Lee AB
      FAU - Noé, Bob
      AU  - Noé B
      CN  - The Group
      JT  - Nature
      TA  - Nat
      MH  - *Deep Learning
      OT  - transformers
      AID - S0001 [pii]
      AID - 10.1000/xyz [doi]
      SO  - Nature. 2019.

      PMID- 87654321
      TI  - Without a DOI.
      """, as: "nbib")
    #expect(read.entries.map(\.line) == [2, 23] && read.warnings.isEmpty)
    let paper = try #require(read.entries.first?.paper)
    #expect(paper.title == "Deep learning for everything")
    #expect(paper.authors == ["Ann B Lee", "Bob Noé", "The Group"])
    #expect(paper.year == 2019 && paper.venue == "Nature 2019")
    #expect(paper.identifiers.map(\.key) == ["doi:10.1000/xyz"])
    #expect(paper.links.map(\.url) == ["https://pubmed.ncbi.nlm.nih.gov/12345678/"])
    #expect(paper.abstract == "BACKGROUND: One.\nMore.")
    #expect(read.entries.first?.marks.tags == ["Deep Learning", "transformers"])
    #expect(
      read.entries.last?.paper.identifiers.map(\.key) == [
        "url:https://pubmed.ncbi.nlm.nih.gov/87654321"
      ])
  }

  @Test("Records of EndNote begin with their type, those of refer behind a blank line")
  func endnote() throws {
    let read = try Read(
      """
      %0 Journal Article
      %T A title
      %A Lee, Ann
      %A Bob Noé
      %J Nature
      %D 2019
      %R 10.1000/xyz
      %X One.

      Two.
      %K a
      b
      %U https://example.org/a

      %0 Blog
      %T Another
      """, as: "endnote")
    #expect(read.entries.map(\.line) == [1, 15])
    let entry = try #require(read.entries.first)
    #expect(entry.paper.authors == ["Ann Lee", "Bob Noé"])
    #expect(entry.paper.venue == "Nature 2019")
    #expect(entry.paper.identifiers.map(\.key) == ["doi:10.1000/xyz"])
    #expect(entry.paper.abstract == "One.\n\nTwo.")
    #expect(entry.marks.tags == ["a", "b"])
    #expect(read.entries.last?.paper.kind == .blog)
    let refer = try Read("%T One\n%A Ann Lee\n\n%T Two\n", as: "endnote")
    #expect(refer.entries.map(\.paper.title) == ["One", "Two"])
  }

  private let webOfScience = """
    FN Clarivate Analytics Web of Science
    VR 1.0
    PT J
    AU Lee, A
       Noe, B
    AF Lee, Ann
       Noé, Bob, Jr.
    CA The Group
    TI A title: that
       goes on
    SO JOURNAL OF X
    DE attention; neural networks
    AB First line.
       And ER in a line.
    CR Somebody A, 2010, J Y, V1
    PD NOV
    PY 2019
    DI 10.1000/ABC
    UT WOS:000123456700001
    PM 31234567
    ER

    PT B
    AU Solo, H
    TI Another
    PY 1977
    ER

    PT C
    BE Ray, E
    TI A whole book
    D2 10.1000/book
    EF
    """

  @Test("A record of the Web of Science has its facts and its line")
  func webOfScienceFacts() throws {
    let read = try Read(webOfScience, as: "web-of-science")
    #expect(read.entries.map(\.line) == [3, 23, 29] && read.leftOut.isEmpty)
    #expect(read.warnings.map(\.line) == [29])
    let entry = try #require(read.entries.first)
    #expect(entry.paper.title == "A title: that goes on")
    #expect(entry.paper.authors == ["Ann Lee", "Bob Noé Jr.", "The Group"])
    #expect(entry.paper.year == 2019 && entry.paper.venue == "JOURNAL OF X 2019")
    #expect(entry.paper.identifiers.map(\.key) == ["doi:10.1000/abc"])
    #expect(entry.paper.links.map(\.url) == ["https://pubmed.ncbi.nlm.nih.gov/31234567/"])
    #expect(entry.paper.abstract == "First line.\nAnd ER in a line.")
    #expect(entry.marks.tags == ["attention", "neural networks"])
    #expect(read.entries[1].paper.authors == ["H Solo"] && read.entries[1].paper.year == 1977)
    #expect(read.entries[2].paper.authors == ["E Ray"])
    #expect(read.entries[2].paper.identifiers.isEmpty)
  }

  @Test("A group stands behind the authors, whichever form of their names there is")
  func groups() throws {
    let read = try Read("PMID- 1\nTI  - T.\nAU  - Lee A\nCN  - The Group", as: "nbib")
    #expect(read.entries.map(\.paper.authors) == [["Lee A", "The Group"]])
  }

  @Test(
    "The formats are told apart by their first lines",
    arguments: [
      ("TY  - JOUR\nER  - ", "ris"), ("Header\n1.\nTY  - JOUR", "ris"),
      ("PMID- 123\nOWN - NLM", "nbib"), ("%0 Book\n%T T", "endnote"),
      ("%A Ann Lee\n%T T", "endnote"), ("FN Clarivate\nVR 1.0\nPT J\nAU Lee", "web-of-science"),
      ("PT C\nAU Lee, A\n", "web-of-science"), ("\n\nPT J \n", "web-of-science"),
      ("PT boats are small ships.\nAU pair.", nil), ("FN 2187 is a stormtrooper.", nil),
      ("% a comment of TeX\n\\documentclass{a}", nil),
    ] as [(String, String?)])
  func detection(text: String, format: String?) { #expect(Read.format(of: text) == format) }

  @Test("A document that ends anywhere gives every record before its end")
  func truncated() throws {
    let data = Data(ris.utf8)
    let end = try #require(data.range(of: Data("ER  -\n".utf8))).upperBound
    for beginning in Damage.beginnings(of: data) {
      let read = try Read(beginning, as: "ris")
      if beginning.count >= end {
        #expect(read.entries.first?.paper.title == "A title that goes on")
      }
    }
  }

  @Test("Any damage is read to the end", arguments: ["ris", "nbib", "endnote", "web-of-science"])
  func mutated(format: String) throws {
    var dice = Dice(seed: 11)
    for _ in 0..<500 {
      let read = try Read(Damage.mutated(Data(ris.utf8), with: &dice), as: format)
      #expect(read.entries.allSatisfy { !$0.paper.title.isEmpty && $0.line > 0 })
    }
  }

  @Test(
    "No document takes longer than its size warrants",
    arguments: [
      "TY  - \n", "AU  - a\n", "AU  - a;", "\n", "x", "KW  - a;b\n", "  x\n", "ER  - \n", "\r",
      "\u{0}",
      "PMID- 1\n", "%0 x\n", "PT J\n", "AU a\n", "   a\n", "EF\n",
    ])
  func bombs(unit: String) throws {
    let text = "TY  - JOUR\n" + String(repeating: unit, count: 250_000 / unit.utf8.count)
    for format in ["ris", "nbib", "endnote", "web-of-science"] {
      let measured = try ContinuousClock().measure { _ = try Read(text, as: format) }
      #expect(measured < Self.plainTime * 20 + .seconds(2))
    }
  }

  /// What a plain document takes.
  private static let plainTime: Duration = {
    let record = "TY  - JOUR\nTI  - A title\nAU  - Lee, Ann\nPY  - 2001\nER  - \n\n"
    let text = String(repeating: record, count: 250_000 / record.utf8.count)
    return ContinuousClock().measure { _ = try? Read(text, as: "ris") }
  }()
}
