import ReadingModel
import Testing

@Suite("The ISO week of a day")
struct ISOWeekTests {
  @Test(
    "follows ISO 8601",
    arguments: [
      ("2025-02-24", "2025-W09"), ("2025-02-24/2025-03-01", "2025-W09"),
      ("2025-11-09", "2025-W45"), ("2025-11-10", "2025-W46"), ("2024-12-30", "2025-W01"),
      ("2024-12-29", "2024-W52"), ("2021-01-03", "2020-W53"), ("2020-12-31", "2020-W53"),
      ("2016-01-03", "2015-W53"), ("2012-01-01", "2011-W52"), ("2000-02-29", "2000-W09"),
      ("1977-01-01", "1976-W53"),
    ])
  func weeks(_ day: String, _ week: String) {
    #expect(ISOWeek.name(of: day) == week)
  }

  @Test(
    "has its Monday and its Sunday",
    arguments: [
      ("2025-W09", "2025-02-24", "2025-03-02"), ("2025-W01", "2024-12-30", "2025-01-05"),
      ("2020-W53", "2020-12-28", "2021-01-03"), ("2024-W09", "2024-02-26", "2024-03-03"),
    ])
  func days(_ week: String, _ first: String, _ last: String) throws {
    let days = try #require(ISOWeek.days(of: week))
    #expect(days == (first, last))
    for day in [first, last] { #expect(ISOWeek.name(of: day) == week) }
    #expect(try #require(ISOWeek.days(around: last)) == days)
  }

  @Test(
    "has no days where the year has no such week",
    arguments: ["2025-W53", "2025-W00", "2025-W1", "2025W01", "W01", "", "0000-W01", "2025-W-1"])
  func noDays(_ week: String) {
    #expect(ISOWeek.days(of: week) == nil)
  }

  @Test(
    "is none for what is no day",
    arguments: [
      "", "2025", "2025-13-01", "2025-02-30", "2023-02-29", "2025-02-24x", "x025-02-24",
      "2025-2-24", "2025-+2-24", "0000-01-01",
    ])
  func refusals(_ text: String) {
    #expect(ISOWeek.name(of: text) == nil)
  }
}
