import ReadingModel
import Terminal

extension PapersPane {
  /// Draws the rows and headings in view.
  func draw(
    into surface: inout Surface, in rect: Rect, isFocused: Bool, glyphs: Glyphs,
    shown: [RowColumn], emptySentence: String
  ) {
    let columns = EntryColumns(rect: rect, largestNumber: total, shown: shown)
    var words: [String] = []
    if case .search(let query) = source.base { words = TitleMatches.words(of: query) }
    if let filter = source.filter { words += TitleMatches.words(of: filter) }
    for row in 0..<rect.size.rows where scroll + row < lines.lineCount {
      let screenRow = rect.top + row
      switch lines.content(ofLine: scroll + row) {
      case .blank: break
      case .heading(let title):
        surface.write(
          truncate(title, to: rect.size.columns - 2, ellipsis: glyphs.ellipsis),
          at: Point(row: screenRow, column: rect.left + 1), style: Style(.dim))
      case .row(let index):
        guard let entry = self.row(at: index) else { continue }
        EntryLine(
          row: entry, isSelected: isSelected(entry, at: index), words: words, glyphs: glyphs
        ).draw(into: &surface, row: screenRow, columns: columns)
        if index == cursor {
          surface.drawCursor(
            row: screenRow, columns: rect.left..<rect.right, isFocused: isFocused, glyphs: glyphs)
        }
      }
    }
    if window != nil, total == 0 { surface.write(emptySentence, inEmpty: rect) }
  }
}

extension Surface {
  /// Writes why a pane has nothing to show.
  mutating func write(_ sentence: String, inEmpty rect: Rect) {
    let lines = StyledLine.wrapped(
      [StyledRun(sentence, .dim)], columns: min(72, rect.size.columns - 4))
    for (row, line) in lines.enumerated() where row + 1 < rect.size.rows {
      write(line, at: Point(row: rect.top + 1 + row, column: rect.left + 3), limit: rect.right)
    }
  }
}

extension BrowserModel {
  /// Why there are no papers to see, and what brings some.
  var emptyPapersSentence: String {
    if let failure = papers.failure { return failure }
    return switch papers.source {
    case .list: "This list has no papers."
    case .nextUp: "Everything that could come next is read."
    case .reading: "No paper is being read."
    case .queue: "The queue is empty."
    case .all:
      "The library has no papers" + hint(.importDocument, "brings in a list")
        + hint(.addPapers, "adds papers")
    case .search, .filtered: "No paper matches."
    case .week: "No weekly list was issued this week."
    case .needsTitle: "Every paper has its title."
    }
  }
}
