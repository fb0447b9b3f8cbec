#include "schema.h"

static const char *const submissions[] = {
    "CREATE TABLE gouji_submissions ("
    " id BIGINT PRIMARY KEY,"
    " unit TEXT NOT NULL," /* the name in its normal form */
    " name TEXT NOT NULL,"
    " year BIGINT NOT NULL,"
    " round BIGINT NOT NULL CHECK (round >= 1),"
    " added TEXT NOT NULL," /* YYYY-MM-DD */
    " path TEXT NOT NULL,"
    " sha256 TEXT NOT NULL," /* of the file */
    " format TEXT,"
    " ruleset TEXT NOT NULL,"
    " digest TEXT NOT NULL," /* of the ruleset */
    " profile TEXT NOT NULL,"
    " errors BIGINT NOT NULL,"
    " warnings BIGINT NOT NULL,"
    " infos BIGINT NOT NULL,"
    " reviews BIGINT NOT NULL,"
    " excepted BIGINT NOT NULL,"
    " record TEXT NOT NULL," /* the facts record, byte for byte */
    " UNIQUE (unit, year, round))",
    "CREATE TABLE gouji_figures ("
    " submission BIGINT NOT NULL REFERENCES gouji_submissions (id) ON DELETE CASCADE,"
    " form TEXT NOT NULL,"
    " table_key TEXT NOT NULL,"
    " row_key TEXT NOT NULL,"
    " column_key TEXT NOT NULL,"
    " state TEXT NOT NULL," /* number blank dash text unread */
    " value TEXT,"          /* exact decimal, or what is written instead */
    " PRIMARY KEY (submission, table_key, row_key, column_key))",
    "CREATE TABLE gouji_findings ("
    " submission BIGINT NOT NULL REFERENCES gouji_submissions (id) ON DELETE CASCADE,"
    " number BIGINT NOT NULL," /* from 1, in the order of the report */
    " rule TEXT NOT NULL,"
    " outcome TEXT NOT NULL," /* fail review */
    " severity TEXT NOT NULL,"
    " section TEXT,"
    " place TEXT,"
    " quote TEXT,"
    " message_zh TEXT NOT NULL,"
    " message_en TEXT NOT NULL,"
    " fingerprint TEXT NOT NULL,"
    " excepted BIGINT NOT NULL," /* 0 or 1 */
    " PRIMARY KEY (submission, number))",
    "CREATE INDEX gouji_findings_by_fingerprint ON gouji_findings (fingerprint)",
    "CREATE INDEX gouji_findings_by_rule ON gouji_findings (rule)",
    NULL,
};

static const char *const originals[] = {
    "CREATE TABLE gouji_originals ("
    " sha256 TEXT PRIMARY KEY,"
    " bytes BYTEA NOT NULL)",
    "CREATE INDEX gouji_submissions_by_file ON gouji_submissions (sha256)",
    NULL,
};

const gj_migration gj_migrations[] = { { 1, "submissions, figures, findings", submissions },
                                       { 2, "original files", originals } };
const size_t gj_migration_count = sizeof gj_migrations / sizeof *gj_migrations;

/* Tables that we find; in SQLite also whether there are others. */
static gj_status tables(gj_sql *sql, bool *ours, bool *others, gj_error *err)
{
    int64_t own = 0, all = 0;
    const char *count_own = gj_sql_is_sqlite(sql)
                                ? "SELECT count(*) FROM sqlite_master WHERE name = 'gouji_migrations'"
                                : "SELECT count(*) FROM pg_catalog.pg_class"
                                  " WHERE relname = 'gouji_migrations' AND pg_catalog.pg_table_is_visible(oid)";
    GJ_TRY(gj_sql_number(sql, count_own, NULL, 0, 0, &own, err));
    if (gj_sql_is_sqlite(sql))
        GJ_TRY(gj_sql_number(sql, "SELECT count(*) FROM sqlite_master", NULL, 0, 0, &all, err));
    *ours = own > 0;
    *others = all > 0 && !own;
    return GJ_OK;
}

