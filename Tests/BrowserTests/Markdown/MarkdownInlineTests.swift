import Testing

@testable import Browser

@Suite("Inline Markdown")
struct MarkdownInlineTests {
  @Test(
    "is drawn by weight, and signs that are none stay",
    arguments: [
      ("**bold** and *slanted*", "<b:bold> and <i:slanted>"),
      ("__bold__ _slanted_", "<b:bold> <i:slanted>"),
      ("***both*** **a *b* c**", "<bi:both> <b:a ><bi:b><b: c>"),
      ("snake_case stays, 2 * 3 * 4", "snake_case stays, 2 * 3 * 4"),
      ("a*b*c, but a_b_c", "a<i:b>c, but a_b_c"), ("**open", "**open"), ("a * *", "a * *"),
      ("*a **b*", "*a *<i:b>"), ("**a* b", "*<i:a> b"), ("*(a)* (*b*)", "<i:(a)> (<i:b>)"),
      ("a `code_*name*` here", "a <d:`>code_*name*<d:`> here"),
      ("``a`b``, `open", "<d:`>a`b<d:`>, `open"), ("` `` `", "<d:`>``<d:`>"),
      ("\\*not slanted\\* 1\\. a\\|b \\a \\", "*not slanted* 1. a|b \\a \\"),
      ("\\`no code\\` \\[no](link)", "`no code` [no](link)"),
      ("AT&amp;T &#8211; &#x3b1; &alpha; &nope; &", "AT&T – α α &nope; &"),
      ("&#27;[31m &#x202e;x &#10;y", "[31m x  y"),
      ("$q_*$ and $p_*$, $5 or *6*", "$q_*$ and $p_*$, $5 or <i:6>"),
      ("**強調**と*斜体*", "<b:強調>と<i:斜体>"), ("*\u{301} a*", "*\u{301} a*"), ("", ""),
    ])
  func inline(_ source: String, _ drawn: String) {
    #expect(MarkdownPage.drawn(source, columns: 80).joined(separator: "\n") == drawn)
  }

  @Test(
    "gives each address one number, and none to what leads nowhere",
    arguments: [
      ("see [the code](https://a.org)", "see <u:the code><d:[1]>"),
      (
        "[a](https://a.org) [b](http://b.org) [c](https://a.org)",
        "<u:a><d:[1]> <u:b><d:[2]> <u:c><d:[1]>"
      ),
      ("[*a* b](https://a.org \"title\")", "<iu:a><u: b><d:[1]>"),
      (
        "<https://a.org/x_y> (https://b.org/a_(b)).",
        "<u:https://a.org/x_y><d:[1]> (<u:https://b.org/a_(b)><d:[2]>)."
      ),
      ("**https://a.org**", "<bu:https://a.org><d:[1]>"),
      ("![a figure](f.png), [a file](notes.md)", "a figure, a file"),
      ("[![badge](https://i.org/b.svg)](https://a.org)", "<u:badge><d:[1]>"),
      ("[](https://a.org)", "<u:https://a.org><d:[1]>"), ("[note] alone", "[note] alone"),
      ("an [open bracket", "an [open bracket"), ("[a](<b c>)", "a"), ("[a](b c)", "[a](b c)"),
      ("[a [b](https://c.org)](https://d.org)", "[a <u:b><d:[1]>](<u:https://d.org><d:[2]>)"),
      ("xhttps://a.org https://", "xhttps://a.org https://"),
    ])
  func links(_ source: String, _ drawn: String) {
    #expect(MarkdownPage.drawn(source, columns: 80).joined(separator: "\n") == drawn)
  }

  @Test("keeps the stars of emphasis where there is nothing but ASCII")
  func ascii() {
    let drawn = MarkdownPage.drawn("*a* **b** [*c*](https://a.org) d", columns: 60, glyphs: .ascii)
    #expect(drawn == ["<d:*><i:a><d:*> <b:b> <d:*><iu:c><d:*><d:[1]> d"])
  }

  @Test("keeps the addresses that the numbers stand for")
  func numbers() {
    var page = MarkdownPage(
      columns: 60, glyphs: .unicode,
      links: LinkNumbers([PaperLink(label: "work", url: "https://w.org")]))
    let lines = page.lines(of: "[a *b*](https://a.org), https://w.org")
    #expect(lines.map(\.plain) == ["a b[2], https://w.org[1]"])
    #expect(page.links.links.map(\.url) == ["https://w.org", "https://a.org"])
    #expect(page.links.links.map(\.label) == ["work", "a b"])
    #expect(lines[0].runs.map(\.address).prefix(2) == ["https://a.org", "https://a.org"])
  }
}
