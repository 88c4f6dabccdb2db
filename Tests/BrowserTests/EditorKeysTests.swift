import Terminal
import Testing

@testable import Browser

@Suite("The keys of the note editor")
struct EditorKeysTests {
  @Test(
    "Keys move and change the text as readline's do",
    arguments: [
      KeyCase("‸", typing: "on attention", gives: "on attention‸"),
      KeyCase("one ‸two", typing: "and ", gives: "one and ‸two"),
      KeyCase("one‸two", .enter, gives: "one\n‸two"),
      KeyCase("o‸ne", .left, .left, gives: "‸one"),
      KeyCase("one\n‸two", .left, gives: "one‸\ntwo"),
      KeyCase("one‸\ntwo", .right, gives: "one\n‸two"),
      KeyCase("one‸", .right, gives: "one‸"),
      KeyCase("on‸e", .control("b"), gives: "o‸ne"),
      KeyCase("o‸ne", .control("f"), gives: "on‸e"),
      KeyCase("one‸", .home, gives: "‸one"),
      KeyCase("one\ntwo‸", .control("a"), gives: "one\n‸two"),
      KeyCase("‸one\ntwo", .end, gives: "one‸\ntwo"),
      KeyCase("‸one\ntwo", .control("e"), gives: "one‸\ntwo"),
      KeyCase("‸one two", .alt("f"), gives: "one‸ two"),
      KeyCase("one‸, two", .alt("f"), gives: "one, two‸"),
      KeyCase("one‸\ntwo", .alt("f"), gives: "one\ntwo‸"),
      KeyCase("one two‸", .alt("b"), gives: "one ‸two"),
      KeyCase("one, ‸two", .alt("b"), gives: "‸one, two"),
      KeyCase("one\n‸two", .alt("b"), gives: "‸one\ntwo"),
      KeyCase("one‸two", .backspace, gives: "on‸two"),
      KeyCase("one\n‸two", .backspace, gives: "one‸two"),
      KeyCase("‸one", .backspace, gives: "‸one"),
      KeyCase("one‸two", .delete, gives: "one‸wo"),
      KeyCase("one‸\ntwo", .control("d"), gives: "one‸two"),
      KeyCase("one‸", .control("d"), gives: "one‸"),
      KeyCase("one two‸ three", .control("w"), gives: "one ‸ three"),
      KeyCase("one two. ‸", .control("w"), gives: "one ‸"),
      KeyCase("one\n‸two", .control("w"), gives: "one‸two"),
      KeyCase("one‸ two three", .alt("d"), gives: "one‸ three"),
      KeyCase("one‸\ntwo", .alt("d"), gives: "one‸two"),
      KeyCase("zero\none‸two", .control("u"), gives: "zero\n‸two"),
      KeyCase("zero\none‸two", .control("k"), gives: "zero\none‸"),
      KeyCase("one‸\ntwo", .control("k"), gives: "one‸two"),
      KeyCase("x2_y‸", .control("w"), gives: "‸"),
      KeyCase("x‸y", .tab, gives: "x  ‸y"),
      KeyCase("  x‸y", .backTab, gives: "x‸y"),
      KeyCase(" ‸x", .backTab, gives: "‸x"),
      KeyCase("x‸", .backTab, gives: "x‸"),
    ])
  func keys(_ example: KeyCase) {
    var editor = NoteEditor(marked: example.before)
    editor.press(example.keys)
    #expect(Marked.join(editor.buffer) == example.after)
  }