gj_status gj_schema_version(gj_sql *sql, int *out, gj_error *err)
{
    bool ours, others;
    int64_t version = 0;
    *out = 0;
    GJ_TRY(tables(sql, &ours, &others, err));
    if (others)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "这是别的程序的数据库，不是 gouji 的台账",
                       "this is another program's database, no ledger of gouji");
    if (ours)
        GJ_TRY(gj_sql_number(sql, "SELECT max(version) FROM gouji_migrations", NULL, 0, 0, &version, err));
    *out = (int)version;
    return GJ_OK;
}

static gj_status refuse_newer(int version, int known, gj_error *err)
{
    return gj_fail(err, GJ_USAGE, GJ_NOWHERE,
                   "这个台账是较新的 gouji 写的（第 %d 版，本程序只认到第 %d 版）；请升级 gouji",
                   "this ledger was written by a newer gouji (version %d, this one knows up to %d); upgrade gouji",
                   version, known);
}

static gj_status apply(gj_sql *sql, const gj_migration *migration, gj_error *err)
{
    const gj_sql_value row[] = { gj_sql_int(migration->version), gj_sql_text(gj_slice_of(migration->name)) };
    for (size_t i = 0; migration->statements[i]; i++)
        GJ_TRY(gj_sql_run(sql, migration->statements[i], NULL, 0, NULL, NULL, err));
    return gj_sql_run(sql, "INSERT INTO gouji_migrations (version, name) VALUES ($1, $2)", row, 2, NULL, NULL, err);
}

/* One step, if there is one to make: the version is read again under the lock. */
static gj_status step(gj_sql *sql, const gj_migration *migrations, size_t count, int *version, gj_error *err)
{
    int known = count ? migrations[count - 1].version : 0;
    GJ_TRY(gj_schema_version(sql, version, err));
    if (*version > known)
        return refuse_newer(*version, known, err);
    if (*version == known)
        return GJ_OK;
    if (*version == 0)
        GJ_TRY(gj_sql_run(
            sql, "CREATE TABLE IF NOT EXISTS gouji_migrations (version BIGINT PRIMARY KEY, name TEXT NOT NULL)", NULL,
            0, NULL, NULL, err));
    for (size_t i = 0; i < count; i++)
        if (migrations[i].version == *version + 1) {
            GJ_TRY(apply(sql, &migrations[i], err));
            ++*version;
            return GJ_OK;
        }
    return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "台账缺少第 %d 版的升级步骤", "no migration to version %d",
                   *version + 1);
}

gj_status gj_schema_migrate(gj_sql *sql, const gj_migration *migrations, size_t count, int *before, int *after,
                            gj_error *err)
{
    int known = count ? migrations[count - 1].version : 0;
    GJ_TRY(gj_schema_version(sql, before, err));
    *after = *before;
    if (*before > known)
        return refuse_newer(*before, known, err);
    while (*after < known) {
        GJ_TRY(gj_sql_begin(sql, err));
        gj_status status = step(sql, migrations, count, after, err);
        if (status != GJ_OK) {
            gj_sql_rollback(sql);
            return status;
        }
        GJ_TRY(gj_sql_commit(sql, err));
    }
    return GJ_OK;
}

gj_status gj_schema_check(gj_sql *sql, gj_error *err)
{
    int version, known = gj_migrations[gj_migration_count - 1].version;
    GJ_TRY(gj_schema_version(sql, &version, err));
    if (version > known)
        return refuse_newer(version, known, err);
    if (version == 0)
        return gj_fail(err, GJ_USAGE, GJ_NOWHERE, "这里还没有台账；请先运行 gouji ledger init",
                       "there is no ledger here yet; run gouji ledger init first");
    if (version < known)
        return gj_fail(
            err, GJ_USAGE, GJ_NOWHERE, "这个台账是较早的第 %d 版；请运行 gouji ledger init 升级（数据都保留）",
            "this ledger is of the earlier version %d; run gouji ledger init to upgrade it (nothing is lost)", version);
    return GJ_OK;
}
