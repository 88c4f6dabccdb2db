/// The second schema: what importing a list anew has to know.
///
/// An entry that its list has no more is kept where the reader did something with it. A fact that the
/// reader put right is not overwritten. A step that added very many rows keeps the ranges they are in
/// instead of the rows.
enum Schema2 {
  static let sql = """
    ALTER TABLE entry ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));

    CREATE TABLE paper_edit (
      paper INTEGER NOT NULL REFERENCES paper(id),
      field TEXT NOT NULL CHECK (field IN ('title')),
      PRIMARY KEY (paper, field)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE history ADD COLUMN added TEXT CHECK (added <> '');

    """
}
