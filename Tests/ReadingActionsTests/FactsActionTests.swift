import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Adding papers and putting facts right")
struct FactsActionTests {
  @Test(
    "Each edit says what is different",
    arguments: [
      ([FactEdit.title("BERT")], "Changed the title of “BERT” to “BERT”"),
      ([.title("  Masked\nwords ")], "Changed the title of “BERT” to “Masked words”"),
      ([.year(2019)], "Set the year of “BERT” to 2019"),
      ([.year(nil)], "Changed the year of “BERT”"),
      (
        [.venue("NAACL"), .authors(["A", " ", "B"]), .shortName("")],
        "Changed the short name, authors and venue of “BERT”"
      ),
    ])
  func sentences(_ edits: [FactEdit], _ sentence: String) throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    #expect(try desk.say(.edit(bert, edits)) == sentence)
    #expect(try desk.library.history(limit: 1).first?.label == sentence)
    let again = try desk.actions.perform(.edit(bert, edits))
    #expect(!again.changed && again.sentence.hasSuffix("has these facts already"))
    #expect(try desk.say(.undo(1)) == "Undone: \(sentence)")
  }

  @Test("A working title that is right is accepted")
  func accepted() throws {
    let desk = try Desk()
    let paper = try #require(
      try desk.actions.add(["https://example.org/post"], title: nil).papers.first?.paper)
    #expect(
      try desk.say(.edit(paper, [.title("example.org/post")]))
        == "“example.org/post” is the title now")
  }

  @Test(
    "What cannot be a fact is refused",
    arguments: [
      [], [FactEdit.title(" ")], [.title("\u{1B}[2J\u{7}")], [.year(12)], [.year(20_000)],
    ])
  func refusals(_ edits: [FactEdit]) throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    #expect(throws: ActionError.self) { try desk.say(.edit(bert, edits)) }
    #expect(try desk.library.history(limit: nil).isEmpty)
  }

  @Test("Papers are added, named and known, and the sentence says which")
  func adding() throws {
    let desk = try Desk()
    #expect(try desk.say(.add(["2501.00001"], title: nil)) == "Added “arXiv 2501.00001”")
    #expect(
      try desk.say(.add(["2501.00002", "10.1000/x", "2501.00001", "1810.04805v2"], title: nil))
        == "Added 2 papers; 2 are in the library already")
    let (outcome, papers) = try desk.actions.add(["arxiv.org/abs/1810.04805"], title: nil)
    #expect(outcome.sentence == "“BERT” is in the library already" && !outcome.changed)
    #expect(papers.map(\.change) == [.same])
    #expect(
      try desk.say(.add(["2501.00003", "2501.00003"], title: nil))
        == "Added “arXiv 2501.00003”; 1 is in the library already")
    #expect(try desk.say(.add(["2501.00004"], title: "A Title")) == "Added “A Title”")
    #expect(
      try desk.say(.add(["10.1000/title"], title: "A title"))
        == "“A Title” has the name doi:10.1000/title now")
    for names in [[], ["no identifier"], ["2501.00005", "javascript:alert(1)"]] {
      #expect(throws: ActionError.self) { try desk.say(.add(names, title: nil)) }
    }
    #expect(try desk.library.find(key: "arxiv:2501.00005") == nil)
    #expect(throws: ActionError.self) { try desk.say(.add(["a", "b"], title: "T")) }
    #expect(throws: ActionError.self) { try desk.say(.add(["2501.00006"], title: " ")) }
  }

  @Test("An import leaves alone what was put right, in the plan and in the library")
  func importing() throws {
    let desk = try Desk()
    let text = """
      ---
      title: An order
      slug: order
      kind: order
      ---

      ## Beginnings

      - [Attention, the second edition](https://arxiv.org/abs/1706.03762)
        - year: 2018
        - venue: NeurIPS
        - arxiv: 1706.03762

        Why Attention Is All You Need stands here.

      """
    let document = ImportDocument(
      path: "order.md", source: ImportSource(name: "order.md", data: Data(text.utf8)))
    let paper = try desk.paper("1706.03762")
    _ = try desk.say(.edit(paper, [.title("My title"), .year(2016)]))
    let (_, plan) = try desk.actions.perform(importing: [document])
    let entry = try #require(plan.documents[0].lists[0].entries.first)
    #expect(entry.change == .changed(["venue"]))
    let facts = try #require(try desk.library.paper(paper)).paper
    #expect(facts.title == "My title" && facts.year == 2016 && facts.venue == "NeurIPS")
    let (again, _) = try desk.actions.perform(importing: [document])
    #expect(!again.changed)
  }
}
