/// The ISO 8601 week of a day.
enum ISOWeek {
  /// The week's name, such as `2025-W09`, of a day given as ISO 8601 (`2025-02-24`, or the start of
  /// an interval `2025-02-24/2025-03-01`); nil for anything else.
  static func name(of day: String) -> String? {
    let parts = day.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard day.utf8.count == 10 || day.dropFirst(10).first == "/", parts.count == 3,
      parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let date = Int(parts[2]), (1...12).contains(month), date >= 1,
      date <= daysInMonth(month, of: year)
    else { return nil }
    let week = week(year: year, month: month, day: date)
    return "\(padded(week.year, 4))-W\(padded(week.number, 2))"
  }

  /// The week that holds the day's Thursday decides the year (ISO 8601-1:2019, 5.2.4).
  private static func week(year: Int, month: Int, day: Int) -> (year: Int, number: Int) {
    let ordinal = (1..<month).reduce(day) { $0 + daysInMonth($1, of: year) }
    let number = (ordinal - weekday(year: year, month: month, day: day) + 10) / 7
    if number < 1 { return (year - 1, weeks(in: year - 1)) }
    if number > weeks(in: year) { return (year + 1, 1) }
    return (year, number)
  }

  /// Years that begin on a Thursday, and leap years that begin on a Wednesday, have 53 weeks.
  private static func weeks(in year: Int) -> Int {
    let first = weekday(year: year, month: 1, day: 1)
    return first == 4 || (first == 3 && isLeap(year)) ? 53 : 52
  }

  /// Monday is 1, Sunday 7; counted from a date whose weekday is known, 1 January of the year 1.
  private static func weekday(year: Int, month: Int, day: Int) -> Int {
    let past = year - 1
    let days =
      past * 365 + past / 4 - past / 100 + past / 400
      + (1..<month).reduce(day - 1) { $0 + daysInMonth($1, of: year) }
    return ((days % 7) + 7) % 7 + 1
  }

  private static func daysInMonth(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
