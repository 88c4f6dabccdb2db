import Foundation
import ReadingModel

/// Moments in the reader's time zone.
enum LocalTime {
  /// The present day.
  static var today: Day { day(of: Int(time(nil))) }

  /// The day on which a moment falls, in seconds since 1 January 1970 in UTC.
  static func day(of moment: Int) -> Day {
    var moment = time_t(moment)
    var fields = tm()
    guard localtime_r(&moment, &fields) != nil else { return Day(number: moment / 86_400) }
    return Day(
      year: Int(fields.tm_year) + 1900, month: Int(fields.tm_mon) + 1, day: Int(fields.tm_mday))
  }

  /// A moment given as ISO 8601 in UTC, as `2026-03-01 12:03`; a text that is none comes back as it is.
  static func text(of utc: String) -> String {
    let parts = utc.split { !$0.isNumber }.prefix(5).compactMap { Int32($0) }
    guard parts.count == 5 else { return utc }
    var fields = tm()
    fields.tm_year = parts[0] - 1900
    fields.tm_mon = parts[1] - 1
    fields.tm_mday = parts[2]
    fields.tm_hour = parts[3]
    fields.tm_min = parts[4]
    var moment = timegm(&fields)
    guard localtime_r(&moment, &fields) != nil else { return utc }
    return "\(day(fields)) \(two(fields.tm_hour)):\(two(fields.tm_min))"
  }

  /// The present day as it is written, `2026-03-01`.
  static func writtenToday() -> String {
    var moment = time(nil)
    var fields = tm()
    localtime_r(&moment, &fields)
    return day(fields)
  }

  /// The moment at which a day begins, ISO 8601 in UTC with milliseconds as the library writes it.
  ///
  /// - Parameter day: `2026-03-01`.
  static func utc(startOf day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int32($0) }
    guard parts.count == 3 else { return day }
    var fields = tm()
    fields.tm_year = parts[0] - 1900
    fields.tm_mon = parts[1] - 1
    fields.tm_mday = parts[2]
    fields.tm_isdst = -1
    var moment = mktime(&fields)
    gmtime_r(&moment, &fields)
    return "\(self.day(fields))T\(two(fields.tm_hour)):\(two(fields.tm_min)):"
      + "\(two(fields.tm_sec)).000Z"
  }

  private static func day(_ fields: tm) -> String {
    "\(fields.tm_year + 1900)-\(two(fields.tm_mon + 1))-\(two(fields.tm_mday))"
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
