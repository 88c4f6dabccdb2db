import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("Damaged BibTeX")
struct BibTeXDamageTests {
  @Test(
    "Damage in one entry is told of, and the entries around it are read",
    arguments: [
      // What stands between two good entries; how many entries are in it; the line of the warning.
      ("@article{a, title = {No end\n", 1, 2),
      ("@article{a, title = {No end,\n  year = {2001}\n}\n", 1, 2),
      ("@article{a, title = \"No end,\n  year = 2001\n}\n", 1, 2),
      ("@article{a, title = {{Two ends missing},\n  year = {2001},\n", 1, 2),
      ("@article{a\n  title = {No comma}}\n", 1, 3),
      ("@article{a, title = {No comma}\n  year = 2001}\n", 1, 3),
      ("@article{a,\n  title 💯 {No sign},\n  year = 2001}\n", 1, 3),
      ("@article{a, title = {T} stray,\n  year = 2001}\n", 1, 2),
      ("@article{a, title = {T}, year = }\n", 1, 2),
      ("@article{{a}, title = {T}}\n", 1, 2),
      ("@book{a, title = {T}\n)\n", 1, 3),
      ("@article a, title = {T}\n", 0, 2),
      ("@article{}\n", 0, 2),
      ("@article{a,\n", 0, 2),
      ("@comment{ no end\n", 0, 2),
      ("@string{a = \"b\n", 0, 2),
    ])
  func repairs(damage: String, count: Int, line: Int) throws {
    let read = try Read(
      "@misc{first, title = {First}}\n\(damage)@misc{last, title = {Last}, year = 2020}\n",
      as: "bibtex")
    #expect(read.entries.first?.paper.title == "First")
    #expect(read.entries.last?.paper.title == "Last")
    #expect(read.entries.last?.paper.year == 2020)
    #expect(read.entries.count == 2 + count)
    #expect(read.warnings.first?.line == line)
  }

  @Test("What a damaged entry still says is kept")
  func kept() throws {
    let read = try Read(
      """
      @article{a,
        title = {Cut {Short,
        author = {Ann Lee},
        year = 2001
      }

      @article{b, title = {B}}
      """, as: "bibtex")
    #expect(read.entries.map(\.paper.title) == ["Cut Short", "B"])
    #expect(read.entries[0].paper.authors == ["Ann Lee"])
    #expect(read.entries[0].paper.year == 2001)
  }

  private let sample = Data(
    """
    % library
    @string{acl = "ACL"}
    @article{a, title = {A {Title} with \\"{o}}, author = "Lee, Ann and others", year = 2001}
    @comment{jabref-meta: grouping: {x}}
    @inproceedings{b, title = {$x^2$ \\emph{b}}, booktitle = acl # { 2002}, crossref = {c}}
    @proceedings{c, title = {Proceedings — of}, date = {2003-01},
      note = {\\url{https://example.org/a_b}}}
    """.utf8)

  @Test("A document that ends anywhere gives every entry that is whole before its end")
  func truncated() throws {
    let ends = sample.indices.filter { place in
      place + 1 == sample.count || sample[place...].starts(with: Data("}\n@".utf8))
    }
    for beginning in Damage.beginnings(of: sample) {
      let read = try Read(beginning, as: "bibtex")
      let whole = ends.filter { $0 < beginning.count }
      // The first and the third of the ends are those of abbreviations and of a comment.
      #expect(read.entries.count >= [0, 0, 1, 1, 2, 3][min(whole.count, 5)])
    }
  }

  @Test("Any damage is read to the end, and lines are those of the document")
  func mutated() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<500 {
      let data = Damage.mutated(sample, with: &dice)
      let read = try Read(data, as: "bibtex")
      let lines = data.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } + data.count { $0 == 0x0D }
      #expect(read.entries.allSatisfy { 1...lines ~= $0.line && !$0.paper.title.isEmpty })
      #expect(read.warnings.allSatisfy { 1...lines ~= $0.line && !$0.message.isEmpty })
      #expect(zip(read.entries, read.entries.dropFirst()).allSatisfy { $0.line <= $1.line })
    }
  }

  @Test(
    "No document takes longer than its size warrants",
    arguments: [
      "{", "}", "@", "@a{", "@a{b,c={\n", "@a{b,c=\"\n", "\n@a{b,c={", "@comment{\n", "@string{a=",
      "@a{b,title={$", "\\", "@a{b,title=x#", "%", "\u{0}", "@a{b,c=d}", "@a{,a=\n",
    ])
  func bombs(unit: String) throws {
    try expectLinear(String(repeating: unit, count: 250_000 / unit.utf8.count))
  }

  @Test(
    "No value takes longer than its size warrants",
    arguments: [
      "{}", "$", "$$", "\\(", "\\url{", "\\url{}", "\\'", "\\'{", "\\textsuperscript{",
      "\\enquote{",
      "`", "-", " and ", ",", "a=,", "\\begin{", "^", "\\a ", "~", "http://", "\n\n",
      "\\ensuremath{",
    ])
  func values(unit: String) throws {
    let text = String(repeating: unit, count: 60_000 / unit.utf8.count)
    let opened = text.count { $0 == "{" } - text.count { $0 == "}" }
    let value = text + String(repeating: "}", count: opened)
    let fields = ["title", "author", "abstract", "url", "note", "keywords", "year", "doi"]
    try expectLinear("@a{b" + fields.map { ",\n\($0)={\(value)}" }.joined() + "}")
  }

  @Test("Abbreviations of abbreviations and inherited texts do not grow beyond the document")
  func expansion() throws {
    let doubling = (0..<64).map { "@string{s\($0 + 1) = s\($0) # s\($0)}\n" }.joined()
    let uses = String(repeating: "@a{b,title=s64 # s64}\n", count: 5_000)
    try expectLinear("@string{s0 = \"0123456789\"}\n" + doubling + uses)
    let heir = String(repeating: "@a{b,crossref={p}}\n", count: 5_000)
    let title = String(repeating: "long title ", count: 50_000)
    try expectLinear(heir + "@book{p, author = {\(title)}}\n")
  }

  /// Reads a document in no more than a generous multiple of what a plain one takes.
  private func expectLinear(_ text: String) throws {
    let measured = try ContinuousClock().measure { _ = try Read(text, as: "bibtex") }
    #expect(measured < Self.plainTime * (1 + text.utf8.count / Self.plainSize) * 20 + .seconds(2))
  }

  private static let plainSize = 250_000

  /// What a plain document takes.
  private static let plainTime: Duration = {
    let entry = "@misc{k, title = {A plain title}, author = {Ann Lee}, year = 2020}\n"
    let text = String(repeating: entry, count: plainSize / entry.utf8.count)
    return ContinuousClock().measure { _ = try? Read(text, as: "bibtex") }
  }()
}
