import ArgumentParser
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write lists, papers and notes for other programs.",
    discussion: """
      Markdown writes a list in Lectern's list format with --list, else your notes: one file a \
      paper when -o names a folder, one document otherwise. BibTeX and JSON write the papers. A \
      file that Lectern did not write is never overwritten.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "markdown, json or bibtex.") var format = Format.markdown
  @Option(help: ArgumentHelp("Export that list.", valueName: "slug")) var list: String?
  @Option(help: "Export the papers that match.") var query: String?
  @Option(help: "Export one paper.") var paper: String?
  @Flag(help: "Only notes, and only papers that have any.") var notesOnly = false
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write there instead of standard output.", valueName: "file or folder"),
    completion: .file())
  var output: String?

  enum Format: String, CaseIterable, ExpressibleByArgument { case markdown, json, bibtex }

  func validate() throws {
    guard [list, query, paper].compactMap({ $0 }).count <= 1 else {
      throw ValidationError("--list, --query and --paper exclude one another")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let selection = try Selection(workspace, list: list, query: query, paper: paper)
    let destination = ExportDestination(output)
    switch format {
    case .bibtex:
      try destination.write(
        ExportDestination.bibtexHeading + "\n" + BibTeX.print(try selection.papers()), format)
    case .json:
      try destination.write(try selection.json() + "\n", format)
    case .markdown:
      if let list = selection.list, !notesOnly, !destination.isFolder {
        try destination.write(
          ListFormat.print(try workspace.library.document(of: list.id)), format)
      } else {
        let details = try selection.details(notesOnly: notesOnly)
        if destination.isFolder {
          try destination.write(files: NoteFiles.print(details))
        } else {
          try destination.write(
            ExportDestination.notesHeading + "\n" + NoteDocument.print(details), format)
        }
      }
    }
  }
}

/// The papers that an export is about.
private struct Selection {
  let workspace: Workspace
  let list: ListSummary?
  let source: RowSource
  let paper: PaperID?

  init(_ workspace: Workspace, list: String?, query: String?, paper: String?) throws {
    self.workspace = workspace
    self.list = try list.map { try workspace.actions.list(named: $0) }
    self.paper = try paper.map { try workspace.actions.paper(named: $0) }
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
    let papers = try workspace.library.listed(source, limit: nil)
    guard let paper else { return papers }
    return papers.filter { $0.id == paper }
  }

  /// The papers with their notes; without a selection, those that the reader has touched.
  func details(notesOnly: Bool) throws -> [PaperDetail] {
    let whole = source == .all && paper == nil
    return try papers().compactMap { try workspace.library.paper($0.id) }.filter {
      notesOnly ? !$0.notes.isEmpty : !whole || $0.isTouched
    }
  }

  func json() throws -> String {
    if let list { return JSONShapes.list(list, papers: try papers()).printed }
    if let paper, let detail = try workspace.library.paper(paper) {
      return JSONShapes.show(detail).printed
    }
    return JSONShapes.search(try papers()).printed
  }
}

extension PaperDetail {
  /// True when the reader has left anything on the paper.
  fileprivate var isTouched: Bool {
    progress != Progress() || !tags.isEmpty || !notes.isEmpty
  }
}
