#include "sqlite_library.h"

#include "../base/library.h"

#define FUNCTION(name)                                                                                                 \
    {                                                                                                                  \
        "sqlite3_" #name, offsetof(gj_sqlite_library, name)                                                            \
    }

gj_status gj_sqlite_library_open(gj_sqlite_library *out, gj_error *err)
{
    static const gj_library_function functions[] = {
        FUNCTION(open_v2),
        FUNCTION(close),
        FUNCTION(busy_timeout),
        FUNCTION(db_config),
        FUNCTION(limit),
        FUNCTION(prepare_v2),
        FUNCTION(step),
        FUNCTION(reset),
        FUNCTION(finalize),
        FUNCTION(bind_null),
        FUNCTION(bind_parameter_name),
        FUNCTION(bind_int64),
        FUNCTION(bind_text),
        FUNCTION(bind_blob),
        FUNCTION(column_count),
        FUNCTION(column_type),
        FUNCTION(column_int64),
        FUNCTION(column_text),
        FUNCTION(column_blob),
        FUNCTION(column_bytes),
        FUNCTION(errmsg),
    };
    gj_status status = gj_library_open("libsqlite3.so.0", "libsqlite3-0", "SQLite", functions,
                                       sizeof functions / sizeof *functions, out, &out->handle, err);
    return status == GJ_INPUT ? gj_fail(err, GJ_INPUT, GJ_NOWHERE,
                                        "台账要用的 SQLite 程序库没有安装；请安装 Debian 软件包 libsqlite3-0",
                                        "SQLite, which the ledger needs, is not installed; install the Debian package "
                                        "libsqlite3-0")
                              : status;
}

void gj_sqlite_library_close(gj_sqlite_library *library)
{
    gj_library_close(library->handle);
    library->handle = NULL;
}
