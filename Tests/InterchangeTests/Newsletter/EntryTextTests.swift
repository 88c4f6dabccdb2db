import ReadingModel
import Testing

@testable import Interchange

@Suite("Facts in the text of entries")
struct EntryTextTests {
  @Test(
    "Lists of authors are read as names",
    arguments: [
      ("G. Hinton et al.", ["G. Hinton", "et al."]),
      ("Cortes and Vapnik", ["Cortes", "Vapnik"]),
      ("LeCun, Bottou, Bengio, and Haffner", ["LeCun", "Bottou", "Bengio", "Haffner"]),
      (
        "LeCun, Yann, Yoshua Bengio, and Geoffrey Hinton",
        ["Yann LeCun", "Yoshua Bengio", "Geoffrey Hinton"]
      ),
      (
        "Hinton, Geoffrey E., and Ruslan R. Salakhutdinov",
        ["Geoffrey E. Hinton", "Ruslan R. Salakhutdinov"]
      ),
      (
        "by Aäron van den Oord; Jean-Baptiste Alayrac",
        ["Aäron van den Oord", "Jean-Baptiste Alayrac"]
      ),
      ("Denny Zhou, Ed Chi.", ["Denny Zhou", "Ed Chi"]),
    ])
  func authors(text: String, names: [String]) {
    #expect(AuthorNames.read(text) == names)
  }

  @Test(
    "Other words are no authors",
    arguments: [
      "", "Transformer", "a new model, and more", "Layer 2 and Layer 3",
      "presents a survey of models",
      "See https://example.org", "One Two Three Four Five Six Seven",
    ])
  func noAuthors(text: String) {
    #expect(AuthorNames.read(text) == nil)
  }

  @Test(
    "Brackets behind a title hold authors, year and venue",
    arguments: [
      ("Vaswani et al., 2017", ["Vaswani", "et al."], 2017, nil),
      ("Yao et al., 2022 / ICLR 2023", ["Yao", "et al."], 2022, "ICLR 2023"),
      ("2022/NeurIPS 2023", [], 2022, "NeurIPS 2023"), ("2016", [], 2016, nil),
      ("NeurIPS 2017", [], 2017, "NeurIPS 2017"), ("Jan 2017", [], 2017, nil),
      ("Mistral AI, 2024", ["Mistral AI"], 2024, nil),
    ] as [(String, [String], Int, String?)])
  func citations(text: String, authors: [String], year: Int, venue: String?) {
    let citation = Citation(text)
    #expect(citation?.authors == authors)
    #expect(citation?.year == year)
    #expect(citation?.venue == venue)
  }

  @Test(
    "Other brackets are no citations",
    arguments: [
      "RAG", "even though most are decoder-only.", "arXiv:2401.12345", "v2 of 2017 models", "",
    ])
  func noCitations(text: String) {
    #expect(Citation(text) == nil)
  }

  @Test(
    "Weeks are read from titles",
    arguments: [
      ("Papers for the Week from 24/02 to 01/03", 2025, "2025-02-24/2025-03-01"),
      (
        "Top AI Papers of the Week (December 23 - December 29) - 2024", nil, "2024-12-23/2024-12-29"
      ),
      ("Papers (July 7 - 13, 2025)", nil, "2025-07-07/2025-07-13"),
      ("Papers of 7–13 July 2025", nil, "2025-07-07/2025-07-13"),
      ("Week 2025-02-24 – 2025-03-02", nil, "2025-02-24/2025-03-02"),
      ("Dec 30, 2024 - Jan 5, 2025", nil, "2024-12-30/2025-01-05"),
      ("December 30 - January 5, 2025", nil, "2024-12-30/2025-01-05"),
      ("The week of March 3rd to March 9th 2025", nil, "2025-03-03/2025-03-09"),
    ] as [(String, Int?, String)])
  func weeks(title: String, year: Int?, period: String) {
    let dates = WeekDates(title: title, year: year)
    #expect(dates?.period == period)
    #expect(dates?.issued == period.split(separator: "/").last.map { String($0) })
  }

  @Test(
    "One day counts with the word week, and other numbers are no dates",
    arguments: [
      ("Week of March 3, 2025", "2025-03-03"), ("The state of 3/4 of 2025", nil),
      ("Papers of 2024", nil), ("From 24/02 to 01/09 2025", nil),
      ("Week of February 30, 2025", nil),
      ("32 private links", nil), ("", nil), ("2506.09040 - 2506.09041", nil),
    ] as [(String, String?)])
  func singleDays(title: String, issued: String?) {
    #expect(WeekDates(title: title)?.issued == issued)
  }

  @Test(
    "The words on a link are labels or a title",
    arguments: [
      ("pdf", LinkLabel.work), ("[Paper]", .work), ("@IEEE", .work), ("📄", .work), ("here", .work),
      ("arXiv link", .work), ("1706.03762", .work), ("https://arxiv.org/abs/1", .work),
      ("GitHub Repo", .companion), ("project page", .page), ("web", .page),
      ("Official Code", .companion),
      ("Attention Is All You Need", .title), ("BERT", .title), ("Switch Transformers", .title),
      ("注意力", .title),
    ])
  func labels(text: String, label: LinkLabel) {
    #expect(LinkLabel(text) == label)
  }

  @Test("TeX escapes and quotes become the signs they stand for")
  func tex() {
    #expect(TeXEscapes.plain("the \\#1 of ``a'' and ``b’’, 5\\%") == "the #1 of “a” and “b”, 5%")
    #expect(TeXEscapes.plain("it's ```code``` \\alpha") == "it's ```code``` \\alpha")
  }
}
