internal import GRDB
internal import ReadingModel

/// The order that a query asks for, as terms of ORDER BY.
struct QueryOrder {
  /// The terms; none when the query does not sort.
  let terms: [String]
  /// True when a term is a column of the table of papers, which then has to be walked or joined.
  let needsFacts: Bool
  /// The join that gives what the reader recorded, where a term is of it.
  let joins: String

  /// - Parameter facts: what the table of papers is called in the statement.
  init(_ query: Query, facts: String) {
    terms = query.sort.map { Self.term($0, facts) }
    needsFacts = query.sort.contains { !$0.field.isOfReader }
    joins =
      query.sort.contains(where: \.field.isOfReader)
      ? "LEFT JOIN progress AS reading ON reading.paper = paper.id" : ""
  }

  /// The term that orders equals by their numbers, in the direction in which an index goes along.
  static func last(_ query: Query) -> String {
    guard query.sort.count == 1, let key = query.sort.first, key.descending else {
      return "paper.id"
    }
    return key.field == .year || key.field == .title ? "paper.id DESC" : "paper.id"
  }

  private static func term(_ key: Query.SortKey, _ facts: String) -> String {
    let direction = key.descending ? " DESC" : ""
    return switch key.field {
    case .title: "\(facts).title COLLATE NOCASE\(direction)"
    case .author: "nullif(\(facts).authors, '[]') COLLATE NOCASE\(direction) NULLS LAST"
    case .year: "\(facts).year\(direction) NULLS LAST"
    case .added: "\(facts).added\(direction), \(facts).id\(direction)"
    case .rating: "reading.rating\(direction) NULLS LAST"
    case .noted:
      """
      (SELECT max(version.at) FROM note JOIN note_version AS version ON version.note = note.id
        WHERE note.paper = paper.id)\(direction) NULLS LAST
      """
    case .status:
      """
      CASE reading.status WHEN 'queued' THEN 1 WHEN 'reading' THEN 2 WHEN 'read' THEN 3
        WHEN 'skipped' THEN 4 ELSE 0 END\(direction)
      """
    }
  }
}

extension Query.SortField {
  /// True for what the reader recorded, false for a fact of the paper.
  fileprivate var isOfReader: Bool { self == .rating || self == .status || self == .noted }
}
