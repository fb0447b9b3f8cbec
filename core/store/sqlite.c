/* sqlite.c - a ledger in one file. */
#include <stdlib.h>

#include "sql_driver.h"
#include "sqlite_library.h"

typedef struct sqlite {
    gj_sql base;
    gj_sqlite_library lib;
    sqlite3 *db;
} sqlite;

static gj_status refuse(sqlite *s, int code, gj_error *err)
{
    const char *why = s->db ? s->lib.errmsg(s->db) : "";
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return gj_fail_nomem(err);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "台账正被别的程序写着，等了 %d 秒仍不行；请稍后再试",
                       "another program has been writing to the ledger for %d seconds; try again later",
                       GJ_STORE_WAIT_SECONDS);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "不是台账，或者文件已损坏（%s）",
                       "this is no ledger, or the file is damaged (%s)", why);
    case SQLITE_CANTOPEN:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "打不开台账（%s）；新建请用 gouji ledger init，已有的请检查路径和权限",
                       "cannot open the ledger (%s); make one with gouji ledger init, or check path and permissions",
                       why);
    case SQLITE_READONLY:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "台账不能写（%s）；请检查文件和文件夹的权限",
                       "the ledger cannot be written (%s); check the permissions of file and folder", why);
    case SQLITE_FULL:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "磁盘已满，没有写入台账（%s）",
                       "the disk is full, nothing was written to the ledger (%s)", why);
    case SQLITE_TOOBIG:
        return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "太大，台账放不下（%s）", "too large for the ledger (%s)", why);
    default:
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "台账出错：%s", "the ledger failed: %s", why);
    }
}

/* Parameters bear the names $1, $2 …; SQLite numbers them in the order in which it meets them. */
static bool is_in_order(sqlite *s, sqlite3_stmt *statement, size_t count)
{
    for (int i = 1; i <= (int)count; i++) {
        const char *name = s->lib.bind_parameter_name(statement, i);
        if (!name || name[0] != '$' || strtol(name + 1, NULL, 10) != i)
            return false;
    }
    return s->lib.bind_parameter_name(statement, (int)count + 1) == NULL;
}

static int bind(sqlite *s, sqlite3_stmt *statement, int at, const gj_sql_value *value)
{
    const char *data = value->text.data ? value->text.data : "";
    switch (value->kind) {
    case GJ_SQL_INT:
        return s->lib.bind_int64(statement, at, value->number);
    case GJ_SQL_TEXT:
        return s->lib.bind_text(statement, at, data, (int)value->text.len, SQLITE_STATIC);
    case GJ_SQL_BYTES:
        return s->lib.bind_blob(statement, at, data, (int)value->text.len, SQLITE_STATIC);
    case GJ_SQL_NULL:
        break;
    }
    return s->lib.bind_null(statement, at);
}

static gj_sql_value column(sqlite *s, sqlite3_stmt *statement, int at)
{
    gj_sql_value out = { .kind = GJ_SQL_NULL };
    switch (s->lib.column_type(statement, at)) {
    case SQLITE_INTEGER:
        out = gj_sql_int(s->lib.column_int64(statement, at));
        break;
    case SQLITE_TEXT:
        out.kind = GJ_SQL_TEXT;
        out.text.data = (const char *)s->lib.column_text(statement, at);
        out.text.len = (size_t)s->lib.column_bytes(statement, at);
        break;
    case SQLITE_BLOB:
        out.kind = GJ_SQL_BYTES;
        out.text.data = s->lib.column_blob(statement, at);
        out.text.len = (size_t)s->lib.column_bytes(statement, at);
        break;
    default:
        break;
    }
    return out;
}

static gj_status give_row(sqlite *s, sqlite3_stmt *statement, gj_sql_row take, void *context, gj_error *err)
{
    gj_sql_value columns[GJ_STORE_COLUMNS];
    int count = s->lib.column_count(statement);
    if (count > GJ_STORE_COLUMNS)
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "台账的语句列太多",
                       "a statement of the ledger has too many columns");
    for (int i = 0; i < count; i++) {
        columns[i] = column(s, statement, i);
        if (columns[i].kind > GJ_SQL_INT && columns[i].text.len && !columns[i].text.data)
            return gj_fail_nomem(err);
    }
    return take(context, columns, (size_t)count, err);
}

static gj_status run_prepared(sqlite *s, sqlite3_stmt *statement, const gj_sql_value *values, size_t count,
                              gj_sql_row take, void *context, gj_error *err)
{
    if (!is_in_order(s, statement, count))
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "台账的语句与所给的值不合",
                       "a statement of the ledger does not take these values");
    for (size_t i = 0; i < count; i++) {
        int code = bind(s, statement, (int)i + 1, &values[i]);
        if (code != SQLITE_OK)
            return refuse(s, code, err);
    }
    for (;;) {
        int code = s->lib.step(statement);
        if (code == SQLITE_DONE)
            return GJ_OK;
        if (code != SQLITE_ROW)
            return refuse(s, code, err);
        if (take)
            GJ_TRY(give_row(s, statement, take, context, err));
    }
}

