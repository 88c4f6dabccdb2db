/// The seventh schema: a row of a paper goes in without SQLite being ready to take it back alone.
///
/// A function in a rule can fail, and where triggers follow SQLite then copies each page before it
/// changes it, though `OR FAIL` says that it need not. That the authors of a paper are a JSON array is
/// told by their first byte here, and `lectern doctor` looks at the rest. No row changes, so the text of
/// the rule is written as https://www.sqlite.org/lang_altertable.html#otheralter says.
enum Schema7 {
  static let sql = """
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(
        sql, 'json_type(authors) = ''array''', 'authors >= ''['' AND authors < ''\\''')
      WHERE type = 'table' AND name = 'paper';
    PRAGMA writable_schema = RESET;

    """
}
