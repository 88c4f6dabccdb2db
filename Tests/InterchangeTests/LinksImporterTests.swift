import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("Addresses and ids, one in a line")
struct LinksImporterTests {
  @Test(
    "A single one is a document",
    arguments: [
      ("https://arxiv.org/abs/2501.00001v2", "arxiv:2501.00001", "arXiv 2501.00001"),
      ("2501.00001", "arxiv:2501.00001", "arXiv 2501.00001"),
      ("doi:10.1000/182", "doi:10.1000/182", "DOI 10.1000/182"),
      (
        "- <https://example.org/an-article>", "url:https://example.org/an-article",
        "example.org/an-article"
      ),
    ])
  func single(text: String, key: String, title: String) throws {
    let document = try read(text)
    #expect(document.entries.map(\.paper.key) == [key])
    #expect(document.entries.map(\.paper.title) == [title])
    #expect(document.entries.first?.paper.hasWorkingTitle == true)
  }

  @Test("Sections, titles behind the address and lines that name nothing")
  func lines() throws {
    let document = try read(
      """
      # Scaling
      1. https://arxiv.org/abs/2001.08361 – Scaling Laws
      * 2203.15556

      what is this
      # Agents
      https://doi.org/10.1000/xyz123
      """, as: "links")
    #expect(document.lists.map { $0.sections.map(\.title) } == [["Scaling", "Agents"]])
    #expect(
      document.entries.map(\.paper.title) == [
        "Scaling Laws", "arXiv 2203.15556", "DOI 10.1000/xyz123",
      ])
    #expect(document.entries.map(\.line) == [2, 3, 7])
    #expect(document.warnings.map(\.line) == [5])
  }

  @Test("A text file of addresses and ids is one, too")
  func textFile() throws {
    let text = "2501.00001\narXiv:2501.00002\nhttps://arxiv.org/abs/2501.00003\n10.1000/182\n"
    let document = try read(text, name: "to-read.txt")
    #expect(
      document.entries.map(\.paper.key) == [
        "arxiv:2501.00001", "arxiv:2501.00002", "arxiv:2501.00003", "doi:10.1000/182",
      ])
  }

  @Test(
    "Texts, tables and numbers are none",
    arguments: ["1.5\n2.5", "What to read\nhttps://arxiv.org/abs/2501.00001"])
  func others(text: String) {
    let source = ImportSource(name: "", data: Data(text.utf8))
    #expect(Importers.importer(for: source)?.name != "links")
  }
}
