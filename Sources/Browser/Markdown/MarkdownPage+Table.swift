import Terminal

/// Tables: columns that stand, shrunk to the width where they have to.
extension MarkdownPage {
  /// The columns between two columns of a table.
  private static let gap = 2
  /// The fewest columns that a column is shrunk to.
  private static let leastCell = 3

  /// The lines of a table: the header, a rule, the rows.
  ///
  /// A cell that is wider than its column is cut, and columns for which there is no room at all are
  /// counted below.
  mutating func lines(of table: MarkdownTable, columns: Int) -> [StyledLine] {
    let most = max(1, (columns + Self.gap) / (Self.leastCell + Self.gap))
    let shown = min(most, table.alignments.count)
    var rows = [table.header.prefix(shown).map { cell($0, adding: .bold) }]
    rows += table.rows.map { row in row.prefix(shown).map { cell($0) } }
    let natural = (0..<shown).map { column in
      rows.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
    }
    let widths = Self.shrunk(natural, to: columns - Self.gap * (shown - 1))
    var lines = rows.map { line(of: $0, widths, table.alignments) }
    let rule = widths.reduce(Self.gap * (shown - 1), +)
    lines.insert(
      StyledLine(runs: [StyledRun(String(repeating: glyphs.horizontal, count: rule), .dim)]), at: 1)
    if shown < table.alignments.count {
      let sentence = "and \(table.alignments.count - shown) columns more"
      lines += StyledLine.wrapped([StyledRun(sentence, .dim)], columns: columns)
    }
    return lines
  }

  private mutating func cell(_ text: String, adding attributes: Style.Attributes = [])
    -> [StyledRun]
  {
    Array(runs(of: text, adding: attributes).joined(separator: [StyledRun(" ")]))
  }

  /// Widths that fit into so many columns, taken from the widest first.
  private static func shrunk(_ natural: [Int], to room: Int) -> [Int] {
    guard natural.reduce(0, +) > room else { return natural }
    var cap = room
    while cap > 1, natural.reduce(0, { $0 + min($1, cap) }) > room { cap -= 1 }
    var left = room - natural.reduce(0) { $0 + min($1, cap) }
    return natural.map { width in
      guard width > cap, left > 0 else { return min(width, cap) }
      left -= 1
      return cap + 1
    }
  }

  private func line(
    of cells: [[StyledRun]], _ widths: [Int], _ alignments: [MarkdownTable.Alignment]
  ) -> StyledLine {
    var line = StyledLine()
    for (column, runs) in cells.enumerated() {
      let cut = runs.cut(to: widths[column], ellipsis: glyphs.ellipsis)
      let free = widths[column] - cut.width
      let before =
        switch alignments[column] {
        case .left: 0
        case .centre: free / 2
        case .right: free
        }
      line.runs.append(StyledRun(String(repeating: " ", count: before)))
      line.runs += cut
      let isLast = column == cells.count - 1
      let after = isLast ? 0 : free - before + Self.gap
      line.runs.append(StyledRun(String(repeating: " ", count: after)))
    }
    line.runs.removeAll { $0.text.isEmpty }
    return line
  }
}

extension [StyledRun] {
  /// The columns that the runs take.
  var width: Int { reduce(0) { $0 + displayWidth(of: $1.text) } }

  /// The runs cut at a cluster to so many columns, with an ellipsis where something is left out.
  func cut(to columns: Int, ellipsis: String) -> [StyledRun] {
    guard width > columns else { return self }
    var room = columns - displayWidth(of: ellipsis)
    guard room >= 0 else { return [StyledRun(String(ellipsis.prefix(columns: columns)))] }
    var result: [StyledRun] = []
    for run in self {
      var piece = run
      piece.text = String(run.text.prefix(columns: room))
      room -= displayWidth(of: piece.text)
      result.append(piece)
      if piece.text.utf8.count < run.text.utf8.count { break }
    }
    return result + [StyledRun(ellipsis)]
  }
}
