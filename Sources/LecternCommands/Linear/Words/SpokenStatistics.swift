import ReadingModel

/// The statistics in sentences.
enum SpokenStatistics {
  /// What was read when, and what is left.
  static func lines(_ statistics: ReadingStatistics) -> [String] {
    var lines = [streak(statistics.streak), recently(statistics)]
    let statuses = Status.allCases.map { status in
      "\(Spoken.number(statistics.statuses[status] ?? 0)) \(status.rawValue)"
    }
    lines.append("In the library: \(Spoken.list(statuses)).")
    lines += statistics.lists.map(list)
    let years = statistics.years.map { year in
      "\(Spoken.count(year.read, "paper")) of \(year.year.map { String($0) } ?? "unknown year")"
    }
    if !years.isEmpty { lines.append("Read by year of paper: \(Spoken.list(years)).") }
    lines += statistics.blindSpots.prefix(5).map { spot in
      "Little read: \(spot.section ?? "no section") in \(spot.list), \(Spoken.number(spot.read)) of "
        + "\(Spoken.count(spot.entries, "paper"))."
    }
    return lines
  }

  private static func streak(_ streak: ReadingStatistics.Streak) -> String {
    guard streak.longest > 0 else { return "Nothing was read yet." }
    let longest = "the longest streak was \(Spoken.count(streak.longest, "day"))"
    return streak.current == 0
      ? "Nothing was read yesterday or today; \(longest)."
      : "Read \(Spoken.count(streak.current, "day")) in a row; \(longest)."
  }

  /// The last four weeks, and the year before today.
  private static func recently(_ statistics: ReadingStatistics) -> String {
    func total(_ days: Int) -> (papers: Int, days: Int) {
      let found = statistics.readings.filter { $0.key > statistics.today - days }
      return (found.values.reduce(0, +), found.count)
    }
    let (month, year) = (total(BurnDown.paceDays), total(365))
    return "In the last \(BurnDown.paceDays) days: \(Spoken.count(month.papers, "paper")) on "
      + "\(Spoken.count(month.days, "day")); in a year: \(Spoken.count(year.papers, "paper")) on "
      + "\(Spoken.count(year.days, "day"))."
  }

  private static func list(_ list: BurnDown) -> String {
    let head = "\(list.list.title): \(Spoken.number(list.left)) of "
    let left = head + "\(Spoken.count(list.list.entries, "paper")) left"
    guard list.left > 0 else { return left + "." }
    let pace = "\(list.recentlyDone) done in \(BurnDown.paceDays) days"
    return left + ", \(pace)" + (list.expectedEnd.map { ", expected end \($0.text)." } ?? ".")
  }
}
