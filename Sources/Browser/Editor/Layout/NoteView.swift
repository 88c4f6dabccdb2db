import Terminal

/// Which rows of a text are on the screen, and moving the cursor by rows.
///
/// Only rows near the screen are ever laid out; a text of any length costs the same.
struct NoteView: Equatable, Sendable {
  /// A row of the wrapped text.
  struct Place: Hashable, Comparable, Sendable {
    /// The line of the text.
    var line: Int
    /// The row within the line.
    var row: Int

    static func < (left: Place, right: Place) -> Bool {
      (left.line, left.row) < (right.line, right.row)
    }
  }

  /// How the editor's part of the screen is shared out.
  private(set) var frame: NoteFrame
  /// The first row on the screen.
  private(set) var top = Place(line: 0, row: 0)
  private var rows: VisualRows
  /// The column that up and down keep to, until the cursor moves in another way.
  private var goalColumn: Int?

  init(size: Size) {
    frame = NoteFrame(size: size)
    rows = VisualRows(columns: frame.textColumns)
  }

  /// Takes in a new size and keeps the cursor on the screen.
  mutating func resize(to size: Size, keeping buffer: TextBuffer) {
    guard size != frame.size else { return }
    let start = rows.rows(of: min(top.line, buffer.lines.count - 1), in: buffer)
    let offset = start[min(top.row, start.count - 1)].start
    frame = NoteFrame(size: size)
    if frame.textColumns != rows.columns {
      rows = VisualRows(columns: frame.textColumns)
      top = place(of: TextPosition(line: top.line, offset: offset), in: buffer)
    }
    keepVisible(buffer)
  }

  /// Takes note of an edit and shows where the cursor is now.
  mutating func update(after edit: TextEdit, in buffer: TextBuffer) {
    rows.update(after: edit, in: buffer)
    follow(buffer)
  }

  /// Shows where the cursor is after it has moved.
  mutating func follow(_ buffer: TextBuffer) {
    goalColumn = nil
    keepVisible(buffer)
  }

  /// Moves the cursor up or down by rows of the screen, as far as there are rows.
  mutating func moveCursor(of buffer: inout TextBuffer, byRows distance: Int) {
    let from = place(of: buffer.cursor, in: buffer)
    let goal = goalColumn ?? cursorColumn(in: buffer)
    let target = place(from, movedBy: distance, in: buffer)
    guard target != from else { return }
    let line = buffer.lines[target.line]
    let starts = rows.rows(of: target.line, in: buffer)
    let isLast = target.row == starts.count - 1
    let end = isLast ? line.endIndex : line.index(atOffset: starts[target.row + 1].start)
    var index = line.index(atOffset: starts[target.row].start)
    var column = 0
    while index < end {
      column += displayWidth(of: line[index])
      let next = line.index(after: index)
      // The end of a row that is not the line's last is the start of the row below.
      if column > goal || (next == end && !isLast) { break }
      index = next
    }
    buffer.move(to: TextPosition(line: target.line, offset: line.offset(of: index)))
    goalColumn = goal
    keepVisible(buffer)
  }

  /// The rows of text on the screen from the top, fewer than the screen has at the text's end.
  mutating func visibleText(of buffer: TextBuffer) -> [Substring] {
    var texts: [Substring] = []
    var place = top
    while texts.count < frame.textRows, place.line < buffer.lines.count {
      let line = buffer.lines[place.line]
      let starts = rows.rows(of: place.line, in: buffer)
      for row in place.row..<max(place.row, min(starts.count, place.row + frame.textRows)) {
        let end = row + 1 < starts.count ? starts[row + 1].start : line.utf8.count
        texts.append(line[line.index(atOffset: starts[row].start)..<line.index(atOffset: end)])
      }
      place = Place(line: place.line + 1, row: 0)
    }
    return Array(texts.prefix(frame.textRows))
  }

  /// Where the cursor is, counted from the top left of the rows on the screen.
  mutating func cursorPoint(in buffer: TextBuffer) -> Point {
    let place = place(of: buffer.cursor, in: buffer)
    let row =
      place.line == top.line ? place.row - top.row : rowsDown(from: top, to: place, in: buffer)
    return Point(row: row, column: min(cursorColumn(in: buffer), frame.textColumns))
  }

  /// How many grapheme clusters stand before the cursor in its line.
  mutating func clustersBeforeCursor(in buffer: TextBuffer) -> Int {
    let line = buffer.currentLine
    let starts = rows.rows(of: buffer.cursor.line, in: buffer)
    let row = starts[VisualRows.row(at: buffer.cursor.offset, in: starts)]
    let start = line.index(atOffset: row.start)
    return row.clustersBefore + line[start..<line.index(atOffset: buffer.cursor.offset)].count
  }

  private mutating func cursorColumn(in buffer: TextBuffer) -> Int {
    let line = buffer.currentLine
    let starts = rows.rows(of: buffer.cursor.line, in: buffer)
    let row = starts[VisualRows.row(at: buffer.cursor.offset, in: starts)]
    let start = line.index(atOffset: row.start)
    return displayWidth(of: line[start..<line.index(atOffset: buffer.cursor.offset)])
  }

  private mutating func place(of position: TextPosition, in buffer: TextBuffer) -> Place {
    let line = min(position.line, buffer.lines.count - 1)
    let starts = rows.rows(of: line, in: buffer)
    return Place(line: line, row: VisualRows.row(at: position.offset, in: starts))
  }

  /// The place some rows further down, or up, as far as the text goes.
  private mutating func place(
    _ place: Place, movedBy distance: Int, in buffer: TextBuffer
  ) -> Place {
    var place = place
    var left = distance
    while left < 0, place.row + left < 0, place.line > 0 {
      left += place.row + 1
      place.line -= 1
      place.row = rows.rows(of: place.line, in: buffer).count - 1
    }
    var count = rows.rows(of: place.line, in: buffer).count
    while left > 0, place.row + left >= count, place.line < buffer.lines.count - 1 {
      left -= count - place.row
      place = Place(line: place.line + 1, row: 0)
      count = rows.rows(of: place.line, in: buffer).count
    }
    place.row = min(max(0, place.row + left), count - 1)
    return place
  }

  /// How many rows a place is below another, or the rows on the screen when it is not on it.
  private mutating func rowsDown(from start: Place, to end: Place, in buffer: TextBuffer) -> Int {
    var count = -start.row
    for line in start.line..<end.line {
      count += rows.rows(of: line, in: buffer).count
      if count + end.row >= frame.textRows { return frame.textRows }
    }
    return count + end.row
  }

  /// Scrolls as little as shows the cursor and leaves no rows empty that text could fill.
  private mutating func keepVisible(_ buffer: TextBuffer) {
    let cursor = place(of: buffer.cursor, in: buffer)
    top.line = min(top.line, buffer.lines.count - 1)
    top.row = min(top.row, rows.rows(of: top.line, in: buffer).count - 1)
    let lowestForCursor = place(cursor, movedBy: 1 - frame.textRows, in: buffer)
    top = min(max(top, lowestForCursor), cursor)
    let lastLine = buffer.lines.count - 1
    guard top.line + frame.textRows > lastLine else { return }
    let end = Place(line: lastLine, row: rows.rows(of: lastLine, in: buffer).count - 1)
    top = min(top, place(end, movedBy: 1 - frame.textRows, in: buffer))
  }
}
