import ReadingModel
import Testing

@Suite("Days")
struct DayTests {
  @Test("Every day of eight centuries follows the one before it, leap years included")
  func calendar() {
    var expected = (year: 1600, month: 1, day: 1)
    let first = Day(year: 1600, month: 1, day: 1)
    for offset in 0..<292_200 {
      let day = first + offset
      guard day.date == expected,
        Day(year: expected.year, month: expected.month, day: expected.day) == day
      else {
        Issue.record("\(day.text) stands where \(expected) should")
        return
      }
      let isLeap =
        expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
    }
  }

  @Test("1 January 1970 is day 0, also seen from before it")
  func epoch() {
    #expect(Day(year: 1970, month: 1, day: 1).number == 0)
    #expect(Day(number: -1).text == "1969-12-31")
    #expect(Day(year: -1, month: 3, day: 1).date == (-1, 3, 1))
  }

  @Test(
    "Weeks begin on Monday, across months and years",
    arguments: [
      ("2026-03-01", 6, "2026-02-23"), ("2024-02-29", 3, "2024-02-26"),
      ("2021-01-03", 6, "2020-12-28"), ("2024-12-30", 0, "2024-12-30"),
      ("1969-12-31", 2, "1969-12-29"),
    ])
  func weeks(_ text: String, _ weekday: Int, _ monday: String) throws {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let day = Day(year: parts[0], month: parts[1], day: parts[2])
    #expect(day.text == text)
    #expect(day.weekday == weekday)
    #expect(day.monday.text == monday)
  }
}
