public import ArgumentParser
public import Browser

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
  var format = ExportFormat.markdown
  @Option(help: ArgumentHelp("Export that list.", valueName: "slug")) var list: String?
  @Option(help: "Export the papers that match.") var query: String?
  @Option(help: "Export one paper.") var paper: String?
  @Flag(help: "Only notes, and only papers that have any.") var notesOnly = false
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write there instead of standard output.", valueName: "file or folder"),
    completion: .file())
  var output: String?

  func validate() throws {
    guard [list, query, paper].compactMap({ $0 }).count <= 1 else {
      throw ValidationError("--list, --query and --paper exclude one another")
    }
  }

  func run() throws {
    let workspace = try Workspace(global.opening)
    let selection = try ExportSelection(
      workspace, list: list, query: query, paper: paper, notesOnly: notesOnly)
    let export = ExportRun(selection: selection, format: format)
    guard let output else { return print(try export.text(), terminator: "") }
    let (outcome, problem) = try export.write(to: output)
    if case .done(let sentences) = outcome { print(sentences.joined(separator: "\n")) }
    if let problem { throw Failure(sentence: problem) }
  }
}

extension ExportFormat: ExpressibleByArgument {}
