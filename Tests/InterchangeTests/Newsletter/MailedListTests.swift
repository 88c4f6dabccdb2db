import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Lists that come by mail")
struct MailedListTests {
  private func keys(_ read: ParsedDocument) -> [[String]] {
    read.entries.map { [$0.paper.title] + $0.paper.identifiers.map(\.key) }
  }

  @Test("Authors and where they work may stand between a title and its address")
  func authorsBetween() throws {
    let found = try read(
      """
      Our Letter

      Tiny Models in the Wild
      Ann Bee, Carl Dee (A University)
      https://arxiv.org/abs/2501.00001

      Small Models at Home
      Eve Eff (A Firm)
      https://arxiv.org/abs/2501.00002

      "Models on Paper" by Gee et al. (https://arxiv.org/abs/2501.00003)
      """, as: "newsletter")
    #expect(
      keys(found) == [
        ["Tiny Models in the Wild", "arxiv:2501.00001"],
        ["Small Models at Home", "arxiv:2501.00002"], ["Models on Paper", "arxiv:2501.00003"],
      ])
    #expect(
      found.entries.map(\.paper.authors) == [
        ["Ann Bee", "Carl Dee"], ["Eve Eff"], ["Gee", Paper.otherAuthors],
      ])
  }

  @Test("A line behind a story points to its work")
  func pointers() throws {
    let text = """
      Our Letter 12: Small things

      Welcome to our letter about small things.

      Small models learn in many places:
      …They have laws of their own…
      People of a firm tell how they did it.
      Read more: Tiny Models in Many Places: Laws and Limits (arXiv).

      ***

      Questions that nobody answers:
      A group has written five hundred.
      Why this matters: Others will be harder.
      Read the research paper here: Five Hundred Questions for Small Models (arXiv, PDF).
      Get the dataset here: Questions (HuggingFace).

      ***

      A tale:
      The machine slept.

      Thanks for reading!
      """
    let found = try read(text)
    #expect(
      found.entries.map(\.paper.title) == [
        "Tiny Models in Many Places: Laws and Limits", "Five Hundred Questions for Small Models",
      ])
    let remark = try #require(found.entries.last?.remark)
    #expect(remark.hasPrefix("Questions that nobody answers:"))
    #expect(remark.hasSuffix("Get the dataset here: Questions (HuggingFace)."))
    #expect(
      found.leftOut.map(\.message).suffix(3) == [
        "A tale:", "The machine slept.", "Thanks for reading!",
      ])
  }

  @Test("Numbers in brackets lead to the addresses at the end of a mail")
  func references() throws {
    let found = try read(
      """
      Our Weekly 2025-03-14

      Sign up [1] | Online [2]

      TOGETHER WITH A COMPANY [3]

      THE QUICKEST WAY TO LOG IN (SPONSOR) [3]

      A Company has a service that logs people in. Try it for nothing [3].

      🚀
      NEWS

      TINY MODELS, A REPORT (12 MINUTE READ) [4]

      Models of few parameters are told of.

      🧠
      RESEARCH

      SMALL MODELS WITHOUT NORMS (GITHUB REPO) [5]

      Their layers have none.

      Get free shirts for your friends with your referral link!

      Links:
      ------
      [1] https://example.org/join
      [2] https://example.org/online
      [3] https://example.com/?utm_source=weekly
      [4] https://arxiv.org/abs/2501.00001?utm_source=weekly
      [5] https://github.com/example/norms?utm_source=weekly
      """, as: "newsletter")
    #expect(
      keys(found) == [
        ["TINY MODELS, A REPORT", "arxiv:2501.00001"],
        ["SMALL MODELS WITHOUT NORMS", "url:https://github.com/example/norms"],
      ])
    #expect(found.lists.flatMap(\.sections).map(\.title) == ["NEWS", "RESEARCH"])
    #expect(
      found.entries.map(\.remark) == [
        "Models of few parameters are told of.", "Their layers have none.",
      ])
    #expect(found.leftOut.contains { $0.message.hasPrefix("THE QUICKEST WAY") })
  }

  @Test("A line of authors, venue and year marks the title above it")
  func bylines() throws {
    let text = """
      [PDF] Tiny models in the wild
      A Bee, C Dee… - arXiv preprint arXiv …, 2025
      We look at models that are small. They …
      <https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2501.00001&hl=en&sa=X>

      [HTML] Small models at home
      E Eff - Journal of Things, 2024 - Publisher
      Homes have few machines …
      <https://scholar.google.com/scholar_url?url=https://example.org/home&hl=en>

      This message was sent because you follow new results.
      Cancel alert: https://scholar.google.com/scholar_alerts?view_op=cancel
      """
    #expect(
      Importers.importer(for: ImportSource(name: "", data: Data(text.utf8)))?.name == "newsletter")
    let found = try read(text, as: "newsletter")
    #expect(
      keys(found) == [
        ["Tiny models in the wild", "arxiv:2501.00001"],
        ["Small models at home", "url:https://example.org/home"],
      ])
    #expect(
      found.entries.map(\.paper.authors) == [["A Bee", "C Dee", Paper.otherAuthors], ["E Eff"]])
    #expect(found.entries.map(\.paper.year) == [2025, 2024])
    #expect(
      found.entries.map(\.paper.venue) == ["arXiv preprint arXiv", "Journal of Things"])
  }

  @Test(
    "A line of authors is told from other lines",
    arguments: [
      ("A Bee, C Dee - Nature, 2019", true), ("A Bee - 2019", true),
      ("A Bee, C Dee… - Proceedings of the …, 2019 - dl.example.org", true),
      ("In 2019 - as before - nothing happened, 2019", false), ("A Bee, C Dee", false),
      ("Deep learning - a survey of 2019 and before", false), ("", false), (" - , 2019", false),
    ])
  func byline(text: String, isByline: Bool) { #expect((Byline(text) != nil) == isByline) }

  @Test("The alert of a search engine in HTML gives the works themselves")
  func alert() throws {
    let found = try read(
      """
      From: alerts@example.org
      Subject: New results
      Content-Type: text/html; charset=utf-8

      <html><body><h3><a href="https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2501.00001&amp;hl=en">Tiny models in the wild</a></h3>
      <div>A Bee, C Dee… - arXiv preprint, 2025</div><div>We look at models …</div>
      <div><a href="https://scholar.google.com/citations?update_op=email_library_add">Save</a></div>
      <h3><a href="https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fhome&amp;sa=t">Small models at home</a></h3>
      <div>E Eff - Journal of Things, 2024</div>
      <p><a href="https://example.org/feeds">Manage your feeds</a></p>
      </body></html>
      """, as: "email")
    #expect(
      keys(found) == [
        ["Tiny models in the wild", "arxiv:2501.00001"],
        ["Small models at home", "url:https://example.org/home"],
      ])
    #expect(found.entries.map(\.paper.year) == [2025, 2024])
    #expect(found.entries.first?.paper.links.map(\.url) == ["https://arxiv.org/pdf/2501.00001"])
  }

  @Test("Of several headings over entries none is the title", arguments: ["email", "html"])
  func headingsWithoutTitle(format: String) throws {
    let page = """
      <html><body><h2>Language</h2>
      <ul><li><a href="https://arxiv.org/abs/2501.00001">Tiny Models in the Wild</a></li></ul>
      <h2>Vision</h2>
      <ul><li><a href="https://arxiv.org/abs/2501.00002">Small Models at Home</a></li></ul>
      </body></html>
      """
    let head = "From: a@example.org\nSubject: A week\nContent-Type: text/html\n\n"
    let found = try read(format == "email" ? head + page : page, as: format)
    #expect(found.lists.flatMap(\.sections).map(\.title) == ["Language", "Vision"])
    #expect(found.entries.count == 2)
  }

  @Test("The account of the reader is no work")
  func account() throws {
    let found = try read(
      """
      - [Tiny Models in the Wild](https://arxiv.org/abs/2501.00001)
      - [Manage your feeds](https://example.org/feeds)
      - [Change your notification settings](https://example.org/settings)
      - [Unsubscribe](https://example.org/no)
      - [Change your mind: models that do](https://example.org/mind)
      """, as: "markdown")
    #expect(
      found.entries.map(\.paper.title) == [
        "Tiny Models in the Wild", "Change your mind: models that do",
      ])
  }

  @Test("Titles of Chinese newsletters have their labels in wide brackets")
  func chinese() throws {
    let text = """
      论文周报

      Tiny Models in the Wild（论文/代码）
      小模型在野外。
      关键：很小。

      Small Models at Home（论文）
      小模型在家里。
      """
    let found = try read(text, as: "newsletter")
    #expect(
      found.entries.map(\.paper.title) == ["Tiny Models in the Wild", "Small Models at Home"])
    #expect(found.entries.map(\.remark) == ["小模型在野外。\n\n- 关键：很小。", "小模型在家里。"])
  }

  @Test("References in plain text have their titles between authors and year")
  func plainReferences() throws {
    let text = """
      References

      [1] A. Bee, C. Dee, and E. Eff, "Tiny models in the wild," in Proc. NeurIPS, 2017, pp. 1–9.
      [2] G. Gee and H. Aitch, "Small models at home," Neural Things, vol. 9, no. 8, 1997.
      """
    #expect(
      Importers.importer(for: ImportSource(name: "", data: Data(text.utf8)))?.name == "newsletter")
    let found = try read(text, as: "newsletter")
    #expect(
      found.entries.map(\.paper.title) == ["Tiny models in the wild", "Small models at home"])
    #expect(found.entries.map(\.paper.authors.count) == [3, 2])
    #expect(found.entries.map(\.paper.year) == [2017, 1997])
  }
}
