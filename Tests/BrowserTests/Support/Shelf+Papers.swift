import ReadingModel

extension FakeLibrary.Shelf {
  /// Three lists of fifteen papers, with titles in several scripts.
  static let filled: Self = {
    var shelf = Self()
    func add(
      _ number: Int64, _ title: String, _ name: String? = nil, authors: [String], year: Int,
      venue: String? = nil, arxiv: String? = nil, after: [(Int64, String)] = [],
      progress: Progress = Progress(), tags: [String] = [], notes: [String] = []
    ) {
      let id = PaperID(rawValue: number)
      let url = arxiv.map { "https://arxiv.org/abs/\($0)" }
      var paper = Paper(
        title: title, shortName: name, authors: authors, year: year, venue: venue,
        identifiers: arxiv.map { [Identifier(canonical: $0, scheme: .arxiv)] } ?? [],
        links: url.map { [Link(kind: .paper, url: $0)] } ?? [])
      if number == 9 {
        paper.links.append(Link(kind: .code, url: "https://example.org/flash"))
        paper.abstract = "Attention that reads and writes less memory."
      }
      shelf.papers[id] = PaperDetail(
        id: id, key: arxiv.map { "arxiv:\($0)" } ?? "title:\(number)", paper: paper,
        progress: progress, tags: tags,
        notes: notes.enumerated().map { index, body in
          Note(
            id: NoteID(rawValue: number * 10 + Int64(index)), body: body,
            created: "2026-02-0\(index + 1)T09:00", updated: "2026-02-0\(index + 1)T09:00",
            versions: 1)
        },
        prerequisites: after.map { required, why in
          PaperReference(
            paper: PaperID(rawValue: required), key: "",
            name: shelf.papers[PaperID(rawValue: required)]?.paper.shortName ?? "",
            status: .unread, why: why)
        }, added: "2026-01-01T00:00")
    }
    let read = Progress(status: .read, pass: 2, rating: 5)
    add(
      1, "Attention Is All You Need", "Transformer", authors: ["Ashish Vaswani", "et al."],
      year: 2017, venue: "NeurIPS 2017", arxiv: "1706.03762", progress: read,
      tags: ["attention"],
      notes: ["The decoder masks what comes after.", "Read again: *why* divide by √d?"])
    add(
      2, "BERT: Pre-training of Deep Bidirectional Transformers", "BERT",
      authors: ["Jacob Devlin"], year: 2018, arxiv: "1810.04805",
      after: [(1, "it is the encoder half of that paper")], progress: Progress(status: .skipped))
    add(
      3, "Language Models are Few-Shot Learners", "GPT-3", authors: ["Tom Brown", "et al."],
      year: 2020, arxiv: "2005.14165", after: [(1, "it is the decoder half, made large")])
    add(
      4, "Training language models to follow instructions with human feedback", "InstructGPT",
      authors: ["Long Ouyang"], year: 2022, arxiv: "2203.02155",
      after: [(3, "it starts from that model")])
    add(
      5, "Direct Preference Optimization: Your Language Model is Secretly a Reward Model", "DPO",
      authors: ["Rafael Rafailov"], year: 2023, arxiv: "2305.18290",
      after: [(4, "it replaces the reward model there"), (3, "")])
    add(
      9, "FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness",
      "FlashAttention",
      authors: ["Tri Dao", "Daniel Y. Fu", "Stefano Ermon", "Atri Rudra", "Christopher Ré"],
      year: 2022, venue: "NeurIPS 2022", arxiv: "2205.14135", after: [(1, "")],
      progress: Progress(status: .reading, pass: 1, rating: 4), tags: ["attention", "systems"],
      notes: ["Tiling keeps the softmax exact; the win is memory traffic, not arithmetic."])
    add(10, "深層学習による自然言語処理の進展と注意機構の役割について考える", authors: ["岡崎 直観"], year: 2021)
    add(11, "Café au lait: étude d’une mémoire à court terme", authors: ["Zoë Müller"], year: 2019)
    add(
      12, "👩‍👩‍👧‍👦 Families of models 🇯🇵 across languages ❤️ and cultures, a survey of everything",
      authors: ["Ana Ñandú"], year: 2024, progress: Progress(status: .queued))
    add(13, "Mixture of Experts 모델 확장", authors: ["김철수"], year: 2025, arxiv: "2501.00001")
    add(14, "A Report without Address", authors: [], year: 2025)
    add(15, "e\u{301}\u{300}\u{302}\u{303}tude of marks", authors: ["Nobody"], year: 2023)
    shelf.queue = [PaperID(rawValue: 12)]

    func ids(_ numbers: Int64...) -> [PaperID] { numbers.map { PaperID(rawValue: $0) } }
    shelf.lists = [
      List(
        id: ListID(rawValue: 1), title: "Transformer to agents", kind: .order, issued: nil,
        sections: [
          ("Recommended reading order", ids(1, 2, 3, 4, 5)), ("Making it fast", ids(9, 13)),
        ],
        remarks: [
          PaperID(rawValue: 9): """
          Long context is affordable **only once** attention stops writing its matrix to memory:

          - tiling
            - the softmax is _rescaled_ as blocks arrive, so that nothing has to be kept
          - recomputation in the backward pass ([code](https://example.org))
          """,
          PaperID(rawValue: 3): "Size alone teaches a model to learn from its prompt.",
        ]),
      List(
        id: ListID(rawValue: 2), title: "Papers you should know", kind: .weekly,
        issued: "2025-11-09", sections: [(nil, ids(10, 11, 12, 13))]),
      List(
        id: ListID(rawValue: 3), title: "LLM papers for the week", kind: .weekly,
        issued: "2025-02-24",
        sections: [("1. Progress", ids(14)), ("2. Reasoning", ids(5, 15))]),
      List(
        id: ListID(rawValue: 4), title: "Paper notes", kind: .notes, issued: nil,
        sections: [(nil, ids(1, 9))]),
    ]
    return shelf
  }()

  /// A single list of so many papers under a few headings.
  static func large(_ count: Int) -> Self {
    var shelf = Self()
    var ids: [PaperID] = []
    for number in 1...count {
      let id = PaperID(rawValue: Int64(number))
      ids.append(id)
      shelf.papers[id] = PaperDetail(
        id: id, key: "title:\(number)", paper: Paper(title: "Paper \(number)", year: 2020),
        progress: Progress(), added: "2026-01-01T00:00")
    }
    let third = count / 3
    shelf.lists = [
      List(
        id: ListID(rawValue: 1), title: "All of it", kind: .custom, issued: nil,
        sections: [
          (nil, Array(ids.prefix(third))), ("Then", Array(ids.dropFirst(third).prefix(third))),
          ("Last", Array(ids.dropFirst(2 * third))),
        ])
    ]
    return shelf
  }
}
