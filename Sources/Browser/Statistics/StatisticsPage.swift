public import ReadingModel
import Terminal

/// The statistics as a page: the heat map, the streak, a list's burn-down, and the tables.
public enum StatisticsPage {
  /// The page as lines of text, for a terminal that is not the browser's.
  ///
  /// - Parameters:
  ///   - list: The list whose burn-down is shown; nil for the first that is not done.
  ///   - columns: The columns of the terminal.
  public static func text(
    _ statistics: ReadingStatistics, list: ListID? = nil, glyphs: Glyphs, columns: Int
  ) -> [String] {
    let index = list.flatMap { list in statistics.lists.firstIndex { $0.list.id == list } }
    return lines(
      statistics, list: index ?? firstList(of: statistics), glyphs: glyphs, columns: columns
    ).map { line in
      var text = String(repeating: " ", count: line.indent) + line.runs.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The place of the list that is shown at first: the first reading order with papers left, else
  /// the first list with papers left, else the first.
  static func firstList(of statistics: ReadingStatistics) -> Int? {
    let lists = statistics.lists
    return lists.firstIndex { $0.list.kind == .order && $0.left > 0 }
      ?? lists.firstIndex { $0.left > 0 } ?? lists.indices.first
  }

  /// The lines of the page.
  static func lines(
    _ statistics: ReadingStatistics, list: Int?, glyphs: Glyphs, columns: Int
  ) -> [StyledLine] {
    var lines = days(statistics, glyphs: glyphs, columns: columns)
    if let list, statistics.lists.indices.contains(list) {
      lines += BurnDownLines.lines(statistics.lists[list], glyphs: glyphs, columns: columns)
      lines.append(.blank)
    }
    let statuses = CountLines.statuses(statistics, glyphs: glyphs)
    let years = CountLines.years(statistics, glyphs: glyphs, rows: 8)
    guard columns >= widePage else {
      return lines + statuses + [.blank] + years + [.blank]
        + CountLines.blindSpots(statistics, glyphs: glyphs, columns: columns - 2, rows: 8)
    }
    let blindSpots = CountLines.blindSpots(
      statistics, glyphs: glyphs, columns: columns - blindSpotColumn - 2, rows: 8)
    return lines
      + beside([(0, statuses), (yearColumn, years), (blindSpotColumn, blindSpots)])
  }

  /// What stands above the burn-down: the heat map and the streak.
  static func days(
    _ statistics: ReadingStatistics, glyphs: Glyphs, columns: Int
  ) -> [StyledLine] {
    let streak = StyledLine.wrapped(
      [StyledRun(streak(statistics.streak))], columns: min(72, columns - 2), indent: 2, hanging: 2)
    return [.blank] + HeatMapLines.lines(statistics, glyphs: glyphs, columns: columns) + [.blank]
      + streak + [.blank]
  }

  /// The days in a row, in a sentence.
  private static func streak(_ streak: ReadingStatistics.Streak) -> String {
    func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
    if streak.longest == 0 { return "Nothing was read yet." }
    let longest = "the longest streak was \(days(streak.longest))"
    if streak.current == 0 { return "Nothing was read yesterday or today; \(longest)." }
    if streak.current == streak.longest {
      return "Read \(days(streak.current)) in a row, the longest streak so far."
    }
    return "Read \(days(streak.current)) in a row; \(longest)."
  }

  /// The columns from which on the tables stand side by side.
  private static let widePage = 100
  private static let yearColumn = 24
  private static let blindSpotColumn = 54

  /// Lines beside each other, each group from a column on.
  private static func beside(_ groups: [(column: Int, lines: [StyledLine])]) -> [StyledLine] {
    (0..<(groups.map(\.lines.count).max() ?? 0)).map { row in
      var line = StyledLine.blank
      var used = 0
      for group in groups where group.lines.indices.contains(row) {
        let part = group.lines[row]
        let gap = max(0, group.column + part.indent - used)
        line.runs.append(StyledRun(String(repeating: " ", count: gap)))
        line.runs += part.runs
        used += gap + part.runs.reduce(0) { $0 + displayWidth(of: $1.text) }
      }
      return line
    }
  }
}
