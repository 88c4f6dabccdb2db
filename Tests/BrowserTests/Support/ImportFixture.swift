import ReadingModel

@testable import Browser

/// Plans of imports that the tests show.
enum ImportFixture {
  typealias Place = ImportRequest.EntryPlace

  /// A newsletter: new, known, changed, moved, gone and contradicting entries, and what was left out.
  static let newsletter: ImportPlan = {
    func entry(
      _ line: Int?, _ title: String, _ change: PlannedEntry.Change, paper: Int64? = nil,
      section: String? = nil
    ) -> PlannedEntry {
      PlannedEntry(
        line: line, title: title, section: section, change: change,
        paper: paper.map(PaperID.init(rawValue:)))
    }
    var list = PlannedList(
      slug: "weekly", title: "Papers of the week", kind: .weekly, issued: "2025-11-09",
      isNew: false)
    list.entries = [
      entry(11, "Kosmos: An AI Scientist for Autonomous Discovery", .new),
      entry(
        16, "MemSearcher: Training LLMs to Reason, Search and Manage Memory via End-to-End RL", .new
      ),
      entry(20, "Attention Is All You Need", .same, paper: 1, section: "1. Architectures"),
      entry(24, "BERT", .changed(["remark"]), paper: 2, section: "1. Architectures"),
      entry(28, "GPT-3", .moved, paper: 3, section: "1. Architectures"),
      entry(
        32, "GRPO-CARE: Consistency-Aware Reinforcement Learning for Multimodal Reasoning", .new,
        section: "2. Reasoning"),
      entry(36, "注意力機構の解説 👩‍👩‍👧‍👦", .new, section: "2. Reasoning"),
      entry(40, "A quite different heading", .same, paper: 5, section: "2. Reasoning"),
      entry(nil, "An old one", .gone(isKept: false), paper: 6, section: "1. Architectures"),
      entry(nil, "An old one with a note", .gone(isKept: true), paper: 7),
    ]
    var document = PlannedDocument(
      path: "/home/reader/news/llm-watch-2025-11-09.txt", format: "newsletter")
    document.lists = [list]
    document.conflicts = [
      PlannedConflict(
        diagnostic: Diagnostic(
          line: 32,
          message:
            "the title “GRPO-CARE: Consistency-Aware Reinforcement Learning for …” stands over "
            + "arxiv:2506.19697 here and over arxiv:2506.16141 in the library; both papers are kept"
        ),
        kind: .sharedTitle, place: Place(document: 0, list: 0, entry: 5),
        identifier: "arxiv:2506.19697",
        other: .init(
          title: "GRPO-CARE: Consistency-Aware Reinforcement Learning for Multimodal Reasoning",
          key: "arxiv:2506.16141", line: nil)),
      PlannedConflict(
        diagnostic: Diagnostic(
          line: 40,
          message: "arxiv:2205.14135 is “FlashAttention” in the library and “A quite different "
            + "heading” here; the first title is kept"),
        kind: .sharedIdentifier, place: Place(document: 0, list: 0, entry: 7),
        identifier: "arxiv:2205.14135", other: nil),
    ]
    document.warnings = [Diagnostic(line: 44, message: "the year “20x5” is none and was left out")]
    document.leftOut = [
      Diagnostic(line: 3, message: "advert: Learn agents in three days"),
      Diagnostic(line: 52, message: "closing words: Thank you for reading"),
    ]
    return ImportPlan(documents: [document])
  }()

  /// Two documents, of which one has no entry.
  static let folder: ImportPlan = {
    var first = PlannedDocument(path: "lists/a.bib", format: "bibtex")
    first.lists = [
      PlannedList(
        slug: "a", title: "A", kind: .custom, isNew: true,
        entries: [PlannedEntry(line: 1, title: "One work", section: nil, change: .new)])
    ]
    var second = PlannedDocument(path: "lists/b.md", format: "markdown")
    second.problem = "found no entries; looked for Markdown"
    return ImportPlan(documents: [first, second])
  }()

  /// A document with nothing in it.
  static let nothing: ImportPlan = {
    var document = PlannedDocument(path: "x.bin")
    document.problem = "found no entries: it is in none of the formats bibtex, ris"
    return ImportPlan(documents: [document])
  }()

  /// A list of so many new works.
  static func many(_ count: Int) -> ImportPlan {
    var document = PlannedDocument(path: "many.bib", format: "bibtex")
    document.lists = [
      PlannedList(
        slug: "many", title: "Many", kind: .custom, isNew: true,
        entries: (1...count).map {
          PlannedEntry(line: 3 * $0, title: "Work \($0)", section: nil, change: .new)
        })
    ]
    return ImportPlan(documents: [document])
  }

  /// A library whose desk knows the documents.
  static func library() -> FakeLibrary {
    let library = FakeLibrary()
    library.importing.plan("news.txt", newsletter)
    library.importing.plan("pasted", newsletter)
    library.importing.plan("lists", folder)
    library.importing.plan("x.bin", nothing)
    library.importing.folder(
      "",
      [
        PathName(exact: Array("news.txt".utf8), isFolder: false),
        PathName(exact: Array("notes".utf8), isFolder: true),
      ])
    return library
  }
}
