import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Lines of Markdown lists")
struct MarkdownEntryTests: MarkdownReading {
  @Test(
    "A date that ends a title is no part of it",
    arguments: [
      ("Tiny Models, 2023.", "Tiny Models", 2023, nil),
      ("Tiny Models, 2023.10.", "Tiny Models", 2023, nil),
      ("Tiny Models. 2023-10", "Tiny Models", 2023, nil),
      ("Tiny Models, Oct 2023", "Tiny Models", 2023, nil),
      ("Tiny Models, ICML 2023.", "Tiny Models", 2023, "ICML 2023"),
      ("Tiny Models for 2023", "Tiny Models for 2023", nil, nil),
      ("Tiny Models, Seen in 2023", "Tiny Models, Seen in 2023", nil, nil),
      ("Models, 2023", "Models, 2023", nil, nil),
    ] as [(String, String, Int?, String?)])
  func dateBehindTitle(text: String, title: String, year: Int?, venue: String?) throws {
    let line = "- \(text) [paper](https://arxiv.org/abs/2310.00013) [code](https://github.com/a/b)"
    let paper = try #require(entries(line).first?.paper)
    #expect(paper.title == title)
    #expect(paper.year == year)
    #expect(paper.venue == venue)
  }

  @Test(
    "One line of a list is taken apart",
    arguments: [
      ("- [ ] Tiny Models: https://arxiv.org/abs/2501.00001", "Tiny Models", ""),
      ("- Tiny Models (arXiv:2501.00001)", "Tiny Models", ""),
      ("- Tiny Models, Bee et al. 2020 [arXiv:2501.00001]", "Tiny Models", "Bee; et al."),
      (
        "- Paper: [Tiny Models][ref] by Bee et al. (2020)\n\n[ref]: https://arxiv.org/abs/2501.00001",
        "Tiny Models", "Bee; et al."
      ),
      (
        "- Bee et al. [Tiny and Small Models](https://arxiv.org/abs/2501.00001). NIPS 2017.",
        "Tiny and Small Models", "Bee; et al."
      ),
      (
        "- Bee, Ann, and Carl Dee. \"**Tiny Models**.\" Nature 5 (2015): 1-9. [[pdf]](https://arxiv.org/pdf/2501.00001)",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
      (
        "- Bee, A., Dee, C. (2020). Tiny: A Model. https://arxiv.org/abs/2501.00001",
        "Tiny: A Model",
        "A. Bee; C. Dee"
      ),
      (
        "- **Tiny Models** (2014), A. Bee and C. Dee [[pdf]](https://arxiv.org/pdf/2501.00001)",
        "Tiny Models", "A. Bee; C. Dee"
      ),
      (
        "- Tiny Models (2014), A. Bee et al. [[pdf]](https://arxiv.org/pdf/2501.00001)",
        "Tiny Models",
        "A. Bee; et al."
      ),
      (
        "- **Tiny Models (1999)**, Bee, [@IEEE](https://arxiv.org/abs/2501.00001) 🔒.",
        "Tiny Models", "Bee"
      ),
      (
        "- See also: **Tiny Models (1999)**, Bee and Dee, [@x](https://arxiv.org/abs/2501.00001)",
        "Tiny Models", "Bee; Dee"
      ),
      (
        "- *Tiny Models with Selective State*, Ann Bee and Carl Dee, 2023. [[arXiv](https://arxiv.org/abs/2501.00001)]",
        "Tiny Models with Selective State", "Ann Bee; Carl Dee"
      ),
      ("- 📄 [Paper] [Tiny Models](https://arxiv.org/abs/2501.00001)", "Tiny Models", ""),
      (
        "- [2024/03] **Tiny Models**, Ann Bee, Carl Dee, arXiv. [[Paper]](https://arxiv.org/abs/2501.00001)",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
      (
        "- [Tiny Models](https://arxiv.org/abs/2501.00001) &ndash; Ann Bee &amp; Carl Dee",
        "Tiny Models",
        "Ann Bee; Carl Dee"
      ),
      (
        "- <a href=\"https://arxiv.org/abs/2501.00001\">Tiny Models</a><br><em>Ann Bee, Carl Dee</em>",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
      (
        "1. **Tiny Models**\n\n   *Ann Bee, Carl Dee.* [[abs](https://arxiv.org/abs/2501.00001)], ICML 2022",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
      ("- ~~[Tiny Models](https://arxiv.org/abs/2501.00001)~~", "Tiny Models", ""),
      (
        "- (*2023.05*) [**Tiny Models**](https://arxiv.org/abs/2501.00001) - *Ann Bee, Carl Dee*",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
      (
        "- [arXiv 2024.04] **Tiny Models** [[paper](https://arxiv.org/abs/2501.00001)]",
        "Tiny Models", ""
      ),
      ("- 【CVPR 2025】Tiny Models：https://arxiv.org/abs/2501.00001", "Tiny Models", ""),
      (
        "- 1 Jan, *Tiny Models of Things*, https://arxiv.org/abs/2501.00001",
        "Tiny Models of Things", ""
      ),
      ("- 2024-01-02: Tiny Models, https://arxiv.org/abs/2501.00001", "Tiny Models", ""),
      (
        "- [Tiny Models](https://arxiv.org/abs/2501.00001) (Bee et al., ICML 2023)", "Tiny Models",
        "Bee; et al."
      ),
      (
        "- \"Tiny Models\", Bee et al. 2017. https://arxiv.org/abs/2501.00001", "Tiny Models",
        "Bee; et al."
      ),
      (
        "- 'Tiny Models' (Bee & Dee, 2014): https://arxiv.org/abs/2501.00001", "Tiny Models",
        "Bee; Dee"
      ),
      (
        "- Tiny Models, *NeurIPS 2017*, [link](https://arxiv.org/abs/2501.00001)", "Tiny Models", ""
      ),
      (
        "- Tiny Models Are Quick, *arXiv*, [link](https://arxiv.org/abs/2501.00001)",
        "Tiny Models Are Quick", ""
      ),
      ("- [ICLR'25] [**Tiny Models**](https://arxiv.org/abs/2501.00001)", "Tiny Models", ""),
      ("- [[2501.00001] Tiny Models](https://arxiv.org/abs/2501.00001)", "Tiny Models", ""),
      (
        "- **Tiny Models**. A. Bee et al. ICLR 2020. [[pdf](https://arxiv.org/abs/2501.00001)]",
        "Tiny Models", "A. Bee; et al."
      ),
      (
        "- Bee AB, Dee C, et al. Tiny Models. *Things*. 2020;12(3):4-7. https://arxiv.org/abs/2501.00001",
        "Tiny Models", "AB Bee; C Dee; et al."
      ),
      (
        "- [[@bee2025|Tiny Models: A Study]] https://arxiv.org/abs/2501.00001",
        "Tiny Models: A Study", ""
      ),
      ("- Tiny Models（论文/代码） https://arxiv.org/abs/2501.00001", "Tiny Models", ""),
      (
        "- **TM**: \"Tiny Models\". *Ann Bee et al.* NeurIPS 2023. [[Paper](https://arxiv.org/abs/2501.00001)]",
        "Tiny Models", "Ann Bee; et al."
      ),
      (
        "1. Tiny Models\n   Ann Bee, Carl Dee\n   https://arxiv.org/abs/2501.00001",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
      (
        "1. 《Tiny Models》\n   作者：Ann Bee, Carl Dee\n   论文链接：https://arxiv.org/abs/2501.00001",
        "Tiny Models", "Ann Bee; Carl Dee"
      ),
    ])
  func lines(text: String, title: String, authors: String) throws {
    let found = try entries(text)
    #expect(found.map(\.paper.title) == [title])
    #expect(found.first?.paper.authors.joined(separator: "; ") == authors)
    #expect(found.first?.paper.identifiers.map(\.key) == ["arxiv:2501.00001"])
    #expect(found.first?.remark == "" || text.contains("🔒"))
  }

  @Test(
    "Words before a task say how far it is",
    arguments: [
      ("TODO [Tiny Models](URL)", "Tiny Models", nil),
      ("DONE [Tiny Models](URL)", "Tiny Models", .read),
      ("DOING **Tiny Models** URL", "Tiny Models", .reading),
      ("NOW [Tiny Models](URL)", "Tiny Models", .reading),
      ("CANCELED [Tiny Models](URL)", "Tiny Models", .skipped),
      ("TODO Tiny Models, URL", "Tiny Models", nil), ("NOW and Then, URL", "NOW and Then", nil),
    ] as [(String, String, Status?)])
  func tasks(text: String, title: String, status: Status?) throws {
    let found = try entries("- " + text.replacing("URL", with: "https://arxiv.org/abs/2501.00001"))
    #expect(found.map(\.paper.title) == [title] && found.map(\.marks.status) == [status])
  }

  @Test("Headings with their facts in lines of labels below are the entries")
  func labelledFacts() throws {
    let found = try entries(
      """
      # Notes

      ## Tiny Models

      - **Authors:** Ann Bee, Carl Dee
      - **Year:** 2025
      - **Link:** https://arxiv.org/abs/2501.00001
      - **Summary:** They are small.

      ## Small Models

      - **Authors:** Eve Eff
      - **Link:** https://arxiv.org/abs/2501.00002
      """)
    #expect(found.map(\.paper.title) == ["Tiny Models", "Small Models"])
    #expect(found.map(\.paper.authors) == [["Ann Bee", "Carl Dee"], ["Eve Eff"]])
    #expect(found.map { $0.paper.identifiers.count } == [1, 1])
    #expect(found[0].paper.year == 2025 && found[0].remark == "- **Summary:** They are small.")
  }

  @Test("A reference with authors and a year is an entry without a link, too")
  func unlinkedReference() throws {
    let found = try entries(
      """
      1. Bee, A., Dee, C., et al. (2017). Tiny models are all. *Neural Things*, 30.
      2. Eff, E. (2019). Small models at home. https://arxiv.org/abs/2501.00001
      """)
    #expect(found.map(\.paper.title) == ["Tiny models are all", "Small models at home"])
    #expect(found.map(\.paper.year) == [2017, 2019])
  }

  @Test("What a read-me shows as code does not make BibTeX of it")
  func codeInReadMe() throws {
    let text = """
      # Tiny models

      ```bibtex
      @article{bee, title={Tiny Models}, year={2025}}
      ```

      - [Small Models at Home](https://arxiv.org/abs/2501.00001)
      """
    let source = ImportSource(name: "README.md", data: Data(text.utf8))
    #expect(Importers.importer(for: source)?.name == "markdown")
  }

  @Test("What follows a dash or colon is the remark, with its links and marks")
  func remarks() throws {
    let found = try entries(
      """
      1. [x] **[Tiny Models](https://arxiv.org/abs/2501.00001):** tiny\\* (\\*also *small*) [notes](notes/a.md)
      2. [ ] [Big Models](https://arxiv.org/abs/2501.00002) - beats [ReAct](https://arxiv.org/abs/2210.03629) at acting ([code](https://github.com/a/b))
      3. [ ]
      4. [x] [Huge Models](https://arxiv.org/abs/2501.00003)

         More on this.
      """)
    #expect(found.map(\.marks.status) == [.read, nil, nil, .read])
    #expect(
      found.map(\.remark) == [
        "tiny\\* (\\*also *small*) [notes](notes/a.md)",
        "beats [ReAct](https://arxiv.org/abs/2210.03629) at acting", "", "More on this.",
      ])
    #expect(found[1].paper.identifiers.map(\.key) == ["arxiv:2501.00002"])
    #expect(found[1].paper.links.map(\.kind) == [.paper, .code])
    #expect(found.map(\.paper.hasWorkingTitle) == [false, false, true, false])
  }

  @Test("Tables are read by their headings, with or without a column of titles")
  func tables() throws {
    let document = try document(
      """
      # Papers

      | Year | Title | Authors | Venue | Link | Code | Notes |
      |------|:-----:|---------|-------|------|------|------|
      | 2017 | Tiny Models | Bee, Ann; Dee, Carl | NeurIPS | [arXiv](https://arxiv.org/abs/2501.00001) | [GitHub](https://github.com/a/b) | the *original* |

      | **Paper** | **Links** |
      |---|---|
      | 1) **Big Models** - they run. | [Paper](https://arxiv.org/abs/2501.00002), [Tweet](https://x.com/a/status/1) |

      | Model | MMLU |
      |---|---|
      | GPT-4 | 86.4 |

      | a | b |
      |---|---|
      | [Huge Models Are Heavy](https://arxiv.org/abs/2501.00003) | Dee |
      """)
    let found = document.lists.flatMap(\.sections).flatMap(\.entries)
    #expect(found.map(\.paper.title) == ["Tiny Models", "Big Models", "Huge Models Are Heavy"])
    #expect(found[0].paper.authors == ["Ann Bee", "Carl Dee"])
    #expect(found[0].paper.year == 2017)
    #expect(found[0].paper.venue == "NeurIPS")
    #expect(found[0].paper.links.map(\.kind) == [.paper, .code])
    #expect(found[0].remark == "the *original*")
    #expect(found[1].remark == "they run.")
    #expect(found[1].paper.links.map(\.kind) == [.paper, .page])
    #expect(document.leftOut.map(\.line) == [13])
  }

  @Test("Headings stand for papers where links and facts follow each of them")
  func headings() throws {
    let found = try entries(
      """
      # My notes

      ## Tiny Models of All
      *Bee et al., 2017* · [Paper](https://arxiv.org/abs/2501.00001) · [Code](https://github.com/a/b)

      Good.

      ### Details
      More.

      ## Big Models of All
      - **Authors**: Ann Bee, Carl Dee
      - **Paper**: https://arxiv.org/abs/2501.00002
      - **Year**: 2018
      - Summary: they run.
      """)
    #expect(found.map(\.paper.title) == ["Tiny Models of All", "Big Models of All"])
    #expect(found.map(\.paper.year) == [2017, 2018])
    #expect(found.map(\.paper.authors.count) == [2, 2])
    #expect(found[0].remark == "Good.\n\n### Details\nMore.")
    #expect(found[1].remark == "- Summary: they run.")
    #expect(
      try titles(
        "# [Tiny Models](https://arxiv.org/abs/2501.00001)\n\n_May 2020_\n\n#### Ideas\n- a [b c d](https://arxiv.org/abs/2501.00002)\n"
      ) == ["Tiny Models"])
  }

  @Test("Several papers on one line are several entries, and a bare address needs a title")
  func several() throws {
    let found = try entries(
      """
      - [First Paper of Many](https://arxiv.org/abs/2301.00001), [Second Paper of Many](https://arxiv.org/abs/2301.00002) and [Third Paper of Many](https://arxiv.org/abs/2301.00003)
      - https://arxiv.org/abs/2301.00004
      - [Fifth Paper of Many](https://arxiv.org/abs/2301.00005) improves on [Sixth Paper of Many](https://arxiv.org/abs/2301.00006)
      """)
    #expect(
      found.flatMap(\.paper.identifiers).map(\.value) == [
        "2301.00001", "2301.00002", "2301.00003", "2301.00004", "2301.00005",
      ])
    #expect(found[3].paper.hasWorkingTitle)
  }
}
