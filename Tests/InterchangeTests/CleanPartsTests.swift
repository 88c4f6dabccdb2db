import Interchange
import ReadingModel
import Testing

@Suite("What importers hand over besides entries")
struct CleanPartsTests {
  /// Terminal escapes, bidi controls and isolates, a C1 control, and a deletion.
  private static let hostile =
    "Red \u{1B}[31m \u{1B}]8;;http://x\u{7}link \u{202E}evil\u{2066} \u{9B}2J \u{7F}end"

  @Test(
    "Headings of every format that has them are safe text, and are still there",
    arguments: [
      ("lectern", "---\ntitle: A\nkind: custom\n---\n\n## HEAD\n\n- T\n  - arxiv: 2501.00001\n"),
      ("markdown", "# L\n\n## HEAD\n\n- [A Title of a Paper](https://arxiv.org/abs/2501.00001)\n"),
      (
        "html",
        "<html><body><h2>HEAD</h2><ul><li><a href='https://arxiv.org/abs/2501.00001'>A Title</a>"
          + "</ul></body></html>"
      ),
      (
        "email",
        "Subject: L\nContent-Type: text/html; charset=utf-8\n\n<h1>L</h1><h2>HEAD</h2><ul>"
          + "<li><a href='https://arxiv.org/abs/2501.00001'>A Title</a></ul>"
      ),
      ("newsletter", "The week\n\n1. HEAD\n\n1.1. A Title\nWords.\n\n1.2. Another Title\nWords.\n"),
      ("csv", "title,section\r\nA Title,\"HEAD\"\r\n"),
      ("tsv", "title\tsection\nA Title\tHEAD\n"),
      ("json", #"{"sections":[{"title":"HEAD","entries":[{"title":"A Title"}]}]}"#),
      (
        "opml",
        "<opml><body><outline text='HEAD'><outline text='A' type='link' "
          + "url='https://arxiv.org/abs/2501.00001'/></outline></body></opml>"
      ),
    ])
  func headings(format: String, text: String) throws {
    for end in ["", "\u{0}"] {
      // XML has no such characters, not even as references.
      let heading =
        format == "opml" ? "Red &#x202E;evil&#x2066; end" : Self.hostile + end
      let document = try read(text.replacing("HEAD", with: heading), as: format)
      let titles = document.lists.flatMap { [$0.head.title] + $0.sections.map(\.title) }
        .compactMap(\.self)
      #expect(document.entries.count >= 1, "\(document)")
      #expect(titles.contains { $0.contains("evil") && $0.contains("end") }, "\(titles)")
      #expect(titles.allSatisfy { $0 == SafeText.line($0) }, "\(titles)")
    }
  }

  @Test("Messages are safe text")
  func clean() throws {
    let document = try read("@book{a, title = {A}, xdata = {x\u{0}y}}\n", as: "bibtex")
    let shown = (document.warnings + document.leftOut).map(\.message)
    #expect(document.entries.count == 1 && !shown.isEmpty)
    #expect(shown.allSatisfy { $0 == SafeText.line($0) }, "\(shown)")
  }
}
