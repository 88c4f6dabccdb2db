import Foundation
import ReadingModel
import TestSupport
import Testing

@testable import Interchange

/// Documents that were made to take long, or to break a parser.
@Suite("Hostile Markdown and plain text", .serialized)
struct HostileTextTests {
  private static let size = 30_000

  private static func repeated(_ unit: String) -> String {
    String(repeating: unit, count: size / unit.utf8.count)
  }

  private static func time(_ text: String, _ importer: Importer) throws -> Duration {
    let source = ImportSource(name: "", data: Data(text.utf8))
    return try ContinuousClock().measure {
      _ = importer.likelihood(source, source.sample)
      try importer.read(source) { _ in }
    }
  }

  /// How long a plain text of the same size takes.
  private static let plain = Result {
    try time(repeated("Some words of plain text, then a line ends.\n"), .markdown)
      + time(repeated("Some words of plain text, then a line ends.\n"), .newsletter)
  }

  static let units = [
    "[", "[]", "[a](", "![", "](", "*a **a ", "*a*_", "- ", "> ", "- a\n", "  - a\n", "[a]: b\n",
    "[a][b]\n", "<", "<a ", "<!-- ", "`", "`a ``b ```c ", "|a|b|\n", "|a", "&", "http://a",
    "https://a.b/(", "~a~~", "[[[a](b)", "\u{0}", "1. ", "word ", "\\", "a\n=\n", "<li>",
    "<table><tr><td>",
    "<details>", "<a href=\"", "(2017", "(A et al., 2017) ", "# a\n", "**a**\n", "arXiv:",
    "Title (paper)\n",
    "1.1. A\n", "-\n", "a -\n", "``a''", "A, ", "a: b\n", "\u{301}", "[a](http://b.c) ",
    "10.1000/a ", "arXiv:2401.00001 ", "one two three four http://a.b/c ",
    "- [a b c](https://arxiv.org/abs/2501.00001), ",
    "| [a b c](https://arxiv.org/abs/2501.00001) ", "☃\u{FE0F}",
  ]

  @Test("Time grows with the size of a document alone", arguments: units.indices)
  func linear(index: Int) throws {
    let hostile = Self.repeated(Self.units[index])
    let plain = try Self.plain.get()
    for importer in [Importer.markdown, .newsletter] {
      #expect(try Self.time(hostile, importer) < plain * 20 + .seconds(2))
    }
  }

  @Test("Tables of many columns, deep nesting and long definitions are read in bounded time")
  func shapes() throws {
    let columns = String(repeating: "|a", count: 3_000)
    let table = columns + "\n" + String(repeating: "|-", count: 3_000) + "\n" + columns + "\n"
    let deep = (0..<250).map { String(repeating: " ", count: $0) + "- a\n" }.joined()
    let definition =
      "[a]: http://" + String(repeating: "x", count: 20_000) + "\n\n"
      + String(repeating: "[a] ", count: 3_000)
    let plain = try Self.plain.get()
    for text in [table, deep, definition] {
      #expect(try Self.time(text, .markdown) < plain * 20 + .seconds(2))
    }
  }

  @Test("A zero byte in a list is damage to its line and not to the list")
  func zero() throws {
    let lines = (1...20).map { "- [Paper \($0) of all](https://example.org/\($0))\n" }
    let text = lines.joined().replacing("Paper 7 ", with: "Paper\u{0}7 ")
    let titles = try read(text, name: "list.md").entries.map(\.paper.title)
    #expect(titles.count == 20 && titles[7] == "Paper 8 of all")
    #expect(throws: UnknownFormat.self) { try read(String(repeating: "ab\u{0}", count: 2_000)) }
  }

  @Test("Cut off anywhere, a document yields every entry that stood whole before the cut")
  func truncation() throws {
    let text = """
      # Papers
      - [Tiny Models of All](https://arxiv.org/abs/2501.00001) (2020), A. Bee et al. [[code]](https://github.com/a/b)
        - a note
      - [x] **Big Models of All** [[pdf]](https://arxiv.org/pdf/2501.00002)

      | Title | Link |
      |-|-|
      | Huge Models | [pdf](https://arxiv.org/pdf/2501.00003) |
      """
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let source = ImportSource(name: "", data: Data(bytes[..<end]))
      let document = try ParsedDocument(reading: source, with: .markdown)
      let lines = bytes[..<end].count { $0 == 0x0A }
      let expected = lines >= 4 ? 2 : lines >= 2 ? 1 : 0
      #expect(document.count >= expected, "cut at \(end)")
    }
  }

  @Test("A line of brackets without end is read in pieces, and what stands below keeps its line")
  func longLine() throws {
    let text =
      "- [A Title of a Paper](https://arxiv.org/abs/2401.00001) Ü "
      + String(repeating: "[](", count: 800_000)
      + "\n- [Another Title of One](https://arxiv.org/abs/2401.00002)\n"
    var document: ParsedDocument?
    let effort = try Effort.of { document = try read(text, as: "markdown") }
    #expect(document?.entries.map(\.line) == [1, 2])
    #expect(document?.entries.first?.paper.title == "A Title of a Paper")
    #expect(effort < 3_000, "200 is usual.")
  }

  @Test("Changed bytes never break a reader", arguments: 0..<40)
  func mutation(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let pieces = Array("[]()*_`|#-<>\\&!:\"'\n\t\r\u{0} 1x.".utf8)
    for (text, importer) in [
      (MarkdownListTests.readMe, Importer.markdown), (NewsletterTests.order, .newsletter),
    ] {
      var bytes = Array(text.utf8)
      for _ in 0..<30 {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = pieces[random(pieces.count)]
        case 1: bytes.insert(pieces[random(pieces.count)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + random(20)))
        }
      }
      let source = ImportSource(name: "", data: Data(bytes))
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      try importer.read(source) { part in
        guard case .entry(let entry) = part else { return }
        #expect((1...lines).contains(entry.line))
        #expect(!entry.paper.title.isEmpty)
      }
    }
  }
}
