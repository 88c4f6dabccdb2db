import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Facts put right in a library that is merged")
struct MergeFactsTests {
  private func edit(_ library: Library, _ edits: [FactEdit]) throws {
    _ = try library.change(at: Fixture.now) { editor in
      try editor.edit(editor.id("arxiv:1810.04805"), edits)
      return "Edited"
    }
  }

  @Test("They come where the reader said nothing here, once, and stay right")
  func come() throws {
    let (library, other) = (try Fixture.library(), try Fixture.library())
    try edit(other, [.title("Theirs"), .year(1999)])
    try edit(library, [.year(2001)])
    let before = try library.dump()
    let label = { (summary: MergeSummary) in summary.words.isEmpty ? nil : "Merged" }
    let summary = try library.merge(other, at: Fixture.now, label: label)
    #expect(summary.words == "1 fact put right")
    let paper = try library.id("arxiv:1810.04805")
    let facts = try #require(try library.paper(paper)).paper
    #expect(facts.title == "Theirs" && facts.year == 2001)
    #expect(try library.looking { try $0.editedFacts(of: paper) } == [.title, .year])
    #expect(try library.faults() == [])
    #expect(try library.merge(other, at: Fixture.now, label: label).words.isEmpty)
    #expect(try library.undo(at: Fixture.now)?.label == "Merged")
    #expect(try library.dump() == before)
  }

  @Test("Those of a paper that comes stay right here, too")
  func newPaper() throws {
    let (library, other) = (try Library.inMemory(), try Fixture.library())
    try edit(other, [.venue(nil), .title("Theirs")])
    _ = try library.merge(other, at: Fixture.now) { _ in "Merged" }
    let paper = try library.id("arxiv:1810.04805")
    #expect(try library.paper(paper)?.paper.title == "Theirs")
    #expect(try library.looking { try $0.editedFacts(of: paper) } == [.title])
  }
}
