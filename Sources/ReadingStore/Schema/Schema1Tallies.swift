extension Schema1 {
  /// The first schema: counts that would cost a walk over the library, kept by triggers.
  ///
  /// They are not recorded in the history: when a changeset is applied the triggers keep them.
  /// Every trigger is right in whatever order the tables of a changeset come.
  static let tallies = """
    CREATE TABLE list_tally (
      list INTEGER PRIMARY KEY,
      entries INTEGER NOT NULL CHECK (entries >= 0),
      read INTEGER NOT NULL CHECK (read >= 0),
      skipped INTEGER NOT NULL CHECK (skipped >= 0)
    ) STRICT;
    CREATE TRIGGER list_tally_list_added AFTER INSERT ON list BEGIN
      INSERT INTO list_tally
        SELECT new.id, count(*), count(*) FILTER (WHERE progress.status = 'read'),
            count(*) FILTER (WHERE progress.status = 'skipped')
          FROM entry LEFT JOIN progress ON progress.paper = entry.paper
          WHERE entry.list = new.id;
    END;
    CREATE TRIGGER list_tally_list_removed AFTER DELETE ON list BEGIN
      DELETE FROM list_tally WHERE list = old.id;
    END;
    CREATE TRIGGER list_tally_entry_added AFTER INSERT ON entry BEGIN
      UPDATE list_tally SET
        entries = entries + 1,
        read = read
          + (SELECT count(*) FROM progress WHERE paper = new.paper AND status = 'read'),
        skipped = skipped
          + (SELECT count(*) FROM progress WHERE paper = new.paper AND status = 'skipped')
        WHERE list = new.list;
    END;
    CREATE TRIGGER list_tally_entry_removed AFTER DELETE ON entry BEGIN
      UPDATE list_tally SET
        entries = entries - 1,
        read = read
          - (SELECT count(*) FROM progress WHERE paper = old.paper AND status = 'read'),
        skipped = skipped
          - (SELECT count(*) FROM progress WHERE paper = old.paper AND status = 'skipped')
        WHERE list = old.list;
    END;
    CREATE TRIGGER list_tally_entry_changed AFTER UPDATE OF paper ON entry
      WHEN old.paper <> new.paper BEGIN
      UPDATE list_tally SET
        read = read
          - (SELECT count(*) FROM progress WHERE paper = old.paper AND status = 'read')
          + (SELECT count(*) FROM progress WHERE paper = new.paper AND status = 'read'),
        skipped = skipped
          - (SELECT count(*) FROM progress WHERE paper = old.paper AND status = 'skipped')
          + (SELECT count(*) FROM progress WHERE paper = new.paper AND status = 'skipped')
        WHERE list = new.list;
    END;
    CREATE TRIGGER list_tally_progress_added AFTER INSERT ON progress
      WHEN new.status IN ('read', 'skipped') BEGIN
      UPDATE list_tally SET
        read = read + (new.status = 'read') * (SELECT count(*) FROM entry
          WHERE entry.paper = new.paper AND entry.list = list_tally.list),
        skipped = skipped + (new.status = 'skipped') * (SELECT count(*) FROM entry
          WHERE entry.paper = new.paper AND entry.list = list_tally.list)
        WHERE list IN (SELECT list FROM entry WHERE paper = new.paper);
    END;
    CREATE TRIGGER list_tally_progress_removed AFTER DELETE ON progress
      WHEN old.status IN ('read', 'skipped') BEGIN
      UPDATE list_tally SET
        read = read - (old.status = 'read') * (SELECT count(*) FROM entry
          WHERE entry.paper = old.paper AND entry.list = list_tally.list),
        skipped = skipped - (old.status = 'skipped') * (SELECT count(*) FROM entry
          WHERE entry.paper = old.paper AND entry.list = list_tally.list)
        WHERE list IN (SELECT list FROM entry WHERE paper = old.paper);
    END;
    CREATE TRIGGER list_tally_progress_changed AFTER UPDATE OF status ON progress
      WHEN old.status <> new.status BEGIN
      UPDATE list_tally SET
        read = read + ((new.status = 'read') - (old.status = 'read'))
          * (SELECT count(*) FROM entry
            WHERE entry.paper = new.paper AND entry.list = list_tally.list),
        skipped = skipped + ((new.status = 'skipped') - (old.status = 'skipped'))
          * (SELECT count(*) FROM entry
            WHERE entry.paper = new.paper AND entry.list = list_tally.list)
        WHERE list IN (SELECT list FROM entry WHERE paper = new.paper);
    END;

    CREATE TABLE library_tally (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      papers INTEGER NOT NULL CHECK (papers >= 0),
      queued INTEGER NOT NULL CHECK (queued >= 0),
      reading INTEGER NOT NULL CHECK (reading >= 0)
    ) STRICT;
    INSERT INTO library_tally VALUES (1, 0, 0, 0);
    CREATE TRIGGER library_tally_paper_added AFTER INSERT ON paper BEGIN
      UPDATE library_tally SET papers = papers + 1;
    END;
    CREATE TRIGGER library_tally_paper_removed AFTER DELETE ON paper BEGIN
      UPDATE library_tally SET papers = papers - 1;
    END;
    CREATE TRIGGER library_tally_queue_added AFTER INSERT ON queue BEGIN
      UPDATE library_tally SET queued = queued + 1;
    END;
    CREATE TRIGGER library_tally_queue_removed AFTER DELETE ON queue BEGIN
      UPDATE library_tally SET queued = queued - 1;
    END;
    CREATE TRIGGER library_tally_progress_added AFTER INSERT ON progress
      WHEN new.status = 'reading' BEGIN
      UPDATE library_tally SET reading = reading + 1;
    END;
    CREATE TRIGGER library_tally_progress_removed AFTER DELETE ON progress
      WHEN old.status = 'reading' BEGIN
      UPDATE library_tally SET reading = reading - 1;
    END;
    CREATE TRIGGER library_tally_progress_changed AFTER UPDATE OF status ON progress
      WHEN (old.status = 'reading') <> (new.status = 'reading') BEGIN
      UPDATE library_tally
        SET reading = reading + (new.status = 'reading') - (old.status = 'reading');
    END;

    """
}
