import Terminal
import Testing

@testable import Browser

@Suite("The layout of the screen")
struct ScreenLayoutTests {
  @Test("keeps every pane on the screen, apart from the others, and shows the one in use")
  func every() {
    for rows in 0...45 {
      for columns in [0, 1, 19, 20, 40, 79, 80, 81, 100, 119, 120, 121, 160, 240, 400] {
        for focus in [Pane.lists, .papers, .paper] {
          check(
            ScreenLayout(size: Size(rows: rows, columns: columns), focus: focus), rows, columns,
            focus)
        }
      }
    }
  }

  private func check(_ layout: ScreenLayout, _ rows: Int, _ columns: Int, _ focus: Pane) {
    guard layout.isUsable else { return }
    let shown: [(pane: Pane, rect: Rect?)] = [
      (.lists, layout.lists), (.papers, layout.papers), (.paper, layout.paper),
    ]
    var taken: Set<Point> = []
    for (pane, rect) in shown {
      guard let rect else {
        #expect(pane != focus)
        continue
      }
      #expect(!rect.isEmpty && rect.top >= 1 && rect.bottom < rows && rect.right <= columns)
      for row in rect.top..<rect.bottom {
        for column in rect.left..<rect.right {
          #expect(taken.insert(Point(row: row, column: column)).inserted)
        }
      }
    }
  }

  @Test(
    "has three panes from 120 columns, two from 80, one below",
    arguments: [
      (120, 40, 3), (119, 40, 2), (80, 24, 2), (79, 24, 1), (40, 10, 1), (80, 12, 1), (200, 10, 3),
    ])
  func panes(_ columns: Int, _ rows: Int, _ count: Int) {
    let layout = ScreenLayout(size: Size(rows: rows, columns: columns), focus: .papers)
    #expect([layout.lists, layout.papers, layout.paper].count { $0 != nil } == count)
  }

  @Test("gives a line of text no more than it can be read with")
  func wide() {
    let layout = ScreenLayout(size: Size(rows: 60, columns: 400), focus: .papers)
    #expect(layout.paper?.size.columns == 76)
    #expect(layout.lists?.size.columns == 34)
  }
}
