import Interchange
import ReadingModel
import Testing

@Suite("BibTeX export")
struct BibTeXTests {
  private func listed(_ paper: Paper, id: Int64 = 1) -> ListedPaper {
    ListedPaper(
      id: PaperID(rawValue: id), key: paper.key, paper: paper,
      progress: Progress(status: .read, pass: 2, rating: 5), tags: ["mine"], position: 1,
      remark: "a remark")
  }

  private func field(_ name: String, of paper: Paper) -> String? {
    let start = "  \(name) = {"
    return BibTeX.print([listed(paper)]).split(separator: "\n")
      .first { $0.hasPrefix(start) }
      .map { line in
        let value = line.dropFirst(start.count)
        return String(value.hasSuffix("},") ? value.dropLast(2) : value.dropLast())
      }
  }

  @Test("A paper has its facts and nothing of the reader's")
  func entry() {
    let paper = Paper(
      title: "Attention Is All You Need", shortName: "Transformer",
      authors: ["Ashish Vaswani", "Noam Shazeer", Paper.otherAuthors], year: 2017,
      venue: "NeurIPS 2017",
      identifiers: [
        Identifier(canonical: "1706.03762", scheme: .arxiv),
        Identifier(canonical: "10.1000/a_b", scheme: .doi),
      ],
      links: [Link(kind: .paper, url: "https://arxiv.org/abs/1706.03762")])
    #expect(
      BibTeX.print([listed(paper)]) == """
        @inproceedings{vaswani2017attention,
          title = {Attention {Is} {All} {You} {Need}},
          author = {Ashish Vaswani and Noam Shazeer and others},
          year = {2017},
          booktitle = {NeurIPS 2017},
          doi = {10.1000/a_b},
          eprint = {1706.03762},
          archivePrefix = {arXiv},
          url = {https://arxiv.org/abs/1706.03762}
        }

        """)
  }

  @Test(
    "The venue decides the type",
    arguments: [
      ("ICLR 2023", "@inproceedings"), ("ACL 2025 Findings", "@inproceedings"),
      ("Proceedings of X", "@inproceedings"), ("JMLR 2022", "@article"),
      ("Neural Computation 3(1)", "@article"), (nil, "@misc"),
    ] as [(String?, String)])
  func types(venue: String?, type: String) {
    #expect(BibTeX.print([listed(Paper(title: "T", venue: venue))]).hasPrefix(type + "{t,"))
  }

  @Test(
    "Titles keep their capitals and their characters",
    arguments: [
      ("Scaling laws", "Scaling laws"), ("BERT: Pre-training", "{BERT:} {Pre-training}"),
      ("iPhone and GPT-3", "{iPhone} and {GPT-3}"),
      ("50% of #1 & $x_i$", "50\\% of \\#1 \\& \\$x\\_i\\$"),
      (
        "a{b}\\c~d^e",
        "a\\textbraceleft{}b\\textbraceright{}\\textbackslash{}c\\textasciitilde{}d\\textasciicircum{}e"
      ),
      ("Œuvre naïve 注意", "Œuvre naïve 注意"), ("a \u{1B}[31mred", "a red"),
    ])
  func titles(title: String, value: String) {
    #expect(field("title", of: Paper(title: title)) == value)
  }

  @Test(
    "Names that BibTeX would take apart stand in braces",
    arguments: [
      (["Ni, J.", "A"], "Ni, J. and A"), (["Kimi Team"], "{Kimi Team}"),
      (["Hugging Face"], "{Hugging Face}"), (["Simon and Schuster"], "{Simon and Schuster}"),
      (["Others"], "{Others}"), (["a, b, c, d"], "{a, b, c, d}"), (["OpenAI"], "OpenAI"),
      (["Fernando Orlando"], "Fernando Orlando"),
    ])
  func authors(names: [String], value: String) {
    #expect(field("author", of: Paper(title: "T", authors: names)) == value)
  }

  @Test("Addresses stand as they are, but cannot close a field")
  func addresses() {
    let paper = Paper(title: "T", links: [Link(kind: .paper, url: "https://a.org/x_y%20{}\\?b#c~")])
    #expect(field("url", of: paper) == "https://a.org/x_y%20%7B%7D%5C?b#c~")
  }

  @Test("Citation keys are unique and do not depend on the order")
  func keys() {
    func paper(_ title: String, _ author: String, _ doi: String) -> ListedPaper {
      listed(
        Paper(
          title: title, authors: [author], year: 2020,
          identifiers: [Identifier(canonical: doi, scheme: .doi)]))
    }
    let papers = [
      paper("On the Way", "Jürgen Łukasz", "10.1000/3"),
      paper("Way Home", "Łukasz, J.", "10.1000/1"),
      paper("A Way", "Lukasz", "10.1000/2"), paper("WayB", "Lukasz", "10.1000/0"),
      paper("注意", "張偉", "10.1000/5"), paper("The", "Lukasz", "10.1000/6"),
    ]
    func keys(_ papers: [ListedPaper]) -> [String: String] {
      let text = BibTeX.print(papers)
      let heads = text.split(separator: "\n").filter { $0.hasPrefix("@") }
        .map { String($0.dropFirst("@misc{".count).dropLast()) }
      return Dictionary(uniqueKeysWithValues: zip(papers.map(\.key), heads))
    }
    let expected = [
      "doi:10.1000/0": "lukasz2020wayb", "doi:10.1000/1": "lukasz2020way",
      "doi:10.1000/2": "lukasz2020wayc", "doi:10.1000/3": "lukasz2020wayd",
      "doi:10.1000/5": "2020", "doi:10.1000/6": "lukasz2020the",
    ]
    #expect(keys(papers) == expected)
    #expect(keys(papers.reversed()) == expected)
    let many = (0..<60).map { paper("Way", "Lukasz", "10.1000/x\($0)") }
    #expect(Set(keys(many).values).count == 60)
  }
}
