import ReadingActions
import ReadingModel
import ReadingStore
import Testing

/// A small reading order on which every action can be tried.
struct Desk {
  let library: Library
  let actions: Actions

  init() throws {
    library = try Library.inMemory(lists: [Self.order])
    actions = Actions(library: library, now: { "2026-03-01T09:30:00.000Z" })
  }

  /// The papers in order: Attention, BERT (after it), GPT-3 (after it), InstructGPT (after GPT-3).
  static let order = ReadingList(
    slug: "order", title: "An order", kind: .order,
    sections: [
      ReadingSection(
        title: "Beginnings",
        entries: [
          entry("Attention Is All You Need", "1706.03762", 2017),
          entry(
            "BERT: Pre-training of Deep Bidirectional Transformers", "1810.04805", 2018,
            name: "BERT", after: ["arxiv:1706.03762": "it is the encoder half"]),
          entry(
            "Language Models are Few-Shot Learners", "2005.14165", 2020, name: "GPT-3",
            after: ["arxiv:1706.03762": "it is the decoder half"]),
          entry(
            "Training language models to follow instructions", "2203.02155", 2022,
            name: "InstructGPT", after: ["arxiv:2005.14165": "it starts from that model"]),
        ])
    ])

  private static func entry(
    _ title: String, _ arxiv: String, _ year: Int, name: String? = nil,
    after: [String: String] = [:]
  ) -> Entry {
    Entry(
      paper: Paper(
        title: title, shortName: name, authors: ["Somebody", Paper.otherAuthors], year: year,
        identifiers: [Identifier(canonical: arxiv, scheme: .arxiv)],
        links: [Link(kind: .paper, url: "https://arxiv.org/abs/\(arxiv)")]),
      remark: "Why \(title) stands here.",
      prerequisites: after.map { Prerequisite(key: $0.key, why: $0.value) })
  }

  /// The paper that words name.
  func paper(_ words: String) throws -> PaperID { try actions.paper(named: words) }

  /// Carries out a change and returns its sentence.
  func say(_ change: Change) throws -> String { try actions.perform(change).sentence }

  /// Marks a paper.
  func mark(_ words: String, _ status: Status) throws -> String {
    try say(.progress([paper(words)], ProgressChange(status: status)))
  }

  /// Everything about a paper.
  func detail(_ words: String) throws -> PaperDetail {
    try #require(try library.paper(paper(words)))
  }
}
