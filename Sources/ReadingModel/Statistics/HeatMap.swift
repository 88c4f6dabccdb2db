/// The days of some weeks as a grid: a column for each week, Monday at the top.
public struct HeatMap: Equatable, Sendable {
  /// The Mondays of the weeks, the oldest first.
  public let mondays: [Day]
  /// For each week, how many papers were read on each of its days; nil for days to come.
  public let weeks: [[Int?]]

  /// The weeks up to today's.
  ///
  /// - Parameter count: How many weeks.
  public init(_ statistics: ReadingStatistics, weeks count: Int) {
    let last = statistics.today.monday
    mondays = (0..<max(0, count)).map { last - 7 * (max(0, count) - 1 - $0) }
    weeks = mondays.map { monday in
      (0..<7).map { weekday in
        let day = monday + weekday
        return day > statistics.today ? nil : statistics.readings[day] ?? 0
      }
    }
  }

  /// The weeks in which a month begins, with the month counted from 1.
  public var months: [(week: Int, month: Int)] {
    mondays.enumerated().compactMap { week, monday in
      let sunday = (monday + 6).date
      return sunday.day <= 7 ? (week, sunday.month) : nil
    }
  }
}
