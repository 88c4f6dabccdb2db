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
      paper when -o names a folder, one document otherwise. Org and HTML write papers with \
      remarks and notes, CSV and JSON with everything but notes, BibTeX, RIS and CSL-JSON their \
      facts alone. A file that Lectern did not write is never overwritten.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(help: "markdown, org, html, bibtex, ris, csl-json, csv or json.")
  var format = Format.markdown
  @Option(help: ArgumentHelp("Export that list.", valueName: "slug")) var list: String?
  @Option(help: "Export the papers that match.") var query: String?
  @Option(help: "Export one paper.") var paper: String?
  @Flag(help: "Only notes, and only papers that have any.") var notesOnly = false
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write there instead of standard output.", valueName: "file or folder"),
    completion: .file())
  var output: String?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case markdown, org, html, bibtex, ris
    case cslJSON = "csl-json"
    case csv, json
  }

  func validate() throws {
    guard [list, query, paper].compactMap({ $0 }).count <= 1 else {
      throw ValidationError("--list, --query and --paper exclude one another")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let selection = try ExportSelection(
      workspace, list: list, query: query, paper: paper, notesOnly: notesOnly)
    let destination = ExportDestination(output)
    guard format == .markdown else {
      return try destination.write(try document(of: selection), format)
    }
    if let list = selection.list, !notesOnly, !destination.isFolder {
      return try destination.write(
        ListFormat.print(try workspace.library.document(of: list.id)), format)
    }
    let details = try selection.details()
    if destination.isFolder {
      try destination.write(files: NoteFiles.print(details))
    } else {
      try destination.write(
        ExportDestination.notesHeading + "\n" + NoteDocument.print(details), format)
    }
  }

  private func document(of selection: ExportSelection) throws -> String {
    let papers = try selection.papers()
    switch format {
    case .markdown, .json: return try selection.json(papers) + "\n"
    case .bibtex: return ExportDestination.bibtexHeading + "\n" + BibTeX.print(papers)
    case .ris: return RISPrinter.print(papers)
    case .cslJSON: return CSLPrinter.print(papers)
    case .csv: return CSVPrinter.print(papers)
    case .org:
      return OrgPrinter.print(
        papers, title: selection.title, notes: try selection.notes(of: papers))
    case .html:
      return HTMLPrinter.print(
        papers, title: selection.title, notes: try selection.notes(of: papers))
    }
  }
}
