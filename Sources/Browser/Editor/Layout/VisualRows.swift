import Terminal

/// Where a row of the screen starts in a line of text that is wrapped over several.
struct VisualRow: Equatable, Sendable {
  /// The UTF-8 bytes before the row in its line.
  var start: Int
  /// The grapheme clusters before it in its line.
  var clustersBefore: Int

  /// The first row of any line.
  static let first = VisualRow(start: 0, clustersBefore: 0)
}

/// How lines fall into rows at a width.
///
/// Only lines that are asked for are wrapped, which are those near the screen, and their rows are kept.
/// An edit lays out only what it moved, so that a text of one line of a megabyte is as quick to type
/// in as any other.
struct VisualRows: Equatable, Sendable {
  /// The columns that a row may take.
  let columns: Int
  private var known: [Int: [VisualRow]] = [:]

  /// How many lines are known at most; a text that is paged through would be kept whole otherwise.
  private static let mostLines = 1_000
  /// How many bytes of a long line are wrapped at a time.
  private static let stretch = 1_024

  init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// What is kept follows from the text, so that two layouts of one width are the same.
  static func == (left: VisualRows, right: VisualRows) -> Bool { left.columns == right.columns }

  /// The rows of a line, at least one.
  mutating func rows(of line: Int, in buffer: TextBuffer) -> [VisualRow] {
    if let rows = known[line] { return rows }
    var rows = [VisualRow.first]
    layOut(buffer.lines[line], into: &rows) { _ in false }
    if known.count >= Self.mostLines { known.removeAll(keepingCapacity: true) }
    known[line] = rows
    return rows
  }

  /// Takes note of an edit that has been made, before the rows are asked for again.
  mutating func update(after edit: TextEdit, in buffer: TextBuffer) {
    let line = edit.start.line
    guard edit.staysInLine else {
      known = known.filter { $0.key < line }
      return
    }
    guard let old = known.removeValue(forKey: line) else { return }
    let text = buffer.lines[line]
    let change = edit.inserted.utf8.count - edit.removed.utf8.count
    let removedEnd = edit.start.offset + edit.removed.utf8.count
    // The first word of a row decides where the row above ends, and a cluster can join with the one
    // before it; neither reaches further up than two rows.
    let restart = max(0, Self.row(at: edit.start.offset, in: old) - 2)
    var rows = Array(old[...restart])
    var next = restart + 1
    var clustersAdded = 0
    let met = layOut(text, into: &rows) { row in
      while next < old.count, old[next].start < removedEnd || old[next].start + change < row.start {
        next += 1
      }
      guard next < old.count, old[next].start + change == row.start else { return false }
      clustersAdded = row.clustersBefore - old[next].clustersBefore
      return true
    }
    if met {
      rows += old[(next + 1)...].map {
        VisualRow(start: $0.start + change, clustersBefore: $0.clustersBefore + clustersAdded)
      }
    }
    known[line] = rows
  }

  /// The number of the row that an offset lies in; one on the edge of two rows lies in the lower.
  static func row(at offset: Int, in rows: [VisualRow]) -> Int {
    var low = 0
    var high = rows.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Adds the rows that follow the last of `rows`, to the end of the text or until `isMet`.
  ///
  /// A row depends only on the text behind its start, so that wrapping can set in at any row. The last
  /// two rows of a stretch are laid out again with the next, as they saw its end and not the text's.
  @discardableResult
  private func layOut(
    _ text: String, into rows: inout [VisualRow], until isMet: (VisualRow) -> Bool
  ) -> Bool {
    var reach = Self.stretch
    var last = rows[rows.count - 1]
    while true {
      let end = last.start + reach
      let isRest = end >= text.utf8.count
      let part = String(text[text.index(atOffset: last.start)..<text.index(atOffset: end)])
      let lines = wrap(part, columns: columns)
      let sure = isRest ? lines.count : lines.count - 2
      if sure < 2, !isRest {
        reach *= 2
        continue
      }
      let origin = last.start
      var previous = part.startIndex
      for line in lines.prefix(sure).dropFirst() where line.range.lowerBound < part.endIndex {
        let start = line.range.lowerBound
        last = VisualRow(
          start: origin + part.offset(of: start),
          clustersBefore: last.clustersBefore + part[previous..<start].count)
        previous = start
        rows.append(last)
        if isMet(last) { return true }
      }
      if isRest { return false }
    }
  }
}
