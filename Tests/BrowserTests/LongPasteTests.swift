import Terminal
import TestSupport
import Testing

@testable import Browser

/// Guards against work that grows faster than what is pasted.
@Suite("A paste of a megabyte")
struct LongPasteTests {
  static let pieces = ["Attention is all you need.\n", "注意力機構解説", "e\u{301}", "👩‍👩‍👧‍👦 "]

  private func text(_ piece: String) -> String {
    String(repeating: piece, count: 1_000_000 / piece.utf8.count)
  }

  @Test("goes into a note as a whole, and its end is drawn at once", arguments: pieces)
  func note(_ piece: String) {
    let size = Size(rows: 40, columns: 100)
    let text = text(piece)
    var editor = NoteEditor(title: "x", noteID: nil, text: "", size: size)
    var surface = Surface(size: size)
    let effort = Effort.of {
      _ = editor.handle(.paste(text))
      editor.draw(into: &surface, in: Rect(row: 0, column: 0, rows: 40, columns: 100))
    }
    #expect(editor.text.utf8.count == text.utf8.count)
    #expect(effort < 3_000, "300 is usual.")
  }

  @Test("is cut in a prompt at a whole character", arguments: pieces)
  func prompt(_ piece: String) {
    var input = LineInput()
    let text = text(piece)
    let effort = Effort.of {
      for _ in 0..<10 { _ = input.handle(.paste(text)) }
    }
    #expect(input.text.utf8.count <= LineInput.longest)
    #expect(input.text.utf8.count > LineInput.longest - 64)
    #expect(input.cutSentence != nil)
    #expect(text.replacing("\n", with: " ").hasPrefix(input.text.prefix(100)))
    #expect(effort < 300, "8 is usual.")
    _ = input.handle(.key(.home))
    #expect(input.cutSentence == nil)
  }
}
