#include "ledger.h"

#include <stdlib.h>

#include "../base/digest.h"
#include "ledger_private.h"
#include "schema.h"

gj_status gj_ledger_init(gj_slice address, int *before, int *after, gj_error *err)
{
    gj_sql *sql = NULL;
    GJ_TRY(gj_sql_open(address, GJ_SQL_CREATE, &sql, err));
    gj_status status = gj_schema_migrate(sql, gj_migrations, gj_migration_count, before, after, err);
    gj_sql_close(sql);
    if (status != GJ_OK && !gj_sql_is_server(address))
        gj_error_where(err, address);
    return status;
}

gj_status gj_ledger_open(gj_slice address, bool reading, gj_ledger **out, gj_error *err)
{
    gj_ledger *ledger = calloc(1, sizeof *ledger);
    if (!ledger)
        return gj_fail_nomem(err);
    gj_status status = gj_sql_open(address, reading ? GJ_SQL_READ : GJ_SQL_WRITE, &ledger->sql, err);
    if (status == GJ_OK)
        status = gj_schema_check(ledger->sql, err);
    if (status == GJ_OK) {
        *out = ledger;
        return GJ_OK;
    }
    if (!gj_sql_is_server(address))
        gj_error_where(err, address);
    gj_ledger_close(ledger);
    return status;
}

void gj_ledger_close(gj_ledger *ledger)
{
    if (!ledger)
        return;
    gj_sql_close(ledger->sql);
    free(ledger);
}

gj_status gj_ledger_begin(gj_ledger *ledger, gj_error *err)
{
    return gj_sql_begin(ledger->sql, err);
}

gj_status gj_ledger_begin_reading(gj_ledger *ledger, gj_error *err)
{
    return gj_sql_begin_reading(ledger->sql, err);
}

gj_status gj_ledger_commit(gj_ledger *ledger, gj_error *err)
{
    return gj_sql_commit(ledger->sql, err);
}

void gj_ledger_rollback(gj_ledger *ledger)
{
    gj_sql_rollback(ledger->sql);
}

gj_status gj_ledger_keep(gj_ledger *ledger, gj_slice sha256, gj_slice bytes, gj_error *err)
{
    const gj_sql_value row[] = { gj_sql_text(sha256), gj_sql_bytes(bytes) };
    char digest[GJ_DIGEST_HEX + 1];
    gj_digest_of(bytes, digest);
    if (!gj_slice_is(sha256, digest))
        return gj_fail(err, GJ_INPUT, GJ_NOWHERE, "文件的内容与它的 SHA-256 不符，没有存入",
                       "the file is not what its SHA-256 says, it was not kept");
    return gj_sql_run(ledger->sql,
                      "INSERT INTO gouji_originals (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING",
                      row, 2, NULL, NULL, err);
}

typedef struct copying {
    gj_arena *arena;
    gj_slice *out;
} copying;

static gj_status take_copy(void *context, const gj_sql_value *columns, size_t count, gj_error *err)
{
    copying *c = context;
    if (count && columns[0].kind != GJ_SQL_NULL) {
        *c->out = gj_arena_copy(c->arena, columns[0].text);
        return c->out->data ? GJ_OK : gj_fail_nomem(err);
    }
    return GJ_OK;
}

gj_status gj_ledger_original(gj_ledger *ledger, gj_arena *arena, gj_slice sha256, gj_slice *bytes, gj_error *err)
{
    const gj_sql_value digest = gj_sql_text(sha256);
    copying c = { arena, bytes };
    char found[GJ_DIGEST_HEX + 1];
    *bytes = (gj_slice){ NULL, 0 };
    GJ_TRY(
        gj_sql_run(ledger->sql, "SELECT bytes FROM gouji_originals WHERE sha256 = $1", &digest, 1, take_copy, &c, err));
    if (!bytes->data)
        return GJ_OK;
    gj_digest_of(*bytes, found);
    return gj_slice_is(sha256, found) ? GJ_OK
                                      : gj_fail(err, GJ_INPUT, GJ_NOWHERE, "台账里的这个文件已被改动，与登记时不同",
                                                "this file was altered in the ledger since it was filed");
}

gj_status gj_ledger_record(gj_ledger *ledger, gj_arena *arena, int64_t id, gj_slice *line, gj_error *err)
{
    const gj_sql_value key = gj_sql_int(id);
    copying c = { arena, line };
    *line = (gj_slice){ NULL, 0 };
    GJ_TRY(gj_sql_run(ledger->sql, "SELECT record FROM gouji_submissions WHERE id = $1", &key, 1, take_copy, &c, err));
    return line->data ? GJ_OK
                      : gj_fail(err, GJ_INPUT, GJ_NOWHERE, "台账里没有这一次报送", "the ledger has no such submission");
}
