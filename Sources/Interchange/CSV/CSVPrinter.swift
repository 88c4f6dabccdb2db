public import ReadingModel

/// Papers as a table for spreadsheets (RFC 4180).
///
/// Every cell stands in quotation marks, and none can be taken for a formula. Lectern reads the table
/// back with equal facts, marks and remarks.
public enum CSVPrinter {
  /// The header, which a file that was saved by a spreadsheet no longer begins with: spreadsheets
  /// leave out quotation marks where they can.
  public static let mark = line(columns.map(\.name))

  private static let columns: [(name: String, text: @Sendable (ListedPaper) -> String)] = [
    ("key", { $0.key }),
    ("title", { $0.paper.title }),
    ("short name", { $0.paper.shortName ?? "" }),
    ("authors", { $0.paper.authors.joined(separator: "; ") }),
    ("year", { $0.paper.year.map { String($0) } ?? "" }),
    ("venue", { $0.paper.venue ?? "" }),
    ("kind", { $0.paper.kind.rawValue }),
    ("arxiv", { identifier(.arxiv, of: $0) }),
    ("doi", { identifier(.doi, of: $0) }),
    ("openreview", { identifier(.openreview, of: $0) }),
    ("acl", { identifier(.acl, of: $0) }),
    ("url", { links(.paper, of: $0).first ?? identifier(.url, of: $0) }),
    ("code", { links(.code, of: $0).joined(separator: " ") }),
    ("page urls", { links(.page, of: $0).joined(separator: " ") }),
    ("status", { $0.progress.status.rawValue }),
    ("pass", { $0.progress.pass > 0 ? String($0.progress.pass) : "" }),
    ("rating", { $0.progress.rating.map { String($0) } ?? "" }),
    ("tags", { $0.tags.joined(separator: "; ") }),
    ("section", { $0.section ?? "" }),
    ("remark", { $0.remark }),
    ("gone", { $0.isGone ? "yes" : "" }),
    ("abstract", { $0.paper.abstract ?? "" }),
  ]

  /// Prints papers in the order given, a row for each behind the header.
  public static func print(_ papers: [ListedPaper]) -> String {
    papers.reduce(into: mark) { table, paper in
      table += line(columns.map { $0.text(paper) })
    }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { TableText.printed($0) }.joined(separator: ",") + "\r\n"
  }

  private static func identifier(_ scheme: IdentifierScheme, of listed: ListedPaper) -> String {
    listed.paper.value(of: scheme) ?? ""
  }

  private static func links(_ kind: Link.Kind, of listed: ListedPaper) -> [String] {
    listed.paper.addresses(kind)
  }
}
