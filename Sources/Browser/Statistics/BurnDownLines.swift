import ReadingModel
import Terminal

/// What is left of a list as a chart: a column for each week, as high as what was left at its end.
enum BurnDownLines {
  private static let height = 5
  private static let fewestWeeks = 12
  private static let mostWeeks = 53

  /// The rows it takes at least: the name, the chart with its base, a sentence.
  static let rows = height + 3

  /// The name of the list, the chart, and when the list ends at the present pace.
  static func lines(_ burnDown: BurnDown, glyphs: Glyphs, columns: Int) -> [StyledLine] {
    let entries = String(burnDown.list.entries)
    let margin = 2 + max(entries.utf8.count, 1) + 2
    let weeks = weeks(of: burnDown, room: columns - margin - 1)
    var lines = [
      StyledLine(
        indent: 2,
        runs: [
          StyledRun(
            truncate(burnDown.list.title, to: max(8, columns - 24), ellipsis: glyphs.ellipsis),
            .text, .bold),
          StyledRun("  \(burnDown.left) left of \(entries)", .dim),
        ])
    ]
    let levels = weeks.map { monday in
      let left = burnDown.left(on: min(monday + 6, burnDown.today))
      return (left * height * glyphs.bars.count + burnDown.list.entries - 1)
        / burnDown.list.entries
    }
    for row in (0..<height).reversed() {
      let label = row == height - 1 ? entries : ""
      let bars = levels.map { level in
        let filled = max(0, min(glyphs.bars.count, level - row * glyphs.bars.count))
        return filled == 0 ? " " : String(glyphs.bars[filled - 1])
      }
      lines.append(
        StyledLine(
          indent: 2,
          runs: [
            StyledRun(label.paddedLeft(to: margin - 4) + " \(glyphs.vertical)", .dim),
            StyledRun(bars.joined(), .accent),
          ]))
    }
    let base = String(repeating: String(glyphs.horizontal), count: weeks.count)
    lines.append(
      StyledLine(
        indent: 2,
        runs: [
          StyledRun("0".paddedLeft(to: margin - 4) + " \(glyphs.joints[3])\(base)", .dim)
        ]))
    let first = weeks.first?.text ?? ""
    lines += StyledLine.wrapped(
      [StyledRun("Weeks since \(first). ", .dim), StyledRun(outlook(burnDown))],
      columns: min(72, columns - 2), indent: 2, hanging: 2)
    return lines
  }

  /// When the list will be done, in a sentence.
  static func outlook(_ burnDown: BurnDown) -> String {
    if burnDown.left == 0 { return "Nothing is left." }
    let papers = burnDown.recentlyDone == 1 ? "1 paper" : "\(burnDown.recentlyDone) papers"
    guard let end = burnDown.expectedEnd else {
      return "None was done in the last \(BurnDown.paceDays) days, so there is no pace to tell"
        + " an end from."
    }
    return "At the pace of the last \(BurnDown.paceDays) days, \(papers), done by \(end.text)."
  }

  /// The Mondays of the weeks shown: from the one before the first paper was done to this one.
  private static func weeks(of burnDown: BurnDown, room: Int) -> [Day] {
    let last = burnDown.today.monday
    let first = (burnDown.days.first ?? last).monday - 7
    let wanted = max(fewestWeeks, (last.number - first.number) / 7 + 1)
    let count = max(1, min(wanted, mostWeeks, room))
    return (0..<count).map { last - 7 * (count - 1 - $0) }
  }
}
