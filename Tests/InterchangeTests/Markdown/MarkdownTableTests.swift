import Foundation
import ReadingModel
import TestSupport
import Testing

@testable import Interchange

@Suite("Tables of Markdown")
struct MarkdownTableTests: MarkdownReading {
  private static let head = "| Title | Year | Link |\n|---|---|---|\n"
  private static let link = "[pdf](https://arxiv.org/abs/2501.00001)"

  @Test(
    "A bar that is no end of a cell keeps the cells of its row together",
    arguments: [
      (#"| Tiny \| Small Models | 2020 | LINK |"#, "Tiny | Small Models"),
      ("| Tiny | Small Models | 2020 | LINK |", "Tiny | Small Models"),
      ("| Tiny | Small | Smaller Models | 2020 | LINK |", "Tiny | Small | Smaller Models"),
      ("| Models of `p(x|y)` and more | 2020 | LINK |", "Models of p(x|y) and more"),
      ("| Models of $p(x|y)$ and more | 2020 | LINK |", "Models of $p(x|y)$ and more"),
      ("| Tiny Models | 2020 | LINK |", "Tiny Models"),
      ("Tiny | Small Models | 2020 | LINK", "Tiny | Small Models"),
    ])
  func bars(row: String, title: String) throws {
    let found = try read(Self.head + row.replacing("LINK", with: Self.link), as: "markdown")
    #expect(found.entries.map(\.paper.title) == [title])
    #expect(found.entries.first?.paper.year == 2020)
    #expect(found.entries.first?.paper.identifiers.map(\.key) == ["arxiv:2501.00001"])
  }

  @Test("Bars in the addresses and words of links end no cell")
  func barsInLinks() throws {
    let found = try read(
      """
      | Paper | Links |
      |---|---|
      | **Tiny Models** - on [maps](https://example.org/a|b) and [c|d](https://example.org/c) | [Paper](https://arxiv.org/abs/2501.00001) |
      | **Small Models** - rivals | others | [Paper](https://arxiv.org/abs/2501.00002) |
      """, as: "markdown")
    #expect(found.entries.map(\.paper.title) == ["Tiny Models", "Small Models"])
    #expect(
      found.entries.map { $0.paper.identifiers.map(\.key) } == [
        ["arxiv:2501.00001"], ["arxiv:2501.00002"],
      ])
  }

  @Test("The readings of a course are an entry each, whatever the row says besides")
  func course() throws {
    let found = try read(
      """
      # A course

      | Week | Date | Topic | Readings | Notes |
      |---|---|---|---|---|
      | 1 | Sep 23 | Beginning | | [slides](https://example.edu/l1.pdf) |
      | 2 | Sep 30 | Learning | **Required:** [Tiny Models in the Wild](https://arxiv.org/abs/2501.00001)<br>**Optional:** [Small Models at Home](https://arxiv.org/abs/2501.00002) | Homework |
      | 3 | Oct 7 | Forgetting | [Models that Forget Things](https://arxiv.org/abs/2501.00003), [Models that Never Forget](https://arxiv.org/abs/2501.00004) | [slides](https://example.edu/l3.pdf) |
      """, as: "markdown")
    #expect(
      found.entries.map(\.paper.title) == [
        "Tiny Models in the Wild", "Small Models at Home", "Models that Forget Things",
        "Models that Never Forget",
      ])
    #expect(
      found.entries.map(\.marks.tags) == [
        ["Learning"], ["Learning"], ["Forgetting"], ["Forgetting"],
      ])
    #expect(found.entries.allSatisfy { $0.paper.links.count == 1 })
  }

  @Test("A row that waits for its title is no entry")
  func blanks() throws {
    let found = try read(
      Self.head + "| TBD | 2025 | |\n| Tiny Models | 2025 | |\n| N/A | | |\n", as: "markdown")
    #expect(found.entries.map(\.paper.title) == ["Tiny Models"])
  }

  @Test("A row with very many bars is read in time")
  func manyBars() throws {
    let row = "|" + String(repeating: " a |", count: 200_000) + "\n"
    let effort = try Effort.of {
      _ = try read(
        Self.head + row + String(repeating: "| a | b `|` c | d |\n", count: 20_000), as: "markdown")
    }
    #expect(effort < 9_000, "900 is usual.")
    let wide = "|" + String(repeating: "a|", count: 100_000)
    let second = try Effort.of {
      _ = try read("\(wide)\n\(wide.replacing("a", with: "-"))\n\(wide)a|b|\n", as: "markdown")
    }
    #expect(second < 6_000, "600 is usual.")
  }
}
