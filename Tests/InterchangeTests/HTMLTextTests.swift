import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("HTML as Markdown")
struct HTMLTextTests {
  @Test(
    "A page becomes the Markdown that says the same",
    arguments: [
      ("<h1>Papers <em>of</em>\nthe week</h1><p>One<p>Two", "# Papers *of* the week\n\nOne\n\nTwo"),
      ("<p>a <b> bold </b>word<br>next", "a **bold** word\nnext"),
      ("<b><i></i></b>text", "text"),
      ("<a href=https://e.org/a(b)>x [1]</a>", "[x \\[1\\]](https://e.org/a%28b%29)"),
      ("<a href='mailto:a@e.org'>mail</a> <a name=x>anchor</a>", "mail anchor"),
      ("<a href='#top'>up</a>", "[up](#top)"),
      ("<ul><li>one<ul><li>in</ul><li>two</ul>", "- one\n  - in\n- two"),
      ("<ol start=3><li>c<li><p>d</p><p>e</p></ol>", "3. c\n4. d\n\n   e"),
      ("<li><input type=checkbox checked>done</li>", "- [x] done"),
      ("<blockquote><p>q<p>r</blockquote>after", "> q\n>\n> r\n\nafter"),
      ("<dl><dt>term<dd>what it is</dl>", "- term\n\n  what it is"),
      ("<pre>\na <b>b</b>\n  c</pre>", "```\na b\n  c\n```"),
      (
        "<table><tr><th>Title<th>Year<tr><td>A|B<td>2020</table>",
        "| Title | Year |\n| --- | --- |\n| A\\|B | 2020 |"
      ),
      (
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
        "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"
      ),
      ("<table><tr><td><h2>Layout</h2><p>one</td><td>two</table>", "## Layout\n\none\n\ntwo"),
      (
        "<a href=https://e.org/p><h3>Card</h3><p>what it says</p></a>",
        "### [Card](https://e.org/p)\n\nwhat it says"
      ),
      (
        "<a href=https://e.org><img src=https://e.org/i.svg alt=arXiv></a>",
        "[![arXiv](https://e.org/i.svg)](https://e.org)"
      ),
      (
        "<p>1 < 2, a<b$, &lt;b&gt; &eacute;&#233;&#xE9; &amp;lt; AT&T",
        "1 < 2, a\\<b$, \\<b> ééé \\&lt; AT&T"
      ),
      (
        "<p>1. no list<p># no heading<p>snake_case *x* \\alpha",
        "1\\. no list\n\n\\# no heading\n\nsnake_case \\*x\\* \\alpha"
      ),
      ("see https://e.org/a_b_*c", "see https://e.org/a_b_*c"),
      ("a&nbsp;&zwnj; &shy; b", "a b"),
      ("<math alttext='x^2'><mi>x</mi></math>", "x^2"),
      ("text <!-- a <b> comment --> goes on <?php ?> here", "text goes on here"),
      ("<script>if (a<b) '<p>'</script><style>p{}</style>x", "x"),
    ])
  func markdown(html: String, expected: String) {
    #expect(HTMLText.markdown(html) == expected)
  }

