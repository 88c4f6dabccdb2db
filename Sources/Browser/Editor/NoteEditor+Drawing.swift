import Terminal

/// How the note editor looks: a title line, the text at reading width, and the keys that matter.
extension NoteEditor {
  /// Draws the editor and puts the cursor where the next character goes.
  ///
  /// - Parameters:
  ///   - surface: What to draw into.
  ///   - rect: The part of it that is the editor's; everything in it is drawn over.
  func draw(into surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var view = view
    view.resize(to: rect.size, keeping: buffer)
    let frame = view.frame
    surface.fill(rect)

    let textTop = rect.top + frame.rowsAbove
    let textLeft = rect.left + frame.margin
    for (row, text) in view.visibleText(of: buffer).enumerated() {
      surface.write(
        String(text), at: Point(row: textTop + row, column: textLeft),
        limit: min(rect.right, textLeft + frame.textColumns))
    }
    let cursor = view.cursorPoint(in: buffer)
    surface.cursor = Point(
      row: textTop + cursor.row, column: min(textLeft + cursor.column, rect.right - 1))

    if frame.hasTitle {
      let column = view.clustersBeforeCursor(in: buffer) + 1
      drawTitle(into: &surface, in: rect, frame: frame, column: column)
    }
    for row in frame.ruleRows {
      let rule = Rect(row: rect.top + row, column: rect.left, rows: 1, columns: rect.size.columns)
      surface.fill(rule, with: "─", style: Style(.dim))
    }
    if frame.hasFooter || isAsking { drawFooter(into: &surface, in: rect, frame: frame) }
  }

  private func drawTitle(into surface: inout Surface, in rect: Rect, frame: NoteFrame, column: Int)
  {
    let place = "\(buffer.cursor.line + 1):\(column)"
    let marker = isDirty ? (rect.size.columns >= 60 ? "modified" : "*") : ""
    let gap = marker.isEmpty ? "" : "  "
    let right = rect.right - frame.margin - displayWidth(of: marker + gap + place)
    let left = rect.left + frame.margin
    surface.write(
      truncate("Note on “\(title)”", to: max(0, right - 2 - left)),
      at: Point(row: rect.top, column: left), style: Style(.text, .bold), limit: right - 1)
    guard right >= left else { return }
    var point = Point(row: rect.top, column: right)
    point.column += surface.write(marker, at: point, style: Style(.accent), limit: rect.right)
    surface.write(gap + place, at: point, style: Style(.dim), limit: rect.right)
  }

  private func drawFooter(into surface: inout Surface, in rect: Rect, frame: NoteFrame) {
    let row = rect.bottom - 1
    var point = Point(row: row, column: rect.left + frame.margin)
    if isAsking {
      surface.fill(Rect(row: row, column: rect.left, rows: 1, columns: rect.size.columns))
      let question = "The note has unsaved changes."
      let hints = Self.answers.map { "\($0.key) \($0.label)" }.joined(separator: "  ")
      if point.column + displayWidth(of: question + hints) + 3 <= rect.right {
        point.column += surface.write(question, at: point, style: Style(.warning)) + 3
      } else if row - 1 > rect.top {
        surface.fill(Rect(row: row - 1, column: rect.left, rows: 1, columns: rect.size.columns))
        surface.write(
          truncate(question, to: rect.size.columns - 2 * frame.margin),
          at: Point(row: row - 1, column: point.column), style: Style(.warning))
      }
    }
    for hint in isAsking ? Self.answers : Self.hints {
      let width = displayWidth(of: hint.key) + 1 + displayWidth(of: hint.label)
      guard point.column + width <= rect.right else { break }
      point.column += surface.write(hint.key, at: point, style: Style(.text, .bold))
      point.column += 1
      point.column += surface.write(hint.label, at: point, style: Style(.dim)) + 2
    }
  }

  private typealias Hint = (key: String, label: String)

  private static let answers: [Hint] = [("s", "save"), ("d", "discard"), ("Esc", "go on")]

  private static let hints: [Hint] = NoteCommand.allCases.compactMap { command in
    guard let label = command.footerLabel, let key = command.keys.first else { return nil }
    return (key.description, label)
  }
}
