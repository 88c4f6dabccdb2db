import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The columns at the right of a paper")
struct RowColumnTests {
  @Test(
    "say facts of it, each in its width",
    arguments: [
      (RowColumn.year, "2017"), (.authors, "Vaswani et al."), (.venue, "NeurIPS 2017"),
      (.rating, "★★★★★"), (.pass, "pass 2"), (.tags, "#attention"), (.added, "2026-01-01"),
    ])
  func facts(_ column: RowColumn, _ text: String) throws {
    let rows = FakeLibrary.Shelf.filled.window(of: .list(ListID(rawValue: 1)), start: 0, limit: 9)
    #expect(column.text(of: rows.rows[0], glyphs: .unicode) == text)
    #expect(displayWidth(of: text) <= column.width)
    let bare = EntryRow(paper: PaperID(rawValue: 1), key: "", position: 1, title: "")
    #expect(column.text(of: bare, glyphs: .unicode).isEmpty)
  }

  @Test(
    "name the first author by the family",
    arguments: [
      ("Ashish Vaswani", "Vaswani"), ("Ré, Christopher", "Ré"), ("Anon", "Anon"), ("김철수", "김철수"),
      ("", ""),
    ])
  func authors(_ author: String, _ name: String) {
    var row = EntryRow(paper: PaperID(rawValue: 1), key: "", position: 1, title: "")
    row.authors = [author]
    #expect(RowColumn.authors.text(of: row, glyphs: .unicode) == name)
  }

  @Test("stand in their order, and leave the title room; the last go first")
  func room() {
    func shown(_ columns: Int, _ wanted: [RowColumn]) -> EntryColumns {
      EntryColumns(
        rect: Rect(row: 0, column: 0, rows: 9, columns: columns), largestNumber: 99, shown: wanted)
    }
    for columns in 20...240 {
      let layout = shown(columns, RowColumn.allCases)
      #expect(layout.facts.map(\.column) == Array(RowColumn.allCases.prefix(layout.facts.count)))
      for (left, right) in zip(layout.facts, layout.facts.dropFirst()) {
        #expect(left.start + left.column.width + 2 == right.start)
      }
      if layout.facts.count > 1 { #expect(layout.titleEnd - layout.title >= 22) }
      #expect(layout.titleEnd > layout.title)
    }
    #expect(shown(240, RowColumn.allCases).facts.count == 7)
    #expect(shown(34, [.year]).facts.count == 1 && shown(33, [.year]).facts.isEmpty)
    #expect(shown(34, [.tags]).facts.isEmpty)
    #expect(shown(80, []).facts.isEmpty)
  }

  @Test("change at once with :set, and are loaded anew")
  func setting() throws {
    let library = FakeLibrary()
    let before = try Played("z", library: library)
    #expect(before.lines[3].contains(" 2017"))
    let played = try Played("z : type:set\\ columns=venue,added Enter", library: library)
    #expect(played.lines[3].contains("NeurIPS 2017    2026-01-01"))
    #expect(!played.lines[4].contains("2018"))
  }
}
