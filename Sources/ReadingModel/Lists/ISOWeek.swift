/// The weeks of ISO 8601, which begin on Monday.
public enum ISOWeek {
  /// The week's name, such as `2025-W09`, of a day given as ISO 8601 (`2025-02-24`, or the start of
  /// an interval `2025-02-24/2025-03-01`); nil for anything else.
  public static func name(of day: String) -> String? {
    guard let date = date(of: day) else { return nil }
    let week = week(year: date.year, month: date.month, day: date.day)
    return "\(padded(week.year, 4))-W\(padded(week.number, 2))"
  }

  /// The Monday and the Sunday of a week named like `2025-W09`, as ISO 8601 days; nil for anything
  /// else and for a week that its year does not have.
  public static func days(of week: String) -> (first: String, last: String)? {
    let parts = week.split(separator: "-W", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = number(parts[0], digits: 4),
      let number = number(parts[1], digits: 2), year >= 1, (1...weeks(in: year)).contains(number)
    else { return nil }
    // 4 January is always in the first week.
    let fourth = days(before: (year, 1, 4))
    let monday = fourth - fourth % 7 + 7 * (number - 1)
    return (day(at: monday), day(at: monday + 6))
  }

  /// The days on which the week of a day begins and ends; nil for what is no day.
  public static func days(around day: String) -> (first: String, last: String)? {
    name(of: day).flatMap { days(of: $0) }
  }

  private typealias Date = (year: Int, month: Int, day: Int)

  /// A day as numbers; of an interval its first day.
  private static func date(of day: String) -> Date? {
    let parts = day.prefix(10).split(separator: Character("-"), omittingEmptySubsequences: false)
    guard day.utf8.count == 10 || day.dropFirst(10).first == "/", parts.count == 3,
      let year = number(parts[0], digits: 4), let month = number(parts[1], digits: 2),
      let date = number(parts[2], digits: 2), year >= 1, (1...12).contains(month), date >= 1,
      date <= daysInMonth(month, of: year)
    else { return nil }
    return (year, month, date)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(text)
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

  /// Monday is 1, Sunday 7; 1 January of the year 1 was a Monday.
  private static func weekday(year: Int, month: Int, day: Int) -> Int {
    days(before: (year, month, day)) % 7 + 1
  }

  /// How many days lie between 1 January of the year 1 and a day (Gregorian, ISO 8601-1:2019, 4.2.1).
  private static func days(before date: Date) -> Int {
    let past = date.year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
      + (1..<date.month).reduce(date.day - 1) { $0 + daysInMonth($1, of: date.year) }
  }

  /// The day so many days after 1 January of the year 1.
  private static func day(at days: Int) -> String {
    var year = days / 366 + 1
    while self.days(before: (year + 1, 1, 1)) <= days { year += 1 }
    var rest = days - self.days(before: (year, 1, 1))
    var month = 1
    while rest >= daysInMonth(month, of: year) {
      rest -= daysInMonth(month, of: year)
      month += 1
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(rest + 1, 2))"
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
