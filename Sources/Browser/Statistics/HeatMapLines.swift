import ReadingModel
import Terminal

/// The heat map of the last year as lines: how many papers were read on each day.
enum HeatMapLines {
  private static let weekdays = ["Mon", "", "Wed", "", "Fri", "", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// The columns before the first week.
  private static let margin = 6
  /// The weeks of a year, the one that began in the year before included.
  private static let weeksOfAYear = 53

  /// The names of the months, a row for each weekday, and what the shades mean; as many of the last
  /// weeks as find room, two columns for each where all of them do.
  static func lines(
    _ statistics: ReadingStatistics, glyphs: Glyphs, columns: Int
  ) -> [StyledLine] {
    let room = max(1, columns - margin - 1)
    let step = weeksOfAYear * 2 <= room ? 2 : 1
    let map = HeatMap(statistics, weeks: min(weeksOfAYear, room / step))
    var lines = [StyledLine(indent: margin, runs: [StyledRun(monthNames(map, step: step), .dim)])]
    for (weekday, name) in weekdays.enumerated() {
      var runs = [StyledRun(name.padded(to: margin - 2), .dim)]
      for week in map.weeks {
        let papers = week[weekday]
        let text = papers.map { String(glyphs.shades[shade(of: $0)]) } ?? " "
        runs.append(StyledRun(text.padded(to: step), (papers ?? 0) > 0 ? .done : .dim))
      }
      lines.append(StyledLine(indent: 2, runs: runs))
    }
    return lines + [legend(glyphs, isNarrow: columns < 50)]
  }

  /// The shade for so many papers on a day: none, 1, 2, 3 or 4, more.
  static func shade(of papers: Int) -> Int {
    switch papers {
    case ...0: 0
    case 1: 1
    case 2: 2
    case 3, 4: 3
    default: 4
    }
  }

  private static func legend(_ glyphs: Glyphs, isNarrow: Bool) -> StyledLine {
    let words =
      isNarrow
      ? ["0", "1", "2", "3", "5 papers"] : ["none", "1", "2", "3 or 4", "5 or more papers"]
    var runs: [StyledRun] = []
    for (shade, word) in zip(glyphs.shades, words) {
      runs.append(StyledRun("\(shade)", runs.isEmpty ? .dim : .done))
      runs.append(StyledRun(" \(word)  ", .dim))
    }
    return StyledLine(indent: margin, runs: runs)
  }

  /// The name of each month over the week it begins in, where it does not run into the one before.
  private static func monthNames(_ map: HeatMap, step: Int) -> String {
    var line = ""
    for (week, month) in map.months {
      let column = week * step
      guard line.isEmpty || column > line.count, column + 3 <= map.weeks.count * step else {
        continue
      }
      line = line.padded(to: column) + months[month - 1]
    }
    return line
  }
}
