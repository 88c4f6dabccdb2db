import ReadingModel
import Terminal
import TestSupport
import Testing

@testable import Browser

@Suite("The mouse")
struct MouseTests {
  private func played(_ script: String, _ mouse: (MouseEvent.Kind, Int, Int)...) throws -> Played {
    let events =
      try keys(script)
      + mouse.map { .mouse(MouseEvent($0.0, at: Point(row: $0.1, column: $0.2))) }
    return try Played(events: events, size: Size(rows: 40, columns: 120))
  }

  @Test("selects the row that is clicked, and opens it with a second click")
  func rows() throws {
    // Row 3 is the first paper, row 8 a list.
    #expect(try played("", (.press, 3, 50)).cursorRow.contains("Attention"))
    let opened = try played("", (.press, 3, 50), (.release, 3, 50), (.press, 3, 50))
    #expect(opened.cursorRow.isEmpty)
    #expect(opened.lines[2].contains("▌Attention Is All You Need"))
    let list = try played("", (.press, 12, 5))
    #expect(list.cursorRow.contains("2025-W45"))
    #expect(try played("", (.press, 12, 5), (.press, 12, 5)).cursorRow.contains(" 1 "))
    #expect(try played("", (.press, 2, 50)).library.changes.isEmpty)
  }

  @Test("scrolls what the wheel is over")
  func wheel() throws {
    #expect(try played("g g", (.wheelDown, 5, 50)).cursorRow.contains("InstructGPT"))
    #expect(try played("G", (.wheelUp, 5, 50)).cursorRow.contains("InstructGPT"))
    #expect(try played("", (.wheelDown, 5, 5)).lines.first?.contains("2025-W45") == true)
    let help = try played("?", (.wheelDown, 5, 5))
    let unscrolled = try played("?")
    #expect(help.screen != unscrolled.screen || unscrolled.lines.count >= 40)
  }

  @Test("drags the rules between panes, no further than the panes allow")
  func drag() throws {
    let dragged = try played("", (.press, 10, 27), (.drag, 10, 37), (.release, 10, 37))
    #expect(Array(dragged.lines[10])[37] == "│")
    let far = try played("", (.press, 10, 27), (.drag, 10, 1), (.release, 10, 1))
    #expect(Array(far.lines[10])[Splits.Fewest.lists] == "│")
    let loose = try played("", (.press, 10, 27), (.release, 10, 27), (.drag, 10, 40))
    #expect(Array(loose.lines[10])[27] == "│")
  }

  @Test("chooses in the palette and scrolls its results")
  func palette() throws {
    let second = try played("^P", (.wheelDown, 30, 10))
    #expect(second.cursorRow.contains("Move up"))
    let clicked = try played("^P type:help", (.press, 23, 10), (.press, 23, 10))
    #expect(clicked.lines.first?.contains("Keys") == true)
  }

  @Test("is harmless at any place and size")
  func anywhere() throws {
    for kind in [MouseEvent.Kind.press, .drag, .release, .wheelUp, .wheelDown] {
      for point in [(0, 0), (39, 119), (500, 500), (20, 60)] {
        for script in ["", "?", "^P", ":", "e", "H", "resize:10x3"] {
          _ = try played(script, (kind, point.0, point.1))
        }
      }
    }
  }
}
