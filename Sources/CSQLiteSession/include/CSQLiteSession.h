#ifndef CSQLITESESSION_H
#define CSQLITESESSION_H

// SQLite's session extension behind opaque pointers, so that a Swift target can use it beside
// another module that already imports <sqlite3.h>.
// https://www.sqlite.org/sessionintro.html
//
// Every function returns an SQLite result code, 0 when it went well.

struct sqlite3;
struct sqlite3_session;

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
/// Sets `*conflict` to 1 when a row is not as the changeset expects it; nothing is changed then.
int csession_apply(struct sqlite3 *database, const void *changes, int size, int *conflict);

/// Frees what `csession_changeset` or `csession_invert` gave.
void csession_free(void *changes);

/// Takes a connection's authorizer away, which is asked about every column of every new statement.
void csession_remove_authorizer(struct sqlite3 *database);

#endif
