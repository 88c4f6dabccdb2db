import Browser
import Interchange
import ReadingModel

/// An export: some papers in a format.
struct ExportRun {
  let selection: ExportSelection
  let format: ExportFormat

  /// Writes it to a file or, notes in Markdown, to a folder.
  ///
  /// - Parameter mayReplace: False to be asked before a file that Lectern wrote is replaced.
  /// - Returns: What was done, and the sentence that says that not all was; nil when it was.
  func write(
    to path: String, mayReplace: Bool = true
  ) throws -> (outcome: ExportOutcome, problem: String?) {
    let destination = ExportDestination(path)
    guard format == .markdown, destination.isFolder else {
      return (try destination.write(try text(), format, mayReplace: mayReplace), nil)
    }
    let (said, problem) = try destination.write(files: NoteFiles.print(selection.details()))
    return (.done(said), problem)
  }

  /// It as one document.
  func text() throws -> String {
    switch format {
    case .markdown: return try markdown()
    case .json: return try selection.json(selection.papers()) + "\n"
    case .bibtex:
      return ExportDestination.bibtexHeading + "\n" + BibTeX.print(try selection.papers())
    case .ris: return RISPrinter.print(try selection.papers())
    case .cslJSON: return CSLPrinter.print(try selection.papers())
    case .csv: return CSVPrinter.print(try selection.papers())
    case .org:
      let papers = try selection.papers()
      return OrgPrinter.print(
        papers, title: selection.title, notes: try selection.notes(of: papers))
    case .html:
      let papers = try selection.papers()
      return HTMLPrinter.print(
        papers, title: selection.title, notes: try selection.notes(of: papers))
    }
  }

  /// A whole list in Lectern's list format, anything else as a document of notes.
  private func markdown() throws -> String {
    if !selection.notesOnly, let document = try selection.document() {
      return ListFormat.print(document)
    }
    return ExportDestination.notesHeading + "\n" + NoteDocument.print(try selection.details())
  }
}
