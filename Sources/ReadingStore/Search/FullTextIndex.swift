internal import GRDB

/// Brings the full-text indexes up to date with what a transaction changed.
enum FullTextIndex {
  /// Takes the words that papers had out of the indexes and puts in those they have now.
  ///
  /// The caller holds the transaction of the change, so that an index is never behind a commit.
  static func bringUpToDate(_ database: Database) throws {
    let due: Int =
      try database.value("SELECT count(*) FROM (SELECT 1 FROM full_text_due LIMIT ?)", many) ?? 0
    guard due > 0 else { return }
    if due == many { try gather(largeGathering, in: database) }
    for statement in statements { try database.run(statement) }
    if due == many { try gather(smallGathering, in: database) }
  }

  /// How many papers are worth more memory.
  private static let many = 1_000
  /// How many bytes of words an index gathers in memory before it writes them down, for a change of
  /// many papers and else; what is written in fewer pieces need not be merged.
  private static let (largeGathering, smallGathering) = (16 << 20, 1 << 20)

  /// https://www.sqlite.org/fts5.html#special_insert_commands has most of these settings; this one is
  /// named in the source alone.
  private static func gather(_ bytes: Int, in database: Database) throws {
    for index in ["paper_name", "paper_text"] {
      try database.run("INSERT INTO \(index)(\(index), rank) VALUES ('hashsize', ?)", bytes)
    }
  }

  private static let statements = [
    """
    INSERT INTO paper_name(paper_name, rowid, title, short_name, authors)
      SELECT 'delete', paper, title, short_name, authors FROM full_text_due WHERE indexed = 1
    """,
    """
    INSERT INTO paper_name(rowid, title, short_name, authors)
      SELECT paper.id, paper.title, paper.short_name, paper.authors
        FROM full_text_due CROSS JOIN paper ON paper.id = full_text_due.paper
        ORDER BY full_text_due.paper
    """,
    """
    INSERT INTO paper_text(paper_text, rowid, title, short_name, authors, abstract, remark, note)
      SELECT 'delete', paper, title, short_name, authors, abstract, remark, note
        FROM full_text_due WHERE indexed = 1
    """,
    """
    INSERT INTO paper_text(rowid, title, short_name, authors, abstract, remark, note)
      SELECT passage.*
        FROM full_text_due CROSS JOIN paper_passage AS passage
          ON passage.paper = full_text_due.paper
        ORDER BY full_text_due.paper
    """,
    "DELETE FROM full_text_due",
  ]
}
