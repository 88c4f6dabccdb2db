#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The time of day, for the one moment that no caller gives: when a library is made.
enum Clock {
  /// The present moment as the library writes it, ISO 8601 in UTC: `2025-02-24T18:30:00Z`.
  static func now() -> String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let length = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(length).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
