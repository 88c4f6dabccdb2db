import Foundation
import ReadingModel
import Testing

@testable import Interchange

/// Texts that strangers wrote, printed by Lectern and read back: what comes is what was.
@Suite("Hostile texts, printed and read back")
struct HostileRoundTripTests {
  private static let pieces = [
    "=HYPERLINK(\"x\")", "+1", "-1", "@x", "'", "\"", ",", ";", "|", "\\", "\\\\", "{", "}", "{}",
    "%", "$x$", "#", "##", "&", "&amp;", "&#35;", "~", "~~x~~", "^", "_", "_x_", "a_b", "*",
    "**x**",
    "`x`", "``", "[x]", "](y)", "[x](y)", "![x](y)", "[x]: y", "[^1]", "<script>", "<!--", "</div>",
    "<https://x.org>", "https://x.org/_a_*b*", "---", "...", "- x", "> x", "1. x", "# x", "null",
    "true", ": x", "x:", "? x", "!x", "and", "others", "--", "``x''", "\u{1B}[31m", "\u{202E}x",
    "\u{200B}", "é", "注意力", "👩‍💻", "\u{0301}", "\\input{x}", "\\end{document}", "@misc{", "%%(x)",
    "TY  - X", "ER  -",
  ]

  /// Titles of some pieces each, cleaned as whatever comes in is.
  private static func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = FixedRandom(seed: seed)
    var texts: [String] = []
    while texts.count < count {
      let raw = (0..<Int.random(in: 1...5, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined(separator: Bool.random(using: &random) ? " " : "")
      let text = SafeText.line(raw)
      if !text.isEmpty { texts.append(text) }
    }
    return texts
  }

  @Test("Titles in the headings of notes are read as they are, with no link, mark or HTML in them")
  func headings() throws {
    for title in Self.texts(3_000, seed: 1) {
      let detail = NoteFilesTests.detail(
        title,
        notes: [
          Note(
            id: NoteID(rawValue: 1), body: "[x]: https://evil.example", created: "2026-01-01",
            updated: "2026-01-01", versions: 1)
        ])
      for text in [NoteFiles.print([detail])[0].contents, NoteDocument.print([detail])] {
        let body = text.hasPrefix("---") ? String(text.split(separator: "\n---\n")[1]) : text
        let heading = try #require(try blocks(of: body).first { $0.runs.first?.text != "Notes" })
        #expect(heading.runs.map(\.text).joined() == title, "\(title)")
        #expect(
          heading.runs.allSatisfy { $0.link == nil && !$0.isImage && $0.style.isEmpty }, "\(title)")
      }
    }
  }

  /// Papers with hostile titles, venues and authors, each told by an identifier.
  private func papers(seed: UInt64) -> [ListedPaper] {
    let texts = Self.texts(1_500, seed: seed)
    return stride(from: 0, to: texts.count, by: 3).map { index in
      let value = "1706.\(10_000 + index)"
      // Commas part the family name from the given one, semicolons one name from the next.
      let kept = texts[index + 1].unicodeScalars.filter { $0 != "," && $0 != ";" }
      let name = SafeText.line(String(String.UnicodeScalarView(kept)))
      let paper = Paper(
        title: texts[index], authors: [name.isEmpty ? "X" : name, "Ann O'Neil"], year: 2017,
        // What BibTeX has of a venue lacks the year, which is put behind it.
        venue: texts[index + 2] + " 2017",
        identifiers: [Identifier(canonical: value, scheme: .arxiv)],
        links: [
          Link(kind: .paper, url: "https://arxiv.org/abs/\(value)"),
          Link(kind: .code, url: "https://github.com/a_\(index)/b"),
        ])
      return ListedPaper(
        id: PaperID(rawValue: Int64(index)), key: paper.key, paper: paper, progress: Progress(),
        tags: [], position: index + 1, remark: texts[index])
    }
  }

  @Test("BibTeX is read back equal")
  func bibtex() throws {
    let papers = papers(seed: 2)
    let document = try read(BibTeX.print(papers), as: "bibtex")
    #expect(document.entries.count == papers.count && document.warnings == [])
    for (entry, listed) in zip(document.entries, papers) {
      #expect(entry.paper.title == listed.paper.title)
      #expect(entry.paper.venue == listed.paper.venue)
      #expect(entry.paper.authors == listed.paper.authors)
      #expect(entry.paper.links == listed.paper.links)
    }
  }

  @Test("A table is read back equal, and no cell of it begins a formula")
  func csv() throws {
    let papers = papers(seed: 3)
    let text = CSVPrinter.print(papers)
    let document = try read(text, as: "csv")
    #expect(document.entries.count == papers.count && document.warnings.isEmpty)
    for (entry, listed) in zip(document.entries, papers) {
      #expect(entry.paper.title == listed.paper.title)
      #expect(entry.paper.venue == listed.paper.venue)
      #expect(entry.remark == listed.remark)
    }
    // The beginnings of formulas: https://owasp.org/www-community/attacks/CSV_Injection
    for text in Self.texts(1_000, seed: 6) + ["=1", "'=1", "\t=1", "\r=1", "@SUM(A1)"] {
      let first = TableText.printed(text).dropFirst().utf8.first
      #expect(first.map { !"=+-@\t\r".utf8.contains($0) } == true, "\(text)")
      #expect(TableText.read(TableText.printed(text).unquoted) == text)
    }
  }

  @Test("A list is read back equal")
  func lists() throws {
    let texts = Self.texts(900, seed: 4)
    let entries = papers(seed: 5).map { Entry(paper: $0.paper, remark: $0.remark) }
    var list = ReadingList(slug: "hostile", title: texts[0], kind: .custom)
    list.sections = stride(from: 0, to: entries.count, by: 5).map { index in
      ReadingSection(
        title: texts[index + 1], entries: Array(entries[index..<min(index + 5, entries.count)]))
    }
    let read = try ListFormat.parse(Array(ListFormat.print(list).utf8)).list
    #expect(read.title == list.title && read.sections.map(\.title) == list.sections.map(\.title))
    let pairs = zip(read.sections.flatMap(\.entries), list.sections.flatMap(\.entries))
    for (entry, printed) in pairs { #expect(entry == printed) }
    #expect(read == list)
  }

  private func blocks(of text: String) throws -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    try MarkdownReader.read(MarkdownSource(Array(text.utf8))) { blocks.append($0) }
    return blocks
  }
}

extension String {
  /// A cell of a table without its quotation marks.
  fileprivate var unquoted: String { String(dropFirst().dropLast()).replacing("\"\"", with: "\"") }
}
