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

static int operation(sqlite3_changeset_iter *rows, const char **table, int *columns)
{
  int code = 0, indirect = 0;
  *table = "";
  *columns = 0;
  sqlite3changeset_op(rows, table, columns, &code, &indirect);
  return code;
}

static const char *text(sqlite3_value *value)
{
  return value ? (const char *)sqlite3_value_text(value) : 0;
}

char *csession_row_identity(sqlite3_changeset_iter *rows)
{
  const char *table = "";
  int columns = 0, count = 0;
  unsigned char *keys = 0;
  int is_added = operation(rows, &table, &columns) == SQLITE_INSERT;
  char *identity = sqlite3_mprintf("%s", table);
  if (sqlite3changeset_pk(rows, &keys, &count) != SQLITE_OK) return identity;
  for (int column = 0; identity && column < count; column++) {
    if (!keys[column]) continue;
    const char *value =
      is_added ? csession_row_after(rows, column) : csession_row_before(rows, column);
    char *longer = sqlite3_mprintf("%s\x1f%s", identity, value ? value : "");
    sqlite3_free(identity);
    identity = longer;
  }
  return identity;
}

static int stop_at_conflict(void *conflict, int kind, sqlite3_changeset_iter *change)
{
  // Of rows that refer to none only their number is told.
  *(char **)conflict = kind == SQLITE_CHANGESET_FOREIGN_KEY
    ? sqlite3_mprintf("") : csession_row_identity(change);
  return SQLITE_CHANGESET_ABORT;
}

int csession_apply(struct sqlite3 *database, const void *changes, int size, char **conflict)
{
  *conflict = 0;
  return sqlite3changeset_apply(
    database, size, (void *)changes, 0, stop_at_conflict, conflict);
}

int csession_rows_begin(const void *changes, int size, sqlite3_changeset_iter **rows)
{
  return sqlite3changeset_start(rows, size, (void *)changes);
}

int csession_rows_next(sqlite3_changeset_iter *rows) { return sqlite3changeset_next(rows); }

void csession_rows_end(sqlite3_changeset_iter *rows) { sqlite3changeset_finalize(rows); }

const char *csession_row_table(sqlite3_changeset_iter *rows)
{
  const char *table = "";
  int columns = 0;
  operation(rows, &table, &columns);
  return table;
}

int csession_row_columns(sqlite3_changeset_iter *rows)
{
  const char *table = "";
  int columns = 0;
  operation(rows, &table, &columns);
  return columns;
}

int csession_row_operation(sqlite3_changeset_iter *rows)
{
  const char *table = "";
  int columns = 0;
  int code = operation(rows, &table, &columns);
  return code == SQLITE_INSERT ? 1 : code == SQLITE_DELETE ? -1 : 0;
}

const char *csession_row_before(sqlite3_changeset_iter *rows, int column)
{
  sqlite3_value *value = 0;
  return sqlite3changeset_old(rows, column, &value) == SQLITE_OK ? text(value) : 0;
}

const char *csession_row_after(sqlite3_changeset_iter *rows, int column)
{
  sqlite3_value *value = 0;
  return sqlite3changeset_new(rows, column, &value) == SQLITE_OK ? text(value) : 0;
}

void csession_free(void *changes) { sqlite3_free(changes); }

void csession_remove_authorizer(struct sqlite3 *database) {
  sqlite3_set_authorizer(database, 0, 0);
}

int csession_first_column(struct sqlite3_stmt *statement, long long **numbers, int *count)
{
  int capacity = 0, code;
  *numbers = 0;
  *count = 0;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    if (*count == capacity) {
      capacity = capacity ? 2 * capacity : 256;
      long long *larger = sqlite3_realloc64(*numbers, (sqlite3_uint64)capacity * sizeof *larger);
      if (!larger) {
        sqlite3_reset(statement);
        return SQLITE_NOMEM;
      }
      *numbers = larger;
    }
    (*numbers)[(*count)++] = sqlite3_column_int64(statement, 0);
  }
  sqlite3_reset(statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int count_down(void *left) { return --*(int *)left < 0; }

void csession_limit_steps(struct sqlite3 *database, int *left)
{
  sqlite3_progress_handler(database, 1000, left ? count_down : 0, left);
}

int csession_defend_schema(struct sqlite3 *database, int defended)
{
  int before = 0;
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, -1, &before);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, defended, (int *)0);
  return before;
}

void csession_configure(void)
{
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}
