/// A table that holds facts in rows and columns, as opposed to one that lays out a page.
struct HTMLTable {
  /// The greatest number of cells in a row.
  let columns: Int
  /// The cells of the present row.
  var row: [[UInt8]] = []
  /// The line of the source that the present row begins on.
  var line = 0
  /// True when the present row has a heading cell.
  var hasHeading = false
  /// True until the first row was written.
  var isFirstRow = true

  /// Looks ahead from behind a start tag whether it opens a table of facts.
  ///
  /// It does when it has two columns and no headings, lists, tables or several paragraphs in a cell.
  /// The look ends at the first of these, so that all tables together are looked at once.
  init?(_ tokenizer: HTMLTokenizer) {
    var tokenizer = tokenizer
    var columns = 0
    var rows = 0
    var cells = 0
    var paragraphs = 0
    scan: while let token = tokenizer.next() {
      switch token {
      case .start(.tr, _):
        rows += 1
        cells = 0
      case .start(.td, _), .start(.th, _):
        cells += 1
        paragraphs = 0
        columns = max(columns, cells)
      case .start(.p, _):
        paragraphs += 1
        if paragraphs > 1 { return nil }
      case .start(let tag, _):
        switch tag {
        case .table, .ul, .ol, .dl, .pre, .blockquote, .form, .hr: return nil
        default: if tag.headingLevel != nil { return nil }
        }
      case .end(.table): break scan
      default: break
      }
    }
    guard columns >= 2, rows >= 2 else { return nil }
    self.columns = columns
  }

  /// The lines of Markdown for the present row, and of the heading before the first one.
  mutating func takeRow() -> [[UInt8]] {
    defer {
      row = []
      hasHeading = false
    }
    guard row.contains(where: { !$0.isEmpty }) else { return [] }
    let text = Self.line(of: row)
    guard isFirstRow else { return [text] }
    isFirstRow = false
    let rule = Self.line(of: Array(repeating: Array("---".utf8), count: columns))
    let empty = Self.line(of: Array(repeating: [], count: columns))
    return hasHeading ? [Self.line(of: row, columns: columns), rule] : [empty, rule, text]
  }

  private static func line(of cells: [[UInt8]], columns: Int = 0) -> [UInt8] {
    var line: [UInt8] = []
    for cell in cells {
      line.append(contentsOf: "| ".utf8)
      line.append(contentsOf: cell)
      line.append(0x20)
    }
    for _ in cells.count..<max(columns, cells.count) { line.append(contentsOf: "| ".utf8) }
    line.append(UInt8(ascii: "|"))
    return line
  }
}
