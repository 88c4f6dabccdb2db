public import ReadingModel

/// A format that papers can be written in.
public enum ExportFormat: String, CaseIterable, Sendable {
  case markdown, org, html, bibtex, ris
  case cslJSON = "csl-json"
  case csv, json

  /// What a file of the format usually ends in, without the dot.
  public var ending: String {
    switch self {
    case .markdown: "md"
    case .bibtex: "bib"
    case .cslJSON: "json"
    case .org, .html, .ris, .csv, .json: rawValue
    }
  }

  /// What is written, in one line.
  public var summary: String {
    switch self {
    case .markdown: "A list as Lectern reads it again, or your notes"
    case .org: "Papers with remarks and notes, for Emacs"
    case .html: "A page with remarks and notes"
    case .bibtex: "Facts, for LaTeX"
    case .ris: "Facts, for reference managers"
    case .cslJSON: "Facts, for pandoc and Zotero"
    case .csv: "A table for spreadsheets, without notes"
    case .json: "Everything but notes, for programs"
    }
  }
}

/// What is to be written where.
public struct ExportRequest: Equatable, Sendable {
  /// The papers that an export is about.
  public enum Scope: Equatable, Sendable {
    /// Those of a list, a search, a filter.
    case source(RowSource)
    /// Those that were chosen.
    case papers([PaperID])
    /// Those of a source from an index on, all of them without a limit, but not certain ones.
    case part(RowSource, start: Int, limit: Int?, without: Set<PaperID>)
  }

  /// The papers.
  public var scope: Scope
  /// What they are called together.
  public var title: String
  /// How they are written.
  public var format: ExportFormat
  /// True for notes alone, and for papers that have any.
  public var notesOnly: Bool

  /// Makes a request.
  public init(scope: Scope, title: String, format: ExportFormat, notesOnly: Bool = false) {
    self.scope = scope
    self.title = title
    self.format = format
    self.notesOnly = notesOnly
  }
}

/// What came of writing an export to a file or a folder.
public enum ExportOutcome: Equatable, Sendable {
  /// It is written, or stands there already, in sentences.
  case done([String])
  /// A file that Lectern wrote stands there and is different; the question whether to replace it.
  case wouldReplace(String)
}
