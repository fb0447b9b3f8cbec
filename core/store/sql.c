#include "sql.h"

#include <fcntl.h>
#include <unistd.h>

#include "sql_driver.h"

bool gj_sql_is_server(gj_slice address)
{
    return gj_slice_starts(address, GJ_LIT("postgresql://")) || gj_slice_starts(address, GJ_LIT("postgres://"));
}

bool gj_sql_is_file(const char *path)
{
    static const char magic[16] = "SQLite format 3";
    char begin[sizeof magic];
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    ssize_t got = read(fd, begin, sizeof begin);
    (void)close(fd);
    return got == (ssize_t)sizeof begin && memcmp(begin, magic, sizeof magic) == 0;
}

gj_slice gj_sql_shown(gj_arena *arena, gj_slice address)
{
    if (!gj_sql_is_server(address))
        return gj_arena_copy(arena, address);
    size_t begin = gj_slice_find(address, GJ_LIT("://"), 0) + 3, end = gj_slice_find(address, GJ_LIT("?"), begin);
    gj_slice rest = gj_slice_sub(address, begin, end == GJ_NOT_FOUND ? address.len : end);
    for (size_t at = rest.len; at > 0; at--)
        if (rest.data[at - 1] == '@') {
            rest = gj_slice_sub(rest, at, rest.len);
            break;
        }
    return gj_arena_format(arena, "postgresql://%.*s", GJ_ARG(rest));
}

gj_status gj_sql_open(gj_slice address, gj_sql_mode mode, gj_sql **out, gj_error *err)
{
    return gj_sql_is_server(address) ? gj_postgres_open(address, mode, out, err)
                                     : gj_sqlite_open(address, mode, out, err);
}

void gj_sql_close(gj_sql *sql)
{
    if (!sql)
        return;
    gj_sql_rollback(sql);
    sql->driver->close(sql);
}

bool gj_sql_is_sqlite(const gj_sql *sql)
{
    return sql->driver == &gj_sqlite_driver;
}

gj_status gj_sql_run(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t count, gj_sql_row take,
                     void *context, gj_error *err)
{
    return sql->driver->run(sql, statement, values, count, take, context, err);
}

gj_status gj_sql_run_rows(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t width, size_t rows,
                          gj_error *err)
{
    for (size_t begin = 0; begin < rows; begin += GJ_STORE_BATCH) {
        size_t count = rows - begin < GJ_STORE_BATCH ? rows - begin : GJ_STORE_BATCH;
        GJ_TRY(sql->driver->run_rows(sql, statement, values + begin * width, width, count, err));
    }
    return GJ_OK;
}

static gj_status take_number(void *context, const gj_sql_value *columns, size_t count, gj_error *err)
{
    (void)err;
    if (count && columns[0].kind == GJ_SQL_INT)
        *(int64_t *)context = columns[0].number;
    return GJ_OK;
}

gj_status gj_sql_number(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t count, int64_t otherwise,
                        int64_t *out, gj_error *err)
{
    *out = otherwise;
    return gj_sql_run(sql, statement, values, count, take_number, out, err);
}

static gj_status begin(gj_sql *sql, const char *first, const char *second, gj_error *err)
{
    GJ_TRY(gj_sql_run(sql, first, NULL, 0, NULL, NULL, err));
    sql->open = true;
    gj_status status = second ? gj_sql_run(sql, second, NULL, 0, NULL, NULL, err) : GJ_OK;
    if (status != GJ_OK)
        gj_sql_rollback(sql);
    return status;
}

gj_status gj_sql_begin(gj_sql *sql, gj_error *err)
{
    return begin(sql, sql->driver->begin, sql->driver->alone, err);
}

gj_status gj_sql_begin_reading(gj_sql *sql, gj_error *err)
{
    return begin(sql, sql->driver->begin_reading, NULL, err);
}

gj_status gj_sql_commit(gj_sql *sql, gj_error *err)
{
    gj_status status = gj_sql_run(sql, "COMMIT", NULL, 0, NULL, NULL, err);
    if (status == GJ_OK)
        sql->open = false;
    else
        gj_sql_rollback(sql);
    return status;
}

void gj_sql_rollback(gj_sql *sql)
{
    gj_error ignored = { 0 };
    if (sql->open && gj_sql_run(sql, "ROLLBACK", NULL, 0, NULL, NULL, &ignored) != GJ_OK)
        ignored.status = GJ_OK; /* the database undid it itself, or the connection is gone and it will */
    sql->open = false;
}
