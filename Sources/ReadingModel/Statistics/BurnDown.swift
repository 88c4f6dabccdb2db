/// What is left of a list, and how it became less.
public struct BurnDown: Equatable, Sendable {
  /// The list with its counts.
  public let list: ListSummary
  /// The days on which its papers were read or skipped, ascending; a paper whose day is not known
  /// counts as done from the beginning.
  public let days: [Day]
  /// The day the numbers are of.
  public let today: Day

  /// The days that the pace is taken from, today included.
  public static let paceDays = 28

  /// Makes a burn-down.
  ///
  /// - Parameter days: The days on which papers of the list were done, in any order.
  public init(_ list: ListSummary, days: [Day], today: Day) {
    self.list = list
    self.days = days.sorted()
    self.today = today
  }

  /// How many papers are neither read nor skipped.
  public var left: Int { max(0, list.entries - list.read - list.skipped) }

  /// How many were left at the end of a day.
  public func left(on day: Day) -> Int {
    min(list.entries, left + days.count - firstIndex(after: day))
  }

  /// How many were done in the last `paceDays` days.
  public var recentlyDone: Int { days.count - firstIndex(after: today - Self.paceDays) }

  /// The day on which nothing is left, if the pace of the last `paceDays` days goes on; nil when
  /// nothing is left now, and when there is no pace.
  public var expectedEnd: Day? {
    guard left > 0, recentlyDone > 0 else { return nil }
    return today + (left * Self.paceDays + recentlyDone - 1) / recentlyDone
  }

  /// The place of the first day that is later.
  private func firstIndex(after day: Day) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
