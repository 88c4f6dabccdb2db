/// The third schema: how large the history is, kept by triggers.
enum Schema3 {
  static let historyTally = """
    CREATE TABLE history_tally (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      steps INTEGER NOT NULL CHECK (steps >= 0),
      bytes INTEGER NOT NULL CHECK (bytes >= 0)
    ) STRICT;
    INSERT INTO history_tally
      SELECT 1, count(*), ifnull(sum(length(changeset)), 0) FROM history;
    CREATE TRIGGER history_tally_added AFTER INSERT ON history BEGIN
      UPDATE history_tally SET steps = steps + 1, bytes = bytes + length(new.changeset);
    END;
    CREATE TRIGGER history_tally_removed AFTER DELETE ON history BEGIN
      UPDATE history_tally SET steps = steps - 1, bytes = bytes - length(old.changeset);
    END;
    CREATE TRIGGER history_tally_changed AFTER UPDATE OF changeset ON history BEGIN
      UPDATE history_tally SET bytes = bytes - length(old.changeset) + length(new.changeset);
    END;

    """
}
