import Terminal
import Testing

@testable import Browser

@Suite("How the note editor looks")
struct EditorDrawingTests {
  private func draw(_ editor: NoteEditor, rows: Int, columns: Int) -> Surface {
    var surface = Surface(size: Size(rows: rows, columns: columns))
    editor.draw(into: &surface, in: Rect(row: 0, column: 0, rows: rows, columns: columns))
    return surface
  }

  private let note = """
    Tiling keeps the softmax exact; the win is memory traffic, not arithmetic.

    - Section 3.1: the running maximum
    """

  @Test("The title, the text and the keys that matter")
  func whole() {
    var editor = NoteEditor(
      title: "FlashAttention", noteID: nil, text: note, size: Size(rows: 10, columns: 60))
    #expect(
      draw(editor, rows: 10, columns: 60).rowsOfText == [
        " Note on “FlashAttention”                              3:35",
        String(repeating: "─", count: 60),
        " Tiling keeps the softmax exact; the win is memory traffic,",
        " not arithmetic.",
        "",
        " - Section 3.1: the running maximum",
        "", "",
        String(repeating: "─", count: 60),
        " ^S save and close  Esc leave  ^_ undo  ^R redo  ^X $EDITOR",
      ])
    #expect(draw(editor, rows: 10, columns: 60).cursor == Point(row: 5, column: 35))

    editor.press([.character("!")])
    let rows = draw(editor, rows: 10, columns: 60).rowsOfText
    #expect(rows[0] == " Note on “FlashAttention”                    modified  3:36")
  }

  @Test("The question before leaving takes the place of the keys")
  func asking() {
    var editor = NoteEditor(marked: "x‸", size: Size(rows: 10, columns: 80))
    editor.press([.character("y"), .escape])
    #expect(
      draw(editor, rows: 10, columns: 80).rowsOfText.last
        == " The note has unsaved changes.   s save  d discard  Esc go on")
    #expect(draw(editor, rows: 10, columns: 40).rowsOfText.last == " s save  d discard  Esc go on")
    #expect(draw(editor, rows: 4, columns: 20).rowsOfText.last == "s save  d discard")
    #expect(draw(editor, rows: 1, columns: 20).rowsOfText == ["s save  d discard"])
  }

  @Test("At 20 columns and 4 rows the title, two rows and a hint remain")
  func small() {
    let editor = NoteEditor(
      title: "FlashAttention", noteID: nil, text: note, size: Size(rows: 4, columns: 20))
    let surface = draw(editor, rows: 4, columns: 20)
    #expect(
      surface.rowsOfText == [
        "Note on “Flas…  3:35", "- Section 3.1: the", "running maximum", "^S save and close",
      ])
    #expect(surface.cursor == Point(row: 2, column: 15))
  }

  @Test("Rows are no longer than people read, however wide the screen is")
  func readingWidth() {
    let editor = NoteEditor(
      title: "x", noteID: nil, text: String(repeating: "words ", count: 60),
      size: Size(rows: 20, columns: 200))
    for row in draw(editor, rows: 20, columns: 200).rowsOfText[2..<18] {
      #expect(row.count <= 1 + NoteFrame.readingWidth)
    }
  }

  @Test(
    "The cursor stands where the next character goes",
    arguments: [
      ("‸", 0, 0), ("ab‸", 0, 2), ("注意‸力", 0, 4), ("👨‍👩‍👧‍👦🇨🇭‸", 0, 4), ("e\u{301}‸", 0, 1),
      ("a" + String(repeating: "\u{301}", count: 40) + "b‸", 0, 2), ("one two ‸three four", 1, 0),
      ("12345678‸", 0, 8), ("123456789‸", 1, 1), ("one\n\n‸", 2, 0), ("12345678   ‸", 0, 8),
    ])
  func cursor(marked: String, row: Int, column: Int) {
    let editor = NoteEditor(marked: marked, size: Size(rows: 8, columns: 9))
    #expect(draw(editor, rows: 8, columns: 9).cursor == Point(row: row + 2, column: column))
  }

  @Test("Drawing touches nothing outside the editor's part of the screen", arguments: 0..<24)
  func property(seed: Int) {
    var script = EditScript(seed: seed)
    let size = Size(rows: script.number(in: 1...14), columns: script.number(in: 1...90))
    let rect = Rect(
      row: script.number(in: 0...3), column: script.number(in: 0...5), rows: size.rows,
      columns: size.columns)
    var editor = NoteEditor(
      title: script.text(pieces: 4), noteID: nil, text: script.text(), size: size)
    for step in 0..<120 {
      _ = editor.handle(step % 40 == 39 ? .key(.escape) : script.event())
      if step % 17 == 0 { editor.resize(to: Size(rows: 3 + step % 9, columns: 1 + step % 50)) }
      if step % 17 == 8 { editor.resize(to: size) }
      var surface = Surface(size: Size(rows: rect.bottom + 2, columns: rect.right + 3))
      for row in 0..<surface.size.rows {
        surface.write(
          String(repeating: "#", count: surface.size.columns), at: Point(row: row, column: 0))
      }
      editor.draw(into: &surface, in: rect)

      let cursor = surface.cursor ?? Point(row: -1, column: -1)
      #expect((rect.top..<rect.bottom).contains(cursor.row))
      #expect((rect.left..<rect.right).contains(cursor.column))
      for row in 0..<surface.size.rows {
        for column in 0..<surface.size.columns {
          let isInside =
            (rect.top..<rect.bottom).contains(row) && (rect.left..<rect.right).contains(column)
          if !isInside { #expect(surface[row, column] == .cluster("#", .plain)) }
          if isInside, column == rect.right - 1,
            case .cluster(let character, _) = surface[row, column]
          {
            #expect(displayWidth(of: character) == 1)
          }
        }
      }
    }
  }

  @Test("The text is scrolled no further than it has to be")
  func scrolling() {
    let lines = (1...30).map(String.init).joined(separator: "\n")
    var editor = NoteEditor(title: "x", noteID: nil, text: lines, size: Size(rows: 9, columns: 20))
    func shown(_ editor: NoteEditor) -> [String] {
      Array(draw(editor, rows: 9, columns: 20).rowsOfText[2..<7])
    }
    #expect(shown(editor) == ["26", "27", "28", "29", "30"])
    editor.press([.up, .up])
    #expect(shown(editor) == ["26", "27", "28", "29", "30"])
    editor.press([.up, .up, .up])
    #expect(shown(editor) == ["25", "26", "27", "28", "29"])
    editor.press([.pageUp])
    #expect(shown(editor) == ["21", "22", "23", "24", "25"])
    _ = editor.replaceText(with: "only\nthese")
    #expect(shown(editor) == ["only", "these", "", "", ""])
  }

  @Test("A text that comes back shorter is shown from a row that it has")
  func shorterText() {
    let wrapped = String(repeating: "words ", count: 30)
    let size = Size(rows: 5, columns: 20)
    var editor = NoteEditor(title: "x", noteID: nil, text: wrapped + "\na\nb\n", size: size)
    editor.press([.up, .up, .up, .up, .home])
    editor.press([.down, .down, .down, .down, .down, .down, .down, .down, .down, .down, .down])
    #expect(editor.view.top.row > 0)
    _ = editor.replaceText(with: "one\ntwo\nthree\nfour\nfive")
    #expect(draw(editor, rows: 5, columns: 20).rowsOfText[1...3] == ["one", "two", "three"])
    #expect(draw(editor, rows: 5, columns: 20).cursor == Point(row: 3, column: 0))
  }
}
