import Foundation
import ReadingModel
import Testing

@Suite("Statistics")
struct ReadingStatisticsTests {
  private let today = Day(year: 2026, month: 3, day: 1)

  private func event(_ paper: Int64, _ day: Day, _ status: Status) -> ReadingRecord.Event {
    .init(paper: PaperID(rawValue: paper), moment: day.number * 86_400 + 43_200, status: status)
  }

  private func statistics(_ record: ReadingRecord) -> ReadingStatistics {
    ReadingStatistics(record, today: today) { Day(number: $0 / 86_400) }
  }

  private func list(_ entries: Int, read: Int, skipped: Int = 0) -> ListSummary {
    ListSummary(
      id: ListID(rawValue: 1), slug: "order", title: "Order", kind: .order, issued: nil,
      entries: entries, read: read, skipped: skipped)
  }

  @Test("A paper counts once a day, being read or read, and not when it is skipped or queued")
  func readings() {
    let record = ReadingRecord(events: [
      event(1, today - 1, .reading), event(1, today - 1, .read), event(2, today - 1, .read),
      event(3, today - 1, .skipped), event(4, today, .queued), event(1, today, .read),
    ])
    #expect(statistics(record).readings == [today - 1: 2, today: 1])
  }

  @Test(
    "A streak goes on until a day is missed, and today may still come",
    arguments: [
      ([], 0, 0), ([0], 1, 1), ([1], 1, 1), ([2], 0, 1), ([0, 1, 2], 3, 3),
      ([1, 2, 3], 3, 3), ([0, 2, 3, 4], 1, 3), ([0, 1, 3, 4, 5, 6, 9], 2, 4),
    ] as [([Int], Int, Int)])
  func streak(_ daysAgo: [Int], _ current: Int, _ longest: Int) {
    let record = ReadingRecord(events: daysAgo.shuffled().map { event(1, today - $0, .read) })
    #expect(statistics(record).streak == .init(current: current, longest: longest))
  }

  @Test("A streak crosses leap days and the hour that summer time takes and gives")
  func streakInAZone() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Berlin"))
    for (month, start) in [(3, 27), (10, 23), (2, 26)] {
      // Each evening at half past eleven, which is the next day in UTC for none and the same for
      // all but the reader.
      let year = month == 2 ? 2028 : 2026
      let moments = try (0..<6).map { offset in
        let components = DateComponents(
          year: year, month: month, day: start + offset, hour: 23, minute: 30)
        return Int(try #require(calendar.date(from: components)).timeIntervalSince1970)
      }
      func day(_ moment: Int) -> Day {
        let parts = calendar.dateComponents(
          [.year, .month, .day], from: Date(timeIntervalSince1970: Double(moment)))
        return Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      }
      let record = ReadingRecord(
        events: moments.map { .init(paper: PaperID(rawValue: 1), moment: $0, status: .read) })
      let last = try #require(moments.last)
      let statistics = ReadingStatistics(record, today: day(last), day: day)
      #expect(statistics.streak == .init(current: 6, longest: 6))
      #expect(statistics.readings.count == 6)
    }
  }

  @Test("What is left of a list follows the days on which its papers were done for good")
  func burnDown() throws {
    let record = ReadingRecord(
      events: [
        event(1, today - 60, .read), event(2, today - 40, .read), event(2, today - 35, .unread),
        event(2, today - 10, .read), event(2, today - 5, .read), event(3, today - 2, .skipped),
        event(9, today, .read),
      ], lists: [list(6, read: 2, skipped: 1)],
      done: [ListID(rawValue: 1): [1, 2, 3].map { PaperID(rawValue: $0) }])
    let burnDown = try #require(statistics(record).lists.first)
    #expect(burnDown.days == [today - 60, today - 10, today - 2])
    #expect(burnDown.left == 3)
    #expect(
      [70, 60, 11, 10, 2, 0].map { burnDown.left(on: today - $0) } == [6, 5, 5, 4, 3, 3])
    #expect(burnDown.recentlyDone == 2)
    // Three at two in 28 days: 42 days.
    #expect(burnDown.expectedEnd == today + 42)
  }

  @Test(
    "A list ends at the pace of four weeks, and never without one",
    arguments: [
      (10, [0], 280), (1, [27], 28), (1, [28], nil), (5, [], nil), (0, [0, 1], nil),
      (3, [0, 9], 42),
    ] as [(Int, [Int], Int?)])
  func pace(_ left: Int, _ daysAgo: [Int], _ end: Int?) {
    let burnDown = BurnDown(
      list(left + daysAgo.count, read: daysAgo.count), days: daysAgo.map { today - $0 },
      today: today)
    #expect(burnDown.left == left)
    #expect(burnDown.expectedEnd == end.map { today + $0 })
  }

  @Test("A paper that was done without a date counts from the beginning")
  func undated() {
    let burnDown = BurnDown(list(4, read: 2), days: [today - 3], today: today)
    #expect(burnDown.left(on: today - 9) == 3)
    #expect(burnDown.left(on: today) == 2)
  }

  @Test("Blind spots are the sections with less than half read, the least first")
  func blindSpots() {
    func section(_ name: String, _ entries: Int, _ read: Int, _ skipped: Int = 0)
      -> ReadingRecord.SectionCount
    {
      .init(list: "L", section: name, entries: entries, read: read, skipped: skipped)
    }
    let record = ReadingRecord(sections: [
      section("half", 4, 2), section("some", 5, 1), section("none", 3, 0), section("more", 9, 0),
      section("skipped", 3, 0, 3), section("rest", 6, 1, 4), section("tenth", 10, 1),
    ])
    #expect(
      statistics(record).blindSpots.map(\.section) == ["more", "none", "tenth", "some"])
  }

  @Test("The heat map has a column a week, Monday first, and nothing of the days to come")
  func heatMap() {
    // 2026-03-04 is a Wednesday.
    let today = Day(year: 2026, month: 3, day: 4)
    let statistics = ReadingStatistics(
      ReadingRecord(events: [
        event(1, today, .read), event(1, today - 9, .read), event(2, today - 9, .read),
        event(1, today - 30, .read),
      ]), today: today
    ) { Day(number: $0 / 86_400) }
    let map = HeatMap(statistics, weeks: 3)
    #expect(map.mondays.map(\.text) == ["2026-02-16", "2026-02-23", "2026-03-02"])
    #expect(
      map.weeks == [
        [0, 0, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0, 0], [0, 0, 1, nil, nil, nil, nil],
      ])
    // March begins on the Sunday of the second week.
    #expect(map.months.map(\.week) == [1] && map.months.map(\.month) == [3])
    #expect(HeatMap(statistics, weeks: 0).weeks.isEmpty)
    let year = HeatMap(statistics, weeks: 53)
    #expect(Set(year.months.map(\.month)) == Set(1...12))
  }
}
