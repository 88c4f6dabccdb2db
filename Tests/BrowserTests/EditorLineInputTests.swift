import Terminal
import Testing

@testable import Browser

@Suite("The single line that prompts use")
struct EditorLineInputTests {
  /// An input with the text and the cursor of a marked text.
  private func input(_ marked: String, history: [String] = []) -> LineInput {
    let (text, cursor) = Marked.split(marked)
    var input = LineInput(text, history: history)
    while input.cursor > cursor.offset { _ = input.handle(.key(.left)) }
    return input
  }

  private func marked(_ input: LineInput) -> String {
    let place = input.text.index(atOffset: input.cursor)
    return "\(input.text[..<place])\(Marked.cursor)\(input.text[place...])"
  }

  @Test(
    "Keys move and change the line as readline's do",
    arguments: [
      KeyCase("‸", typing: "rope", gives: "rope‸"),
      KeyCase("ab‸", .left, .character("x"), gives: "ax‸b"),
      KeyCase("a‸b", .right, .right, gives: "ab‸"),
      KeyCase("ab‸", .control("b"), .control("b"), .control("f"), gives: "a‸b"),
      KeyCase("one two‸", .alt("b"), gives: "one ‸two"),
      KeyCase("‸one two", .alt("f"), gives: "one‸ two"),
      KeyCase("one‸", .home, gives: "‸one"),
      KeyCase("‸one", .end, gives: "one‸"),
      KeyCase("one‸", .control("a"), .control("e"), .control("a"), gives: "‸one"),
      KeyCase("one‸", .backspace, gives: "on‸"),
      KeyCase("‸one", .backspace, gives: "‸one"),
      KeyCase("o‸ne", .delete, .control("d"), .control("d"), gives: "o‸"),
      KeyCase("one two‸", .control("w"), gives: "one ‸"),
      KeyCase("one‸ two", .alt("d"), gives: "one‸"),
      KeyCase("one‸two", .control("u"), gives: "‸two"),
      KeyCase("one‸two", .control("k"), gives: "one‸"),
      KeyCase("👨‍👩‍👧‍👦🇨🇭‸", .backspace, gives: "👨‍👩‍👧‍👦‸"),
      KeyCase("注意力‸", .control("w"), gives: "注意‸"),
      KeyCase("x‸", .character("\u{7}"), .character("\u{1B}"), gives: "x‸"),
    ])
  func keys(_ example: KeyCase) {
    var input = input(example.before)
    for key in example.keys { #expect(input.handle(.key(key)) != .unhandled) }
    #expect(marked(input) == example.after)
  }

  @Test("A paste of several lines becomes one line")
  func paste() {
    var input = input("a‸b")
    #expect(input.handle(.paste("one\ntwo\r\n\u{1B}three\n")) == .changed)
    #expect(marked(input) == "aone two three‸b")
    #expect(input.handle(.paste("\n")) == .unchanged)
  }

  @Test("A mark typed onto a character becomes part of it")
  func merging() {
    var input = LineInput("\u{301}")
    _ = input.handle(.key(.home))
    _ = input.handle(.key(.character("e")))
    #expect(input.cursor == 3)
    #expect(input.text.count == 1)
  }

  @Test("What ends or completes a prompt is left to it")
  func unhandled() {
    var input = input("x‸")
    let events: [TerminalEvent] = [
      .key(.enter), .key(.escape), .key(.tab), .key(.control("c")), .key(.control("z")),
      .key(.function(1)), .key(.up), .key(.down), .resized(Size(rows: 9, columns: 9)), .resumed,
      .woken, .terminationRequested,
    ]
    for event in events { #expect(input.handle(event) == .unhandled) }
    #expect(marked(input) == "x‸")
  }

  @Test("Up and down go through what was entered before and back to one's own text")
  func history() {
    var input = input("mine‸", history: ["first", "second\nline"])
    #expect(input.handle(.key(.up)) == .changed)
    #expect(marked(input) == "second line‸")
    _ = input.handle(.key(.character("!")))
    #expect(input.handle(.key(.up)) == .changed)
    #expect(marked(input) == "first‸")
    #expect(input.handle(.key(.control("p"))) == .unchanged)
    #expect(input.handle(.key(.control("n"))) == .changed)
    #expect(marked(input) == "second line‸")
    #expect(input.handle(.key(.down)) == .changed)
    #expect(marked(input) == "mine‸")
    #expect(input.handle(.key(.down)) == .unchanged)
  }

  @Test(
    "A line that is too long is scrolled to its cursor, with … where it is cut off",
    arguments: [
      ("abc‸", 10, "abc", 3),
      ("abcdefghi‸", 10, "abcdefghi", 9),
      ("‸abcdefghijklm", 10, "abcdefghi…", 0),
      ("abcdefgh‸ijklm", 10, "abcdefghi…", 8),
      ("abcdefghi‸jklm", 10, "…fghijklm", 5),
      ("abcdefghijklm‸", 10, "…jklm", 5),
      ("注意力注意力注意‸力", 10, "… 力注意力", 8),
      ("abcdef‸", 4, "def", 3),
      ("‸abcdef", 4, "abcd", 0),
      ("ab‸", 1, "", 0),
    ])
  func drawing(text: String, width: Int, row: String, cursor: Int) {
    let input = input(text)
    var surface = Surface(size: Size(rows: 1, columns: width))
    input.draw(into: &surface, row: 0, columns: 0..<width)
    #expect(surface.rowsOfText == [row])
    #expect(surface.cursor == Point(row: 0, column: cursor))
  }

  @Test("Drawing keeps to its columns and shows the cursor at every width", arguments: 0..<40)
  func property(seed: Int) {
    var script = EditScript(seed: seed)
    var input = LineInput(history: ["older", "注意力"])
    for _ in 0..<200 {
      _ = input.handle(script.event())
      #expect(input.text.clusterEdge(atOrAfter: input.cursor) == input.cursor)
      #expect(!input.text.contains { $0.isNewline })
      let width = script.number(in: 0...24)
      var surface = Surface(size: Size(rows: 1, columns: width + 6))
      surface.write(String(repeating: "#", count: width + 6), at: Point(row: 0, column: 0))
      input.draw(into: &surface, row: 0, columns: 3..<(3 + width))
      for column in [0, 1, 2, width + 3, width + 4, width + 5] {
        #expect(surface[0, column] == .cluster("#", .plain))
      }
      if width > 0 { #expect((3..<(3 + width)).contains(surface.cursor?.column ?? -1)) }
    }
  }
}
