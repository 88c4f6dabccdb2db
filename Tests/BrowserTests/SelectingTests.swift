import Browser
import ReadingModel
import TestSupport
import Testing

@Suite("Changing many at once")
struct SelectingTests {
  @Test(
    "takes every paper of the list, the filter or the search",
    arguments: [
      ("* s y", 7), ("f type:status:unread Enter * s y", 4), ("/ type:atten Enter * s y", 2),
      ("* Space s y", 6), ("* Space k Space s y", 7), ("* Esc s", 1), ("* * s", 1),
      ("* t type:new Enter y", 7), ("* a y", 7), ("* s n", 0),
    ])
  func all(_ script: String, _ count: Int) throws {
    let library = FakeLibrary()
    _ = try Played(script, library: library)
    #expect(library.changes.count == min(1, count))
    switch library.changes.first {
    case .progress(let papers, _)?, .tag(let papers, _, _)?: #expect(Set(papers).count == count)
    default: #expect(count == 0)
    }
  }

  @Test("asks with the number and shows the selection")
  func question() throws {
    #expect(try Played("* r").footer.contains("Mark 7 papers as read?"))
    let played = try Played("*")
    #expect(played.footer.contains("All of them are selected · Esc drops the selection"))
    #expect(played.lines.count { $0.contains("▪") } == 7)
    #expect(try Played("* Space t").footer.contains("Tags of 6 papers"))
  }

  @Test("reaches far beyond the rows that are loaded, by the query and not by the rows")
  func large() throws {
    let library = FakeLibrary(.large(5_000))
    _ = try Played("L J J J J f type:status:unread Enter * r y", library: library)
    #expect(library.shelf.papers.values.allSatisfy { $0.progress.status == .read })
    #expect(library.loadedWindows.allSatisfy { $0.limit <= 200 })
    #expect(library.changes.count == 1)
  }
}
