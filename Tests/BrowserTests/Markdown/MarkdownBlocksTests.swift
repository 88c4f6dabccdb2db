import Testing

@testable import Browser

@Suite("Blocks of Markdown")
struct MarkdownBlocksTests {
  @Test("are drawn as people read them", arguments: cases)
  func blocks(_ source: String, _ drawn: [String]) {
    #expect(MarkdownPage.drawn(source) == drawn)
  }

  private static let cases: [(String, [String])] = [
    ("First line\ngoes on.\n\n\nSecond.", ["First line goes on.", "", "Second."]),
    ("one  \ntwo\\\nthree<br>four", ["one", "two", "three", "four"]),
    ("# One\nUnder it.\n## Two ##\n#none", ["<b:One>", "Under it.", "", "<b:Two>", "#none"]),
    ("Title\n===\ntext\n---\nmore", ["<b:Title>", "", "<b:text>", "more"]),
    ("a\n\n***\nb", ["a", "", "<d:\(String(repeating: "─", count: 40))>", "b"]),
    (
      "- one\n  - two\n    goes on\n- three",
      ["<d:•> one", "  <d:•> two goes on", "<d:•> three"]
    ),
    ("- one\n\n- two\nlazy", ["<d:•> one", "", "<d:•> two lazy"]),
    ("9. nine\n10. ten\n  - below", ["<d: 9.> nine", "<d:10.> ten", "    <d:•> below"]),
    ("3) three\n\n   more", ["<d:3)> three", "", "   more"]),
    ("- [ ] open\n- [x] done\n- [y] none", ["[ ] open", "<x:[x]> done", "<d:•> [y] none"]),
    ("-\n- b", ["<d:•> ", "<d:•> b"]),
    ("text\n- item", ["text", "<d:•> item"]), ("text\n2020. no item", ["text 2020. no item"]),
    (
      "> quoted\ngoes on\n> > inner\n\nafter",
      ["<d:│ >quoted goes on", "<d:│ ><d:│ >inner", "", "after"]
    ),
    ("> - a\n>   b", ["<d:│ ><d:•> a b"]),
    ("```swift\nlet a   = *b*\n\n  c\n```\nafter", ["  let a   = *b*", "", "    c", "after"]),
    ("~~~\nopen ```\n- a", ["  open ```", "  - a"]),
    ("- a\n  ```\n  code\n  ```\n- b", ["<d:•> a", "    code", "<d:•> b"]),
    (
      "```\n\(String(repeating: "x", count: 50))\n```",
      ["  \(String(repeating: "x", count: 37))…"]
    ),
    ("a `b` c ``` d", ["a <d:`>b<d:`> c ``` d"]),
    ("", []), ("\n\na\n\n", ["a"]),
  ]

  @Test("stand in columns where they are a table")
  func table() {
    let text = """
      | model | score |   note    |
      |:------|------:|:---------:|
      | **A** |   1.5 | `x`\\|y   |
      | 日本  | 12 | [z](https://z.org) | too many |
      | short |
      after | the row
      """
    #expect(
      MarkdownPage.drawn(text) == [
        "<b:model>    <b:score>  <b:note>", "<d:─────────────────────>",
        "<b:A>          1.5  <d:`>x<d:`>|y", "日本        12  <u:z><d:[1]>", "short",
        "after  the row",
      ])
    #expect(
      MarkdownPage.drawn(text, columns: 14) == [
        "<b:mod>…  <b:sc>…  <b:no>…", "<d:──────────────>", "<b:A>     1.5  <d:`>x…",
        "日本   12  <u:z><d:[>…", "sho…", "aft…  th…",
      ])
  }

  @Test("are shrunk and counted where a table has more columns than there is room for")
  func wideTable() {
    let row = "|" + String(repeating: " cell |", count: 30)
    let text = row + "\n|" + String(repeating: "-|", count: 30)
    let drawn = MarkdownPage.drawn(text, columns: 23)
    #expect(drawn.count == 3 && drawn[2] == "<d:and 25 columns more>")
  }

  @Test("lose their signs rather than their words where there is no room")
  func narrow() {
    let drawn = MarkdownPage.drawn("> - - deep words", columns: 9)
    #expect(drawn == ["deep", "words"])
  }

  @Test(
    "give a line of words to a list of notes",
    arguments: [
      ("# **Title**\ntext", "Title"), ("\n- [x] *task* now\n- b", "task now"), ("---\n> a", "a"),
      ("```\n\n x\n```", " x"), ("", ""), ("***", ""),
    ])
  func summary(_ text: String, _ line: String) {
    #expect(MarkdownSummary.line(of: text) == line)
  }
}
