import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Testing

@Suite("The order in which lists are imported")
struct ImportOrderTests {
  /// Lists in the four shapes in which people publish them; some papers stand in several.
  private static let documents = [
    ImportOrderTests.document(
      "000_newsletter.txt",
      """
      The Papers of the Week
      What to read now
      Become an Engineer! Build things yourself
      Outcome: A certified product
      Diffusion Models Learn from Data (paper/code)
      Under little data, diffusion models go on learning where others stop.
      Crossover at scale: They overtake a model of the same size.
      Attention Is All You Need (paper)
      The model that has attention only.
      Small data, big results: It learns to translate in days.
      Looped Models: Reasoning in Latent Space (paper/code)
      A model that runs through its layers several times.
      Why it matters: Fewer parameters.
      """),
    ImportOrderTests.document(
      "001_links.txt",
      """
      3 kept links
      Memory grows with every token that a model has to keep in mind. In this paper we propose to fold it into a smaller space, and show that answers stay the same.
      Saying a prompt twice makes models without a scratch pad answer better, and takes them neither longer nor more words to do so.
      This list leads from the first models
      to the latest ones
      Suggested Reading Order
      -
      Attention Is All You Need (Vaswani et al., 2017)
      Where it begins. Every word looks at every other one,
      and order is told by waves -
      Language Models are Few-Shot Learners (GPT-3) (Brown et al., 2020)
      Shows that examples in the prompt
      are enough -
      Qwen3 Technical Report (Yang et al., 2025)
      One family of models that thinks or does not
      Bonus Material
      GShard (Lepikhin et al., 2020)
      Toolformer (Schick et al., 2023)
      Adaptive Mixtures of Local Experts (Jacobs et al., 1991)
      Hierarchical Mixtures of Experts (Jordan and Jacobs, 1994)
      When a language model notices that it sits a test, what the test says of it is worth less. For instance, it may do in the test what it never does elsewhere.
      """),
    ImportOrderTests.document(
      "002_week.txt",
      """
      Important Papers for the Week from 03/03 to 09/03
      Table of Contents:
      Progress & Reports
      Reasoning
      1. Progress & Reports
      1.1. What Windows Forget: Windows of a Million Words
      Windows grow from year to year, and so does what is asked of them.
      Unfortunately, they forget what stands in the middle.
      2. Reasoning
      2.1. ShortHand: Thinking in Fewer Words
      Long chains of thought cost more than they bring.
      2.2. Looped Models: Reasoning in Latent Space
      In this paper, we run through the layers several times.
      """),
    ImportOrderTests.document(
      "003_notes.txt",
      """
      [**Consistency-Aware Learning for Models**](https://arxiv.org/pdf/2506.16141)
      - Problem?
          - Rewards look at the answer only

      [**Qwen3 Technical Report**](https://arxiv.org/pdf/2505.09388)
      - How?
          - 1. Pretraining in three stages

      [**Consistency-Aware Learning for Models**](https://arxiv.org/pdf/2506.19697)
      - Outliers make quantization hard

      [**Attention Is All You Need**](https://arxiv.org/pdf/1706.03762)
      - Read it again
      """),
  ]

  /// A list that the library has before, with one paper that the others have too.
  private static let standing = ReadingList(
    slug: "order", title: "An order", kind: .order,
    sections: [
      ReadingSection(
        title: "Beginnings",
        entries: [
          Entry(
            paper: Paper(
              title: "Attention Is All You Need", authors: ["Ashish Vaswani"], year: 2017,
              identifiers: [Identifier(canonical: "1706.03762", scheme: .arxiv)])),
          Entry(paper: Paper(title: "BERT", authors: ["Jacob Devlin"], year: 2018)),
        ])
    ])

  private static func document(_ name: String, _ text: String) -> ImportDocument {
    ImportDocument(path: name, source: ImportSource(name: name, data: Data(text.utf8)))
  }

  /// The numbers of the documents in every order.
  private static let orders = permutations([0, 1, 2, 3])

  private static func permutations(_ numbers: [Int]) -> [[Int]] {
    guard numbers.count > 1 else { return [numbers] }
    return numbers.flatMap { first in
      permutations(numbers.filter { $0 != first }).map { [first] + $0 }
    }
  }

  /// What a library has in the end: its papers, its lists and the conflicts that were shown.
  private struct Result: Equatable {
    var papers: Set<String> = []
    var lists: [ReadingList] = []
    var conflicts: [String]
  }

  private func result(_ library: Library, _ conflicts: [String]) throws -> Result {
    var result = Result(conflicts: conflicts.sorted())
    for list in try library.lists().sorted(by: { $0.slug < $1.slug }) {
      result.lists.append(try library.document(of: list.id))
      result.papers.formUnion(try library.listed(.list(list.id), limit: nil).map(\.key))
    }
    return result
  }

  @Test("Every order gives the same papers, lists and conflicts", arguments: [true, false])
  func orders(isEmpty: Bool) throws {
    var expected: Result?
    for order in Self.orders {
      let library = try Library.inMemory(lists: isEmpty ? [] : [Self.standing])
      let actions = Actions(library: library, now: { "2026-03-01T09:30:00.000Z" })
      var conflicts: [String] = []
      var dumps = [try library.dump()]
      for number in order {
        let (_, plan) = try actions.perform(importing: [Self.documents[number]])
        conflicts += plan.documents[0].conflicts.map { "\($0.kind) \($0.identifier)" }
        dumps.append(try library.dump())
      }
      let found = try result(library, conflicts)
      #expect(found == expected ?? found, "\(order)")
      expected = found
      // Nothing is left to do, whatever comes again.
      for document in Self.documents {
        let (outcome, plan) = try actions.perform(importing: [document])
        #expect(!outcome.changed && plan.counts.same == plan.counts.entries)
      }
      #expect(try library.dump() == dumps.popLast())
      for dump in dumps.reversed() {
        _ = try actions.perform(.undo(1))
        #expect(try library.dump() == dump)
      }
    }
    let papers = try #require(expected?.papers)
    #expect(papers.count == (isEmpty ? 16 : 17))
    #expect(papers.contains("arxiv:1706.03762") && papers.contains("arxiv:2505.09388"))
    #expect(!papers.contains { $0.hasPrefix("title:attention") || $0.hasPrefix("title:qwen") })
    #expect(expected?.conflicts == ["sharedTitle arxiv:2506.19697"])
  }

  @Test("A list that is imported again leaves the file of the library byte for byte")
  func bytes() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-order-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("library.db")
    func importing(_ documents: [ImportDocument]) throws {
      let actions = Actions(
        library: try Library.open(at: file.path) { [] }, now: { "2026-03-01T09:30:00.000Z" })
      for document in documents { _ = try actions.perform(importing: [document]) }
    }
    try importing(Self.documents)
    let before = try Data(contentsOf: file)
    for document in Self.documents { try importing([document]) }
    #expect(try Data(contentsOf: file) == before)
  }
}
