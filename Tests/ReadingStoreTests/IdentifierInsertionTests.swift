import ReadingModel
import Testing

@testable import ReadingStore

@Suite("Papers put in by an identifier")
struct IdentifierInsertionTests {
  private func add(
    _ library: Library, _ text: String, title: String? = nil
  ) throws -> (AddedPaper, Bool) {
    let identifier = try #require(Identifier.recognise(text))
    var added: AddedPaper?
    let changed = try library.change(at: Fixture.now) { editor in
      added = try editor.add(identifier, title: title, at: Fixture.now)
      return "Added"
    }
    return (try #require(added), changed)
  }

  @Test("A paper comes with a working title and is found in all, in need of a title, and by search")
  func new() throws {
    let library = try Fixture.library()
    let start = try library.dump()
    let (added, _) = try add(library, "https://arxiv.org/pdf/2501.00001v3.pdf")
    #expect(added.change == .new)
    let detail = try #require(try library.paper(added.paper))
    #expect(detail.key == "arxiv:2501.00001" && detail.paper.title == "arXiv 2501.00001")
    #expect(detail.memberships.isEmpty && detail.paper.hasWorkingTitle)
    for source in [RowSource.all, .needsTitle, .search(try Query.parse("2501.00001"))] {
      #expect(try library.rows(source, start: 0, limit: 50).rows.map(\.paper).contains(added.paper))
    }
    let (again, changed) = try add(library, "arXiv:2501.00001v1")
    #expect(again == AddedPaper(paper: added.paper, change: .same) && !changed)
    #expect(try library.faults() == [])
    _ = try library.undo(at: Fixture.now)
    #expect(try library.dump() == start)
  }

  @Test(
    "Each scheme makes a working title and a key",
    arguments: [
      ("10.1145/3292500.3330701", "DOI 10.1145/3292500.3330701", "doi:10.1145/3292500.3330701"),
      ("acl:P19-1001", "ACL Anthology P19-1001", "acl:P19-1001"),
      (
        "https://openreview.net/forum?id=rJl3yM-Ab", "OpenReview rJl3yM-Ab",
        "openreview:rJl3yM-Ab"
      ),
      ("https://example.org/a/paper", "example.org/a/paper", "url:https://example.org/a/paper"),
    ])
  func schemes(_ text: String, _ title: String, _ key: String) throws {
    let library = try Fixture.library()
    let (added, _) = try add(library, text)
    let detail = try #require(try library.paper(added.paper))
    #expect(detail.paper.title == title && detail.key == key)
  }

  @Test("A title that is there gets the identifier; another identifier of the scheme makes two")
  func titled() throws {
    let library = try Fixture.library()
    _ = try library.change(at: Fixture.now) { editor in
      try editor.insert(Paper(title: "Known by title"), at: Fixture.now)
      return "Came"
    }
    let (named, _) = try add(library, "2501.00002", title: "Known by Title")
    #expect(named.change == .named)
    #expect(try library.paper(named.paper)?.key == "arxiv:2501.00002")
    #expect(try library.find(key: "title:known-by-title") == named.paper)
    let (other, _) = try add(library, "2501.00003", title: "Known by title")
    #expect(other.change == .new && other.paper != named.paper)
    #expect(try library.looking { try $0.editedFacts(of: other.paper) } == [.title])
  }

  @Test("A list that waits for the identifier has its prerequisite now")
  func awaited() throws {
    let list = ReadingList(
      slug: "waits", title: "Waits", kind: .order,
      sections: [
        ReadingSection(
          title: nil,
          entries: [
            Entry(
              paper: Paper(title: "Later"),
              prerequisites: [Prerequisite(key: "arxiv:2501.00009", why: "")])
          ])
      ])
    let library = try Library.inMemory(lists: [list])
    let (added, _) = try add(library, "2501.00009")
    #expect(try library.paper(added.paper)?.requiredBy.map(\.name) == ["Later"])
  }
}
