/// A day of the Gregorian calendar, in whatever time zone it was reckoned.
public struct Day: Hashable, Comparable, Sendable {
  /// The days since 1 January 1970, which is 0.
  public let number: Int

  /// The day with a number.
  public init(number: Int) { self.number = number }

  /// The day of a date; a month or day that there is none of counts on from the one before it.
  ///
  /// Years are counted from March, so that the day added in a leap year is the last of one, and
  /// periods of 400 years all have 146,097 days.
  public init(year: Int, month: Int, day: Int) {
    let months = month + 9
    let year = year + Self.quotient(months, 12) - 1
    let dayOfYear = (153 * Self.remainder(months, 12) + 2) / 5 + day - 1
    let leapDays = Self.quotient(year, 4) - Self.quotient(year, 100) + Self.quotient(year, 400)
    number = 365 * year + leapDays + dayOfYear - Self.epoch
  }

  /// The days from 1 March of the year 0 to 1 January 1970.
  private static let epoch = 719_468

  /// The year, the month counted from 1, and the day of the month.
  public var date: (year: Int, month: Int, day: Int) {
    let days = number + Self.epoch
    let period = Self.quotient(days, 146_097)
    let rest = Self.remainder(days, 146_097)
    let year = (rest - rest / 1_460 + rest / 36_524 - rest / 146_096) / 365
    let dayOfYear = rest - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    return (
      year + 400 * period + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// The day of the week: Monday is 0, Sunday 6.
  public var weekday: Int { Self.remainder(number + 3, 7) }

  /// The Monday of its week (ISO 8601-1:2019, 5.2.4).
  public var monday: Day { self - weekday }

  /// The day as ISO 8601: `2026-03-01`.
  public var text: String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
    let date = date
    return "\(digits(date.year, 4))-\(digits(date.month, 2))-\(digits(date.day, 2))"
  }

  /// The day so many days later.
  public static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
  /// The day so many days earlier.
  public static func - (day: Day, count: Int) -> Day { Day(number: day.number - count) }
  /// Orders days by time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static func quotient(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  private static func remainder(_ number: Int, _ divisor: Int) -> Int {
    number - divisor * quotient(number, divisor)
  }
}
