import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Listings of arXiv")
struct ArxivListingTests {
  private static let mail = #"""
    ------------------------------------------------------------------------------
    Send any comments regarding submissions directly to submitter.
    ------------------------------------------------------------------------------
     Submissions to:
    Artificial Intelligence
    Computation and Language
     received from  Thu 28 Dec 23 19:00:00 GMT  to  Fri 29 Dec 23 19:00:00 GMT
    ------------------------------------------------------------------------------
    ------------------------------------------------------------------------------
    \\
    arXiv:2312.17001
    Date: Thu, 28 Dec 2023 21:55:16 GMT   (5466kb,D)

    Title: Bridges of Straw and
      Other Reeds
    Authors: Ada Example (1), Bo Sample (1 and 2), and Cy Third ((1) A Place (North),
      (2) Another)
    Categories: cs.CL cs.AI
    Comments: 12 pages,
      3 figures
    Journal-ref: J. Reeds 4 (2023)
    DOI: 10.1000/Reed.4 10.1000/reed.5
    License: http://arxiv.org/licenses/nonexclusive-distrib/1.0/
    \\
      We build bridges of straw: each
    holds \\ one reader.
    \\ ( https://arxiv.org/abs/2312.17001 ,  5466kb)
    ------------------------------------------------------------------------------
    \\
    arXiv:2312.17002 (*cross-listing*)
    Date: Thu, 28 Dec 2023 21:55:16 GMT   (1kb)

    Title: Crossings of $\alpha$-fair Reeds: Schr\"odinger at \$5
    Authors: Di Fourth, J\'er\^ome Fifth
    Categories: math.CO cs.CL
    \\
      We cross.
    \\ ( https://arxiv.org/abs/2312.17002 ,  1kb)
    %%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%--%%
    ------------------------------------------------------------------------------
    \\
    arXiv:cs/0601001
    replaced with revised version Fri, 29 Dec 2023 01:00:00 GMT   (99kb)

    Title: Old Bridges
    Authors: Ed Fifth
    Categories: cs.CL
    \\ ( https://arxiv.org/abs/cs/0601001 ,  99kb)
    %%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---%%%---
    For general information on the new math archive see the page on the web
    """#

  private func read(_ text: String) throws -> ParsedDocument {
    let source = ImportSource(name: "listing.txt", data: Data(text.utf8))
    let importer = try #require(Importers.importer(for: source))
    return try ParsedDocument(reading: source, with: importer)
  }

  @Test("A listing gives its papers with every fact, in its three parts")
  func mailListing() throws {
    let document = try read(Self.mail)
    #expect(document.warnings.isEmpty)
    let list = try #require(document.lists.first)
    #expect(list.head.title == "arXiv: Artificial Intelligence, Computation and Language")
    #expect(list.head.issued == "2023-12-29")
    #expect(list.head.period == "2023-12-28/2023-12-29")
    #expect(list.sections.map(\.title) == ["New submissions", "Cross-lists", "Replacements"])
    let entries = list.sections.flatMap(\.entries)
    #expect(entries.map(\.line) == [11, 30, 42])
    let first = entries[0]
    #expect(first.paper.title == "Bridges of Straw and Other Reeds")
    #expect(first.paper.authors == ["Ada Example", "Bo Sample", "Cy Third"])
    #expect(first.paper.year == 2023)
    #expect(first.paper.venue == "J. Reeds 4 (2023)")
    #expect(first.paper.abstract == "We build bridges of straw: each holds one reader.")
    #expect(first.paper.identifiers.map(\.key) == ["arxiv:2312.17001", "doi:10.1000/reed.4"])
    #expect(first.paper.links.map(\.url) == ["https://arxiv.org/abs/2312.17001"])
    #expect(first.remark == "12 pages, 3 figures")
    #expect(entries[1].paper.title == "Crossings of α-fair Reeds: Schrödinger at $5")
    #expect(entries[1].paper.authors == ["Di Fourth", "Jérôme Fifth"])
    #expect(entries[2].paper.identifiers.map(\.key) == ["arxiv:cs/0601001"])
    #expect(entries[2].paper.year == 2006)
    #expect(entries[2].paper.abstract == nil)
    #expect(document.leftOut.map(\.line) == [2, 50])
  }

  @Test("A listing that is cut anywhere keeps its whole papers, and names the one it cuts")
  func truncated() throws {
    let text = Array(Self.mail.utf8)
    let lines = Self.mail.split(separator: "\n", omittingEmptySubsequences: false)
    var offset = 0
    var ends: [Int] = []
    for line in lines {
      offset += line.utf8.count + 1
      if line.hasPrefix("\\\\ (") { ends.append(offset - 1) }
    }
    for end in stride(from: 0, to: text.count, by: 3) {
      let source = ImportSource(name: "", data: Data(text[..<end]))
      let document = try ParsedDocument(reading: source, with: .arxivListing)
      let whole = ends.count { $0 <= end }
      #expect(document.count >= whole && document.count <= whole + 1)
      #expect(document.count == whole || document.warnings.count == 1 || end > ends[whole] - 60)
    }
  }

  @Test("A paper whose last line is missing ends at the rule behind it")
  func missingEnd() throws {
    let text = Self.mail.replacingOccurrences(
      of: "\\\\ ( https://arxiv.org/abs/2312.17001 ,  5466kb)\n", with: "")
    let document = try read(text)
    #expect(document.count == 3)
  }

  @Test("A listing on arXiv's pages gives its papers")
  func page() throws {
    let document = try read(
      """
      <!DOCTYPE html><html><head><title>Computation and Language</title></head><body>
      <nav><a href="/abs/2401.99999">not this</a></nav>
      <dl id='articles'><h3>New submissions (showing 1 of 1 entries)</h3>
      <dt><a name='item1'>[1]</a> <a href ="/abs/2401.00001" title="Abstract">arXiv:2401.00001</a>
      [<a href="/pdf/2401.00001">pdf</a>]</dt>
      <dd><div class='meta'><div class='list-title mathjax'><span class='descriptor'>Title:</span>
        Bridges &amp; $a &lt; b$</div>
      <div class='list-authors'><a href="x">Ada Example</a>, <a href="y">Plato</a></div>
      <div class='list-comments mathjax'><span class='descriptor'>Comments:</span> 3 pages</div>
      <div class='list-subjects'><span class='descriptor'>Subjects:</span> CL</div>
      <p class='mathjax'>We build.</p></div></dd></dl>
      <dl><h3>Replacement submissions (showing 1 of 1 entries)</h3>
      <dt><a href="/abs/hep-th/9901001v2">arXiv:hep-th/9901001</a></dt>
      <dd><div class='list-title'>Title: Old</div></dd><dt>[3] gone</dt></dl></body></html>
      """)
    let list = try #require(document.lists.first)
    #expect(list.head.title == "Computation and Language")
    #expect(list.sections.map(\.title) == ["New submissions", "Replacement submissions"])
    let entries = list.sections.flatMap(\.entries)
    #expect(entries.map(\.paper.title) == ["Bridges & a < b", "Old"])
    #expect(entries.map(\.paper.authors) == [["Ada Example", "Plato"], []])
    #expect(entries.map(\.paper.abstract) == ["We build.", nil])
    #expect(entries.map(\.paper.year) == [2024, 1999])
    #expect(entries.map(\.remark) == ["3 pages", ""])
    #expect(entries.map(\.line) == [4, 13])
    #expect(document.warnings.map(\.line) == [14])
  }

  @Test("A line without an end is cut and named")
  func longLine() throws {
    let text = "\\\\\narXiv:2401.00001\nTitle: A\n\\\\\n\(String(repeating: "x", count: 100_000))"
    let document = try read(text)
    #expect(document.entries.first?.paper.title == "A")
    #expect(document.warnings.map(\.line) == [2, 5])
  }

  @Test(
    "A text about listings is none", arguments: ["\\\\ a\narXiv:2401.00001", "arXiv:2401.00001"])
  func detection(text: String) {
    let source = ImportSource(name: "", data: Data(text.utf8))
    #expect(Importer.arxivListing.likelihood(source, source.sample) == .none)
  }
}
