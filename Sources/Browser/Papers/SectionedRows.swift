import ReadingModel

/// The lines of a list of papers: one for each row, and its sections' headings between them.
///
/// Every heading takes a line, and all but one at the top a blank line before it. Nothing here costs
/// time for each row, so that a list may be of any length.
struct SectionedRows: Equatable, Sendable {
  /// What stands on a line.
  enum Content: Equatable, Sendable {
    case row(Int)
    case heading(String)
    case blank
  }

  /// How many rows there are.
  let rows: Int
  /// Sections that have a heading: the index of their first row, and the heading.
  private let headings: [(index: Int, title: String)]

  /// Lays rows and sections out; sections are in order, and empty ones are left out.
  init(rows: Int, sections: [SectionSpan]) {
    self.rows = rows
    headings = sections.compactMap { section in
      guard let title = section.title, section.count > 0 else { return nil }
      return (section.first - 1, title)
    }
  }

  static func == (left: SectionedRows, right: SectionedRows) -> Bool {
    left.rows == right.rows && left.headings.elementsEqual(right.headings, by: ==)
  }

  /// How many lines there are.
  var lineCount: Int { rows == 0 ? 0 : line(ofRow: rows - 1) + 1 }

  /// The line of a row.
  func line(ofRow row: Int) -> Int { row + lines(ofHeadings: headingCount(upToRow: row)) }

  /// What stands on a line, which must be one of them.
  func content(ofLine line: Int) -> Content {
    // The headings at or above the line: those whose own line is not after it.
    let above = partition(headings.count) { headingLine($0) <= line }
    if above > 0, headingLine(above - 1) == line { return .heading(headings[above - 1].title) }
    if above < headings.count, headingLine(above) == line + 1 { return .blank }
    return .row(line - lines(ofHeadings: above))
  }

  /// The line of the heading that stands directly above a row; else the line of the row.
  func firstLine(withRow row: Int) -> Int {
    let count = headingCount(upToRow: row)
    let isFirstOfSection = count > 0 && headings[count - 1].index == row
    return line(ofRow: row) - (isFirstOfSection ? 1 : 0)
  }

  private func headingLine(_ heading: Int) -> Int { line(ofRow: headings[heading].index) - 1 }

  private func lines(ofHeadings count: Int) -> Int {
    guard count > 0 else { return 0 }
    return headings[0].index == 0 ? 2 * count - 1 : 2 * count
  }

  private func headingCount(upToRow row: Int) -> Int {
    partition(headings.count) { headings[$0].index <= row }
  }

  /// How many of the first numbers satisfy a condition that holds for a beginning of them.
  private func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
