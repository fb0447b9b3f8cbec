/* ledger_read.c - submissions found again. What comes out is sorted here: databases sort texts each in its own way. */
#include <stdlib.h>

#include "../base/utf8.h"
#include "ledger_private.h"

#define COLUMNS                                                                                                        \
    "s.id, s.unit, s.name, s.year, s.round, s.added, s.path, s.sha256, s.format, s.ruleset, s.digest, s.profile,"      \
    " s.errors, s.warnings, s.infos, s.reviews, s.excepted, o.sha256"
#define TABLES " FROM gouji_submissions s LEFT JOIN gouji_originals o ON o.sha256 = s.sha256"
enum { COLUMN_COUNT = 18 };

typedef struct taking {
    gj_arena *arena;
    gj_submissions *out;
    gj_slice unit; /* folded; empty: any */
} taking;

static size_t count_of(const gj_sql_value *value)
{
    return value->number > 0 ? (size_t)value->number : 0;
}

static gj_status take(void *context, const gj_sql_value *c, size_t count, gj_error *err)
{
    taking *t = context;
    if (count != COLUMN_COUNT)
        return gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "台账的列数不对", "the ledger gives another number of columns");
    if (t->unit.len && gj_slice_find(c[1].text, t->unit, 0) == GJ_NOT_FOUND)
        return GJ_OK;
    gj_submission *s = GJ_PUSH(t->arena, t->out);
    if (!s)
        return gj_fail_nomem(err);
    *s = (gj_submission){ .id = c[0].number,
                          .year = (int)c[3].number,
                          .round = (int)c[4].number,
                          .errors = count_of(&c[12]),
                          .warnings = count_of(&c[13]),
                          .infos = count_of(&c[14]),
                          .reviews = count_of(&c[15]),
                          .excepted = count_of(&c[16]),
                          .has_original = c[17].kind != GJ_SQL_NULL };
    gj_slice *const texts[] = { &s->unit,   &s->name,    &s->added,  &s->path,   &s->sha256,
                                &s->format, &s->ruleset, &s->digest, &s->profile };
    static const size_t from[] = { 1, 2, 5, 6, 7, 8, 9, 10, 11 };
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        *texts[i] = gj_arena_copy(t->arena, c[from[i]].text);
        if (!texts[i]->data)
            return gj_fail_nomem(err);
    }
    return GJ_OK;
}

static int in_order(const void *a, const void *b)
{
    const gj_submission *x = a, *y = b;
    if (x->year != y->year)
        return x->year < y->year ? -1 : 1;
    int order = gj_slice_compare(x->unit, y->unit);
    return order ? order : (x->round > y->round) - (x->round < y->round);
}

gj_status gj_ledger_list(gj_ledger *ledger, gj_arena *arena, const gj_ledger_query *query, gj_submissions *out,
                         gj_error *err)
{
    const gj_sql_value year = gj_sql_int(query->year);
    taking t = { arena, out, gj_utf8_fold(arena, query->unit) };
    *out = (gj_submissions){ 0 };
    if (query->unit.len && !t.unit.data)
        return gj_fail_nomem(err);
    GJ_TRY(query->year ? gj_sql_run(ledger->sql, "SELECT " COLUMNS TABLES " WHERE s.year = $1", &year, 1, take, &t, err)
                       : gj_sql_run(ledger->sql, "SELECT " COLUMNS TABLES, NULL, 0, take, &t, err));
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, in_order);
    return GJ_OK;
}

gj_status gj_ledger_latest(gj_ledger *ledger, gj_arena *arena, gj_slice unit, int year, bool *found, gj_submission *out,
                           gj_error *err)
{
    const gj_sql_value key[] = { gj_sql_text(unit), gj_sql_int(year) };
    gj_submissions list = { 0 };
    taking t = { arena, &list, { NULL, 0 } };
    GJ_TRY(gj_sql_run(ledger->sql,
                      "SELECT " COLUMNS TABLES " WHERE s.unit = $1 AND s.year = $2 ORDER BY s.round DESC LIMIT 1", key,
                      2, take, &t, err));
    *found = list.count > 0;
    if (*found)
        *out = list.items[0];
    return GJ_OK;
}

gj_status gj_ledger_by_file(gj_ledger *ledger, gj_arena *arena, gj_slice unit, int year, gj_slice sha256,
                            gj_submission *out, gj_error *err)
{
    const gj_sql_value key[] = { gj_sql_text(unit), gj_sql_int(year), gj_sql_text(sha256) };
    gj_submissions list = { 0 };
    taking t = { arena, &list, { NULL, 0 } };
    GJ_TRY(gj_sql_run(ledger->sql,
                      "SELECT " COLUMNS TABLES " WHERE s.unit = $1 AND s.year = $2 AND s.sha256 = $3 LIMIT 1", key, 3,
                      take, &t, err));
    if (list.count)
        *out = list.items[0];
    return list.count ? GJ_OK
                      : gj_fail(err, GJ_INTERNAL, GJ_NOWHERE, "刚登记的报送找不到了", "what was just filed is gone");
}

typedef struct digests {
    gj_arena *arena;
    GJ_LIST(gj_slice) list;
} digests;

static gj_status take_digest(void *context, const gj_sql_value *columns, size_t count, gj_error *err)
{
    digests *d = context;
    gj_slice *at = count ? GJ_PUSH(d->arena, &d->list) : NULL;
    if (at)
        *at = gj_arena_copy(d->arena, columns[0].text);
    return at && at->data ? GJ_OK : gj_fail_nomem(err);
}

static int by_bytes(const void *a, const void *b)
{
    return gj_slice_compare(*(const gj_slice *)a, *(const gj_slice *)b);
}

gj_status gj_ledger_originals(gj_ledger *ledger, gj_arena *arena, gj_slice **out, size_t *count, gj_error *err)
{
    digests d = { .arena = arena };
    GJ_TRY(gj_sql_run(ledger->sql, "SELECT sha256 FROM gouji_originals", NULL, 0, take_digest, &d, err));
    if (d.list.count)
        qsort(d.list.items, d.list.count, sizeof *d.list.items, by_bytes);
    *out = d.list.items;
    *count = d.list.count;
    return GJ_OK;
}
