/// The fourth schema: searches that are kept, and indexes that orders and filters walk along.
///
/// A row of `paper` is as long as its abstract, so that what walks over papers by their number, year,
/// title or day needs the narrow index; that of the rows' own numbers is one, too.
enum Schema4 {
  static let tables = """
    CREATE TABLE saved_search (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (name <> ''),
      query TEXT NOT NULL CHECK (query <> '')
    ) STRICT;

    CREATE INDEX paper_order ON paper(id);
    CREATE INDEX paper_year ON paper(year);
    CREATE INDEX paper_title ON paper(title COLLATE NOCASE);
    CREATE INDEX paper_added ON paper(added);
    CREATE INDEX paper_working_title ON paper(id) WHERE has_working_title = 1;
    CREATE INDEX progress_rating ON progress(rating) WHERE rating IS NOT NULL;

    """
}
