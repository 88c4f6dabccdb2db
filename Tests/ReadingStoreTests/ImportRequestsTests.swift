import Foundation
import ReadingModel
import Testing

@testable import ReadingStore

@Suite("What an import asks of the library")
struct ImportRequestsTests {
  @Test("What stands of a paper: its status, its notes and its lists by week or title")
  func standing() throws {
    let library = try Fixture.library()
    let bert = try library.id("arxiv:1810.04805")
    let gpt = try library.id("arxiv:2005.14165")
    _ = try library.change(at: Fixture.now) { editor in
      try editor.setStatus(.read, of: bert, at: Fixture.now)
      _ = try editor.saveNote(paper: bert, note: nil, body: "Masks.", at: Fixture.now)
      return "marks"
    }
    let standing = try library.standing(of: [bert, gpt, PaperID(rawValue: 999)])
    #expect(standing.count == 2)
    #expect(
      standing[bert]
        == StandingPaper(
          status: .read, notes: 1, lists: ["From one to many", "This week’s papers"]))
    #expect(standing[gpt] == StandingPaper(lists: ["From one to many"]))
  }

  @Test("A weekly list with a day goes by its week")
  func week() throws {
    var week = Fixture.week
    week.issued = "2026-03-01"
    let library = try Library.inMemory(lists: [week])
    let bert = try library.id("arxiv:1810.04805")
    #expect(try library.standing(of: [bert])[bert]?.lists == ["2026-W09"])
  }

  @Test("Looking goes on while work on a connection of its own is in the middle of a change")
  func ownConnection() throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    let library = try Library.open(at: path, added: Fixture.then) { [Fixture.order] }
    let before = try library.dump()
    let version = try library.dataVersion()
    try library.withOwnConnection { other in
      _ = try other.change(at: Fixture.now) { editor in
        try editor.setStatus(.read, of: try editor.id("arxiv:1810.04805"), at: Fixture.now)
        #expect(try library.dump() == before)
        return "mark"
      }
    }
    #expect(try library.dump() != before)
    #expect(try library.dataVersion() != version)
    #expect(try library.history(limit: 1).map(\.label) == ["mark"])
    try library.close()
  }

  @Test("A library in memory has one connection, and an error of the work comes back")
  func inMemory() throws {
    let library = try Fixture.library()
    #expect(try library.withOwnConnection { try $0.dump() } == library.dump())
    #expect(throws: LibraryError.noSuchPaper) {
      try library.withOwnConnection { _ in throw LibraryError.noSuchPaper }
    }
  }

  @Test("A further name leads to a paper, unless it is another's already")
  func furtherNames() throws {
    let library = try Fixture.library()
    let bert = try library.id("arxiv:1810.04805")
    _ = try library.change(at: Fixture.now) { editor in
      try editor.name(
        bert,
        [
          Identifier(canonical: "2501.00001", scheme: .arxiv),
          Identifier(canonical: "1706.03762", scheme: .arxiv),
        ])
      return "named"
    }
    #expect(try library.find(key: "arxiv:2501.00001") == bert)
    #expect(try library.find(key: "arxiv:1706.03762") != bert)
    #expect(try library.faults().isEmpty)
  }
}
