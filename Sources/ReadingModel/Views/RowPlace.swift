/// A row of a source.
public struct RowPlace: Equatable, Sendable {
  /// Where the row comes from.
  public var source: RowSource
  /// Its index, counted from 0.
  public var index: Int

  /// Makes a place.
  public init(source: RowSource, index: Int) {
    self.source = source
    self.index = index
  }
}

/// A way through lists: on, or back.
public enum Direction: Equatable, Sendable {
  case forward, backward
}
