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
  /// The facts that find room, each with the cell where it begins.
  let facts: [Fact]
  let marks: Int
  let right: Int

  /// A fact and where it stands.
  struct Fact: Equatable, Sendable {
    var column: RowColumn
    var start: Int
  }

  /// What a title is left with beside several facts.
  private static let leastTitle = 22
  /// What it needs to tell besides what the paper waits for.
  private static let leastTold = 36

  /// Lays a row out.
  ///
  /// - Parameters:
  ///   - largestNumber: The number that the column of numbers must hold.
  ///   - shown: The facts wanted, from left to right; where there is no room, the last go first.
  init(rect: Rect, largestNumber: Int, shown: [RowColumn]) {
    let isWide = rect.size.columns >= 50
    sign = rect.left + (isWide ? 3 : 2)
    numberEnd = sign + 2 + max(2, String(largestNumber).utf8.count)
    title = numberEnd + (isWide ? 2 : 1)
    right = rect.right
    marks = right - 3
    var fitting = shown
    // A year finds room beside a title of few words, too.
    let isNarrow = rect.size.columns < 34
    while let last = fitting.last {
      let taken = fitting.reduce(0) { $0 + $1.width + 2 }
      if fitting.count == 1, last.width <= 6, !isNarrow { break }
      if marks - taken - 1 - title >= Self.leastTitle { break }
      fitting.removeLast()
    }
    var facts: [Fact] = []
    var end = marks
    for column in fitting.reversed() {
      end -= column.width + 2
      facts.insert(Fact(column: column, start: end), at: 0)
    }
    self.facts = facts
    titleEnd = end - 1
    let tellsWaiting =
      rect.size.columns >= 50 && (facts.count < 2 || titleEnd - title >= Self.leastTold)
    waiting = tellsWaiting ? titleEnd - 11 : titleEnd
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
    for fact in columns.facts {
      let text = fact.column.text(of: row, glyphs: glyphs)
      let fits = text.utf8.count <= fact.column.width
      surface.write(
        fits ? text : truncate(text, to: fact.column.width, ellipsis: glyphs.ellipsis),
        at: Point(row: line, column: fact.start), style: Style(.dim), limit: columns.marks)
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
