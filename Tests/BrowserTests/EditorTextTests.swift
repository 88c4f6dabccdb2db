import Testing

@testable import Browser

@Suite("Text on its way into an editor")
struct EditorTextTests {
  @Test(
    "Control characters do not enter a note",
    arguments: [
      ("one\ntwo", "one\ntwo"),
      ("one\r\ntwo\rthree", "one\ntwo\nthree"),
      ("\r\r\n\n", "\n\n\n"),
      ("a\tb", "a  b"),
      ("a\u{0}b\u{1B}[31mc\u{7F}d\u{9B}e", "ab[31mcde"),
      ("a\u{85}b\u{2028}c\u{2029}d", "a\nb\nc\nd"),
      ("\u{FEFF}a\u{202E}b\u{2066}c", "abc"),
      ("👩‍👧 نص\u{200F} é", "👩‍👧 نص\u{200F} é"),
      ("", ""),
    ])
  func multiline(text: String, clean: String) {
    #expect(EnteredText.multiline(text).utf8.elementsEqual(clean.utf8))
    #expect(TextBuffer(text).text.utf8.elementsEqual(clean.utf8))
    var buffer = TextBuffer()
    _ = buffer.insert(text)
    #expect(buffer.text.utf8.elementsEqual(clean.utf8))
  }

  @Test(
    "Lines become one line",
    arguments: [
      ("one", "one"), ("one\ntwo", "one two"), ("one\r\n\r\ntwo\n", "one two"), ("\n", ""),
      ("a\tb\u{7}", "a  b"),
    ])
  func singleLine(text: String, line: String) {
    #expect(EnteredText.singleLine(text) == line)
  }

  @Test("A control character that is typed changes nothing and makes no undo step")
  func typedControl() {
    var buffer = TextBuffer("x")
    #expect(buffer.type("\u{7}") == nil)
    #expect(buffer.undo() == nil)
  }

  @Test("A place that does not exist becomes the nearest one that does")
  func validPositions() {
    let buffer = TextBuffer("注意\nb")
    #expect(buffer.valid(TextPosition(line: -1, offset: -1)) == .start)
    #expect(buffer.valid(TextPosition(line: 0, offset: 1)) == TextPosition(line: 0, offset: 3))
    #expect(buffer.valid(TextPosition(line: 0, offset: 99)) == TextPosition(line: 0, offset: 6))
    #expect(buffer.valid(TextPosition(line: 9, offset: 9)) == TextPosition(line: 1, offset: 1))
  }
}
