/** sql_driver.h - what a kind of database brings to sql.h. For sql.c, sqlite.c and postgres.c alone. */
#ifndef GJ_STORE_SQL_DRIVER_H
#define GJ_STORE_SQL_DRIVER_H

#include "sql.h"

typedef struct gj_sql_driver {
    gj_status (*run)(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t count, gj_sql_row take,
                     void *context, gj_error *err);
    gj_status (*run_rows)(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t width, size_t rows,
                          gj_error *err); /* GJ_STORE_BATCH rows at most */
    void (*close)(gj_sql *sql);
    const char *begin, *alone, *begin_reading; /* `alone`: a second statement, or NULL */
} gj_sql_driver;

/** First member of each driver's own struct. */
struct gj_sql {
    const gj_sql_driver *driver;
    bool open; /* a transaction is */
};

extern const gj_sql_driver gj_sqlite_driver;
GJ_MUST_USE gj_status gj_sqlite_open(gj_slice path, gj_sql_mode mode, gj_sql **out, gj_error *err);
GJ_MUST_USE gj_status gj_postgres_open(gj_slice address, gj_sql_mode mode, gj_sql **out, gj_error *err);

#endif
