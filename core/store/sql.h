/** sql.h - one connection to a database, SQLite or PostgreSQL, with the same statements for both.
 *
 * An address that begins with postgresql:// or postgres:// is a PostgreSQL server's (libpq), anything else a file (SQLite). Both libraries are
 * loaded when the first address is opened (base/library.h), so that a run without a ledger does not pay for them.
 *
 * Statements are literals of this stage; values are always bound, as $1, $2 … in the order of their first appearance. Texts that are stored are UTF-8
 * without NUL. Not for use in a child that was forked after opening: a child opens its own.
 */
#ifndef GJ_STORE_SQL_H
#define GJ_STORE_SQL_H

#include <stdint.h>

#include "../base/arena.h"

typedef enum gj_sql_kind { GJ_SQL_NULL, GJ_SQL_INT, GJ_SQL_TEXT, GJ_SQL_BYTES } gj_sql_kind;

typedef struct gj_sql_value {
    gj_sql_kind kind;
    int64_t number;
    gj_slice text; /* of TEXT and BYTES; as a result borrowed for the call of gj_sql_row */
} gj_sql_value;

static inline gj_sql_value gj_sql_int(int64_t number)
{
    return (gj_sql_value){ GJ_SQL_INT, number, { NULL, 0 } };
}
static inline gj_sql_value gj_sql_text(gj_slice text)
{
    return (gj_sql_value){ GJ_SQL_TEXT, 0, text };
}
/** NULL where the text is empty. */
static inline gj_sql_value gj_sql_optional(gj_slice text)
{
    return (gj_sql_value){ text.len ? GJ_SQL_TEXT : GJ_SQL_NULL, 0, text };
}
static inline gj_sql_value gj_sql_bytes(gj_slice bytes)
{
    return (gj_sql_value){ GJ_SQL_BYTES, 0, bytes };
}

typedef enum gj_sql_mode {
    GJ_SQL_READ,  /* nothing is written */
    GJ_SQL_WRITE, /* the database must be there */
    GJ_SQL_CREATE /* a SQLite file is made where there is none */
} gj_sql_mode;

typedef struct gj_sql gj_sql;

/** Takes one row; its columns as the statement names them. What it returns but GJ_OK ends the statement. */
typedef gj_status (*gj_sql_row)(void *context, const gj_sql_value *columns, size_t count, gj_error *err);

/** Whether an address names a PostgreSQL server. */
bool gj_sql_is_server(gj_slice address);
/** Whether a path is a regular file that begins as SQLite's do. */
bool gj_sql_is_file(const char *path);
/** The address for people and results: a server's without what stands before its '@' and after its '?'. Data is NULL when memory ran out. */
gj_slice gj_sql_shown(gj_arena *arena, gj_slice address);

/** GJ_USAGE for an address that holds a password (it would be seen in results and lists of processes), GJ_INPUT where the library is missing or the file
 *  is no database, GJ_IO where the file or the server cannot be reached. */
GJ_MUST_USE gj_status gj_sql_open(gj_slice address, gj_sql_mode mode, gj_sql **out, gj_error *err);
/** What was not committed is undone. NULL is fine. */
void gj_sql_close(gj_sql *sql);
/** For the few statements that differ: SQLite or not. */
bool gj_sql_is_sqlite(const gj_sql *sql);

/** One statement; `take` may be NULL where no row is wanted. */
GJ_MUST_USE gj_status gj_sql_run(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t count,
                                 gj_sql_row take, void *context, gj_error *err);
/** A statement that gives nothing, once for each of `rows` rows of `width` values, one row after another in `values`. As many calls of gj_sql_run, but it is prepared
 *  once, and a server's answers are not waited for one by one. The first failure ends it; so it belongs into a transaction. */
GJ_MUST_USE gj_status gj_sql_run_rows(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t width,
                                      size_t rows, gj_error *err);
/** A statement that gives at most one number; `otherwise` where it gives none or NULL. */
GJ_MUST_USE gj_status gj_sql_number(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t count,
                                    int64_t otherwise, int64_t *out, gj_error *err);

/** Alone among writers until commit or rollback: others wait for up to GJ_STORE_WAIT_SECONDS. */
GJ_MUST_USE gj_status gj_sql_begin(gj_sql *sql, gj_error *err);
/** All that is read until the rollback is of one moment. */
GJ_MUST_USE gj_status gj_sql_begin_reading(gj_sql *sql, gj_error *err);
/** On disk when it returns GJ_OK. */
GJ_MUST_USE gj_status gj_sql_commit(gj_sql *sql, gj_error *err);
void gj_sql_rollback(gj_sql *sql);

#endif
