import Browser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

/// The papers that an export is about.
struct ExportSelection {
  /// The whole list, when it is one.
  let list: ListSummary?
  /// What the papers are called together.
  let title: String
  /// True for papers that have notes alone.
  let notesOnly: Bool

  private let library: Library
  private let origin: Origin

  /// Where the papers come from.
  private enum Origin: Equatable {
    case source(RowSource)
    case papers([PaperID])
  }

  /// Takes what the browser asks for.
  init(_ request: ExportRequest, in library: Library) throws {
    self.library = library
    title = request.title
    notesOnly = request.notesOnly
    switch request.scope {
    case .source(let source): origin = .source(source)
    case .papers(let papers): origin = .papers(papers)
    case .part(let source, let start, let limit, let left):
      origin = .papers(
        try library.papers(of: source, start: start, limit: limit).filter { !left.contains($0) })
    }
    list =
      if case .source(.list(let id)) = origin {
        try library.lists().first { $0.id == id }
      } else {
        nil
      }
  }

  /// Finds what was named on the command line.
  ///
  /// - Throws: What says that a list or paper is not there, or that a query is wrong.
  init(
    _ workspace: Workspace, list: String?, query: String?, paper: String?, notesOnly: Bool
  ) throws {
    library = workspace.library
    self.notesOnly = notesOnly
    self.list = try list.map { try workspace.actions.list(named: $0) }
    title = self.list?.title ?? query ?? "Papers"
    origin =
      if let list = self.list {
        .source(.list(list.id))
      } else if let paper {
        .papers([try workspace.actions.paper(named: paper)])
      } else if let query {
        .source(.search(try workspace.query(query)))
      } else {
        .source(.all)
      }
  }

  /// The papers with what every export prints about them.
  func papers() throws -> [ListedPaper] {
    let papers: [ListedPaper]
    switch origin {
    case .source(let source): papers = try library.listed(source, limit: nil)
    case .papers(let ids):
      papers = try ids.compactMap(library.paper).enumerated().map { index, detail in
        ListedPaper(
          id: detail.id, key: detail.key, paper: detail.paper, progress: detail.progress,
          tags: detail.tags, position: index + 1)
      }
    }
    guard notesOnly else { return papers }
    let noted = try withNotes()
    return papers.filter { noted.contains($0.id) }
  }

  /// The papers with their notes; of a whole library, those that the reader has touched.
  func details() throws -> [PaperDetail] {
    let isWhole = origin == .source(.all) && !notesOnly
    return try papers().compactMap { try library.paper($0.id) }.filter {
      !isWhole || $0.isTouched
    }
  }

  /// The notes on those of the papers that have any.
  func notes(of papers: [ListedPaper]) throws -> [PaperID: [Note]] {
    let noted = try withNotes()
    var notes: [PaperID: [Note]] = [:]
    for paper in papers where noted.contains(paper.id) {
      notes[paper.id] = try library.paper(paper.id)?.notes
    }
    return notes
  }

  /// The papers as `list`, `show` and `search` print them with `--json`.
  func json(_ papers: [ListedPaper]) throws -> String {
    if let list { return JSONShapes.list(list, papers: papers).printed }
    if case .papers = origin, papers.count == 1, let detail = try library.paper(papers[0].id) {
      return JSONShapes.show(detail).printed
    }
    return JSONShapes.search(papers).printed
  }

  private func withNotes() throws -> Set<PaperID> {
    let query = Query(condition: .has(.note), text: "has:note")
    return Set(try library.listed(.search(query), limit: nil).map(\.id))
  }

  /// The list as a document that can be imported again; nil for anything but a whole list.
  func document() throws -> ReadingList? { try list.map { try library.document(of: $0.id) } }
}

extension PaperDetail {
  /// True when the reader has left anything on the paper.
  fileprivate var isTouched: Bool {
    progress != Progress() || !tags.isEmpty || !notes.isEmpty
  }
}
