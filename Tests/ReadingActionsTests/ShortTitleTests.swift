import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import TestSupport
import Testing

@Suite("Papers that lists name by a short title")
struct ShortTitleTests {
  /// A paper of a list: title, first author, year, and arXiv id where it has one.
  struct Line: Sendable {
    var title: String
    var author: String
    var year: String
    var arxiv: String
    /// The title without the fields behind it.
    var plainTitle: String { title.split(separator: "\n").first.map { String($0) } ?? "" }

    init(_ title: String, _ author: String = "", _ year: String = "", _ arxiv: String = "") {
      (self.title, self.author, self.year, self.arxiv) = (title, author, year, arxiv)
    }
  }

  private func document(_ lines: [Line], title: String) -> ImportDocument {
    let body = lines.map { line in
      "- \(line.title)\n"
        + (line.author.isEmpty ? "" : "  - authors: \(line.author)\n")
        + (line.year.isEmpty ? "" : "  - year: \(line.year)\n")
        + (line.arxiv.isEmpty ? "" : "  - arxiv: \(line.arxiv)\n") + "\n"
    }.joined()
    let text = "---\ntitle: \(title)\nkind: custom\n---\n\n\(body)"
    return ImportDocument(path: "a.md", source: ImportSource(name: "a.md", data: Data(text.utf8)))
  }

  /// Imports papers, then plans and performs the import of an entry.
  private func bring(
    _ entry: Line, into papers: [Line]
  ) throws -> (plan: ImportPlan, desk: Desk) {
    let desk = try Desk()
    _ = try desk.actions.perform(importing: [document(papers, title: "Before")])
    let documents = [document([entry], title: "After")]
    let preview = try desk.actions.plan(importing: documents)
    let (_, plan) = try desk.actions.perform(importing: documents)
    #expect(preview == plan)
    return (plan, desk)
  }

  private static let flash = Line(
    "FlashAttention: Fast and Memory-Efficient Exact Attention", "Tri Dao; et al.", "2022",
    "2205.14135")
  private static let bare = Line("FlashAttention", "Dao; et al.", "2022", "")

  @Test(
    "Author, year and short title make one paper, in either order",
    arguments: [
      (bare, flash),
      (flash, bare),
      (Line("FlashAttention", "Dao, T.", "2023", ""), flash),
      (Line("Language Models are Good Learners", "Brown", "2020", ""), few),
      (Line("Good-3", "Brown et al.", "2020", ""), few),
      (few, Line("Good-3", "Brown et al.", "2020", "")),
      (limits, Line("The Limits of Transfer Learning", "Raffel", "2019", "1910.10683")),
      (
        Line("Exploring the Limits of Transfer Learning", "", "", "1910.10683"),
        Line("T5: Exploring the Limits of Transfer Learning")
      ),
      (
        Line("T5: Exploring the Limits of Transfer Learning"),
        Line("Exploring the Limits of Transfer Learning", "Raffel", "2019", "1910.10683")
      ),
      (
        Line("Direct Preference Optimization", "Rafailov et al.", "2023", ""),
        Line(
          "Direct Preference Optimization for Language Models", "R. Rafailov", "2023", "2305.18290")
      ),
    ] as [(Line, Line)])
  func same(entry: Line, paper: Line) throws {
    let (plan, desk) = try bring(entry, into: [paper])
    let planned = plan.documents[0].lists[0].entries[0]
    #expect(planned.isKnown && plan.documents[0].conflicts.isEmpty)
    let likeness = "the same as “\(paper.plainTitle)” by a short form of its title"
    #expect(planned.likeness == (entry.plainTitle == paper.plainTitle ? nil : likeness))
    let (outcome, _) = try desk.actions.perform(importing: [document([entry], title: "After")])
    #expect(!outcome.changed)
  }

  private static let few = Line(
    "Language Models are Good Learners\n  - name: Good-3", "Tom Brown", "2020", "2009.00001")
  private static let limits = Line("T5: The Limits of Transfer Learning", "Raffel", "2019", "")

