import Terminal

/// Drawing a line input into part of a row, scrolled so that the cursor is in it.
extension LineInput {
  /// Draws the text, `…` at an end that is cut off, and puts the cursor in its place.
  ///
  /// The text is scrolled by half the width at a time, so that it stands still under most movements.
  ///
  /// - Parameters:
  ///   - surface: What to draw into.
  ///   - row: The row of the surface.
  ///   - columns: The part of the row, drawn over as a whole; an empty one draws nothing.
  ///   - style: How the text is drawn.
  func draw(
    into surface: inout Surface, row: Int, columns: Range<Int>, style: Style = .plain
  ) {
    guard !columns.isEmpty else { return }
    let start = Point(row: row, column: columns.lowerBound)
    surface.fill(Rect(row: row, column: columns.lowerBound, rows: 1, columns: columns.count))

    let width = columns.count
    let cursorColumn = displayWidth(of: text[..<text.index(atOffset: cursor)])
    let textWidth = displayWidth(of: text)
    let showsCuts = width >= Self.narrowestWithCuts
    let scroll = scrolledColumns(cursorColumn: cursorColumn, textWidth: textWidth, width: width)
    let isCutLeft = showsCuts && scroll > 0
    let isCutRight = showsCuts && textWidth - scroll > width

    var skipped = 0
    var rest = text[...]
    while skipped < (isCutLeft ? scroll + 1 : scroll), let first = rest.popFirst() {
      skipped += displayWidth(of: first)
    }
    surface.write(
      String(rest), at: Point(row: row, column: columns.lowerBound + skipped - scroll),
      style: style, limit: columns.upperBound - (isCutRight ? 1 : 0))
    if isCutLeft { surface.write("…", at: start, style: Style(.dim)) }
    if isCutRight {
      surface.write("…", at: Point(row: row, column: columns.upperBound - 1), style: Style(.dim))
    }
    surface.cursor = Point(row: row, column: columns.lowerBound + cursorColumn - scroll)
  }

  /// The narrowest width that has columns to spare for showing that an end is cut off.
  private static let narrowestWithCuts = 6

  /// How many columns of the text are left of the first column shown.
  private func scrolledColumns(cursorColumn: Int, textWidth: Int, width: Int) -> Int {
    if textWidth < width { return 0 }
    guard width >= Self.narrowestWithCuts else { return max(0, cursorColumn - (width - 1)) }
    let lastColumn = width - 2
    let half = lastColumn / 2
    let over = max(0, cursorColumn - lastColumn)
    return (over + half - 1) / half * half
  }
}
