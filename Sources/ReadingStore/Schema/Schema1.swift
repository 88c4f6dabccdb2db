/// The first schema: the tables that hold what was put in.
///
/// docs/invariants.md says what always holds in them. No foreign key cascades and no trigger
/// writes to a table that is recorded in the history, because applying a changeset would then do
/// the same thing twice.
enum Schema1 {
  static let tables = """
    CREATE TABLE paper (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE CHECK (key <> ''),
      title_key TEXT NOT NULL,
      title TEXT NOT NULL CHECK (title <> ''),
      short_name TEXT CHECK (short_name <> ''),
      authors TEXT NOT NULL CHECK (json_type(authors) = 'array'),
      year INTEGER,
      venue TEXT CHECK (venue <> ''),
      kind TEXT NOT NULL
        CHECK (kind IN ('paper', 'blog', 'article', 'handbook', 'tool', 'news')),
      has_working_title INTEGER NOT NULL CHECK (has_working_title IN (0, 1)),
      added TEXT NOT NULL CHECK (added <> ''),
      abstract TEXT CHECK (abstract <> '')
    ) STRICT;
    CREATE INDEX paper_title_key ON paper(title_key);

    CREATE TABLE identifier (
      scheme TEXT NOT NULL CHECK (scheme IN ('arxiv', 'doi', 'openreview', 'acl', 'url')),
      value TEXT NOT NULL CHECK (value <> ''),
      paper INTEGER NOT NULL REFERENCES paper(id),
      place INTEGER NOT NULL CHECK (place > 0),
      PRIMARY KEY (scheme, value)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX identifier_paper ON identifier(paper);

    CREATE TABLE alias (
      key TEXT PRIMARY KEY NOT NULL CHECK (key <> ''),
      paper INTEGER NOT NULL REFERENCES paper(id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX alias_paper ON alias(paper);

    CREATE TABLE link (
      paper INTEGER NOT NULL REFERENCES paper(id),
      place INTEGER NOT NULL CHECK (place > 0),
      kind TEXT NOT NULL CHECK (kind IN ('paper', 'code', 'page')),
      url TEXT NOT NULL CHECK (url <> ''),
      PRIMARY KEY (paper, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE list (
      id INTEGER PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE CHECK (slug <> '' AND slug NOT GLOB '*[^a-z0-9-]*'),
      position INTEGER NOT NULL CHECK (position > 0),
      title TEXT NOT NULL CHECK (title <> ''),
      kind TEXT NOT NULL CHECK (kind IN ('order', 'weekly', 'notes', 'custom')),
      issued TEXT CHECK (issued <> ''),
      period TEXT CHECK (period <> ''),
      source TEXT CHECK (source <> ''),
      added TEXT NOT NULL CHECK (added <> ''),
      introduction TEXT NOT NULL
    ) STRICT;

    CREATE TABLE section (
      list INTEGER NOT NULL REFERENCES list(id),
      place INTEGER NOT NULL CHECK (place > 0),
      title TEXT,
      first INTEGER NOT NULL CHECK (first > 0),
      entries INTEGER NOT NULL CHECK (entries >= 0),
      PRIMARY KEY (list, place)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry (
      list INTEGER NOT NULL REFERENCES list(id),
      position INTEGER NOT NULL CHECK (position > 0),
      paper INTEGER NOT NULL REFERENCES paper(id),
      remark TEXT NOT NULL,
      PRIMARY KEY (list, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_paper ON entry(paper);

    CREATE TABLE entry_prerequisite (
      list INTEGER NOT NULL,
      position INTEGER NOT NULL,
      place INTEGER NOT NULL CHECK (place > 0),
      key TEXT NOT NULL CHECK (key <> ''),
      required INTEGER REFERENCES paper(id),
      why TEXT NOT NULL,
      PRIMARY KEY (list, position, place),
      FOREIGN KEY (list, position) REFERENCES entry(list, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entry_prerequisite_required ON entry_prerequisite(required);
    CREATE INDEX entry_prerequisite_open ON entry_prerequisite(key) WHERE required IS NULL;

    CREATE TABLE prerequisite (
      paper INTEGER NOT NULL REFERENCES paper(id),
      required INTEGER NOT NULL REFERENCES paper(id) CHECK (required <> paper),
      why TEXT NOT NULL,
      PRIMARY KEY (paper, required)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX prerequisite_required ON prerequisite(required);

    CREATE VIEW requirement(paper, required, why) AS
      SELECT entry.paper, entry_prerequisite.required, entry_prerequisite.why
        FROM entry_prerequisite
        JOIN entry ON entry.list = entry_prerequisite.list
          AND entry.position = entry_prerequisite.position
        WHERE entry_prerequisite.required IS NOT NULL
      UNION ALL
      SELECT paper, required, why FROM prerequisite;

    CREATE TABLE progress (
      paper INTEGER PRIMARY KEY REFERENCES paper(id),
      status TEXT NOT NULL CHECK (status IN ('unread', 'queued', 'reading', 'read', 'skipped')),
      pass INTEGER NOT NULL CHECK (pass BETWEEN 0 AND 3),
      rating INTEGER CHECK (rating BETWEEN 1 AND 5),
      changed TEXT NOT NULL CHECK (changed <> ''),
      CHECK (status <> 'unread' OR pass > 0 OR rating IS NOT NULL)
    ) STRICT;
    CREATE INDEX progress_status ON progress(status);
    CREATE INDEX progress_reading ON progress(changed) WHERE status = 'reading';

    CREATE TABLE reading_event (
      id INTEGER PRIMARY KEY,
      paper INTEGER NOT NULL REFERENCES paper(id),
      at TEXT NOT NULL CHECK (at <> ''),
      status TEXT NOT NULL CHECK (status IN ('unread', 'queued', 'reading', 'read', 'skipped')),
      pass INTEGER NOT NULL CHECK (pass BETWEEN 0 AND 3),
      rating INTEGER CHECK (rating BETWEEN 1 AND 5)
    ) STRICT;
    CREATE INDEX reading_event_at ON reading_event(at);
    CREATE INDEX reading_event_paper ON reading_event(paper);

    CREATE TABLE note (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      paper INTEGER NOT NULL REFERENCES paper(id)
    ) STRICT;
    CREATE INDEX note_paper ON note(paper);

    CREATE TABLE note_version (
      note INTEGER NOT NULL REFERENCES note(id),
      number INTEGER NOT NULL CHECK (number > 0),
      at TEXT NOT NULL CHECK (at <> ''),
      body TEXT NOT NULL,
      PRIMARY KEY (note, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE paper_tag (
      paper INTEGER NOT NULL REFERENCES paper(id),
      tag TEXT NOT NULL CHECK (tag <> ''),
      PRIMARY KEY (paper, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paper_tag_tag ON paper_tag(tag);

    CREATE TABLE queue (
      paper INTEGER PRIMARY KEY REFERENCES paper(id),
      place INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX queue_place ON queue(place);

    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      label TEXT NOT NULL CHECK (label <> ''),
      at TEXT NOT NULL CHECK (at <> ''),
      revisited TEXT,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
      changeset BLOB NOT NULL
    ) STRICT;
    CREATE INDEX history_state ON history(state, id);

    """
}
