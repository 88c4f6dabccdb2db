/// Pictures of a reader's progress, in numbers.
///
/// A paper counts as read on a day when its progress changed on that day and left it being read or
/// read; however often that happens in a day, it counts once.
public struct ReadingStatistics: Equatable, Sendable {
  /// Days in a row on which something was read.
  public struct Streak: Equatable, Sendable {
    /// The days up to today, or to yesterday where nothing was read today yet.
    public var current: Int
    /// The most days there ever were.
    public var longest: Int

    /// Makes a streak.
    public init(current: Int, longest: Int) {
      self.current = current
      self.longest = longest
    }
  }

  /// The day they were made.
  public let today: Day
  /// How many papers were read on each day on which there were any.
  public let readings: [Day: Int]
  /// Days in a row.
  public let streak: Streak
  /// How many papers have each status.
  public let statuses: [Status: Int]
  /// The papers read, by their year.
  public let years: [ReadingRecord.YearCount]
  /// What is left of each list that has entries, in the order of the lists.
  public let lists: [BurnDown]
  /// The sections of which least is read, the least first.
  public let blindSpots: [ReadingRecord.SectionCount]

  /// Makes statistics.
  ///
  /// - Parameters:
  ///   - record: What the library knows.
  ///   - today: The present day where the reader is.
  ///   - day: The day on which a moment fell where the reader is; a moment is in seconds since
  ///     1 January 1970 in UTC.
  public init(_ record: ReadingRecord, today: Day, day: (Int) -> Day) {
    var papersByDay: [Day: Set<PaperID>] = [:]
    var doneSince: [PaperID: Day] = [:]
    for event in record.events {
      let day = day(event.moment)
      if event.status == .reading || event.status == .read {
        papersByDay[day, default: []].insert(event.paper)
      }
      if !event.status.isDone {
        doneSince[event.paper] = nil
      } else if doneSince[event.paper] == nil {
        doneSince[event.paper] = day
      }
    }
    self.today = today
    readings = papersByDay.mapValues(\.count)
    streak = Self.streak(Array(papersByDay.keys), today: today)
    statuses = record.statuses
    years = record.years
    lists = record.lists.filter { $0.entries > 0 }.map { list in
      BurnDown(
        list, days: (record.done[list.id] ?? []).compactMap { doneSince[$0] }, today: today)
    }
    blindSpots = Self.blindSpots(record.sections)
  }

  /// The longest run of days, and the one that still goes on.
  static func streak(_ days: [Day], today: Day) -> Streak {
    var streak = Streak(current: 0, longest: 0)
    var run = 0
    var last: Day?
    for day in days.sorted() {
      run = last.map { $0 + 1 == day } == true ? run + 1 : 1
      last = day
      streak.longest = max(streak.longest, run)
      if day == today || day == today - 1 { streak.current = run }
    }
    return streak
  }

  /// Sections that have more to read than was read, by the share that was; what was skipped counts
  /// as neither.
  static func blindSpots(_ sections: [ReadingRecord.SectionCount]) -> [ReadingRecord.SectionCount] {
    func share(_ section: ReadingRecord.SectionCount) -> Double {
      Double(section.read) / Double(max(1, section.entries - section.skipped))
    }
    return sections.enumerated()
      .filter { $0.element.read * 2 < $0.element.entries - $0.element.skipped }
      .sorted { left, right in
        let (first, second) = (share(left.element), share(right.element))
        if first != second { return first < second }
        let unread = (left.element.entries, right.element.entries)
        return unread.0 == unread.1 ? left.offset < right.offset : unread.0 > unread.1
      }.map(\.element)
  }
}
