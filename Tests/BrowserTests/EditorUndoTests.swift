import Terminal
import Testing

@testable import Browser

@Suite("Undo and redo in the note editor")
struct EditorUndoTests {
  @Test("Typing is undone word by word, deleting run by run")
  func runs() {
    var editor = NoteEditor(marked: "‸")
    editor.press("flash attention 2".map { .character($0) })
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "flash attention ‸")
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "flash ‸")
    editor.press([.control("r")])
    #expect(Marked.join(editor.buffer) == "flash attention ‸")
    editor.press([.backspace, .backspace, .backspace])
    #expect(editor.text == "flash attenti")
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "flash attention ‸")
  }

  @Test("Deleting forward is one run, and a line end is a step of its own")
  func deletingForward() {
    var editor = NoteEditor(marked: "‸ab\ncd")
    editor.press([.delete, .delete, .delete, .delete])
    #expect(editor.text == "d")
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "‸cd")
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "‸\ncd")
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "‸ab\ncd")
  }

  @Test("Moving the cursor ends a run of typing")
  func movementEndsRun() {
    var editor = NoteEditor(marked: "‸")
    editor.press([.character("a"), .left, .right, .character("b"), .control("_")])
    #expect(editor.text == "a")
  }

  @Test("A paste of any size is one step")
  func paste() {
    var editor = NoteEditor(marked: "a‸b")
    editor.press([.character("x")])
    let pasted = String(repeating: "attention is all you need\n", count: 40_000)
    #expect(editor.handle(.paste(pasted)) == [.changed])
    #expect(editor.buffer.lines.count == 40_001)
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == "ax‸b")
    editor.press([.control("r")])
    #expect(editor.text == "ax" + pasted + "b")
  }

  @Test("A new edit takes the place of what could be made again")
  func redoIsDropped() {
    var editor = NoteEditor(marked: "‸")
    editor.press([.character("a"), .control("_"), .character("b")])
    #expect(editor.press([.control("r")]) == [])
    #expect(editor.text == "b")
  }

  @Test("There is nothing to undo in a text that was only opened")
  func nothingToUndo() {
    var editor = NoteEditor(marked: "one‸")
    #expect(editor.press([.control("_"), .control("r")]) == [])
    #expect(editor.text == "one")
  }

  @Test("The oldest steps are forgotten when they take too much memory, the newest never")
  func memory() {
    var buffer = TextBuffer("", undoByteLimit: 10_000)
    for number in 0..<100 {
      _ = buffer.insert(String(repeating: "x", count: 1_000) + "\(number)\n")
    }
    let end = buffer.text
    var steps = 0
    while buffer.undo() != nil { steps += 1 }
    #expect((4...9).contains(steps))
    let oldest = buffer.state
    #expect(oldest != TextBuffer().state)
    while buffer.redo() != nil { steps -= 1 }
    #expect(steps == 0)
    #expect(buffer.text == end)
    _ = buffer.insert(String(repeating: "y", count: 100_000))
    #expect(buffer.undo() != nil)
    #expect(buffer.text == end)
  }

  @Test(
    "Undoing everything gives the first text and redoing everything the last", arguments: 0..<40)
  func everything(seed: Int) {
    var script = EditScript(seed: seed)
    var editor = NoteEditor(marked: script.text())
    let first = editor.text
    for _ in 0..<300 {
      _ = editor.handle(script.event())
      let cursor = editor.buffer.cursor
      #expect(editor.buffer.valid(cursor) == cursor)
    }
    _ = editor.handle(.paste("end"))
    let last = editor.text

    var texts = [last]
    while editor.press([.control("_")]) == [.changed] { texts.append(editor.text) }
    #expect(editor.text.utf8.elementsEqual(first.utf8))
    #expect(!editor.isDirty)
    while let expected = texts.popLast() {
      #expect(editor.text.utf8.elementsEqual(expected.utf8))
      editor.press([.control("r")])
    }
    #expect(editor.text.utf8.elementsEqual(last.utf8))
  }
}
