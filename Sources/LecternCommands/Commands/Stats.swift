import ArgumentParser
import Browser
import Interchange
import ReadingModel
import ReadingStore

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "What was read when, and what is left.",
    discussion: """
      To a pipe, a record a line: status and papers; streak, current and longest; day and papers; \
      year and papers read; list, entries, left, done in the last 28 days and expected end; blind \
      spot, section, read and entries.
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let library = try Workspace(global.opening).library
    let statistics = ReadingStatistics(
      try library.readingRecord(), today: LocalTime.today, day: LocalTime.day(of:))
    guard !json else { return print(JSONShapes.statistics(statistics).printed) }
    let console = Console(global.opening)
    guard console.isTerminal else {
      for record in records(of: statistics) { console.record(record) }
      return
    }
    let isASCII = try Settings(global.opening).configuration.ascii ?? false
    let page = StatisticsPage.text(
      statistics, glyphs: isASCII ? .ascii : .unicode, columns: console.columns)
    for line in page { console.line(line) }
  }

  private func records(of statistics: ReadingStatistics) -> [[String]] {
    var records = Status.allCases.map {
      ["status", $0.rawValue, String(statistics.statuses[$0] ?? 0)]
    }
    records.append(
      ["streak", String(statistics.streak.current), String(statistics.streak.longest)])
    for (day, papers) in statistics.readings.sorted(by: { $0.key < $1.key }) {
      records.append(["day", day.text, String(papers)])
    }
    for count in statistics.years {
      records.append(["year", count.year.map { String($0) } ?? "", String(count.read)])
    }
    for list in statistics.lists {
      records.append([
        "list", list.list.slug, String(list.list.entries), String(list.left),
        String(list.recentlyDone), list.expectedEnd?.text ?? "",
      ])
    }
    for spot in statistics.blindSpots {
      records.append([
        "blind-spot", spot.list, spot.section ?? "", String(spot.read), String(spot.entries),
      ])
    }
    return records
  }
}
