import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

/// The papers that an export is about.
struct ExportSelection {
  /// The list that was named, if one was.
  let list: ListSummary?
  /// What the papers are called together.
  let title: String

  private let workspace: Workspace
  private let source: RowSource
  private let paper: PaperID?
  private let notesOnly: Bool

  /// Finds what was named.
  ///
  /// - Throws: What says that a list or paper is not there, or that a query is wrong.
  init(
    _ workspace: Workspace, list: String?, query: String?, paper: String?, notesOnly: Bool
  ) throws {
    self.workspace = workspace
    self.notesOnly = notesOnly
    self.list = try list.map { try workspace.actions.list(named: $0) }
    self.paper = try paper.map { try workspace.actions.paper(named: $0) }
    title = self.list?.title ?? query ?? "Papers"
    if let list = self.list {
      source = .list(list.id)
    } else if let query {
      source = .search(try workspace.query(query))
    } else {
      source = .all
    }
  }

  /// The papers with what every export prints about them.
  func papers() throws -> [ListedPaper] {
    var papers = try workspace.library.listed(source, limit: nil)
    if let paper { papers.removeAll { $0.id != paper } }
    guard notesOnly else { return papers }
    let noted = try withNotes()
    return papers.filter { noted.contains($0.id) }
  }

  /// The papers with their notes; without a selection, those that the reader has touched.
  func details() throws -> [PaperDetail] {
    let whole = source == .all && paper == nil && !notesOnly
    return try papers().compactMap { try workspace.library.paper($0.id) }.filter {
      !whole || $0.isTouched
    }
  }

  /// The notes on those of the papers that have any.
  func notes(of papers: [ListedPaper]) throws -> [PaperID: [Note]] {
    let noted = try withNotes()
    var notes: [PaperID: [Note]] = [:]
    for paper in papers where noted.contains(paper.id) {
      notes[paper.id] = try workspace.library.paper(paper.id)?.notes
    }
    return notes
  }

  /// The papers as `list`, `show` and `search` print them with `--json`.
  func json(_ papers: [ListedPaper]) throws -> String {
    if let list { return JSONShapes.list(list, papers: papers).printed }
    if let paper, let detail = try workspace.library.paper(paper), !papers.isEmpty {
      return JSONShapes.show(detail).printed
    }
    return JSONShapes.search(papers).printed
  }

  private func withNotes() throws -> Set<PaperID> {
    let query = try workspace.query("has:note")
    return Set(try workspace.library.listed(.search(query), limit: nil).map(\.id))
  }
}

extension PaperDetail {
  /// True when the reader has left anything on the paper.
  fileprivate var isTouched: Bool {
    progress != Progress() || !tags.isEmpty || !notes.isEmpty
  }
}
