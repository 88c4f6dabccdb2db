import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The palette")
struct PaletteTests {
  /// The row under the cursor, without the blanks at its ends.
  private func chosen(_ script: String, columns: Int = 120) throws -> String {
    try Played(script, columns: columns).cursorRow.split(separator: " ").joined(separator: " ")
  }

  @Test(
    "finds actions by what they do and by their names",
    arguments: [
      ("type:mark\\ read", "Mark as read"), ("type:copy\\ bib", "Copy the BibTeX entry"),
      ("type:half-page-up", "Move up half a page"), ("type:undo", "Take the last change back"),
    ])
  func actions(_ script: String, _ row: String) throws {
    #expect(try chosen("^P \(script)").contains(row))
  }

  @Test("finds lists, and papers through the search of the library")
  func listsAndPapers() throws {
    #expect(try chosen("^P type:queue").contains("list Queue"))
    let paper = try chosen("^P type:preference\\ rafailov")
    #expect(paper.contains("paper DPO Direct Preference Optimization"))
    #expect(paper.contains("Rafael Rafailov 2023"))
  }

  @Test("carries the action out on Enter, with its sentence")
  func runs() throws {
    let played = try Played("^P type:mark\\ as\\ skipped Enter")
    #expect(played.library.changes.count == 1)
    #expect(played.footer.contains("as skipped"))
  }

  @Test("opens the list chosen")
  func opensList() throws {
    let played = try Played("^P type:all\\ papers Enter")
    #expect(played.lines.first?.contains("All papers") == true)
  }

  @Test(
    "goes to the paper in the list that has it, however fast one types", arguments: [false, true])
  func goesToPaper(_ inOneBatch: Bool) throws {
    let library = FakeLibrary()
    let list = try #require(library.shelf.lists.last)
    let id = try #require(list.papers.last)
    let title = try #require(library.shelf.papers[id]?.paper.title)
    let script = "^P type:\(title.split(separator: " ").joined(separator: "\\ ")) Enter"
    let played = try Played(script, library: library, inOneBatch: inOneBatch)
    #expect(played.cursorRow.contains(title.prefix(12)))
    #expect(played.library.changes.isEmpty)
  }

  @Test("says why an action cannot be carried out")
  func refuses() throws {
    #expect(try Played("^P type:next-match Enter").footer.contains("Nothing was searched for yet"))
    #expect(try Played("^P type:qqqqq Enter").screen.text().contains("Nothing matches"))
  }

  @Test(
    "closes without a trace on Esc and takes keys of movement", arguments: ["Esc", "Down Up Esc"])
  func closes(_ script: String) throws {
    let before = try Played("")
    let after = try Played("^P type:x \(script)")
    #expect(after.screen == before.screen)
  }

  @Test("asks the library once for a burst of keys, and not for a single letter")
  func asksOnce() throws {
    let library = FakeLibrary()
    _ = try Played("^P type:attention", library: library, inOneBatch: true)
    let limits = library.loadedWindows.count { $0.limit == PaletteLayer.paperLimit }
    #expect(limits == 1)
    #expect(PaletteLayer(lists: []).query == nil)
  }

  @Test("ranks 5,000 lists well within a frame of an optimised build")
  func speed() {
    let items = (0..<5_000).map { number in
      ListsPane.Item(
        source: .all, label: "2025-W\(number) Papers of the week on attention", count: 1)
    }
    var palette = PaletteLayer(lists: items)
    let effort = Effort.of {
      for text in ["a", "at", "att", "atte", "atten"] { palette.take(LineInput(text)) }
    }
    #expect(palette.results.count == PaletteLayer.resultLimit)
    #expect(effort < 1_500, "120 is usual.")
  }
}
