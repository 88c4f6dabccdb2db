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
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(fields.tm_year + 1900)-\(two(fields.tm_mon + 1))-\(two(fields.tm_mday)) "
      + "\(two(fields.tm_hour)):\(two(fields.tm_min))"
  }
}
