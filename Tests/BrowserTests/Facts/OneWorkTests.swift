import Browser
import ReadingModel
import Terminal
import TestSupport
import Testing

@Suite("Merging and splitting in the browser")
struct OneWorkTests {
  private func id(_ number: Int64) -> PaperID { PaperID(rawValue: number) }

  @Test("asks which paper is the same, finds it as one types, and merges it into this one")
  func prompt() throws {
    let library = FakeLibrary()
    let script = "/ type:Report Enter c m type:mix"
    _ = try Played(script, library: library)
    #expect(library.changes.isEmpty)
    let played = try Played(script + " Enter", library: library)
    #expect(library.changes == [.merge(id(13), into: id(14))])
    #expect(played.footer.contains("into “A Report without Address” · u undo"))
    _ = try Played("u", library: library)
    #expect(library.shelf.papers[id(13)] != nil)
  }

  @Test("merges two that are selected after a question that names both")
  func selected() throws {
    let library = FakeLibrary()
    _ = try Played("Space Space c m", library: library)
    #expect(library.changes.isEmpty)
    _ = try Played("Space Space c m n", library: library)
    #expect(library.changes.isEmpty)
    let played = try Played("Space Space c m y", library: library)
    #expect(library.changes.count == 1)
    guard case .merge(let other, let kept)? = library.changes.first else {
      Issue.record("nothing was merged")
      return
    }
    #expect(kept < other)
    #expect(played.footer.contains("Merged"))
  }

  @Test("says why it cannot merge", arguments: ["Space Space Space c m", "V j c m", "* c m"])
  func refuses(_ script: String) throws {
    let library = FakeLibrary()
    #expect(try Played(script, library: library).footer.contains("That is for two papers"))
    #expect(library.changes.isEmpty)
  }

  @Test("splits the identifier chosen off")
  func split() throws {
    let library = FakeLibrary()
    let script = "/ type:FlashAttention Enter c s"
    let change = Change.split(
      id(9), [Identifier(canonical: "2205.14135", scheme: .arxiv)], title: nil, lists: [])
    _ = try Played(script + " 1", library: library)
    #expect(library.changes == [change])
    _ = try Played("u " + script + " j Enter", library: library)
    #expect(library.changes.last == change)
    let report = try Played("/ type:Report Enter c s")
    #expect(report.footer.contains("“A Report without Address” has no identifier."))
  }
}
