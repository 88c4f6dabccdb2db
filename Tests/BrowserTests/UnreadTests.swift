import ReadingModel
import TestSupport
import Testing

@testable import Browser

@Suite("Going to the next unread paper")
struct UnreadTests {
  @Test(
    "goes through the list, then to the next lists that have one, and says which",
    arguments: [
      (")", "InstructGPT", "Transformer to agents", ""),
      (") ) )", "Mixture of Experts", "Transformer to agents", ""),
      (") ) ) )", "深層学習", "2025-W45", "Went on to “2025-W45 Papers you should know”."),
      (") ) ) ) ) )", "Mixture of Experts", "2025-W45", ""),
      (") ) ) ) ) ) )", "A Report without Address", "2025-W09", "Went on to “2025-W09"),
      (") ) ) ) ) ) ) ) )", "tude of marks", "2025-W09", ""),
      (
        ") ) ) ) ) ) ) ) ) )", "GPT-3", "Transformer to agents",
        "Went on to “Transformer to agents”."
      ),
      ("(", "tude of marks", "2025-W09", "Went on to “2025-W09"),
      ("G (", "DPO", "Transformer to agents", ""),
      ("L )", "Mixture of Experts", "Next up", ""),
      ("h J )", "深層学習", "2025-W45", ""), ("h J (", "深層学習", "2025-W45", ""),
      ("f type:status:read Enter )", "深層学習", "2025-W45", "Went on to “2025-W45"),
    ])
  func going(_ script: String, _ row: String, _ title: String, _ sentence: String) throws {
    for isBurst in [false, true] {
      let played = try Played(script, inOneBatch: isBurst)
      #expect(played.cursorRow.contains(row), "\(played.cursorRow)")
      #expect(played.lines[0].contains(title), "\(played.lines[0])")
      #expect(played.footer.contains(sentence), "\(played.footer)")
    }
  }

  @Test("keeps the pane, but goes to the papers from the lists")
  func panes() throws {
    #expect(try Played("l ) ) ) )").model.focus == .paper)
    #expect(try Played("h )").model.focus == .papers)
    #expect(try Played(") ) ) )").model.lists.cursor == Played("J").model.lists.cursor)
  }

  private func shelf(unread: Int64...) -> FakeLibrary {
    let library = FakeLibrary()
    for id in library.shelf.papers.keys {
      library.shelf.papers[id]?.progress.status =
        unread.contains(id.rawValue) ? .unread : .read
    }
    return library
  }

  @Test("goes round in the same list when no other has one, and says so")
  func round() throws {
    let played = try Played(": type:list\\ list-3 Enter G )", library: shelf(unread: 14, 15))
    #expect(played.cursorRow.contains("A Report without Address"))
    #expect(played.footer.contains("No other list has an unread paper"))
  }

  @Test("says when there is none, or no other", arguments: [")", "("])
  func none(_ key: String) throws {
    #expect(
      try Played(key, library: shelf()).footer.contains(
        "There is no unread paper, here or in any list."))
    #expect(
      try Played(": type:list\\ list-3 Enter \(key)", library: shelf(unread: 14)).footer.contains(
        "There is no other unread paper, here or in any list."))
    #expect(try Played(key, library: FakeLibrary(.init())).footer.contains("no unread paper"))
    let library = FakeLibrary()
    library.blindness = "The library is locked."
    #expect(try Played(key, library: library).footer.contains("locked"))
  }

  @Test("goes far in a long list, with a window of its rows alone")
  func far() throws {
    let library = FakeLibrary(.large(20_000))
    for number in 2..<19_000 {
      library.shelf.papers[PaperID(rawValue: Int64(number))]?.progress.status = .read
    }
    let played = try Played("L J J J J g g )", library: library)
    #expect(played.cursorRow.contains("Paper 19000 "))
    #expect(library.loadedWindows.allSatisfy { $0.limit <= 200 })
  }
}
