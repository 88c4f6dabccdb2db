import ReadingModel
import Terminal

/// The tables below the pictures: papers by status, read papers by year, and blind spots.
enum CountLines {
  /// How many papers have each status, with the sign of it.
  static func statuses(_ statistics: ReadingStatistics, glyphs: Glyphs) -> [StyledLine] {
    let counts = [Status.read, .reading, .queued, .unread, .skipped].map { status in
      (status: status, count: statistics.statuses[status] ?? 0)
    }
    let digits = counts.map { String($0.count).utf8.count }.max() ?? 1
    return [heading("BY STATUS")]
      + counts.map { status, count in
        let sign = glyphs.sign(for: status)
        return StyledLine(
          indent: 2,
          runs: [
            StyledRun(sign.text, sign.role), StyledRun(" \(status.rawValue.padded(to: 8))"),
            StyledRun(" \(String(count).paddedLeft(to: digits))", .dim),
          ])
      }
  }

  /// How many of the papers read are of each year, the latest first.
  static func years(_ statistics: ReadingStatistics, glyphs: Glyphs, rows: Int) -> [StyledLine] {
    let lines = [heading("READ, BY YEAR")]
    guard !statistics.years.isEmpty else {
      return lines + [StyledLine(indent: 2, runs: [StyledRun("Nothing is read yet.", .dim)])]
    }
    let known = Array(statistics.years.filter { $0.year != nil }.reversed())
    let unknown = statistics.years.filter { $0.year == nil }.reduce(0) { $0 + $1.read }
    let fits = known.count + (unknown > 0 ? 1 : 0) <= rows
    let shown = known.prefix(fits ? known.count : max(0, rows - 1))
    let earlier = known.dropFirst(shown.count).reduce(0) { $0 + $1.read }
    var counts = shown.map { ($0.year.map { String($0) } ?? "", $0.read) }
    if earlier > 0, let last = shown.last?.year { counts.append(("before \(last)", earlier)) }
    if unknown > 0 { counts.append(("no year", unknown)) }
    let most = counts.map(\.1).max() ?? 1
    let width = counts.map { displayWidth(of: $0.0) }.max() ?? 0
    return lines
      + counts.map { name, count in
        let cells = max(1, count * barColumns / max(1, most))
        return StyledLine(
          indent: 2,
          runs: [
            StyledRun(name.padded(to: width + 1)),
            StyledRun(String(repeating: glyphs.full, count: cells), .accent),
            StyledRun(" \(count)", .dim),
          ])
      }
  }

  /// The sections of which least is read.
  static func blindSpots(
    _ statistics: ReadingStatistics, glyphs: Glyphs, columns: Int, rows: Int
  ) -> [StyledLine] {
    let spots = statistics.blindSpots.prefix(rows)
    guard !spots.isEmpty else {
      return [
        heading("BLIND SPOTS"),
        StyledLine(indent: 2, runs: [StyledRun("Half of every section is read.", .dim)]),
      ]
    }
    let counts = spots.map { "\($0.read) of \($0.entries - $0.skipped)" }
    let width = counts.map(\.utf8.count).max() ?? 0
    return [heading("BLIND SPOTS")]
      + zip(spots, counts).map { spot, count in
        let room = columns - width - 4
        let name = truncate(spot.section ?? spot.list, to: room, ellipsis: glyphs.ellipsis)
        var runs = [StyledRun(count.paddedLeft(to: width) + "  ", .dim), StyledRun(name)]
        let rest = room - displayWidth(of: name) - displayWidth(of: glyphs.dot)
        if spot.section != nil, rest >= 8 {
          runs.append(
            StyledRun(
              glyphs.dot + truncate(spot.list, to: rest, ellipsis: glyphs.ellipsis), .dim))
        }
        return StyledLine(indent: 2, runs: runs)
      }
  }

  private static let barColumns = 10

  private static func heading(_ text: String) -> StyledLine {
    StyledLine(indent: 1, runs: [StyledRun(text, .dim)])
  }
}
