/// A search or a filter that the reader keeps under a name.
public struct SavedSearch: Equatable, Sendable {
  /// Its row in the open library.
  public var id: SavedSearchID
  /// The name, which no other saved search has.
  public var name: String
  /// The query as it was typed.
  public var query: String
  /// How many papers match, or `countLimit` where there are more; nil where counting them would take
  /// too long.
  public var count: Int?

  /// How far the papers that match are counted.
  public static let countLimit = 1_000

  /// Makes a saved search.
  public init(id: SavedSearchID, name: String, query: String, count: Int? = nil) {
    self.id = id
    self.name = name
    self.query = query
    self.count = count
  }
}

/// A saved search's row in the open library.
public struct SavedSearchID: RawRepresentable, Hashable, Sendable {
  /// The row number.
  public let rawValue: Int64
  /// Wraps a row number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}
