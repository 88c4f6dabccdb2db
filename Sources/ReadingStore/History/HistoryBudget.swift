internal import GRDB

/// How much of the history is kept; older steps go first and can no longer be taken back.
public struct HistoryBudget: Equatable, Sendable {
  /// How many steps at most.
  public var steps: Int
  /// How many bytes their changesets may have together.
  public var bytes: Int

  /// Makes a budget: 100,000 steps and 200 MB unless something else is said.
  public init(steps: Int = 100_000, bytes: Int = 200_000_000) {
    self.steps = steps
    self.bytes = bytes
  }

  /// Removes the oldest steps that are too many; the newest one always stays.
  ///
  /// The counts are kept by triggers, so that a change with nothing to remove reads one row.
  func trim(_ database: Database) throws {
    guard var (count, size) = try database.historyTally(), count > steps || size > bytes else {
      return
    }
    let oldest = try database.cachedStatement(
      sql: "SELECT id, length(changeset) FROM history ORDER BY id")
    var last: Int64?
    let rows = try Row.fetchCursor(oldest)
    while count > 1, count > steps || size > bytes, let row = try rows.next() {
      last = row[0]
      count -= 1
      size -= row[1]
    }
    if let last { try database.run("DELETE FROM history WHERE id <= ?", last) }
  }
}

extension Database {
  /// How many steps the history has, and the bytes of their changesets; nil where no count is kept.
  func historyTally() throws -> (steps: Int, bytes: Int)? {
    try rows("SELECT steps, bytes FROM history_tally").first.map { ($0[0], $0[1]) }
  }
}
