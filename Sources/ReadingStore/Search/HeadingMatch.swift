internal import GRDB

/// Finds lists and sections by the words of their names, folded as the full-text indexes fold.
///
/// There are a few hundred of them in a large library, so that they need no index of their own.
enum HeadingMatch {
  /// The lists whose slug begins with the words or whose title has each of them, as a JSON array.
  static func lists(_ words: [String], in database: Database) throws -> String {
    let wanted = try FullText.tokens(of: words.joined(separator: " "), in: database)
    let slug = words.joined(separator: "-")
    let found = try database.rows("SELECT id, slug, title FROM list").filter { row in
      let name: String = row[1]
      return try name.hasPrefix(slug) || matches(row[2], wanted, in: database)
    }
    return "[" + found.map { String($0[0] as Int64) }.joined(separator: ",") + "]"
  }

  /// The sections whose title has each of the words: a JSON array of list, first entry and count.
  static func sections(_ words: [String], in database: Database) throws -> String {
    let wanted = try FullText.tokens(of: words.joined(separator: " "), in: database)
    let found = try database.rows(
      "SELECT list, first, entries, title FROM section WHERE title IS NOT NULL"
    ).filter { try matches($0[3], wanted, in: database) }
    let places = found.map { "[\($0[0] as Int64),\($0[1] as Int),\($0[2] as Int)]" }
    return "[" + places.joined(separator: ",") + "]"
  }

  private static func matches(
    _ title: String, _ wanted: [String], in database: Database
  ) throws -> Bool {
    guard !wanted.isEmpty else { return false }
    let tokens = try FullText.tokens(of: title, in: database)
    return wanted.allSatisfy { word in tokens.contains { $0.hasPrefix(word) } }
  }
}
