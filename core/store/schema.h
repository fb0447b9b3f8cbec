/** schema.h - the tables of a ledger, as numbered migrations.
 *
 * One text for both databases: BIGINT, TEXT and BYTEA are types of PostgreSQL, which SQLite takes as they are. A migration, once released, is never
 * changed: a new one is added. Each is applied in a transaction of its own together with its row in gouji_migrations, so that a ledger is always
 * of one version, whatever happens meanwhile. What the tables mean: docs/ledger.md.
 */
#ifndef GJ_STORE_SCHEMA_H
#define GJ_STORE_SCHEMA_H

#include "sql.h"

typedef struct gj_migration {
    int version; /* 1, 2, … without gaps */
    const char *name;
    const char *const *statements; /* NULL-ended */
} gj_migration;

extern const gj_migration gj_migrations[];
extern const size_t gj_migration_count;

/** The version of the ledger; 0 where there is none yet. */
GJ_MUST_USE gj_status gj_schema_version(gj_sql *sql, int *out, gj_error *err);

/** Apply those of `migrations` that are not applied yet. Two processes may do so at once. *before and *after are versions. GJ_USAGE where the ledger is newer
 *  than the migrations, or the file is a database of something else. */
GJ_MUST_USE gj_status gj_schema_migrate(gj_sql *sql, const gj_migration *migrations, size_t count, int *before,
                                        int *after, gj_error *err);

/** GJ_USAGE unless the ledger is of the newest version, with what to do. */
GJ_MUST_USE gj_status gj_schema_check(gj_sql *sql, gj_error *err);

#endif
