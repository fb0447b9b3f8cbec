/** sqlite_library.h - SQLite, loaded when the first ledger is opened (base/library.h). */
#ifndef GJ_STORE_SQLITE_LIBRARY_H
#define GJ_STORE_SQLITE_LIBRARY_H

#include <sqlite3.h>

#include "../base/status.h"

/** What we call of it, under its own names without the `sqlite3_`. */
typedef struct gj_sqlite_library {
    void *handle;
    __typeof__(sqlite3_open_v2) *open_v2;
    __typeof__(sqlite3_close) *close;
    __typeof__(sqlite3_busy_timeout) *busy_timeout;
    __typeof__(sqlite3_db_config) *db_config;
    __typeof__(sqlite3_limit) *limit;
    __typeof__(sqlite3_prepare_v2) *prepare_v2;
    __typeof__(sqlite3_step) *step;
    __typeof__(sqlite3_reset) *reset;
    __typeof__(sqlite3_finalize) *finalize;
    __typeof__(sqlite3_bind_parameter_name) *bind_parameter_name;
    __typeof__(sqlite3_bind_null) *bind_null;
    __typeof__(sqlite3_bind_int64) *bind_int64;
    __typeof__(sqlite3_bind_text) *bind_text;
    __typeof__(sqlite3_bind_blob) *bind_blob;
    __typeof__(sqlite3_column_count) *column_count;
    __typeof__(sqlite3_column_type) *column_type;
    __typeof__(sqlite3_column_int64) *column_int64;
    __typeof__(sqlite3_column_text) *column_text;
    __typeof__(sqlite3_column_blob) *column_blob;
    __typeof__(sqlite3_column_bytes) *column_bytes;
    __typeof__(sqlite3_errmsg) *errmsg;
} gj_sqlite_library;

/** GJ_INPUT with the package to install where it is missing. */
GJ_MUST_USE gj_status gj_sqlite_library_open(gj_sqlite_library *out, gj_error *err);
/** Safe on a zeroed one. */
void gj_sqlite_library_close(gj_sqlite_library *library);

#endif
