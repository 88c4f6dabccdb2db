/// A paper's row in the open library; it means nothing outside it and is never shown or exported.
public struct PaperID: RawRepresentable, Hashable, Comparable, Sendable {
  /// The row number.
  public let rawValue: Int64
  /// Wraps a row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders papers by when they were added.
  public static func < (left: PaperID, right: PaperID) -> Bool { left.rawValue < right.rawValue }
}

/// A list's row in the open library.
public struct ListID: RawRepresentable, Hashable, Sendable {
  /// The row number.
  public let rawValue: Int64
  /// Wraps a row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A note's row in the open library; stable, so `show --json` prints it.
public struct NoteID: RawRepresentable, Hashable, Sendable {
  /// The row number.
  public let rawValue: Int64
  /// Wraps a row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}
