import ReadingModel
import Testing

@testable import Interchange

@Suite("Fields of records")
struct RecordTextTests {
  @Test(
    "Names of authors are told apart and put in reading order",
    arguments: [
      ("Ashish Vaswani, Noam Shazeer", ["Ashish Vaswani", "Noam Shazeer"]),
      ("Vaswani, Ashish; Shazeer, Noam; ", ["Ashish Vaswani", "Noam Shazeer"]),
      ("Vaswani, Ashish", ["Ashish Vaswani"]),
      ("van der Berg, Jan", ["Jan van der Berg"]),
      ("Vaswani, A., Shazeer, N. M.", ["A. Vaswani", "N. M. Shazeer"]),
      ("Vaswani, Ashish and Shazeer, Noam", ["Ashish Vaswani", "Noam Shazeer"]),
      ("A. Vaswani, N. Shazeer and N. Parmar", ["A. Vaswani", "N. Shazeer", "N. Parmar"]),
      ("King, Martin Luther, Jr.", ["Martin Luther King Jr."]),
      ("Tom B. Brown et al. (OpenAI, 31 authors)", ["Tom B. Brown", "et al."]),
      (
        "Jason Wei, Xuezhi Wang, et al. (Google Research, Brain Team)",
        ["Jason Wei", "Xuezhi Wang", "et al."]
      ),
      ("Jacob Devlin, Ming-Wei Chang (Google)", ["Jacob Devlin", "Ming-Wei Chang"]),
      ("OpenAI", ["OpenAI"]), ("Wei & Wang", ["Wei", "Wang"]), ("et al.", []), ("", []),
      ("李明；王伟", ["李明", "王伟"]),
    ])
  func authors(text: String, names: [String]) {
    #expect(RecordAuthors.names(in: text) == names)
  }

  @Test(
    "A year is found in dates of every form",
    arguments: [
      ("2017", 2017), ("2017-06-12", 2017), ("12 June 2017", 2017), ("6/12/2017", 2017),
      ("20170612", 2017), ("June 2017 (NeurIPS 2018)", 2017), ("1497225600", nil), ("12", nil),
      ("", nil), ("99999999", nil), ("0017", nil),
    ] as [(String, Int?)])
  func years(text: String, year: Int?) {
    #expect(PublicationYear.first(in: text) == year)
  }

  @Test(
    "Words, ticks and dates tell a status",
    arguments: [
      ("Read", "", Status.read), ("to-read", "", .queued), ("In progress", "", .reading),
      ("currently-reading", "", .reading), ("Not started", "", nil), ("DNF", "", .skipped),
      ("", "yes", .read), ("", "x", .read), ("", "✓", .read), ("", "2024-05-01", .read),
      ("", "no", nil), ("", "FALSE", nil), ("", "0", nil), ("", "reading", .reading),
      ("", "maybe", nil),
    ] as [(String, String, Status?)])
  func statuses(status: String, finished: String, expected: Status?) {
    let found = RecordMarks.status(status) ?? RecordMarks.finished(finished)
    #expect(found == expected)
  }

  @Test(
    "Ratings of every scale become one to five",
    arguments: [
      ("4", 4), ("4.4", 4), ("8/10", 4), ("3 / 5", 3), ("★★★☆☆", 3), ("0", nil), ("93", nil),
      ("9/5", nil), ("good", nil), ("0.2/1", 1), ("nan", nil),
    ] as [(String, Int?)])
  func ratings(text: String, rating: Int?) {
    #expect(RecordMarks.rating(text) == rating)
  }

  @Test(
    "Markup of titles and notes goes, other brackets stay",
    arguments: [
      ("H<sub>2</sub>O and <i>E. coli</i>", "H2O and E. coli"),
      ("<span class=\"nocase\">BERT</span> &amp; friends", "BERT & friends"),
      ("a < b and <unk>", "a < b and <unk>"),
      ("<p>One.</p><p>Two.</p>", "\n\nOne.\n\n\n\nTwo.\n\n"),
      ("<jats:p>Text</jats:p>", "\n\nText\n\n"), ("&#x41;&#66;&nbsp;&unknown;", "AB &unknown;"),
      ("<i", "<i"), ("<ul><li>a</li></ul>", "\n\n\n- a\n\n"), ("AT&T", "AT&T"), ("<i <b>x", "<i x"),
    ])
  func markup(text: String, plain: String) {
    #expect(MarkupText.plain(text) == plain)
    #expect(MarkupText.plain(MarkupText.escaped(text)) == text)
  }

  @Test("Identifiers are found in extra lines, and other lines stay")
  func extra() {
    let extra = ExtraLines(
      "arXiv: 1706.03762 [cs.CL]\nCitation Key: vaswani\nA remark: good\ntex.x: y")
    #expect(extra.identifiers.map(\.key) == ["arxiv:1706.03762"])
    #expect(extra.remark == "A remark: good")
    #expect(ExtraLines("DOI: 10.1000/1\n_eprint: 2001.00001").identifiers.count == 2)
  }

  @Test(
    "Names of columns are known in any case and punctuation",
    arguments: [
      ("Publication Year", RecordField.year), ("ABSTRACT_NOTE", .abstract),
      ("arXiv ID", .identifier(.arxiv)),
      ("url_pdf", .address), ("Manual Tags", .tags), ("Título", .title), ("标题", .title),
    ])
  func names(name: String, field: RecordField) {
    #expect(RecordName.of(name)?.field == field)
  }

  @Test(
    "Marks of Pandoc go where they come in pairs",
    arguments: [
      ("*Emphasis* and **more**", "Emphasis and more"), ("2 * 3 * 4", "2 * 3 * 4"),
      ("g~1~ and x^2^", "g1 and x2"), ("~10 and ~20", "~10 and ~20"), ("A* search", "A* search"),
    ])
  func pandoc(text: String, plain: String) {
    #expect(PandocText.plain(text) == plain)
  }
}
