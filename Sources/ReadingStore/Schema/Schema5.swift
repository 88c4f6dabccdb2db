/// The fifth schema: what papers that are looked after by hand need.
///
/// Every fact that the reader put right is kept, not the title alone. A list may say of a paper that
/// it comes after one that is the same by now; what it says stays, and nothing waits for itself.
enum Schema5 {
  static let sql = """
    CREATE TABLE paper_edit_of_any_fact (
      paper INTEGER NOT NULL REFERENCES paper(id),
      field TEXT NOT NULL
        CHECK (field IN ('title', 'short_name', 'authors', 'year', 'venue', 'abstract')),
      PRIMARY KEY (paper, field)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO paper_edit_of_any_fact SELECT paper, field FROM paper_edit;
    DROP TABLE paper_edit;
    ALTER TABLE paper_edit_of_any_fact RENAME TO paper_edit;

    DROP VIEW requirement;
    CREATE VIEW requirement(paper, required, why) AS
      SELECT entry.paper, entry_prerequisite.required, entry_prerequisite.why
        FROM entry_prerequisite
        JOIN entry ON entry.list = entry_prerequisite.list
          AND entry.position = entry_prerequisite.position
        WHERE entry_prerequisite.required IS NOT NULL
          AND entry_prerequisite.required <> entry.paper
      UNION ALL
      SELECT paper, required, why FROM prerequisite;

    """
}
