internal import GRDB
public import ReadingModel

extension Library {
  /// The nearest unread paper on the way from a row through its source, then through lists, and last
  /// round through the source again.
  ///
  /// - Parameters:
  ///   - place: the row to go from, which is not looked at itself; its index may lie outside.
  ///   - lists: where to look when the source has none, in this order.
  /// - Returns: the row; nil when there is none. Of a search the first `searchLimit` rows count.
  public func unread(
    _ direction: Direction, from place: RowPlace, then lists: [ListID]
  ) throws -> RowPlace? {
    try reading { database in
      if let index = try database.unread(direction, from: place.index, in: place.source) {
        return RowPlace(source: place.source, index: index)
      }
      let end = direction == .forward ? -1 : Int(Int32.max)
      let open = Set(
        try database.numbers(
          "SELECT list FROM list_tally WHERE read + skipped < entries", StatementArguments()))
      for list in lists where open.contains(list.rawValue) {
        if let index = try database.unread(direction, from: end, in: .list(list)) {
          return RowPlace(source: .list(list), index: index)
        }
      }
      return try database.unread(direction, from: end, in: place.source).map {
        RowPlace(source: place.source, index: $0)
      }
    }
  }
}

extension Database {
  /// The index of the nearest unread paper of a source, behind an index or before it.
  fileprivate func unread(
    _ direction: Direction, from index: Int, in source: RowSource
  ) throws -> Int? {
    switch source {
    // Nothing there is unread.
    case .reading, .queue: return nil
    case .list(let list):
      let position: Int? = try value(
        """
        SELECT entry.position FROM entry LEFT JOIN progress ON progress.paper = entry.paper
          WHERE entry.list = ? AND entry.position \(direction.sign) ? AND \(Self.isUnread)
          ORDER BY entry.position \(direction.order) LIMIT 1
        """, list.rawValue, index + 1)
      return position.map { $0 - 1 }
    case .all:
      let here = try PaperOrder.of(source, start: max(0, index), limit: 1, cap: nil, in: self)
      let found: Int64? = try value(
        """
        SELECT paper.id FROM paper LEFT JOIN progress ON progress.paper = paper.id
          WHERE paper.id \(direction.sign) ? AND \(Self.isUnread)
          ORDER BY paper.id \(direction.order) LIMIT 1
        """, index < 0 ? 0 : here.papers.first?.rawValue ?? Int64.max)
      return try found.flatMap { try value("SELECT count(*) FROM paper WHERE id < ?", $0) }
    default:
      // Most often it is near, and the order of a source is known only as a window of it.
      for window in Self.windows(direction, from: index) where !window.isEmpty {
        if let found = try unread(direction, among: window, of: source) { return found }
      }
      return nil
    }
  }

  private static let isUnread = "ifnull(progress.status, 'unread') = 'unread'"

  /// The rows to look through one part after the other: a near one, and the rest.
  private static func windows(_ direction: Direction, from index: Int) -> [Range<Int>] {
    let near = 200
    switch direction {
    case .forward:
      let start = max(0, index + 1)
      return [start..<start + near, start + near..<max(start + near, Int(Int32.max))]
    case .backward:
      let end = max(0, index)
      return [max(0, end - near)..<end, 0..<max(0, end - near)]
    }
  }

  private func unread(
    _ direction: Direction, among window: Range<Int>, of source: RowSource
  ) throws -> Int? {
    let papers = try PaperOrder.of(
      source, start: window.lowerBound, limit: window.count, cap: Library.searchLimit, in: self
    ).papers
    guard !papers.isEmpty else { return nil }
    let nearest: Int? = try value(
      """
      SELECT \(direction == .forward ? "min" : "max")(chosen.key)
        FROM json_each(?) AS chosen LEFT JOIN progress ON progress.paper = chosen.value
        WHERE \(Self.isUnread)
      """, papers.json)
    return nearest.map { window.lowerBound + $0 }
  }
}

extension Direction {
  /// How what lies on the way compares with where one is.
  fileprivate var sign: String { self == .forward ? ">" : "<" }

  /// The order in which SQL comes to what is nearest first.
  fileprivate var order: String { self == .forward ? "" : "DESC" }
}
