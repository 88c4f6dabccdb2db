#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include "CSQLiteSession.h"

int csession_begin(struct sqlite3 *database, struct sqlite3_session **session)
{
  return sqlite3session_create(database, "main", session);
}

int csession_attach(struct sqlite3_session *session, const char *table)
{
  return sqlite3session_attach(session, table);
}

void csession_enable(struct sqlite3_session *session, int enabled)
{
  sqlite3session_enable(session, enabled);
}

int csession_changeset(struct sqlite3_session *session, int *size, void **changes)
{
  return sqlite3session_changeset(session, size, changes);
}

void csession_end(struct sqlite3_session *session) { sqlite3session_delete(session); }

int csession_invert(const void *changes, int size, int *inverse_size, void **inverse)
{
  return sqlite3changeset_invert(size, changes, inverse_size, inverse);
}

static int stop_at_conflict(void *conflict, int kind, sqlite3_changeset_iter *change)
{
  (void)kind;
  (void)change;
  *(int *)conflict = 1;
  return SQLITE_CHANGESET_ABORT;
}

int csession_apply(struct sqlite3 *database, const void *changes, int size, int *conflict)
{
  *conflict = 0;
  return sqlite3changeset_apply(
    database, size, (void *)changes, 0, stop_at_conflict, conflict);
}

void csession_free(void *changes) { sqlite3_free(changes); }

void csession_remove_authorizer(struct sqlite3 *database) {
  sqlite3_set_authorizer(database, 0, 0);
}
