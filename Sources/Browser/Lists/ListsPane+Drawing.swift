import Terminal

extension ListsPane {
  /// Draws the pane; the row of the cursor is loud only while the pane has the focus.
  func draw(into surface: inout Surface, in rect: Rect, isFocused: Bool, glyphs: Glyphs) {
    let showsBars = showsBars(height: rect.size.rows)
    let lines = lines(height: rect.size.rows)
    // A pane over the whole width of a narrow screen keeps its counts near its names.
    let right = min(rect.right, rect.left + 60)
    for (row, line) in lines.dropFirst(scroll).prefix(rect.size.rows).enumerated() {
      let point = Point(row: rect.top + row, column: rect.left + 2)
      switch line {
      case .blank: break
      case .heading(let text):
        surface.write(text, at: point, style: Style(.dim), limit: right)
      case .progress(let index):
        drawProgress(of: items[index], into: &surface, at: point, right: right, glyphs: glyphs)
      case .item(let index):
        let item = items[index]
        // Where the bar is shown, the count stands beside it.
        let count = showsBars && item.read != nil ? "" : item.countText
        let countColumn = right - 1 - count.utf8.count
        let room = countColumn - point.column - (count.isEmpty ? 0 : 1)
        surface.write(
          truncate(item.label, to: room, ellipsis: glyphs.ellipsis),
          at: point)
        surface.write(
          count, at: Point(row: point.row, column: countColumn), style: Style(.dim), limit: right)
        if index == cursor {
          surface.drawCursor(
            row: point.row, columns: rect.left..<rect.right, isFocused: isFocused, glyphs: glyphs)
        }
      }
    }
  }

  private func drawProgress(
    of item: Item, into surface: inout Surface, at point: Point, right: Int, glyphs: Glyphs
  ) {
    let read = item.read ?? 0
    let count = item.count ?? 0
    let figures = "\(read)/\(count)"
    let figuresColumn = right - 1 - figures.utf8.count
    let bar = glyphs.progressBar(
      done: read, of: count, columns: min(15, figuresColumn - 1 - point.column - 2))
    var point = Point(row: point.row, column: point.column + 2)
    point.column += surface.write(bar.full, at: point, style: Style(.accent), limit: right)
    surface.write(bar.empty, at: point, style: Style(.dim), limit: right)
    surface.write(
      figures, at: Point(row: point.row, column: figuresColumn), style: Style(.dim), limit: right)
  }
}

extension Surface {
  /// Marks a row as the one under the cursor: a bar in its margin and weight on all of it.
  mutating func drawCursor(row: Int, columns: Range<Int>, isFocused: Bool, glyphs: Glyphs) {
    write(glyphs.bar, at: Point(row: row, column: columns.lowerBound), style: Style(.accent))
    if isFocused {
      // In reverse, roles would break the row into patches; the signs keep their shapes.
      restyle(row: row, columns: columns, role: .text, adding: [.bold, .reverse])
    } else {
      restyle(row: row, columns: columns, adding: .bold)
    }
  }
}