static gj_status prepare(sqlite *s, const char *text, const gj_sql_value *values, size_t count, sqlite3_stmt **out,
                         gj_error *err)
{
    for (size_t i = 0; i < count; i++)
        if (values[i].text.len > GJ_STORE_VALUE)
            return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "太大，台账放不下", "too large for the ledger");
    int code = s->lib.prepare_v2(s->db, text, -1, out, NULL);
    return code == SQLITE_OK ? GJ_OK : refuse(s, code, err);
}

static gj_status run(gj_sql *sql, const char *text, const gj_sql_value *values, size_t count, gj_sql_row take,
                     void *context, gj_error *err)
{
    sqlite *s = (sqlite *)sql;
    sqlite3_stmt *statement = NULL;
    GJ_TRY(prepare(s, text, values, count, &statement, err));
    gj_status status = run_prepared(s, statement, values, count, take, context, err);
    (void)s->lib.finalize(statement);
    return status;
}

static gj_status run_rows(gj_sql *sql, const char *text, const gj_sql_value *values, size_t width, size_t rows,
                          gj_error *err)
{
    sqlite *s = (sqlite *)sql;
    sqlite3_stmt *statement = NULL;
    GJ_TRY(prepare(s, text, values, width * rows, &statement, err));
    gj_status status = GJ_OK;
    for (size_t i = 0; i < rows && status == GJ_OK; i++) {
        status = run_prepared(s, statement, values + i * width, width, NULL, NULL, err);
        (void)s->lib.reset(statement); /* what it has to say has been said */
    }
    (void)s->lib.finalize(statement);
    return status;
}

static void close_sqlite(gj_sql *sql)
{
    sqlite *s = (sqlite *)sql;
    if (s->db)
        (void)s->lib.close(s->db);
    gj_sqlite_library_close(&s->lib);
    free(s);
}

const gj_sql_driver gj_sqlite_driver = {
    .run = run, .run_rows = run_rows, .close = close_sqlite, .begin = "BEGIN IMMEDIATE", .begin_reading = "BEGIN"
};

static gj_status take_nothing(void *context, const gj_sql_value *columns, size_t count, gj_error *err)
{
    (void)context, (void)columns, (void)count, (void)err;
    return GJ_OK;
}

/* A file may come from a stranger: what its schema could run is off. FULL: a commit is on disk also when the power fails. */
static gj_status set_up(sqlite *s, gj_sql_mode mode, gj_error *err)
{
    static const char *const always[] = { "PRAGMA trusted_schema = OFF", "PRAGMA foreign_keys = ON",
                                          "PRAGMA synchronous = FULL", "SELECT count(*) FROM sqlite_master" };
    (void)s->lib.busy_timeout(s->db, GJ_STORE_WAIT_SECONDS * 1000);
    (void)s->lib.db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    (void)s->lib.limit(s->db, SQLITE_LIMIT_LENGTH, (int)(GJ_STORE_VALUE + GJ_MIB));
    for (size_t i = 0; i < sizeof always / sizeof *always; i++)
        GJ_TRY(run(&s->base, always[i], NULL, 0, take_nothing, NULL, err));
    return mode == GJ_SQL_CREATE ? run(&s->base, "PRAGMA journal_mode = WAL", NULL, 0, take_nothing, NULL, err) : GJ_OK;
}

gj_status gj_sqlite_open(gj_slice path, gj_sql_mode mode, gj_sql **out, gj_error *err)
{
    sqlite *s = calloc(1, sizeof *s);
    gj_arena *arena = gj_arena_new(0);
    /* "./" so that no name of a file is taken for an option of SQLite (":memory:", "file:…"). */
    gj_slice name = { NULL, 0 };
    if (arena)
        name = path.len && path.data[0] == '/' ? gj_arena_copy(arena, path)
                                               : gj_arena_format(arena, "./%.*s", GJ_ARG(path));
    gj_status status = s && name.data ? gj_sqlite_library_open(&s->lib, err) : gj_fail_nomem(err);
    if (status == GJ_OK) {
        s->base.driver = &gj_sqlite_driver;
        int flags = SQLITE_OPEN_READWRITE | (mode == GJ_SQL_CREATE ? SQLITE_OPEN_CREATE : 0);
        int code = s->lib.open_v2(name.data, &s->db, flags, NULL);
        status = code == SQLITE_OK ? set_up(s, mode, err) : refuse(s, code, err);
        if (status != GJ_OK)
            close_sqlite(&s->base);
    } else {
        free(s);
    }
    gj_arena_free(arena);
    if (status != GJ_OK) {
        gj_error_where(err, path);
        return status;
    }
    *out = &s->base;
    return GJ_OK;
}
