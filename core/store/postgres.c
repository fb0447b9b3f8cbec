/* postgres.c - a ledger on a PostgreSQL server. All values travel in their binary form, so that none is quoted, cut or rounded. */
#include <stdio.h>
#include <stdlib.h>

#include "postgres_library.h"
#include "sql_driver.h"

/* Of pg_type; fixed for ever. */
enum { OID_BYTES = 17, OID_INT8 = 20, OID_INT4 = 23, OID_TEXT = 25, OID_VARCHAR = 1043 };

typedef struct postgres {
    gj_sql base;
    gj_postgres_library lib;
    PGconn *connection;
} postgres;

/* libpq's messages end in a line end and may have several lines. */
static gj_slice first_line(const char *text)
{
    gj_slice all = gj_slice_trim(gj_slice_of(text ? text : ""));
    size_t end = gj_slice_find(all, GJ_LIT("\n"), 0);
    return end == GJ_NOT_FOUND ? all : gj_slice_sub(all, 0, end);
}

static gj_status refuse(postgres *p, const PGresult *result, gj_error *err)
{
    const char *code = result ? p->lib.resultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    const char *primary = result ? p->lib.resultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    gj_slice why = first_line(primary ? primary : p->lib.errorMessage(p->connection));
    if (!code && !result && p->lib.status(p->connection) == CONNECTION_OK)
        return gj_fail_nomem(err);
    if (code && strcmp(code, "55P03") == 0)
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "台账正被别的程序写着，等了 %d 秒仍不行；请稍后再试",
                       "another program has been writing to the ledger for %d seconds; try again later",
                       GJ_STORE_WAIT_SECONDS);
    if (code && strcmp(code, "22P05") == 0)
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "数据库的字符集装不下中文（%.*s）；请用 UTF8 建库",
                       "the database's encoding cannot hold the text (%.*s); make the database with UTF8", GJ_ARG(why));
    return gj_fail(err, GJ_IO, GJ_NOWHERE, "PostgreSQL 出错：%.*s", "PostgreSQL failed: %.*s", GJ_ARG(why));
}

static void put_int64(char out[8], int64_t number)
{
    uint64_t bits = (uint64_t)number;
    for (int i = 7; i >= 0; i--, bits >>= 8)
        out[i] = (char)(unsigned char)(bits & 0xff);
}

static int64_t get_int(const char *data, size_t length)
{
    uint64_t bits = length && (unsigned char)data[0] & 0x80 ? UINT64_MAX : 0;
    for (size_t i = 0; i < length; i++)
        bits = bits << 8 | (unsigned char)data[i];
    return (int64_t)bits;
}

static gj_sql_value column(postgres *p, const PGresult *result, int row, int at)
{
    gj_sql_value out = { .kind = GJ_SQL_NULL };
    gj_slice data = { p->lib.getvalue(result, row, at), (size_t)p->lib.getlength(result, row, at) };
    if (p->lib.getisnull(result, row, at))
        return out;
    switch (p->lib.ftype(result, at)) {
    case OID_INT8:
    case OID_INT4:
        return gj_sql_int(get_int(data.data, data.len));
    case OID_TEXT:
    case OID_VARCHAR:
        return gj_sql_text(data);
    default:
        return gj_sql_bytes(data);
    }
}

static gj_status give_rows(postgres *p, const PGresult *result, gj_sql_row take, void *context, gj_error *err)
{
    gj_sql_value columns[GJ_STORE_COLUMNS];
    int count = p->lib.nfields(result);
    if (count > GJ_STORE_COLUMNS)
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "台账的语句列太多",
                       "a statement of the ledger has too many columns");
    for (int row = 0; row < p->lib.ntuples(result); row++) {
        for (int i = 0; i < count; i++)
            columns[i] = column(p, result, row, i);
        GJ_TRY(take(context, columns, (size_t)count, err));
    }
    return GJ_OK;
}

/* One row of values as libpq takes them. */
typedef struct parameters {
    Oid types[GJ_STORE_COLUMNS];
    const char *data[GJ_STORE_COLUMNS];
    int lengths[GJ_STORE_COLUMNS], formats[GJ_STORE_COLUMNS];
    char numbers[GJ_STORE_COLUMNS][8];
} parameters;

