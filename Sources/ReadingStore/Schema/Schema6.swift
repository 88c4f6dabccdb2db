/// The sixth schema: the same rules as before, which a new row passes in half the time.
///
/// SQLite looks an `IN` of three values or more up in a table that it makes and empties for each row;
/// the same rule with `OR` is a few comparisons. No row changes, so the text of the rules is written as
/// https://www.sqlite.org/lang_altertable.html#otheralter says. A trigger no longer gathers the words
/// of a paper for whose index they are kept already.
enum Schema6 {
  static let sql = """
    PRAGMA writable_schema = ON;
    \(rule("paper", "kind", ["paper", "blog", "article", "handbook", "tool", "news"]))
    \(rule("identifier", "scheme", ["arxiv", "doi", "openreview", "acl", "url"]))
    \(rule("link", "kind", ["paper", "code", "page"]))
    \(rule("progress", "status", statuses))
    \(rule("reading_event", "status", statuses))
    \(rule("history", "state", ["done", "undone", "dropped"]))
    PRAGMA writable_schema = RESET;

    DROP TRIGGER full_text_entry_added;
    CREATE TRIGGER full_text_entry_added BEFORE INSERT ON entry
      WHEN new.remark <> ''
        AND NOT EXISTS (SELECT 1 FROM full_text_due WHERE paper = new.paper) BEGIN
      INSERT INTO full_text_due(
          paper, indexed, title, short_name, authors, abstract, remark, note)
        SELECT paper, 1, title, short_name, authors, abstract, remark, note
          FROM paper_passage WHERE paper = new.paper;
    END;

    """

  private static let statuses = ["unread", "queued", "reading", "read", "skipped"]

  /// Writes the rule that a column has one of several values in the other way.
  private static func rule(_ table: String, _ column: String, _ values: [String]) -> String {
    let list = values.map { "''\($0)''" }.joined(separator: ", ")
    let choice = values.map { "\(column) = ''\($0)''" }.joined(separator: " OR ")
    return """
      UPDATE sqlite_schema SET sql = replace(sql, '\(column) IN (\(list))', '\(choice)')
        WHERE type = 'table' AND name = '\(table)';
      """
  }
}
