import ReadingModel
import Terminal

/// Where the parts of a row stand, the same on every row of a pane.
struct EntryColumns: Equatable, Sendable {
  let sign: Int
  let numberEnd: Int
  let title: Int
  /// Where the title of a row that waits for another ends, and what it waits for begins.
  let waiting: Int
  /// Where the title ends.
  let titleEnd: Int
  /// Where the year stands; nil where there is no room.
  let year: Int?
  let marks: Int
  let right: Int

  /// Lays a row out.
  ///
  /// - Parameter largestNumber: The number that the column of numbers must hold.
  init(rect: Rect, largestNumber: Int) {
    let isWide = rect.size.columns >= 50
    sign = rect.left + (isWide ? 3 : 2)
    numberEnd = sign + 2 + max(2, String(largestNumber).utf8.count)
    title = numberEnd + (isWide ? 2 : 1)
    right = rect.right
    marks = right - 3
    year = rect.size.columns >= 34 ? marks - 6 : nil
    titleEnd = (year ?? marks) - 1
    waiting = rect.size.columns >= 50 ? titleEnd - 11 : titleEnd
  }
}

/// One row of the papers pane.
struct EntryLine {
  let row: EntryRow
  let isSelected: Bool
  /// Folded words that are emphasised in the title.
  let words: [String]
  let glyphs: Glyphs

  /// Draws the row.
  func draw(into surface: inout Surface, row line: Int, columns: EntryColumns) {
    let sign = glyphs.sign(for: row.progress.status, isWaiting: !row.waitingFor.isEmpty)
    if isSelected {
      surface.write(
        glyphs.selected, at: Point(row: line, column: columns.sign - 1), style: Style(.accent))
    }
    surface.write(sign.text, at: Point(row: line, column: columns.sign), style: Style(sign.role))
    // A number says where a list has an entry, which one that is gone has not.
    let number = row.isGone ? glyphs.gone : String(row.position)
    surface.write(
      number, at: Point(row: line, column: columns.numberEnd - number.count),
      style: Style(.dim))

    let waiting = row.isGone ? goneText(columns: columns) : waitingText(columns: columns)
    let titleEnd = waiting.isEmpty ? columns.titleEnd : columns.waiting - 1
    drawTitle(into: &surface, row: line, from: columns.title, to: titleEnd)
    surface.write(
      waiting, at: Point(row: line, column: columns.waiting),
      style: Style(row.isGone ? .dim : .warning), limit: columns.titleEnd)
    if let column = columns.year, let year = row.year {
      surface.write(
        String(year), at: Point(row: line, column: column), style: Style(.dim),
        limit: columns.marks)
    }
    if row.notes > 0 {
      let count = row.notes > 1 ? String(min(row.notes, 9)) : ""
      surface.write(
        glyphs.note + count, at: Point(row: line, column: columns.marks), style: Style(.dim),
        limit: columns.right)
    }
  }

  /// The word for an entry that the list has no more, where it finds room.
  private func goneText(columns: EntryColumns) -> String {
    columns.waiting < columns.titleEnd ? "gone" : ""
  }

  /// The positions of what should be read first, as many as find room.
  private func waitingText(columns: EntryColumns) -> String {
    guard !row.progress.status.isDone, columns.waiting < columns.titleEnd,
      let first = row.waitingFor.first
    else { return "" }
    var text = "after \(first)"
    for position in row.waitingFor.dropFirst() {
      let longer = "\(text) \(position)"
      guard longer.utf8.count < columns.titleEnd - columns.waiting else {
        return row.waitingFor.count > 1 ? text + "+" : text
      }
      text = longer
    }
    return text
  }

  /// The name people say stands out before the rest of the title.
  private func drawTitle(into surface: inout Surface, row line: Int, from start: Int, to end: Int) {
    var point = Point(row: line, column: start)
    var name = row.title
    var rest = ""
    if let shortName = row.shortName, shortName != row.title {
      name = shortName
      rest =
        row.title.hasPrefix(shortName)
        ? String(row.title.dropFirst(shortName.count)) : "  \(row.title)"
    }
    let isDone = row.progress.status.isDone
    for (text, style) in [(name, Style(isDone ? .dim : .text)), (rest, Style(.dim))] {
      let room = end - point.column
      let shown = truncate(text, to: room, ellipsis: glyphs.ellipsis)
      guard !words.isEmpty else {
        point.column += surface.write(shown, at: point, style: style, limit: end)
        continue
      }
      for run in TitleMatches.runs(of: shown, matching: words) {
        var style = style
        if run.matched { style = Style(.accent, .underline) }
        point.column += surface.write(run.text, at: point, style: style, limit: end)
      }
    }
  }
}
