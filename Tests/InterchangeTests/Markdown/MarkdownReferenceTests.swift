import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("References, labels and wide numbers in Markdown")
struct MarkdownReferenceTests: MarkdownReading {
  @Test(
    "The titles of references stand behind the names",
    arguments: [
      ("Bee, A. and Dee, C. Boats that Reason. ICML, 2023.", "Boats that Reason", "A. Bee; C. Dee"),
      (
        "Ann Bee, Carl Dee. 2021. Boats that Reason. In Proceedings of ACL, pages 1-9.",
        "Boats that Reason", "Ann Bee; Carl Dee"
      ),
      (
        "Ann Bee and Carl Dee. Learned boats. arXiv preprint arXiv:2204.00010, 2022.",
        "Learned boats", "Ann Bee; Carl Dee"
      ),
      (
        "Bee, A., Dee, C. Boats that count. NeurIPS 2017. [pdf](https://arxiv.org/abs/1805.00006)",
        "Boats that count", "A. Bee; C. Dee"
      ),
      (
        "Cats and Dogs. Ann Bee and Carl Dee, 2018. [pdf](https://arxiv.org/abs/1805.00005)",
        "Cats and Dogs", "Ann Bee; Carl Dee"
      ),
    ])
  func references(line: String, title: String, authors: String) throws {
    let paper = try #require(entries("1. " + line).first?.paper)
    #expect(paper.title == title)
    #expect(paper.authors.joined(separator: "; ") == authors)
    #expect(paper.year != nil)
  }

  @Test("A venue in code before a title is its venue")
  func venueInCode() throws {
    let line = "- `NeurIPS'23` Agents at Sea [[paper]](https://arxiv.org/abs/2302.00002)"
    let paper = try #require(entries(line).first?.paper)
    #expect(paper.title == "Agents at Sea")
    #expect(paper.venue == "NeurIPS'23")
    #expect(paper.year == 2023)
  }

  @Test("Lines that say what they are stand before the remark in one paragraph")
  func labels() throws {
    let entries = try entries(
      """
      # L

      ### 1. Boats that Reason
      Paper: https://arxiv.org/abs/2503.01001
      Code: https://github.com/b/r
      Summary: They do.

      And they float.

      ### 2. Rivers that Reason
      **Paper**: https://arxiv.org/abs/2503.01002
      They are wet. Code: https://github.com/b/s
      """)
    #expect(entries.map(\.paper.title) == ["Boats that Reason", "Rivers that Reason"])
    #expect(
      entries.map { $0.paper.links.map(\.url) } == [
        ["https://arxiv.org/abs/2503.01001", "https://github.com/b/r"],
        ["https://arxiv.org/abs/2503.01002"],
      ])
    #expect(entries[0].remark == "Summary: They do.\n\nAnd they float.")
    #expect(entries[1].remark == "They are wet. Code: https://github.com/b/s")
  }

  @Test("Numbers with wide marks number a list", arguments: ["、", "．", "）"])
  func wideNumbers(mark: String) throws {
    let entries = try entries(
      """
      # 周报

      1\(mark)**《船》Boats that Reason**
      论文链接：https://arxiv.org/abs/2503.01001
      代码：https://github.com/b/r
      摘要：船只。
      2\(mark)**Rivers that Reason**
      论文：https://arxiv.org/abs/2503.01002

      3\(mark)**Seas that Reason**
      论文：https://arxiv.org/abs/2503.01003
      """)
    #expect(
      entries.map(\.paper.title) == [
        "《船》Boats that Reason", "Rivers that Reason", "Seas that Reason",
      ])
    #expect(entries.map(\.line) == [3, 7, 10])
    #expect(entries.first?.remark == "摘要：船只。")
    #expect(entries.first?.paper.links.map(\.url).last == "https://github.com/b/r")
  }

  @Test("A number in the middle of a paragraph numbers nothing")
  func numbersInText() throws {
    let entries = try entries(
      "- [Boats that Reason](https://arxiv.org/abs/2503.01001)\n  because of\n  4、the sea\n")
    #expect(entries.count == 1)
    #expect(entries.first?.remark.contains("4、the sea") == true)
  }
}
