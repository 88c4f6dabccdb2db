import Testing

@testable import Browser

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
    "is none for what is no day",
    arguments: [
      "", "2025", "2025-13-01", "2025-02-30", "2023-02-29", "2025-02-24x", "x025-02-24",
      "2025-2-24",
    ])
  func refusals(_ text: String) {
    #expect(ISOWeek.name(of: text) == nil)
  }
}
