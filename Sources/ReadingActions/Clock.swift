#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The wall clock, as the library writes time.
public enum Clock {
  /// The present moment, ISO 8601 in UTC with milliseconds: `2026-03-01T09:30:00.000Z`.
  @Sendable public static func now() -> String {
    Date().formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
  }
}