static gj_status fill(parameters *q, const gj_sql_value *values, size_t count, gj_error *err)
{
    if (count > GJ_STORE_COLUMNS)
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "台账的语句值太多",
                       "a statement of the ledger has too many values");
    for (size_t i = 0; i < count; i++) {
        const gj_sql_value *value = &values[i];
        if (value->text.len > GJ_STORE_VALUE)
            return gj_fail(err, GJ_LIMIT, GJ_NOWHERE, "太大，台账放不下", "too large for the ledger");
        put_int64(q->numbers[i], value->number);
        q->formats[i] = 1;
        q->types[i] = value->kind == GJ_SQL_INT ? OID_INT8 : value->kind == GJ_SQL_BYTES ? OID_BYTES : OID_TEXT;
        q->lengths[i] = value->kind == GJ_SQL_INT ? 8 : (int)value->text.len;
        q->data[i] = value->kind == GJ_SQL_NULL  ? NULL
                     : value->kind == GJ_SQL_INT ? q->numbers[i]
                                                 : (value->text.data ? value->text.data : "");
    }
    return GJ_OK;
}

static gj_status run(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t count, gj_sql_row take,
                     void *context, gj_error *err)
{
    postgres *p = (postgres *)sql;
    parameters q;
    GJ_TRY(fill(&q, values, count, err));
    PGresult *result =
        p->lib.execParams(p->connection, statement, (int)count, q.types, q.data, q.lengths, q.formats, 1);
    ExecStatusType state = result ? p->lib.resultStatus(result) : PGRES_FATAL_ERROR;
    gj_status status = state == PGRES_COMMAND_OK || state == PGRES_TUPLES_OK
                           ? take ? give_rows(p, result, take, context, err) : GJ_OK
                           : refuse(p, result, err);
    p->lib.clear(result);
    return status;
}

/* The statement once, then each row, then the mark up to which the server answers. */
static gj_status send_rows(postgres *p, const char *statement, const gj_sql_value *values, size_t width, size_t rows,
                           gj_error *err)
{
    for (size_t i = 0; i < rows; i++) {
        parameters q;
        GJ_TRY(fill(&q, values + i * width, width, err));
        if (i == 0 && !p->lib.sendPrepare(p->connection, "", statement, (int)width, q.types))
            return refuse(p, NULL, err);
        if (!p->lib.sendQueryPrepared(p->connection, "", (int)width, q.data, q.lengths, q.formats, 1))
            return refuse(p, NULL, err);
    }
    return GJ_OK;
}

/* Up to the mark, whatever was sent: the answers to one statement end in NULL. The first failure is told; what follows it was not run. */
static gj_status take_answers(postgres *p, size_t most, gj_error *err)
{
    gj_status status = GJ_OK;
    for (size_t ended = 0; ended <= most;) {
        PGresult *result = p->lib.getResult(p->connection);
        ExecStatusType state = result ? p->lib.resultStatus(result) : PGRES_COMMAND_OK;
        ended += result == NULL;
        if (state != PGRES_COMMAND_OK && state != PGRES_PIPELINE_SYNC && status == GJ_OK)
            status = refuse(p, result, err);
        p->lib.clear(result);
        if (state == PGRES_PIPELINE_SYNC)
            return status;
        if (!result && p->lib.status(p->connection) != CONNECTION_OK)
            break;
    }
    return status != GJ_OK ? status : refuse(p, NULL, err);
}

static gj_status run_rows(gj_sql *sql, const char *statement, const gj_sql_value *values, size_t width, size_t rows,
                          gj_error *err)
{
    postgres *p = (postgres *)sql;
    if (!p->lib.enterPipelineMode(p->connection))
        return refuse(p, NULL, err);
    gj_status sent = send_rows(p, statement, values, width, rows, err);
    gj_status status = p->lib.pipelineSync(p->connection) ? take_answers(p, rows + 1, sent == GJ_OK ? err : NULL)
                                                          : refuse(p, NULL, sent == GJ_OK ? err : NULL);
    (void)p->lib.exitPipelineMode(p->connection); /* fails where the connection is gone; then so does what follows */
    return sent == GJ_OK ? status : sent;
}

static void close_postgres(gj_sql *sql)
{
    postgres *p = (postgres *)sql;
    if (p->connection)
        p->lib.finish(p->connection);
    gj_postgres_library_close(&p->lib);
    free(p);
}

