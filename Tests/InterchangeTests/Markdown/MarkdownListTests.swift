import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Lists of papers in Markdown")
struct MarkdownListTests {
  private func document(_ text: String) throws -> ParsedDocument {
    try ParsedDocument(
      reading: ImportSource(name: "list.md", data: Data(text.utf8)), with: .markdown)
  }

  private func entries(_ text: String) throws -> [ParsedEntry] {
    try document(text).lists.flatMap(\.sections).flatMap(\.entries)
  }

  private func titles(_ text: String) throws -> [String] { try entries(text).map(\.paper.title) }

  static let readMe = """
    <p align="center">
      <img src="https://img.shields.io/badge/x" alt="badge">
    </p>

    <h1 align="center">Awesome Tiny Models</h1>

    A list of papers on tiny models. [Contributing](CONTRIBUTING.md) welcome!

    ## 📢 News
    - **[2024-05-01]** We added [Some New Paper Title](https://arxiv.org/abs/2401.00099).

    ## Contents
    - [Surveys](#surveys)

    ### Surveys
    - [A Survey of Tiny Models](https://arxiv.org/abs/2401.00001) - Ann Bee, Carl Dee. (2024) [[code](https://github.com/x/tiny)] ![](https://img.shields.io/stars)
    - **[Large Models Considered Harmful](https://arxiv.org/abs/2401.00002v2)** *Ann Bee et al.* ICML 2024. [[pdf]](https://arxiv.org/pdf/2401.00002) [[project]](https://x.github.io/)
    - (ICLR 2024) [Dropout for Dinner](https://openreview.net/forum?id=abcdef1234) [![Stars](https://img.shields.io/github/stars/a/b)](https://github.com/a/b)

    ### Papers
    #### Vision
    * 🔥 [See No Evil: Vision without Eyes](https://arxiv.org/abs/2402.00004), CVPR'24
       * TL;DR: it works
         - and how
    #### Language
    - Speech
      - [Hear Hear: A Speech Model](https://arxiv.org/abs/2402.00006)
    - Text
      - [Read All About It Again](https://arxiv.org/abs/2402.00008)

    ### Tools
    - [tinytool](https://github.com/x/tinytool) - a tool
    - CS101, a course [[web]](https://example.org/cs101)

    ## License
    [CC0](https://creativecommons.org/publicdomain/zero/1.0)
    """

