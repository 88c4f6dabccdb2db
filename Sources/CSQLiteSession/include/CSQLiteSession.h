#ifndef CSQLITESESSION_H
#define CSQLITESESSION_H

// SQLite's session extension behind opaque pointers, so that a Swift target can use it beside
// another module that already imports <sqlite3.h>.
// https://www.sqlite.org/sessionintro.html
//
// Every function returns an SQLite result code, 0 when it went well.

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_session;
struct sqlite3_changeset_iter;

/// Starts a session on the main database that records no table yet.
int csession_begin(struct sqlite3 *database, struct sqlite3_session **session);

/// Records a table from now on; a changeset lists its tables in the order they were attached.
int csession_attach(struct sqlite3_session *session, const char *table);

/// Stops recording while `enabled` is 0, and goes on when it is 1.
void csession_enable(struct sqlite3_session *session, int enabled);

/// Gives what changed in the attached tables as a changeset; an unchanged database gives 0 bytes.
///
/// The caller frees `*changes` with `csession_free`.
int csession_changeset(struct sqlite3_session *session, int *size, void **changes);

/// Stops recording and frees the session.
void csession_end(struct sqlite3_session *session);

/// Gives the changeset that takes back another one; the caller frees `*inverse`.
int csession_invert(const void *changes, int size, int *inverse_size, void **inverse);

/// Applies a changeset, all of it or nothing.
///
/// Where a row is not as the changeset expects it, nothing is changed and `*conflict` is the row's
/// identity, or an empty text when rows would be left that refer to none; the caller frees it with
/// `csession_free`. Without a conflict it is null.
int csession_apply(struct sqlite3 *database, const void *changes, int size, char **conflict);

/// Begins to read the rows of a changeset, which has to stay where it is until the end.
int csession_rows_begin(const void *changes, int size, struct sqlite3_changeset_iter **rows);

/// Goes to the next row: 100 when there is one, 101 at the end, else a result code.
int csession_rows_next(struct sqlite3_changeset_iter *rows);

/// Ends the reading.
void csession_rows_end(struct sqlite3_changeset_iter *rows);

/// The row's table, valid until the next row.
const char *csession_row_table(struct sqlite3_changeset_iter *rows);

/// How many columns the row's table has.
int csession_row_columns(struct sqlite3_changeset_iter *rows);

/// 1 when the row was added, -1 when it was removed, 0 when it was changed.
int csession_row_operation(struct sqlite3_changeset_iter *rows);

/// The value of a column before the change as text, valid until the next row; null for NULL, for a
/// row that was added, and for a column that is no key and did not change.
const char *csession_row_before(struct sqlite3_changeset_iter *rows, int column);

/// The value of a column after the change, as `csession_row_before` gives it; null for a row that
/// was removed and for a column that did not change.
const char *csession_row_after(struct sqlite3_changeset_iter *rows, int column);

/// The row's table and key as one text; the caller frees it with `csession_free`.
char *csession_row_identity(struct sqlite3_changeset_iter *rows);

/// Frees what a function of this file gave for that.
void csession_free(void *changes);

/// Sets up SQLite for the whole program; to be called before anything else of SQLite, and without
/// effect later. It keeps no account of the memory it uses, which costs it two locks for each piece.
/// The pages that it keeps to take back a single statement stay in memory: once they have taken 64
/// KiB they would be written into a file, for that statement and all later ones of the transaction.
///
/// https://www.sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus
/// https://www.sqlite.org/tempfiles.html#statement_journal_files
void csession_configure(void);

/// Takes a connection's authorizer away, which is asked about every column of every new statement.
void csession_remove_authorizer(struct sqlite3 *database);

/// Steps a statement whose parameters are bound to its end and puts the numbers of its first column
/// into `*numbers`, which the caller frees with `csession_free`, and how many there are into `*count`.
/// Returns SQLITE_OK, or why it stopped; the statement is reset either way.
int csession_first_column(struct sqlite3_stmt *statement, long long **numbers, int *count);

/// Makes the connection give up with SQLITE_INTERRUPT once `*left` thousands of steps of its virtual
/// machine are used up; `left` is counted down and stays the caller's. NULL takes the limit away.
///
/// https://www.sqlite.org/c3ref/progress_handler.html
void csession_limit_steps(struct sqlite3 *database, int *left);

/// Lets the schema be written as text when `defended` is 0, which some systems forbid as long as
/// nothing is said, and forbids it when it is 1; gives what was so before.
///
/// https://www.sqlite.org/c3ref/c_dbconfig_defensive.html#sqlitedbconfigdefensive
int csession_defend_schema(struct sqlite3 *database, int defended);

#endif
