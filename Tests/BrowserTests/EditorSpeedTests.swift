import Terminal
import TestSupport
import Testing

@testable import Browser

/// Guards against work that grows with the length of a note: a thousand keys took minutes with it.
@Suite("The note editor in a note of a megabyte")
struct EditorSpeedTests {
  @Test(
    "A thousand keys do not wait for the rest of the note",
    arguments: [
      "Attention is all you need, they said.\n", "Attention is all you need, they said. ",
      "注意力機構解説",
    ])
  func keys(piece: String) {
    let size = Size(rows: 40, columns: 100)
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    var editor = NoteEditor(title: "x", noteID: nil, text: text, size: size)
    editor.press([.pageUp, .pageUp])
    var surface = Surface(size: size)
    let rect = Rect(row: 0, column: 0, rows: size.rows, columns: size.columns)
    let effort = Effort.of {
      for number in 1...1_000 {
        editor.press([number % 10 == 0 ? .up : .character("x")])
        if number % 10 == 0 { editor.draw(into: &surface, in: rect) }
      }
    }
    #expect(editor.text.utf8.count == text.utf8.count + 900)
    #expect(effort < 4_000, "400 is usual.")
  }
}