  @Test("A read-me file gives its papers in sections, and the rest is left out by name")
  func readMeFile() throws {
    let document = try document(Self.readMe)
    let list = try #require(document.lists.first)
    #expect(document.lists.count == 1)
    #expect(list.head.title == "Awesome Tiny Models")
    #expect(list.head.introduction.hasPrefix("A list of papers"))
    #expect(
      list.sections.map(\.title) == [
        "Surveys", "Papers / Vision", "Papers / Language / Speech", "Papers / Language / Text",
      ])
    #expect(
      list.sections.flatMap(\.entries).map(\.line) == [16, 17, 18, 22, 27, 29])
    let surveys = list.sections[0].entries.map(\.paper)
    #expect(
      surveys.map(\.title) == [
        "A Survey of Tiny Models", "Large Models Considered Harmful", "Dropout for Dinner",
      ])
    #expect(surveys[0].authors == ["Ann Bee", "Carl Dee"])
    #expect(surveys[0].year == 2024)
    #expect(surveys[0].links.map(\.kind) == [.paper, .code])
    #expect(surveys[1].authors == ["Ann Bee", "et al."])
    #expect(surveys[1].venue == "ICML 2024")
    #expect(surveys[1].identifiers.map(\.key) == ["arxiv:2401.00002"])
    #expect(surveys[2].venue == "ICLR 2024")
    #expect(surveys[2].links.map(\.kind) == [.paper, .code])
    #expect(list.sections[0].entries.allSatisfy { $0.remark.isEmpty })
    let vision = list.sections[1].entries[0]
    #expect(vision.paper.year == 2024)
    #expect(vision.remark == "* TL;DR: it works\n  - and how")
    #expect(document.leftOut.map(\.line) == [2, 9, 12, 32, 35])
  }

  @Test("Bold links with notes below give entries with the notes as they stand")
  func notes() throws {
    let found = try entries(
      """
      [**Tiny Models, Big Hopes**](https://arxiv.org/pdf/2501.00001)
      - Problem
          - they are ~5 times smaller
       - 1. odd indentation
          2. and a number

      - *Solution*


      [**Tiny Models, Big Hopes**](https://arxiv.org/pdf/2501.00002)
      - other notes, see [Some Other Work](https://example.org/a)
      """)
    #expect(found.map(\.line) == [1, 10])
    #expect(
      found.flatMap(\.paper.identifiers).map(\.key) == ["arxiv:2501.00001", "arxiv:2501.00002"])
    #expect(
      found.first?.remark == """
        - Problem
            - they are ~5 times smaller
         - 1. odd indentation
            2. and a number

        - *Solution*
        """)
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
    ])
  func lines(text: String, title: String, authors: String) throws {
    let found = try entries(text)
    #expect(found.map(\.paper.title) == [title])
    #expect(found.first?.paper.authors.joined(separator: "; ") == authors)
    #expect(found.first?.paper.identifiers.map(\.key) == ["arxiv:2501.00001"])
    #expect(found.first?.remark == "" || text.contains("🔒"))
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

  @Test("HTML lists, tables and folded parts are read like those of Markdown")
  func html() throws {
    let document = try document(
      """
      # List
      <details open>
      <summary><b>2024</b></summary>

      * <b>Paper in HTML Two</b> <a href="https://arxiv.org/pdf/2401.00012">[pdf]</a>

      </details>

      <ul>
      <li><a href="https://arxiv.org/abs/2401.00013">Paper in HTML Three</a></li>
      <li><a href="https://arxiv.org/abs/2401.00014">Paper in HTML Four</a> &ndash; good</li>
      </ul>

      <table>
      <tr><th>Title</th><th>Link</th></tr>
      <tr><td>Paper in HTML Five</td><td><a href="https://arxiv.org/abs/2401.00015">link</a></td></tr>
      </table>
      """)
    let found = document.lists.flatMap(\.sections).flatMap(\.entries)
    #expect(found.map(\.line) == [5, 10, 11, 16])
    #expect(
      found.flatMap(\.paper.identifiers).map(\.value) == [
        "2401.00012", "2401.00013", "2401.00014", "2401.00015",
      ])
    #expect(document.lists.first?.sections.map(\.title) == ["2024"])
  }

  @Test("Weeks in the title make a weekly list, and weeks in headings a list each")
  func weeks() throws {
    let one = try document(
      "# Papers of the Week (July 7 - July 13, 2025)\n\n1. [Tiny Models](https://arxiv.org/abs/2507.00001) — yes\n"
    )
    #expect(one.lists.first?.head.kind == .weekly)
    #expect(one.lists.first?.head.period == "2025-07-07/2025-07-13")
    let year = try document(
      """
      # Papers — 2024
      ## Top Papers (December 23 - December 29)
      - [Tiny Models](https://arxiv.org/abs/2412.00001)
      ## Top Papers (December 16 - December 22)
      - [Big Models](https://arxiv.org/abs/2412.00002)
      """)
    #expect(year.lists.map(\.head.issued) == ["2024-12-29", "2024-12-22"])
    #expect(year.lists.map(\.count) == [1, 1])
  }

  @Test("Lines in bold above lists are sections, and stories lead to the work they speak of")
  func labelsAndStories() throws {
    let grouped = try document(
      """
      **Week 1**

      [Tiny Models](https://arxiv.org/abs/2501.00001)
      Bee et al., ICML 2017

      *(Week 2)*
      - Kaplan et al. (2020). Laws of Models. arXiv:2001.08361.
      """)
    #expect(grouped.lists.first?.sections.map(\.title) == ["Week 1", "Week 2"])
    let letter = try document(
      """
      ---
      title: 'Letter 5: it''s
        here'
      date: '2025-12-15T12:03:26'
      ---

      Welcome! Please subscribe.

      **Robots walk:**
      *…and run…*

      They run, see [an older letter](https://example.org/4)

      for how. The [card](https://example.org/card.pdf)

      says so.

      **Read more:**

      [Running Robots at Home (arXiv)](https://arxiv.org/abs/2501.00001)

      .

      \\*\\*\\*
      """)
    #expect(letter.lists.first?.head.title == "Letter 5: it's here")
    #expect(letter.lists.first?.head.issued == "2025-12-15")
    let found = letter.lists.flatMap(\.sections).flatMap(\.entries)
    #expect(found.map(\.paper.title) == ["Running Robots at Home"])
    #expect(found.first?.line == 20)
    #expect(found.first?.remark.hasPrefix("**Robots walk:**\n*…and run…*") == true)
    #expect(found.first?.remark.hasSuffix("says so.") == true)
  }

  @Test("Lists without any link are titles; prose and legends are none")
  func plain() throws {
    #expect(
      try titles("# To read\n* Tiny Models of All\n* Big Models of All\n") == [
        "Tiny Models of All", "Big Models of All",
      ])
    let prose = try document(
      "# Program\n\nIt reads [files](https://example.org/a) quickly. See the [paper](https://arxiv.org/abs/2501.00001).\n\n- From outline to detail.\n"
    )
    #expect(prose.count == 0)
    #expect(prose.warnings.count == 1)
  }

  @Test(
    "A document is recognised by its links and headings",
    arguments: [
      (readMe, Likelihood.likely),
      ("[**Tiny Models**](https://arxiv.org/pdf/2501.00001)\n- a\n", .likely),
      ("# Program\n\nText.\n", .possible), ("Dear all,\nlunch is at noon.", .none),
      ("@article{a,\n  title = {T}\n}", .none), ("{\"a\": 1}", .none), ("<html><body>", .none),
      ("TY  - JOUR\nTI  - T\n", .none), ("", .none),
    ])
  func likelihood(text: String, expected: Likelihood) {
    let source = ImportSource(name: "a.md", data: Data(text.utf8))
    #expect(Importer.markdown.likelihood(source, source.sample) == expected)
  }

  @Test("Line ends of every kind count")
  func lineEnds() throws {
    let lines = Self.readMe.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try document(Self.readMe)
    #expect(try document(lines.joined(separator: "\r\n")) == expected)
    #expect(try document(lines.joined(separator: "\r")) == expected)
  }

  @Test("What the receiver throws goes through at once")
  func stopping() {
    struct Stop: Error {}
    var count = 0
    #expect(throws: Stop.self) {
      try Importer.markdown.read(ImportSource(name: "", data: Data(Self.readMe.utf8))) { part in
        guard case .entry = part else { return }
        count += 1
        if count == 2 { throw Stop() }
      }
    }
    #expect(count == 2)
  }
}
