/** postgres_library.h - libpq, loaded when the first ledger on a server is opened (base/library.h). */
#ifndef GJ_STORE_POSTGRES_LIBRARY_H
#define GJ_STORE_POSTGRES_LIBRARY_H

#include <libpq-fe.h>

#include "../base/status.h"

/** What we call of it, under its own names without the `PQ`. */
typedef struct gj_postgres_library {
    void *handle;
    __typeof__(PQconninfoParse) *conninfoParse;
    __typeof__(PQconninfoFree) *conninfoFree;
    __typeof__(PQconnectdbParams) *connectdbParams;
    __typeof__(PQstatus) *status;
    __typeof__(PQerrorMessage) *errorMessage;
    __typeof__(PQsetNoticeProcessor) *setNoticeProcessor;
    __typeof__(PQfinish) *finish;
    __typeof__(PQexecParams) *execParams;
    __typeof__(PQenterPipelineMode) *enterPipelineMode;
    __typeof__(PQexitPipelineMode) *exitPipelineMode;
    __typeof__(PQpipelineSync) *pipelineSync;
    __typeof__(PQsendPrepare) *sendPrepare;
    __typeof__(PQsendQueryPrepared) *sendQueryPrepared;
    __typeof__(PQgetResult) *getResult;
    __typeof__(PQresultStatus) *resultStatus;
    __typeof__(PQresultErrorField) *resultErrorField;
    __typeof__(PQntuples) *ntuples;
    __typeof__(PQnfields) *nfields;
    __typeof__(PQftype) *ftype;
    __typeof__(PQgetisnull) *getisnull;
    __typeof__(PQgetlength) *getlength;
    __typeof__(PQgetvalue) *getvalue;
    __typeof__(PQclear) *clear;
    __typeof__(PQfreemem) *freemem;
} gj_postgres_library;

/** GJ_INPUT with the package to install where it is missing. */
GJ_MUST_USE gj_status gj_postgres_library_open(gj_postgres_library *out, gj_error *err);
/** Safe on a zeroed one. */
void gj_postgres_library_close(gj_postgres_library *library);

#endif
