import ReadingModel
import Terminal
import Testing

@testable import Browser

@Suite("What the note editor tells its owner")
struct EditorEventsTests {
  private let size = Size(rows: 12, columns: 40)

  private func editor(_ text: String = "", isDraft: Bool = false) -> NoteEditor {
    NoteEditor(
      title: "Attention", noteID: NoteID(rawValue: 7), text: text, isDraft: isDraft, size: size)
  }

  @Test("A change is told once for each key that makes one, and a movement is not told")
  func changes() {
    var editor = editor("one")
    #expect(editor.noteID == NoteID(rawValue: 7))
    #expect(editor.press([.character("a")]) == [.changed])
    #expect(editor.press([.left, .home, .up, .pageDown]) == [])
    #expect(editor.press([.backspace]) == [])
    #expect(
      editor.press([.delete, .control("_"), .control("r")]) == [.changed, .changed, .changed])
  }

  @Test("^S saves what was changed, and closes what was not")
  func saving() {
    var editor = editor("one")
    #expect(editor.press([.control("s")]) == [.cancel])
    editor.press([.character("!")])
    #expect(editor.press([.control("s")]) == [.save])
    #expect(editor.text == "one!")
  }

  @Test("A draft that was never saved counts as changed")
  func drafts() {
    var editor = editor("typed yesterday", isDraft: true)
    #expect(editor.isDirty)
    #expect(editor.press([.control("s")]) == [.save])
  }

  @Test("Escape leaves at once when nothing is lost by it")
  func leavingUnchanged() {
    var editor = editor("one")
    #expect(editor.press([.escape]) == [.cancel])
    editor.press([.character("x"), .control("_")])
    #expect(!editor.isDirty)
    #expect(editor.press([.escape]) == [.cancel])
  }

  @Test(
    "Escape asks when something is not saved, and the answer decides",
    arguments: [
      (Key.character("s"), [NoteEditor.Event.save], false),
      (Key.control("s"), [NoteEditor.Event.save], false),
      (Key.character("d"), [NoteEditor.Event.cancel], false),
      (Key.escape, [], false),
      (Key.character("x"), [], true),
      (Key.enter, [], true),
    ])
  func leavingChanged(key: Key, events: [NoteEditor.Event], isAsking: Bool) {
    var editor = editor("one")
    editor.press([.character("!")])
    #expect(editor.press([.escape]) == [])
    #expect(editor.isAsking)
    #expect(editor.handle(.paste("pasted")) == [])
    #expect(editor.press([key]) == events)
    #expect(editor.isAsking == isAsking)
    #expect(editor.text == "one!")
  }

  @Test("What is no key of the editor is left to its owner and changes nothing")
  func unhandled() {
    var editor = editor("one")
    let before = editor
    let events: [TerminalEvent] = [
      .key(.control("z")), .key(.control("l")), .key(.control("c")), .key(.function(1)), .resumed,
      .terminationRequested, .woken,
    ]
    for event in events { #expect(editor.handle(event) == [.unhandled(event)]) }
    #expect(editor == before)
    editor.press([.character("x"), .escape])
    #expect(editor.press([.control("z")]) == [.unhandled(.key(.control("z")))])
    #expect(editor.isAsking)
  }

  @Test("The text comes back from another editor as one step, with the cursor in its line")
  func editingExternally() {
    var editor = editor("one\ntwo\nthree")
    #expect(editor.press([.control("x")]) == [.editExternally])
    #expect(editor.replaceText(with: "one\ntwo\nthree") == [])
    #expect(editor.replaceText(with: "one\r\n2\r\nthree and more") == [.changed])
    #expect(Marked.join(editor.buffer) == "one\n2\nthree‸ and more")
    #expect(editor.isDirty)
    editor.press([.control("_")])
    #expect(editor.text == "one\ntwo\nthree")
    #expect(!editor.isDirty)
    #expect(editor.replaceText(with: "") == [.changed])
    #expect(Marked.join(editor.buffer) == "‸")
  }

  @Test("A new size is taken in")
  func resizing() {
    var editor = editor("one")
    #expect(editor.handle(.resized(Size(rows: 5, columns: 30))) == [])
    #expect(editor.view.frame.size == Size(rows: 5, columns: 30))
  }
}
