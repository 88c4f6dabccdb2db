#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The wall clock, as the library writes time.
public enum Clock {
  /// The present moment, ISO 8601 in UTC with milliseconds: `2026-03-01T09:30:00.000Z`.
  @Sendable public static func now() -> String {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    var parts = tm()
    gmtime_r(&moment.tv_sec, &parts)
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    let day = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
      .map { digits($0, 2) }.joined(separator: "-")
    let time = [parts.tm_hour, parts.tm_min, parts.tm_sec]
      .map { digits(Int($0), 2) }.joined(separator: ":")
    return "\(day)T\(time).\(digits(Int(moment.tv_nsec) / 1_000_000, 3))Z"
  }
}
