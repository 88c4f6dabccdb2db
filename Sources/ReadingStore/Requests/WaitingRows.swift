internal import GRDB
internal import ReadingModel

/// The positions in a list of what its rows wait for.
enum WaitingRows {
  /// The positions that some rows of a list wait for, by the row's position.
  ///
  /// A requirement counts whoever stated it, when the required paper stands in the same list. The
  /// joins are in a fixed order, from the rows outwards, or from the requirements where those are the
  /// fewer: without statistics the planner would start at the other end of a large list.
  /// - Parameter condition: which entries; its arguments are numbered from 2.
  static func of(
    _ list: ListID, where condition: String, _ arguments: (any DatabaseValueConvertible)...,
    in database: Database
  ) throws -> [Int: [Int]] {
    let open = """
      LEFT JOIN progress ON progress.paper = other.paper
        WHERE entry.list = ?1 AND \(condition)
          AND ifnull(progress.status, 'unread') NOT IN ('read', 'skipped')
      """
    let few = """
      SELECT DISTINCT entry.position, other.position FROM requirement
        CROSS JOIN entry ON entry.paper = requirement.paper
        CROSS JOIN entry AS other
          ON other.paper = requirement.required AND other.list = entry.list
        \(open)
      ORDER BY 1, 2
      """
    let many = """
      SELECT entry.position, other.position FROM entry
        CROSS JOIN entry AS stating ON stating.paper = entry.paper
        CROSS JOIN entry_prerequisite AS stated
          ON stated.list = stating.list AND stated.position = stating.position
            AND stated.required <> entry.paper
        CROSS JOIN entry AS other ON other.paper = stated.required AND other.list = entry.list
        \(open)
      UNION
      SELECT entry.position, other.position FROM entry
        CROSS JOIN prerequisite ON prerequisite.paper = entry.paper
        CROSS JOIN entry AS other
          ON other.paper = prerequisite.required AND other.list = entry.list
        \(open)
      ORDER BY 1, 2
      """
    let known: Int? = try database.value(
      "SELECT count(*) FROM (SELECT 1 FROM requirement LIMIT 200)")
    let statement = try database.cachedStatement(sql: known ?? 0 < 200 ? few : many)
    var positions: [Int: [Int]] = [:]
    let rows = try Row.fetchCursor(
      statement, arguments: StatementArguments([list.rawValue] + arguments))
    while let row = try rows.next() { positions[row[0], default: []].append(row[1]) }
    return positions
  }
}
