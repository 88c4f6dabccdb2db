import Terminal
import Testing

@testable import Browser

@Suite("Rows of the note editor")
struct EditorLayoutTests {
  @Test(
    "Up and down go by rows of the screen and keep their column",
    arguments: [
      KeyCase("one\ntw‸o", .up, gives: "on‸e\ntwo"),
      KeyCase("o‸ne\ntwo", .down, gives: "one\nt‸wo"),
      KeyCase("one t‸wo\n\nthree four", .down, .down, gives: "one two\n\nthree‸ four"),
      KeyCase("one two‸\nx\nthree to", .down, .down, gives: "one two\nx\nthree t‸o"),
      KeyCase("one two‸\nx\nthree", .down, .left, .down, gives: "one two\nx\n‸three"),
      KeyCase("o‸ne", .up, gives: "o‸ne"),
      KeyCase("o‸ne", .down, gives: "o‸ne"),
      KeyCase("on‸e two three four", .down, gives: "one two th‸ree four"),
      KeyCase("one two th‸ree four", .up, gives: "on‸e two three four"),
      KeyCase("one two three fou‸r", .up, .down, gives: "one two three fou‸r"),
      KeyCase("注意‸力\nabcdef", .down, gives: "注意力\nabcd‸ef"),
      KeyCase("abc‸def\n注意力", .down, gives: "abcdef\n注‸意力"),
      KeyCase("a\nb\nc\nd\ne\n‸f", .pageUp, gives: "a\nb\n‸c\nd\ne\nf"),
      KeyCase("a\n‸b\nc\nd\ne\nf", .pageDown, gives: "a\nb\nc\nd\n‸e\nf"),
    ])
  func vertical(_ example: KeyCase) {
    var editor = NoteEditor(marked: example.before, size: Size(rows: 6, columns: 9))
    editor.press(example.keys)
    #expect(Marked.join(editor.buffer) == example.after)
  }

  @Test("The last place in a row that goes on below is before its last character")
  func endOfWrappedRow() {
    var editor = NoteEditor(marked: "one two three‸", size: Size(rows: 6, columns: 9))
    editor.press([.up])
    #expect(Marked.join(editor.buffer) == "one t‸wo three")
    editor = NoteEditor(marked: "one two \nxxxxxxxx‸", size: Size(rows: 6, columns: 9))
    editor.press([.up])
    #expect(Marked.join(editor.buffer) == "one two ‸\nxxxxxxxx")
  }

  @Test("Rows that are kept through edits are those of a fresh layout", arguments: 0..<12)
  func incremental(seed: Int) {
    var script = EditScript(seed: seed)
    let columns = script.number(in: 1...72)
    let line = script.text(pieces: 800).split(whereSeparator: \.isNewline).joined(separator: " ")
    var buffer = TextBuffer("first\n" + line + "\nlast")
    var kept = VisualRows(columns: columns)
    for _ in 0..<40 {
      let offset = script.number(in: 0...buffer.lines[1].utf8.count)
      buffer.move(to: TextPosition(line: 1, offset: offset))
      let end = TextPosition(line: 1, offset: offset + script.number(in: 0...60))
      let isBreak = script.number(in: 0...20) == 0
      let text = isBreak ? "\n" : EnteredText.singleLine(script.text(pieces: 2))
      _ = kept.rows(of: 1, in: buffer)
      if let edit = buffer.replace(from: buffer.cursor, to: end, with: text) {
        kept.update(after: edit, in: buffer)
      }
      if isBreak, let edit = buffer.undo() { kept.update(after: edit, in: buffer) }
      var fresh = VisualRows(columns: columns)
      #expect(kept.rows(of: 1, in: buffer) == fresh.rows(of: 1, in: buffer))
    }
  }

  @Test("A long line is laid out in stretches as it would be in one piece", arguments: 0..<12)
  func stretches(seed: Int) {
    var script = EditScript(seed: seed)
    let columns = script.number(in: 1...72)
    let line = EnteredText.singleLine(script.text(pieces: 800))
    var rows = VisualRows(columns: columns)
    let starts = rows.rows(of: 0, in: TextBuffer(line))
    let whole = wrap(line, columns: columns).map { line.offset(of: $0.range.lowerBound) }
    #expect(starts.map(\.start) == whole.filter { $0 == 0 || $0 < line.utf8.count })
    #expect(
      starts.map(\.clustersBefore) == starts.map { line[..<line.index(atOffset: $0.start)].count })
  }
}
