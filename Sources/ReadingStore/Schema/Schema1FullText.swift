extension Schema1 {
  /// The first schema: the two full-text indexes and what is due in them.
  ///
  /// `paper_name` answers while a person types: any prefix of one to four letters is one look-up.
  /// `paper_text` holds every word that is known of a paper, its names included, so that one match
  /// finds an author and a word of the abstract together. Both are external content.
  /// https://www.sqlite.org/fts5.html#external_content_tables
  ///
  /// Triggers note in `full_text_due` which papers are about to change, with the words that the
  /// indexes have of them; `FullTextIndex` brings the indexes up to date once for a transaction. A
  /// trigger that wrote to an index itself would make it go to disk at every statement that has
  /// triggers.
  static let fullText = """
    CREATE VIRTUAL TABLE paper_name USING fts5(
      title, short_name, authors, content = 'paper', content_rowid = 'id',
      tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3 4'
    );
    CREATE VIRTUAL TABLE paper_term USING fts5vocab(paper_name, row);

    CREATE VIEW paper_passage(paper, title, short_name, authors, abstract, remark, note) AS
      SELECT id, title, short_name, authors, abstract,
        (SELECT group_concat(remark, char(10)) FROM entry
          WHERE entry.paper = paper.id AND remark <> ''),
        (SELECT group_concat(body, char(10)) FROM note
          JOIN note_version ON note_version.note = note.id
          WHERE note.paper = paper.id AND number =
            (SELECT max(number) FROM note_version AS newest WHERE newest.note = note.id))
      FROM paper;
    CREATE VIRTUAL TABLE paper_text USING fts5(
      title, short_name, authors, abstract, remark, note,
      content = 'paper_passage', content_rowid = 'paper',
      tokenize = "unicode61 remove_diacritics 2"
    );

    CREATE TABLE full_text_due (
      paper INTEGER PRIMARY KEY,
      indexed INTEGER NOT NULL CHECK (indexed IN (0, 1)),
      title TEXT, short_name TEXT, authors TEXT, abstract TEXT, remark TEXT, note TEXT
    ) STRICT;
    CREATE TRIGGER full_text_paper_added AFTER INSERT ON paper BEGIN
      INSERT INTO full_text_due(paper, indexed) VALUES (new.id, 0) ON CONFLICT DO NOTHING;
    END;
    \(due("paper_removed", "DELETE ON paper", papers: "old.id"))
    \(due("paper_changed", "UPDATE OF title, short_name, authors, abstract ON paper",
      papers: "old.id"))
    \(due("entry_added", "INSERT ON entry", when: "new.remark <> ''", papers: "new.paper"))
    \(due("entry_removed", "DELETE ON entry", when: "old.remark <> ''", papers: "old.paper"))
    \(due(
      "entry_changed", "UPDATE OF paper, remark ON entry",
      when: "old.remark <> new.remark OR old.paper <> new.paper", papers: "old.paper, new.paper"))
    \(due("note_added", "INSERT ON note", papers: "new.paper"))
    \(due("note_removed", "DELETE ON note", papers: "old.paper"))
    \(due("note_changed", "UPDATE OF paper ON note", papers: "old.paper, new.paper"))
    \(due("note_version_added", "INSERT ON note_version", papers: paperOfNote("new")))
    \(due("note_version_removed", "DELETE ON note_version", papers: paperOfNote("old")))
    \(due("note_version_changed", "UPDATE ON note_version", papers: paperOfNote("new")))

    """

  private static func paperOfNote(_ row: String) -> String {
    "SELECT paper FROM note WHERE id = \(row).note"
  }

  /// The trigger that keeps the words of papers as they are before a change; the first one counts.
  private static func due(
    _ name: String, _ event: String, when condition: String = "true", papers: String
  ) -> String {
    """
    CREATE TRIGGER full_text_\(name) BEFORE \(event) WHEN \(condition) BEGIN
      INSERT INTO full_text_due(
          paper, indexed, title, short_name, authors, abstract, remark, note)
        SELECT paper, 1, title, short_name, authors, abstract, remark, note
          FROM paper_passage WHERE paper IN (\(papers)) ON CONFLICT DO NOTHING;
    END;
    """
  }
}
