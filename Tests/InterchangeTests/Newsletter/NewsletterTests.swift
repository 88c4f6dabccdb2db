import Foundation
import ReadingModel
import Testing

@testable import Interchange

@Suite("Newsletters in plain text")
struct NewsletterTests {
  private func document(_ text: String, name: String = "letter.txt") throws -> ParsedDocument {
    try ParsedDocument(
      reading: ImportSource(name: name, data: Data(text.utf8)), with: .newsletter)
  }

  private func titles(_ text: String) throws -> [String] {
    try document(text).lists.flatMap(\.sections).flatMap(\.entries).map(\.paper.title)
  }

  private static let labelled = """
    Ten Minutes of Papers
    What mattered this month
    Ready to become an engineer? Start today!
    Join our hands-on course with certified instructors and 40 lessons.
    Outcome: Ship a product
    Promise: 14-day money-back guarantee
    Sparse Gates: Routing Without Regret (paper/code)
    Gates that close early save a third of the compute – at no loss.
    Why it works: Early layers hardly ever change their mind, so asking them twice is a waste.
    Small, but telling: The gain holds from 1B to 70B parameters.
    Memory Palaces for Agents 2.0 (paper)
    An agent that files what it reads finds it again. It needs ~40 steps where others need >90.

    Thanks for reading, see you next month!
    """

