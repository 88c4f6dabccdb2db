extension Schema1 {
  /// The first schema: the two full-text indexes, external content kept by triggers.
  ///
  /// `paper_name` answers while a person types: any prefix of one to four letters is one look-up.
  /// `paper_text` holds every word that is known of a paper, its names included, so that one match
  /// finds an author and a word of the abstract together. A trigger takes a paper's words out as
  /// they stand before a change and puts them in as they stand after it.
  /// https://www.sqlite.org/fts5.html#external_content_tables
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

    CREATE TRIGGER full_text_paper_added AFTER INSERT ON paper BEGIN
      INSERT INTO paper_name(rowid, title, short_name, authors)
        VALUES (new.id, new.title, new.short_name, new.authors);
      INSERT INTO paper_text(rowid, title, short_name, authors, abstract, remark, note)
        SELECT * FROM paper_passage WHERE paper = new.id;
    END;
    CREATE TRIGGER full_text_paper_removed BEFORE DELETE ON paper BEGIN
      INSERT INTO paper_name(paper_name, rowid, title, short_name, authors)
        VALUES ('delete', old.id, old.title, old.short_name, old.authors);
      INSERT INTO paper_text(paper_text, rowid, title, short_name, authors, abstract, remark, note)
        SELECT 'delete', * FROM paper_passage WHERE paper = old.id;
    END;
    CREATE TRIGGER full_text_paper_changing
      BEFORE UPDATE OF title, short_name, authors, abstract ON paper BEGIN
      INSERT INTO paper_name(paper_name, rowid, title, short_name, authors)
        VALUES ('delete', old.id, old.title, old.short_name, old.authors);
      INSERT INTO paper_text(paper_text, rowid, title, short_name, authors, abstract, remark, note)
        SELECT 'delete', * FROM paper_passage WHERE paper = old.id;
    END;
    CREATE TRIGGER full_text_paper_changed
      AFTER UPDATE OF title, short_name, authors, abstract ON paper BEGIN
      INSERT INTO paper_name(rowid, title, short_name, authors)
        VALUES (new.id, new.title, new.short_name, new.authors);
      INSERT INTO paper_text(rowid, title, short_name, authors, abstract, remark, note)
        SELECT * FROM paper_passage WHERE paper = new.id;
    END;

    \(changing("entry_added", "INSERT ON entry", when: "new.remark <> ''", papers: "new.paper"))
    \(changing("entry_removed", "DELETE ON entry", when: "old.remark <> ''", papers: "old.paper"))
    \(changing(
      "entry_changed", "UPDATE OF paper, remark ON entry",
      when: "old.remark <> new.remark OR old.paper <> new.paper", papers: "old.paper, new.paper"))
    \(changing("note_added", "INSERT ON note", papers: "new.paper"))
    \(changing("note_removed", "DELETE ON note", papers: "old.paper"))
    \(changing("note_changed", "UPDATE OF paper ON note", papers: "old.paper, new.paper"))
    \(changing("note_version_added", "INSERT ON note_version", papers: paperOfNote("new")))
    \(changing("note_version_removed", "DELETE ON note_version", papers: paperOfNote("old")))
    \(changing("note_version_changed", "UPDATE ON note_version", papers: paperOfNote("new")))

    """

  private static func paperOfNote(_ row: String) -> String {
    "SELECT paper FROM note WHERE id = \(row).note"
  }

  /// The pair of triggers that keep `paper_text` when a text beside the paper changes.
  private static func changing(
    _ name: String, _ event: String, when condition: String = "true", papers: String
  ) -> String {
    """
    CREATE TRIGGER full_text_\(name)_before BEFORE \(event) WHEN \(condition) BEGIN
      INSERT INTO paper_text(paper_text, rowid, title, short_name, authors, abstract, remark, note)
        SELECT 'delete', * FROM paper_passage WHERE paper IN (\(papers));
    END;
    CREATE TRIGGER full_text_\(name)_after AFTER \(event) WHEN \(condition) BEGIN
      INSERT INTO paper_text(rowid, title, short_name, authors, abstract, remark, note)
        SELECT * FROM paper_passage WHERE paper IN (\(papers));
    END;
    """
  }
}
