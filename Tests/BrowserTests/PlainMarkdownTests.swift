import Testing

@testable import Browser

@Suite("Markdown as people read it")
struct PlainMarkdownTests {
  @Test(
    "loses the signs of emphasis, code and links, and keeps all else",
    arguments: [
      ("**bold** and *slanted*", "bold and slanted"), ("__bold__ _slanted_", "bold slanted"),
      ("a `code_name` here", "a code_name here"), ("snake_case stays", "snake_case stays"),
      ("2 * 3 * 4", "2 * 3 * 4"), ("see [the code](https://example.org)", "see the code"),
      ("![a figure](f.png)", "a figure"), ("an [open bracket", "an [open bracket"),
      ("[note] alone", "[note] alone"), ("\\*not slanted\\*", "*not slanted*"),
      ("ends with \\", "ends with \\"), ("[a [b](c)](d)", "a [b](d)"), ("", ""),
    ])
  func inline(_ source: String, _ plain: String) {
    #expect(PlainMarkdown.inline(source[...]) == plain)
  }

  @Test("takes no long time for brackets that never close")
  func manyBrackets() {
    let brackets = String(repeating: "[", count: PaperText.longestText)
    #expect(PlainMarkdown.inline(brackets[...]) == brackets)
  }

  @Test("joins the lines of a paragraph and keeps the nesting of lists")
  func blocks() {
    let text = """
      First line
      goes on.

      - one
        - two
          goes on
      3) three
      # Heading
      Under it.
      ```
      code   stays
      ```
      > quoted
      """
    let blocks = PlainMarkdown.blocks(text)
    #expect(
      blocks.map { String(repeating: "_", count: $0.indent) + $0.marker + $0.text } == [
        "First line goes on.", "", "- one", "__- two goes on", "3) three", "Heading",
        "Under it.", "__code   stays", "quoted",
      ])
  }

  @Test("has no blank lines at its ends", arguments: ["", "\n\n", "\na\n\n"])
  func ends(_ text: String) {
    let blocks = PlainMarkdown.blocks(text)
    #expect(blocks.first?.text != "" && blocks.last?.text != "")
  }
}
