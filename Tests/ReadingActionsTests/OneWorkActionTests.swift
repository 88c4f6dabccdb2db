import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("Merging and splitting papers")
struct OneWorkActionTests {
  private func document(_ body: String) -> ImportDocument {
    let text = "---\ntitle: A week\nslug: week\nkind: weekly\n---\n\n## Papers\n\n\(body)"
    return ImportDocument(
      path: "week.md", source: ImportSource(name: "week.md", data: Data(text.utf8)))
  }

  private func entry(_ title: String, _ arxiv: String, remark: String) -> String {
    "- [\(title)](https://arxiv.org/abs/\(arxiv))\n  - arxiv: \(arxiv)\n\n  \(remark)\n\n"
  }

  @Test("Two papers become one, by name, and one paper is refused")
  func merge() throws {
    let desk = try Desk()
    let (bert, instruct) = (try desk.paper("BERT"), try desk.paper("InstructGPT"))
    #expect(
      try desk.say(.merge(instruct, into: bert))
        == "Merged “Training language models to follow instructions” into “BERT”")
    #expect(try desk.paper("2203.02155") == bert)
    #expect(try desk.say(.undo(1)).hasPrefix("Undone: Merged “Training"))
    #expect(throws: ActionError.self) { try desk.say(.merge(bert, into: bert)) }
    #expect(throws: LibraryError.self) {
      try desk.say(.merge(instruct, into: desk.paper("1706.03762")))
    }
  }

  @Test("Papers of one title are told apart by their keys")
  func sameTitle() throws {
    let desk = try Desk()
    let names = ["2501.00001", "2501.00002"]
    let papers = try names.map {
      try #require(try desk.actions.add([$0], title: "One").papers.first).paper
    }
    #expect(
      try desk.say(.merge(papers[1], into: papers[0]))
        == "Merged “One” (arxiv:2501.00002) into “One” (arxiv:2501.00001)")
  }

  @Test("An identifier is split off, and what is not there is refused")
  func split() throws {
    let desk = try Desk()
    let bert = try desk.paper("BERT")
    let arxiv = Identifier(canonical: "1810.04805", scheme: .arxiv)
    let (outcome, new) = try desk.actions.split(
      [arxiv], from: bert, title: "Another", lists: ["order"])
    #expect(outcome.sentence == "Split arxiv:1810.04805 off “BERT”, with its entry in order")
    #expect(try desk.paper("1810.04805") == new && desk.paper("Another") == new)
    #expect(try desk.library.paper(bert)?.memberships.isEmpty == true)
    #expect(try desk.library.paper(new)?.memberships.map(\.slug) == ["order"])
    #expect(throws: ActionError.self) { try desk.say(.split(bert, [arxiv], title: nil, lists: [])) }
    #expect(throws: ActionError.self) { try desk.say(.split(new, [], title: nil, lists: [])) }
    #expect(throws: ActionError.self) {
      try desk.say(.split(new, [arxiv], title: " ", lists: []))
    }
    for slug in ["nowhere", "week"] {
      #expect(throws: ActionError.self) {
        try desk.say(.split(new, [arxiv], title: nil, lists: [slug]))
      }
    }
    #expect(try desk.library.history(limit: nil).count == 1)
  }

  @Test("After a merge both identifiers find the paper, and the same document changes nothing")
  func importAfterMerge() throws {
    let desk = try Desk()
    let week = document(
      entry("First title", "2501.00001", remark: "One.")
        + entry("Something else", "2501.00003", remark: "Else.")
        + entry("Second name", "2501.00002", remark: "Two."))
    _ = try desk.actions.perform(importing: [week])
    _ = try desk.say(.merge(desk.paper("2501.00002"), into: desk.paper("2501.00001")))
    let merged = try desk.paper("2501.00001")
    #expect(try desk.detail("2501.00001").memberships.map(\.remark) == ["One.\n\nTwo."])
    let (outcome, plan) = try desk.actions.perform(importing: [week])
    #expect(!outcome.changed && outcome.sentence == "Nothing to import: 0 new, 3 same")
    #expect(plan.documents[0].conflicts.isEmpty)
    // A list that has only the other one finds it, and its title does not come back.
    let other = ImportDocument(
      path: "other.md",
      source: ImportSource(
        name: "other.md",
        data: Data("# Other\n\n- [Second name](https://arxiv.org/abs/2501.00002)\n".utf8)))
    let (_, second) = try desk.actions.perform(importing: [other])
    #expect(second.documents[0].conflicts.isEmpty)
    let detail = try desk.detail("2501.00002")
    #expect(detail.id == merged && detail.paper.title == "First title")
    #expect(Set(detail.memberships.map(\.slug)) == ["week", "other"])
  }

  @Test("After a split neither identifier brings the papers together again")
  func importAfterSplit() throws {
    let desk = try Desk()
    let both = document(
      """
      - [One title](https://arxiv.org/abs/2501.00001)
        - arxiv: 2501.00001
        - doi: 10.1000/x

      """)
    _ = try desk.actions.perform(importing: [both])
    let paper = try desk.paper("2501.00001")
    let doi = Identifier(canonical: "10.1000/x", scheme: .doi)
    let (_, new) = try desk.actions.split([doi], from: paper, title: "Other title", lists: [])
    let (_, plan) = try desk.actions.perform(importing: [both])
    #expect(plan.documents[0].conflicts.count == 1)
    #expect(try desk.paper("10.1000/x") == new && desk.paper("2501.00001") == paper)
    #expect(try desk.library.paper(paper)?.paper.identifiers.map(\.key) == ["arxiv:2501.00001"])
    let titled = ImportDocument(
      path: "t.md", source: ImportSource(name: "t.md", data: Data("# T\n\n- Other title\n".utf8)))
    _ = try desk.actions.perform(importing: [titled])
    #expect(try desk.library.paper(new)?.memberships.map(\.slug) == ["t"])
  }
}