  @Test(
    "Another author, year, identifier or part of a series is another work",
    arguments: [
      (
        Line("Attention", "Graves", "2017", ""),
        Line("Attention Is All You Need", "Vaswani", "2017", "")
      ),
      (
        Line("Attention", "Vaswani", "2017", ""),
        Line("Attention Is All You Need", "Vaswani", "2017", "")
      ),
      (Line("FlashAttention", "Shah", "2022", ""), flash),
      (
        Line("Exploring the Limits of Transfer Learning", "Shah", "2019", "1910.10684"),
        Line("T5: Exploring the Limits of Transfer Learning", "Raffel", "2019", "1910.10683")
      ),
      (Line("An Introduction to Models"), Line("T5: An Introduction to Models")),
      (Line("FlashAttention", "Dao", "2024", ""), flash),
      (Line("FlashAttention", "Dao", "2022", "2307.08691"), flash),
      (Line("FlashAttention-2: Faster Attention", "Dao", "2023", ""), bare),
      (
        Line("On Mixtures of Experts: Part II", "Jordan", "1994", ""),
        Line("On Mixtures of Experts: Part I", "Jordan", "1994", "")
      ),
      (
        Line("On Mixtures of Experts II", "Jordan", "1994", ""),
        Line("On Mixtures of Experts", "Jordan", "1994", "")
      ),
    ] as [(Line, Line)])
  func other(entry: Line, paper: Line) throws {
    let (plan, _) = try bring(entry, into: [paper])
    let planned = plan.documents[0].lists[0].entries[0]
    #expect(!planned.isKnown && planned.likeness == nil && plan.documents[0].conflicts.isEmpty)
  }

  @Test(
    "Where two papers fit, or author or year are not known, it is shown and not merged",
    arguments: [
      (bare, [flash, Line("FlashAttention: Another View", "Dao", "2022", "2205.00001")], 2),
      (Line("FlashAttention", "", "", ""), [flash], 1),
      (Line("FlashAttention", "Dao", "", ""), [flash], 1),
      (Line("FlashAttention", "", "2022", ""), [flash], 1),
      (flash, [Line("FlashAttention", "", "", "")], 1),
      (
        Line("Mixtral of Experts", "Mistral AI", "2024", ""),
        [Line("Mixtral of Experts", "Albert Jiang", "2024", "2401.04088")], 1
      ),
      (
        Line("The Smol Training Playbook", "Hugging Face", "2025", ""),
        [Line("The Smol Training Playbook: The Secrets", "Ben Allal", "2025", "2510.00001")], 1
      ),
    ] as [(Line, [Line], Int)])
  func shown(entry: Line, papers: [Line], conflicts: Int) throws {
    let (plan, desk) = try bring(entry, into: papers)
    #expect(!plan.documents[0].lists[0].entries[0].isKnown)
    #expect(plan.documents[0].conflicts.map(\.kind).allSatisfy { $0 == .shortTitle })
    #expect(plan.documents[0].conflicts.count == conflicts)
    let message = try #require(plan.documents[0].conflicts.first?.message)
    #expect(message.hasPrefix("“\(entry.title)” may be “") && message.hasSuffix("are kept"))
    // A person may say that it is the same.
    _ = try desk.say(.undo(1))
    let request = ImportRequest(merging: [.init(document: 0, list: 0, entry: 0)])
    let (_, merged) = try desk.actions.perform(
      importing: [document([entry], title: "After")], request)
    #expect(merged.documents[0].lists[0].entries[0].isKnown)
  }

  @Test("Within one import a name is recognised too, before and after")
  func within() throws {
    let desk = try Desk()
    for (lines, title) in [
      ([Self.flash, Self.bare], "One"), ([Self.bare, Self.flash], "Two"),
      ([Self.limits, Line("The Limits of Transfer Learning", "Raffel", "2019")], "Three"),
    ] as [([Line], String)] {
      let documents = [document(lines, title: title)]
      let preview = try desk.actions.plan(importing: documents)
      let (_, plan) = try desk.actions.perform(importing: documents)
      #expect(preview == plan)
      #expect(plan.documents[0].lists[0].entries[1].likeness != nil)
      if title != "Three" {
        #expect(try desk.detail("2205.14135").paper.title == Self.flash.title)
      }
      if title == "One" { _ = try desk.say(.undo(1)) }
    }
  }

  @Test("A paper that had its name alone gets the full title, and keeps the name")
  func spelledOut() throws {
    let (_, desk) = try bring(Self.flash, into: [Self.bare])
    let paper = try desk.detail("2205.14135")
    #expect(paper.paper.title == Self.flash.title && paper.paper.shortName == "FlashAttention")
    #expect(paper.memberships.map(\.slug) == ["before", "after"])
    // The list with the name does not take the title back.
    let (outcome, _) = try desk.actions.perform(
      importing: [document([Self.bare], title: "Before")])
    #expect(!outcome.changed)
  }

  @Test("Very many papers of one author whose titles begin alike stay cheap and apart")
  func many() throws {
    let desk = try Desk()
    let lines = (0..<3_000).map { number -> Line in
      Line("Learning to Rank: case \(number) of many", "Liu", "2009", "")
    }
    let documents = [document(lines, title: "Many")]
    var plan = ImportPlan()
    let effort = try Effort.of { plan = try desk.actions.perform(importing: documents).plan }
    #expect(plan.counts.new == 3_000)
    #expect(effort < 10_000, "1,600 is usual.")
    #expect(try desk.actions.list(named: "many").entries == 3_000)
  }
}
