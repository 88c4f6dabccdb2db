import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Lists of papers in Markdown")
struct MarkdownListTests: MarkdownReading {
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
