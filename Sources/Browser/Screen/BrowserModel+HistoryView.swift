import ReadingModel
import Terminal

extension BrowserModel {
  /// How many steps of the history can be seen.
  var historyHeight: Int { layout.body.size.rows - (showsUndoPreview ? Self.previewRows : 0) }

  /// The rows below the steps that say what taking one back would do, the rule above included.
  private static let previewRows = 5

  private var showsUndoPreview: Bool { layout.body.size.rows >= 12 }

  /// Draws the history: the steps, and below them what taking back the one under the cursor does.
  func draw(_ layer: HistoryLayer, into surface: inout Surface) {
    let body = layout.body
    drawSheet("History", side: "newest first", into: &surface)
    guard !layer.steps.isEmpty else {
      return draw(
        [.blank, StyledLine(indent: 3, runs: [StyledRun("Nothing was changed yet.", .dim)])],
        into: &surface)
    }
    for (row, step) in layer.steps.dropFirst(layer.scroll).prefix(historyHeight).enumerated() {
      draw(step, row: body.top + row, into: &surface)
      if layer.scroll + row == layer.cursor {
        surface.drawCursor(
          row: body.top + row, columns: 0..<size.columns, isFocused: true, glyphs: glyphs)
      }
    }
    if showsUndoPreview { drawPreview(of: layer, into: &surface) }
    drawSheetPosition(
      first: layer.scroll, count: layer.steps.count, page: historyHeight, into: &surface)
  }

  private func draw(_ step: HistoryStep, row: Int, into surface: inout Surface) {
    let (word, role): (String, Role) =
      switch step.state {
      case .done: ("", .text)
      case .undone: ("taken back", .dim)
      case .dropped: ("taken back for good", .dim)
      }
    let end = size.columns - 1 - displayWidth(of: word)
    var column = 3
    if size.columns >= 60 {
      let time = String(step.at.prefix(16))
      column += surface.write(time, at: Point(row: row, column: column), style: Style(.dim)) + 2
    }
    surface.write(
      truncate(step.label, to: end - 2 - column, ellipsis: glyphs.ellipsis),
      at: Point(row: row, column: column), style: Style(role))
    surface.write(word, at: Point(row: row, column: end), style: Style(.dim))
  }

  private func drawPreview(of layer: HistoryLayer, into surface: inout Surface) {
    let top = layout.body.top + historyHeight
    surface.fill(
      Rect(row: top, column: 0, rows: 1, columns: size.columns), with: glyphs.horizontal,
      style: Style(.dim))
    let columns = min(72, size.columns - 6)
    for (row, line) in previewLines(of: layer, columns: columns).prefix(Self.previewRows - 1)
      .enumerated()
    {
      surface.write(line, at: Point(row: top + 1 + row, column: 3), limit: size.columns - 1)
    }
  }

  private func previewLines(of layer: HistoryLayer, columns: Int) -> [StyledLine] {
    guard let step = layer.current else { return [] }
    switch step.state {
    case .done: break
    case .undone:
      return StyledLine.wrapped(
        [StyledRun("It was taken back\(hint(.redo, "does the oldest of these again"))", .dim)],
        columns: columns)
    case .dropped:
      return StyledLine.wrapped(
        [StyledRun("It was taken back, and something else was done since.", .dim)],
        columns: columns)
    }
    guard let preview = layer.preview, preview.step == step.id else { return [] }
    let sentence = "Step \(step.id). \(preview.sentence)"
    var lines = Array(StyledLine.wrapped([StyledRun(sentence)], columns: columns).prefix(2))
    for (index, title) in preview.titles.prefix(2).enumerated() {
      let others = preview.papers - 2
      let more = index == 1 && others > 0 ? "  and \(others) more" : ""
      let room = columns - 2 - displayWidth(of: more)
      let text = truncate(title, to: room, ellipsis: glyphs.ellipsis) + more
      lines.append(StyledLine(indent: 2, runs: [StyledRun(text, .dim)]))
    }
    return lines
  }
}
