internal import GRDB

/// Brings the full-text indexes up to date with what a transaction changed.
enum FullTextIndex {
  /// Takes the words that papers had out of the indexes and puts in those they have now.
  ///
  /// The caller holds the transaction of the change, so that an index is never behind a commit.
  static func bringUpToDate(_ database: Database) throws {
    let isDue: Bool? = try database.value("SELECT EXISTS (SELECT 1 FROM full_text_due)")
    guard isDue == true else { return }
    for statement in statements { try database.run(statement) }
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
