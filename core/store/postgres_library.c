#include "postgres_library.h"

#include "../base/library.h"

#define FUNCTION(name)                                                                                                 \
    {                                                                                                                  \
        "PQ" #name, offsetof(gj_postgres_library, name)                                                                \
    }

gj_status gj_postgres_library_open(gj_postgres_library *out, gj_error *err)
{
    static const gj_library_function functions[] = {
        FUNCTION(conninfoParse),
        FUNCTION(conninfoFree),
        FUNCTION(connectdbParams),
        FUNCTION(status),
        FUNCTION(errorMessage),
        FUNCTION(finish),
        FUNCTION(setNoticeProcessor),
        FUNCTION(execParams),
        FUNCTION(resultStatus),
        FUNCTION(ntuples),
        FUNCTION(resultErrorField),
        FUNCTION(nfields),
        FUNCTION(ftype),
        FUNCTION(getisnull),
        FUNCTION(getlength),
        FUNCTION(getvalue),
        FUNCTION(clear),
        FUNCTION(enterPipelineMode),
        FUNCTION(exitPipelineMode),
        FUNCTION(pipelineSync),
        FUNCTION(sendPrepare),
        FUNCTION(sendQueryPrepared),
        FUNCTION(getResult),
        FUNCTION(freemem),
    };
    gj_status status = gj_library_open("libpq.so.5", "libpq5", "PostgreSQL", functions,
                                       sizeof functions / sizeof *functions, out, &out->handle, err);
    return status == GJ_INPUT
               ? gj_fail(err, GJ_INPUT, GJ_NOWHERE, "连接 PostgreSQL 要用的程序库没有安装；请安装 Debian 软件包 libpq5",
                         "libpq, which connects to PostgreSQL, is not installed; install the Debian "
                         "package libpq5")
               : status;
}

void gj_postgres_library_close(gj_postgres_library *library)
{
    gj_library_close(library->handle);
    library->handle = NULL;
}