  @Test(
    "A cluster is one character to every key, however many scalars it has",
    arguments: [
      KeyCase("注意力‸", .left, gives: "注意‸力"),
      KeyCase("注意力‸", .alt("b"), gives: "注意‸力"),
      KeyCase("‸注意力", .alt("f"), gives: "注‸意力"),
      KeyCase("見るattention‸", .control("w"), gives: "見る‸"),
      KeyCase("論文を‸", .control("w"), gives: "論文‸"),
      KeyCase("어텐션 논문‸", .control("w"), gives: "어텐션 ‸"),
      KeyCase("a👨‍👩‍👧‍👦‸b", .backspace, gives: "a‸b"),
      KeyCase("a‸👨‍👩‍👧‍👦b", .delete, gives: "a‸b"),
      KeyCase("🇨🇭🇯🇵‸", .left, gives: "🇨🇭‸🇯🇵"),
      KeyCase("🇨🇭‸🇯🇵", .backspace, gives: "‸🇯🇵"),
      KeyCase("👍🏽‸", .left, gives: "‸👍🏽"),
      KeyCase("❤️‸", .backspace, gives: "‸"),
      KeyCase("e\u{301}‸x", .left, .right, .backspace, gives: "‸x"),
      KeyCase("naïve‸", .control("w"), gives: "‸"),
      KeyCase(
        "a" + String(repeating: "\u{301}", count: 40) + "‸b", .left,
        gives:
          "‸a" + String(repeating: "\u{301}", count: 40) + "b"),
    ])
  func clusters(_ example: KeyCase) {
    var editor = NoteEditor(marked: example.before)
    editor.press(example.keys)
    #expect(Marked.join(editor.buffer).utf8.elementsEqual(example.after.utf8))
  }

  @Test("What is typed onto a cluster can become one with it, and the cursor stays at its edge")
  func mergingClusters() {
    var editor = NoteEditor(marked: "‸\u{301}x")
    editor.press([.character("e")])
    #expect(editor.buffer.text.count == 2)
    #expect(editor.buffer.cursor.offset == 3)
    editor.press([.backspace])
    #expect(editor.text == "x")
  }

  @Test(
    "Enter goes on with a list and ends it on an empty item",
    arguments: [
      KeyCase("- one‸", .enter, gives: "- one\n- ‸"),
      KeyCase("- one\n- ‸", .enter, gives: "- one\n‸"),
      KeyCase("  * one‸", .enter, gives: "  * one\n  * ‸"),
      KeyCase("  + ‸", .enter, gives: "‸"),
      KeyCase("- one‸ two", .enter, gives: "- one\n- ‸two"),
      KeyCase("9. nine‸", .enter, gives: "9. nine\n10. ‸"),
      KeyCase("1) one‸", .enter, gives: "1) one\n2) ‸"),
      KeyCase("- [x] done‸", .enter, gives: "- [x] done\n- [ ] ‸"),
      KeyCase("- [ ] ‸", .enter, gives: "‸"),
      KeyCase("‸- one", .enter, gives: "\n‸- one"),
      KeyCase("-‸ one", .enter, gives: "-\n‸ one"),
      KeyCase("-one‸", .enter, gives: "-one\n‸"),
      KeyCase("2017. ‸", .enter, gives: "‸"),
      KeyCase("999999999. x‸", .enter, gives: "999999999. x\n‸"),
      KeyCase(
        "123456789012345678901234567890. x‸", .enter,
        gives:
          "123456789012345678901234567890. x\n‸"),
      KeyCase("2017‸", .enter, gives: "2017\n‸"),
      KeyCase("- one‸", .tab, gives: "  - one‸"),
      KeyCase("- ‸", .tab, gives: "  - ‸"),
      KeyCase("  - o‸ne", .backTab, gives: "- o‸ne"),
    ])
  func lists(_ example: KeyCase) {
    var editor = NoteEditor(marked: example.before)
    let events = editor.press(example.keys)
    #expect(Marked.join(editor.buffer) == example.after)
    #expect(events == [.changed])
    editor.press([.control("_")])
    #expect(Marked.join(editor.buffer) == example.before)
  }

  @Test("Every command has keys and words, and no key has two commands")
  func bindings() {
    let keys = NoteCommand.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for command in NoteCommand.allCases {
      #expect(!command.keys.isEmpty)
      #expect(!command.description.isEmpty)
    }
    for key: Key in [.control("z"), .control("l"), .control("c")] {
      #expect(!keys.contains(key))
    }
  }
}