  @Test("Titles marked by the labels of lost links become entries, adverts and farewells do not")
  func labels() throws {
    let document = try document(Self.labelled)
    #expect(document.lists.count == 1)
    #expect(document.lists.first?.head.title == "Ten Minutes of Papers")
    #expect(document.lists.first?.head.introduction == "What mattered this month")
    let entries = document.lists.flatMap(\.sections).flatMap(\.entries)
    #expect(
      entries.map(\.paper.title) == [
        "Sparse Gates: Routing Without Regret", "Memory Palaces for Agents 2.0",
      ])
    #expect(entries.map(\.line) == [7, 11])
    #expect(
      entries.first?.remark == """
        Gates that close early save a third of the compute – at no loss.

        - Why it works: Early layers hardly ever change their mind, so asking them twice is a waste.
        - Small, but telling: The gain holds from 1B to 70B parameters.
        """)
    #expect(document.leftOut.map(\.line) == [3, 4, 5, 6, 14])
  }

  private static let numbered = """
    Notable Papers for the Week from 30/06 to 06/07
    This article sums up what was published early in July 2025.
    Table of Contents:
    Reasoning & Search
    Attention
    My New E-Book: From Zero to Tensor
    I am pleased to announce my new ebook. You will learn everything in it.
    1. Reasoning & Search
    1.1. Steps Without Stairs: Thinking in Jumps
    Models can skip steps that they would repeat anyway. It has two limits: (1). Length. (2). Cost.
    The method took the \\#1 spot and follows the ``fewer is more’’ principle.
    1.2. Does Search Help at All?
    It does (<100 calls), and
    2.5 times as much with a cache.
    2. Attention
    2.1. Windows (WIN): A View of Local Attention
    Local windows are enough for most heads.
    Looking for a mentor? I offer career mentoring for you:
    Mentoring sessions: https://lnkd.in/abc
    """

  @Test("Numbered titles stand in numbered sections, and the contents are not sections again")
  func numbers() throws {
    let document = try document(Self.numbered)
    let list = try #require(document.lists.first)
    #expect(list.head.kind == .weekly)
    #expect(list.head.issued == "2025-07-06")
    #expect(list.head.period == "2025-06-30/2025-07-06")
    #expect(list.sections.map(\.title) == ["1. Reasoning & Search", "2. Attention"])
    #expect(
      list.sections.map { $0.entries.map(\.paper.title) } == [
        ["Steps Without Stairs: Thinking in Jumps", "Does Search Help at All?"],
        ["Windows (WIN): A View of Local Attention"],
      ])
    #expect(
      list.sections[0].entries[0].remark.hasSuffix(
        "the #1 spot and follows the “fewer is more” principle."))
    #expect(
      list.sections[0].entries[1].remark
        == "It does (<100 calls), and 2.5 times as much with a cache.")
    #expect(list.sections[1].entries[0].remark == "Local windows are enough for most heads.")
    #expect(list.sections[1].entries[0].paper.links.isEmpty)
    #expect(document.leftOut.map(\.line) == [3, 4, 5, 6, 7, 18, 19])
  }

  static let order = """
    19 kept links
    Long contexts are bound by the size of the cache that every token adds to, and summaries lose what matters in it. We propose a method that compacts keys and values by matching attention outputs, which keeps accuracy.
    Gamma is a training scheme whose samples come closer to the true objective the longer it is allowed to draw them.
    these results say that larger models begin to reason, and go on doing so where training gave them no example
    The memory of agents fills up with traces of tools, and models lose the thread. This paper borrows the commands of version control to manage context, and reaches the best results on three benchmarks.
    A picture that we use in the paper is the contest between recursion and loops, and we show what each can do that the other cannot, with experiments on models of three sizes and a proof that holds for all of them.
    This list leads from the first models
    to the latest ones
    Suggested Reading Order
    -
    Attention Is All You Need (Vaswani et al., 2017)
    Where it all began, with two
    kinds of attention (only one of which survived.) -
    Few-Shot Learners (GPT-3) (Brown et al., 2020)
    Read it with the scaling laws
    -
    ReAct: Acting and Reasoning (Yao et al., 2022 / ICLR 2023)
    The loop that agents run in -
    Mixtral of Experts (Mistral AI, 2024)
    Open weights, sparse and quick
    Further Reading
    Toolformer (Schick et al., 2023)
    GShard (Lepikhin et al., 2020)
    Adaptive Mixtures (Jacobs et al., 1991)
    Hierarchical Mixtures (Jordan and Jacobs, 1994)
    If you know these works, you know more than most of your colleagues do
    Now get going, good luck :)
    Evaluations lose their worth when models notice them. We test 20 models on 1,000 prompts and find that most of them know a benchmark when they see it,...
    Training data for agents is hard to come by. Until now.
    Introducing Forge: tasks for any repository, made by models.
    We've made 50k of them.
    A history of the first language model and what came before it.
    """

  @Test("Titles with authors and year form one list, paragraphs without titles another")
  func mixed() throws {
    let document = try document(Self.order)
    #expect(document.lists.map(\.count) == [7, 8])
    #expect(document.lists.map(\.head.title) == ["19 kept links", "Suggested Reading Order"])
    #expect(document.lists.last?.head.kind == .order)
    #expect(
      document.lists.last?.head.introduction
        == "This list leads from the first models to the latest ones")

    let links = document.lists[0].sections.flatMap(\.entries)
    #expect(links.map(\.line) == [2, 3, 4, 5, 28, 29, 32])
    #expect(links.allSatisfy { $0.paper.hasWorkingTitle })
    #expect(links[3].remark.contains("three benchmarks.\n\nA picture"))
    #expect(
      links[5].remark
        == "Training data for agents is hard to come by. Until now. Introducing Forge: tasks for any repository, made by models. We've made 50k of them."
    )

    let sections = document.lists[1].sections
    #expect(sections.map(\.title) == ["Suggested Reading Order", "Further Reading"])
    let papers = sections[0].entries.map(\.paper)
    #expect(papers.map(\.title).last == "Mixtral of Experts")
    #expect(papers[0].authors == ["Vaswani", "et al."])
    #expect(papers[0].year == 2017)
    #expect(papers[1].title == "Few-Shot Learners")
    #expect(papers[1].shortName == "GPT-3")
    #expect(papers[2].venue == "ICLR 2023")
    #expect(papers[2].year == 2022)
    #expect(papers[3].authors == ["Mistral AI"])
    #expect(
      sections[0].entries.map(\.remark) == [
        "Where it all began, with two kinds of attention (only one of which survived.)",
        "Read it with the scaling laws", "The loop that agents run in",
        "Open weights, sparse and quick",
      ])
    #expect(sections[1].entries.map(\.remark) == ["", "", "", ""])
    #expect(sections[1].entries.last?.paper.authors == ["Jordan", "Jacobs"])
    #expect(document.leftOut.map(\.line) == [26, 27])
  }

  @Test("Numbers, addresses below, and underlines mark titles where nothing else does")
  func otherMarks() throws {
    #expect(
      try titles("Picks\n\n1) Tiny Models, Big Hopes\nThey hope.\n2) Big Models\nThey do not.\n")
        == ["Tiny Models, Big Hopes", "Big Models"])
    let below = try document(
      "Picks\n\nTiny Models, Big Hopes\nhttps://arxiv.org/abs/2501.00001v2\nThey hope.\nCode: https://github.com/a/b\n"
    )
    let entry = try #require(below.lists.first?.sections.first?.entries.first)
    #expect(entry.paper.title == "Tiny Models, Big Hopes")
    #expect(entry.paper.identifiers.map(\.key) == ["arxiv:2501.00001"])
    #expect(entry.paper.links.map(\.kind) == [.paper, .code])
    #expect(entry.remark == "They hope.")
    #expect(
      try titles(
        "Picks\n\n- Tiny Models: arXiv:2501.00001\n- Big Models (https://arxiv.org/abs/2501.00002)\n"
      )
        == ["Tiny Models", "Big Models"])
    #expect(
      try titles("Picks\n\nTiny Models\n-----------\nThey hope.\n\nBig Models\n----------\nNo.\n")
        == ["Tiny Models", "Big Models"])
    #expect(
      try titles(
        "Picks\n\nTiny Models\nThey hope for the best, and mostly get it, which is remarkable enough.\n\nBig Models\nThey expect the worst, and get it as well, as far as anybody could tell us.\n"
      ) == ["Tiny Models", "Big Models"])
  }

  @Test("Facts below a title become fields")
  func facts() throws {
    let document = try document(
      """
      Tiny Models, Big Hopes [pdf]
      Authors: Ada Lovelace, Charles Babbage
      Published: June 2024
      Venue: ICLR
      They hope.

      Big Models [pdf] [code]
      Ada Lovelace, Charles Babbage and Mary Somerville
      They do not.
      """)
    let papers = document.lists.flatMap(\.sections).flatMap(\.entries).map(\.paper)
    #expect(papers.map(\.authors.count) == [2, 3])
    #expect(papers.first?.year == 2024)
    #expect(papers.first?.venue == "ICLR")
  }

  @Test("A day before a title in quotation marks is no part of it")
  func days() throws {
    let text = """
      Reading group, spring

      3/4  "Small Boats" (Bee et al., ICLR 2024) https://openreview.net/forum?id=zyxwvu9876
      10 March: "Learned Rivers" (Dee & Eff, 2023) https://arxiv.org/abs/2304.00009
      Lesson 3 "Learned Seas" (Gee, 2022) https://arxiv.org/abs/2204.00010
      """
    #expect(try titles(text) == ["Small Boats", "Learned Rivers", "Lesson 3 \"Learned Seas\""])
  }

  @Test("A text without titles yields nothing but a warning")
  func nothing() throws {
    let document = try document("Dear all,\nlunch is at noon.\nBring a coat.\n")
    #expect(document.count == 0)
    #expect(document.warnings.map(\.line) == [1])
  }

  @Test("Line ends of every kind count")
  func lineEnds() throws {
    let lines = Self.numbered.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try document(Self.numbered)
    for ending in ["\r\n", "\r"] {
      #expect(try document(lines.joined(separator: ending)) == expected)
    }
  }

  @Test(
    "A text is recognised by its titles, and other formats are left alone",
    arguments: [
      (labelled, Likelihood.likely), (numbered, .likely), (order, .likely),
      ("@article{a,\n title = {T (paper)}\n}\n@book{b,\n title = {U (paper)}\n}", .none),
      ("FN Somebody\nVR 1.0\nPT J\nTI T (paper)\nTI U (paper)\n", .none),
      ("TY  - JOUR\nTI  - T (paper)\nT2  - U (paper)\n", .none), ("[{\"a\": \"(paper)\"}]", .none),
      ("{}", .none), ("<html>", .none), ("Dear all,\nlunch is at noon.", .none),
      ("[**T**](https://arxiv.org/abs/2501.00001)\n- a note (paper)\n- b (paper)", .none),
      ("", .none),
    ])
  func likelihood(text: String, expected: Likelihood) {
    let source = ImportSource(name: "a.txt", data: Data(text.utf8))
    #expect(Importer.newsletter.likelihood(source, source.sample) == expected)
  }

  @Test("Cut off anywhere, a text still yields the entries before the cut")
  func truncation() throws {
    for text in [Self.labelled, Self.numbered] {
      let bytes = Array(text.utf8)
      let whole = try titles(text)
      for end in stride(from: 0, to: bytes.count, by: 7) {
        let beginning = String(decoding: bytes[..<end], as: UTF8.self)
        // Two marked titles show how a text is built; from there on none may be lost.
        let found = try titles(beginning)
        if found.count >= 2 { #expect(found.dropLast() == whole.prefix(found.count - 1)) }
      }
    }
  }
}
