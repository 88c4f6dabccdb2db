import Foundation
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Facts put right by hand")
struct FactEditingTests {
  private func edit(_ library: Library, _ paper: PaperID, _ edits: [FactEdit]) throws -> Bool {
    try library.change(at: Fixture.now) { editor in
      try editor.edit(paper, edits)
      return "Edited"
    }
  }

  private func untitled(_ library: Library, _ title: String) throws -> PaperID {
    var paper: PaperID?
    _ = try library.change(at: Fixture.now) { editor in
      paper = try editor.insert(Paper(title: title, hasWorkingTitle: true), at: Fixture.now)
      return "Added"
    }
    return try #require(paper)
  }

  @Test(
    "Every fact can be put right and taken away; undo and redo bring the same rows",
    arguments: [
      true, false,
    ])
  func all(onDisk: Bool) throws {
    let folder = try TemporaryFolder()
    let library = try onDisk ? folder.library() : Fixture.library()
    let paper = try library.id("arxiv:1810.04805")
    let start = try library.dump()
    let edits: [FactEdit] = [
      .title("BERT, anew"), .shortName(nil), .authors(["A", "B"]), .year(2019), .venue("NAACL"),
      .abstract("Words\n\nmore"),
    ]
    #expect(try edit(library, paper, edits))
    let facts = try #require(try library.paper(paper)).paper
    #expect(facts.title == "BERT, anew" && facts.shortName == nil && facts.year == 2019)
    #expect(facts.authors == ["A", "B"] && facts.venue == "NAACL")
    #expect(facts.abstract == "Words\n\nmore")
    #expect(try library.looking { try $0.editedFacts(of: paper) }.contains(.venue))
    #expect(try library.rows(.search(Query.parse("anew")), start: 0, limit: 9).total == 1)
    #expect(try library.faults() == [])
    let end = try library.dump()
    #expect(try !edit(library, paper, edits))
    #expect(try library.undo(at: Fixture.now)?.label == "Edited")
    #expect(try library.dump() == start)
    #expect(try library.redo(at: Fixture.now)?.label == "Edited")
    #expect(try library.dump() == end)
    #expect(try library.examine().allSatisfy { $0.state == .sound })
    try library.close()
  }

  @Test("A working title becomes a title, and the key follows while the old one still finds it")
  func key() throws {
    let library = try Fixture.library()
    let paper = try untitled(library, "A text that has no title")
    #expect(try library.rows(.needsTitle, start: 0, limit: 9).total == 1)
    #expect(try edit(library, paper, [.title("The Title")]))
    #expect(try library.rows(.needsTitle, start: 0, limit: 9).total == 0)
    #expect(try library.paper(paper)?.key == "title:the-title")
    #expect(try library.find(key: "title:a-text-that-has-no-title") == paper)
    // Another spelling of the title is the same key, and the first title may come back.
    #expect(try edit(library, paper, [.title("the TITLE")]))
    #expect(try library.paper(paper)?.key == "title:the-title")
    #expect(try edit(library, paper, [.title("A text that has no title")]))
    #expect(try library.paper(paper)?.key == "title:a-text-that-has-no-title")
    #expect(try library.find(key: "title:the-title") == paper)
    #expect(try library.examine().allSatisfy { $0.state == .sound })
  }

  @Test("A working title may be the title")
  func accepted() throws {
    let library = try Fixture.library()
    let paper = try untitled(library, "Words")
    #expect(try edit(library, paper, [.title("Words")]))
    #expect(try library.rows(.needsTitle, start: 0, limit: 9).total == 0)
    #expect(try library.paper(paper)?.key == "title:words")
  }

  @Test("A title that another paper has is followed by the year or a number")
  func takenKey() throws {
    let library = try Fixture.library()
    let first = try untitled(library, "One")
    let second = try untitled(library, "Two")
    let third = try untitled(library, "Three")
    #expect(try edit(library, second, [.title("One"), .year(2020)]))
    #expect(try edit(library, third, [.title("One")]))
    #expect(try library.paper(second)?.key == "title:one-2020")
    #expect(try library.paper(third)?.key == "title:one-2")
    // A key with a number stays while the title is the same.
    #expect(try edit(library, third, [.year(2021)]))
    #expect(try library.paper(third)?.key == "title:one-2")
    #expect(try library.paper(first)?.key == "title:one")
    let keys = try library.examine().first { $0.name == "keys" }
    #expect(keys?.state == .sound)
  }

  @Test("A title that a list waits for makes the prerequisite one")
  func openRequirement() throws {
    let library = try Fixture.library()
    let paper = try untitled(library, "Not known yet")
    #expect(try edit(library, paper, [.title("Not here")]))
    let instruct = try #require(try library.paper(library.id("arxiv:2203.02155")))
    #expect(instruct.prerequisites.map(\.key).contains("title:not-here"))
  }

  @Test("What comes in later leaves alone what was put right, and fills the rest")
  func laterImport() throws {
    let library = try Fixture.library()
    let paper = try library.id("arxiv:1706.03762")
    #expect(try edit(library, paper, [.title("Mine"), .venue("Here"), .venue(nil), .year(nil)]))
    _ = try library.change(at: Fixture.now) { editor in
      try editor.insert(
        Paper(
          title: "Theirs", year: 2017, venue: "There", abstract: "Abstract",
          identifiers: [Identifier(canonical: "1706.03762", scheme: .arxiv)]), at: Fixture.now)
      return "Came"
    }
    let facts = try #require(try library.paper(paper)).paper
    #expect(facts.title == "Mine" && facts.year == nil && facts.abstract == "Abstract")
  }

  @Test("A library of schema 4 keeps its edits and its history")
  func schema4() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Databases/v4.sqlite"),
      to: URL(fileURLWithPath: folder.path))
    let library = try Library.open(at: folder.path) { [] }
    let paper = try library.id("arxiv:1810.04805")
    #expect(try library.looking { try $0.editedFacts(of: paper) } == [.title])
    #expect(try edit(library, paper, [.year(2019)]))
    #expect(try library.faults() == [])
    #expect(try library.undo(at: Fixture.now)?.label == "Edited")
    #expect(try library.undo(at: Fixture.now)?.label == "Kept")
    #expect(try library.undo(at: Fixture.now)?.label == "Put right")
    #expect(try library.looking { try $0.editedFacts(of: paper) } == [])
    try library.close()
  }
}