/* The lock's number is "gouji" in ASCII. It is let go at the end of the transaction, also when we are killed. */
static const gj_sql_driver driver = { .run = run,
                                      .run_rows = run_rows,
                                      .close = close_postgres,
                                      .begin = "BEGIN",
                                      .alone = "SELECT pg_advisory_xact_lock(444251597417)",
                                      .begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" };

/* What the server has to say beside results is nobody's output. */
static void be_silent(void *context, const char *message)
{
    (void)context, (void)message;
}

/* The address itself, without a password. */
static gj_status look_at(postgres *p, gj_slice address, gj_error *err)
{
    char *why = NULL;
    bool secret = false;
    PQconninfoOption *options = p->lib.conninfoParse(address.data, &why);
    for (PQconninfoOption *o = options; o && o->keyword; o++)
        secret = secret || (o->val && strcmp(o->keyword, "password") == 0) ||
                 (o->val && strcmp(o->keyword, "sslpassword") == 0);
    bool parsed = options != NULL;
    p->lib.conninfoFree(options);
    gj_slice said = first_line(why);
    gj_status status = GJ_OK;
    if (!parsed)
        status = gj_fail(err, GJ_USAGE, GJ_NOWHERE, "台账的地址写得不对：%.*s", "the ledger's address is wrong: %.*s",
                         GJ_ARG(said));
    else if (secret)
        status = gj_fail(err, GJ_USAGE, GJ_NOWHERE,
                         "台账的地址里不要写口令（会留在结果和进程列表里）；请写在 ~/.pgpass 或环境变量 PGPASSWORD",
                         "do not write a password into the ledger's address (it would be seen in results and lists of "
                         "processes); put it into ~/.pgpass or PGPASSWORD");
    if (why)
        p->lib.freemem(why);
    return status;
}

static gj_status connect_to(postgres *p, gj_slice address, gj_sql_mode mode, gj_error *err)
{
    char seconds[16];
    (void)snprintf(seconds, sizeof seconds, "%d", GJ_STORE_WAIT_SECONDS);
    const char *const keys[] = { "dbname", "client_encoding", "connect_timeout", "fallback_application_name", NULL };
    const char *const values[] = { address.data, "UTF8", seconds, "gouji", NULL };
    p->connection = p->lib.connectdbParams(keys, values, 1);
    if (!p->connection)
        return gj_fail_nomem(err);
    if (p->lib.status(p->connection) != CONNECTION_OK) {
        gj_slice why = first_line(p->lib.errorMessage(p->connection));
        return gj_fail(err, GJ_IO, GJ_NOWHERE, "连不上 PostgreSQL：%.*s", "cannot connect to PostgreSQL: %.*s",
                       GJ_ARG(why));
    }
    (void)p->lib.setNoticeProcessor(p->connection, be_silent, NULL);
    (void)snprintf(seconds, sizeof seconds, "%ds", GJ_STORE_WAIT_SECONDS);
    const gj_sql_value wait = gj_sql_text(gj_slice_of(seconds));
    GJ_TRY(run(&p->base, "SELECT set_config('lock_timeout', $1, false)", &wait, 1, NULL, NULL, err));
    return mode == GJ_SQL_READ ? run(&p->base, "SET default_transaction_read_only = on", NULL, 0, NULL, NULL, err)
                               : GJ_OK;
}

gj_status gj_postgres_open(gj_slice address, gj_sql_mode mode, gj_sql **out, gj_error *err)
{
    postgres *p = calloc(1, sizeof *p);
    gj_arena *arena = gj_arena_new(0);
    gj_slice text = { NULL, 0 };
    if (arena)
        text = gj_arena_copy(arena, address); /* ends in NUL */
    if (!p || !text.data) {
        free(p);
        gj_arena_free(arena);
        return gj_fail_nomem(err);
    }
    p->base.driver = &driver;
    gj_status status = gj_postgres_library_open(&p->lib, err);
    if (status == GJ_OK)
        status = look_at(p, text, err);
    if (status == GJ_OK)
        status = connect_to(p, text, mode, err);
    if (status == GJ_OK) {
        *out = &p->base;
    } else {
        gj_slice shown = gj_sql_shown(arena, text);
        if (shown.data)
            gj_error_where(err, shown);
        close_postgres(&p->base);
    }
    gj_arena_free(arena);
    return status;
}