  @Test("Addresses are made whole, by the page's base before the caller's")
  func relativeAddresses() {
    let link = "<a href='../p.html'>p</a>"
    #expect(HTMLText.markdown(link, base: "https://e.org/a/b/") == "[p](https://e.org/a/p.html)")
    #expect(
      HTMLText.markdown("<base href=https://o.org/x/y>" + link, base: "https://e.org/a/b/")
        == "[p](https://o.org/p.html)")
    #expect(HTMLText.markdown(link) == "p")
  }

  @Test("What stands around the content is left out and named with its line")
  func furniture() {
    let page = HTMLMarkdown(
      Data(
        """
        <nav><a href=/>Home</a></nav>
        <p>Text
        <div class="share-buttons">Share
        this</div>
        <p style="display: none">Preview</p>
        <div class="main-content footer-wrap">More</div>
        <footer>Imprint</footer>
        """.utf8))
    #expect(page.text == "Text\n\nMore\n")
    #expect(page.leftOut.map(\.line) == [1, 3, 5, 7])
    #expect(page.leftOut[1].message.contains("“Share this”"))
  }

  @Test("Each line of Markdown knows the line of the page it comes from")
  func lineNumbers() {
    let page = HTMLMarkdown(Data("<h1>\n\nTitle</h1>\n<p>one\ntwo<br>\nthree\n<ul>\n<li>four".utf8))
    #expect(page.text == "# Title\n\none two\nthree\n\n- four\n")
    #expect(page.lines == [3, 4, 4, 6, 8, 8])
  }

  @Test("A page that marks its cards of papers gives these, under their headings")
  func cards() {
    let card = { (title: String) in
      "<div class=research-paper><h3><a href=https://e.org/\(title)>\(title)</a></h3><p>About it</div>"
    }
    let page = HTMLMarkdown(
      Data(
        ("<h1>Issue</h1><p>Hello<h2>News</h2><div class=event><a href=https://e.org/e>E</a></div>"
          + "<h2>Papers</h2>" + card("A") + card("B") + "<h2>Tools</h2><p>T").utf8))
    #expect(
      page.text == """
        # Issue

        ## Papers

        ### [A](https://e.org/A)

        About it

        ### [B](https://e.org/B)

        About it

        """)
    #expect(page.leftOut.count == 3)
    // A class such as `paper-title` names a part of a card, and one card alone is no pattern.
    #expect(HTMLMarkdown(Data("<p>x<div class=paper>y</div>".utf8)).text == "x\n\ny\n")
    #expect(
      HTMLMarkdown(Data("<p>x<div class=paper-title>y</div><div class=paper-title>z</div>".utf8))
        .text == "x\n\ny\n\nz\n")
  }

  @Test("The head gives title, day and address")
  func head() {
    let page = HTMLMarkdown(
      Data(
        """
        <html><head><title>A &amp; B</title><link rel=canonical href=https://e.org/n/1>
        <meta property="article:published_time" content="2025-02-24T10:00:00Z"></head>
        <svg><title>Icon</title></svg><p>x
        """.utf8))
    #expect(page.head.title == "A & B")
    #expect(page.head.issued == "2025-02-24")
    #expect(page.head.address == "https://e.org/n/1")
    #expect(page.text == "x\n")
  }

  @Test(
    "A title loses tags and references, and nothing else",
    arguments: [
      ("A <i>title</i> &amp; more", "A title & more"), ("1 < 2", "1 < 2"), ("a<b$", "a<b$"),
      ("Vec<T> of <unknown>", "Vec<T> of <unknown>"), ("plain", "plain"),
    ])
  func titles(html: String, expected: String) {
    #expect(HTMLText.line(html) == expected)
  }

  @Test(
    "Hostile pages take time in proportion to their size",
    arguments: [
      "<div>", "</div>", "<div><b>", "<a href='", "<a href=\"x", "<!--", "<![CDATA[", "<", "&",
      "&#",
      "<table>", "<table><tr><td>", "<ul><li>", "<li>", "<p>", "<td>", "<blockquote>", "<script>",
      "<title>", "<b><i><a href=https://e.org>x", "<table><tr><td>a<td>b<tr><td>c<td>d", "* ", "[",
      "<h1>", "<dl><dt>x<dd>", "<nav>", "<pre>`\n", "</b></i>", "<p hidden>", "\0", "<br>", "<hr>",
    ])
  func hostile(piece: String) {
    let clock = ContinuousClock()
    func time(_ text: String) -> Duration {
      let data = Data(text.utf8)
      return clock.measure { _ = HTMLMarkdown(data).text.utf8.count }
    }
    let size = 1 << 16
    let plain = time(String(repeating: "<p>A plain paragraph of words.</p>\n", count: size / 36))
    let hostile = time(String(repeating: piece, count: size / piece.utf8.count))
    #expect(hostile < plain * 25 + .seconds(1))
  }

  @Test("A megabyte of text in one piece is cut and named, and many pieces are not")
  func longText() {
    let endless = HTMLMarkdown(Data(("<p>" + String(repeating: "[", count: 3 << 20)).utf8))
    #expect(endless.text.utf8.count <= MarkdownInline.longestLine + 100)
    #expect(endless.leftOut.map(\.message) == ["text of more than a megabyte in one piece was cut"])
    let words = String(repeating: "word ", count: 1 << 17)
    let broken = HTMLMarkdown(Data("<div>\(words)<br>\(words)<br>\(words)</div>".utf8))
    #expect(broken.text.utf8.count > 3 * words.utf8.count - 10 && broken.leftOut.isEmpty)
  }

  @Test("No page that is cut or changed at random stops the program")
  func damagedPages() {
    let page = Array(
      """
      <!doctype html><html><head><title>T</title></head><body><h1>H</h1><ul><li><a href="https://e.org">
      x</a> y<li>z</ul><table><tr><th>a<th>b<tr><td>1<td>&eacute;</table><pre>c</pre><!-- d -->
      <dl><dt>e<dd>f</dl><blockquote>g</blockquote><script>h</script><div class="paper">i</div></body>
      """.utf8)
    for end in page.indices {
      let text = HTMLMarkdown(Data(page[..<end])).text
      #expect(text.utf8.count <= 4 * page.count)
    }
    var random = FixedRandom(seed: 7)
    for _ in 0..<500 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...127, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: bytes[at...].prefix(9), at: at)
        }
      }
      let page = HTMLMarkdown(Data(bytes))
      #expect(page.lines.count == page.text.utf8.count { $0 == 0x0A })
    }
  }
}
