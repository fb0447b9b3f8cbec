/* sources_ledger.c - records that stand in a ledger: those of a ledger that is collected, and the year before of a report that has none. */
#include <stdlib.h>

#include "../store/transfer.h"
#include "prior_ledger.h"
#include "sources.h"

/* A ledger that is collected: the last round of each unit, of the year that is asked for and the one before it, or of all. */

static gj_status take(void *context, gj_slice line, gj_error *err)
{
    gj_sources *s = context;
    line = gj_arena_copy(s->invocation->arena, gj_slice_trim(line));
    return line.data ? gj_sources_add(s, line, false, false, err) : gj_fail_nomem(err);
}

static gj_status read_rounds(gj_sources *s, gj_ledger *ledger, gj_error *err)
{
    const char *asked = s->invocation->values[GJ_OPT_YEAR];
    gj_ledger_query query = { .year = asked ? (int)strtol(asked, NULL, 10) : 0 };
    GJ_TRY(gj_ledger_facts(ledger, &query, take, s, err));
    if (!asked)
        return GJ_OK;
    query.year--;
    return gj_ledger_facts(ledger, &query, take, s, err);
}

/* The year before */

static bool has_year_before(const gj_sources *s, const gj_record *record)
{
    for (size_t i = 0; i < s->records.count; i++)
        if (s->records.items[i].year == record->year - 1 && gj_slice_equal(s->records.items[i].normal, record->normal))
            return true;
    return false;
}

/* The unit's last round of the year before, where nothing else is. */
static gj_status read_before(gj_sources *s, gj_ledger *ledger, size_t index, gj_error *err)
{
    gj_arena *arena = s->invocation->arena;
    const gj_record *record = &s->records.items[index];
    gj_submission filed;
    bool found = false;
    gj_slice line;
    if (record->status != GJ_CHECKED || !record->year || !record->normal.len || record->as_prior ||
        has_year_before(s, record))
        return GJ_OK;
    GJ_TRY(gj_ledger_latest(ledger, arena, record->normal, record->year - 1, &found, &filed, err));
    if (!found)
        return GJ_OK;
    GJ_TRY(gj_ledger_record(ledger, arena, filed.id, &line, err));
    return gj_sources_add(s, line, true, false, err);
}

/* `config` NULL: a ledger of --prior, for all; else for the reports of that config. */
static gj_status read_all_before(gj_sources *s, gj_ledger *ledger, const gj_config *config, gj_error *err)
{
    for (size_t i = 0, count = s->records.count; !config && i < count; i++)
        GJ_TRY(read_before(s, ledger, i, err));
    for (size_t i = 0; config && i < s->configured.count; i++)
        if (s->configured.items[i].config == config)
            GJ_TRY(read_before(s, ledger, s->configured.items[i].record, err));
    return GJ_OK;
}

typedef struct wanted {
    gj_slice address;
    bool collected;
    const gj_config *config;
} wanted;

static gj_status read_ledger(gj_sources *s, const wanted *w, gj_error *err)
{
    gj_ledger *ledger = NULL;
    gj_status status = gj_interrupted() ? GJ_OK : gj_ledger_open(w->address, true, &ledger, err);
    if (status == GJ_OK && ledger)
        status = w->collected ? read_rounds(s, ledger, err) : read_all_before(s, ledger, w->config, err);
    gj_ledger_close(ledger);
    return status;
}

gj_status gj_sources_read_ledgers(gj_sources *s, gj_error *err)
{
    for (size_t i = 0; i < s->ledger_count; i++) {
        const wanted w = { .address = gj_slice_of(s->ledgers[i]), .collected = true };
        GJ_TRY(read_ledger(s, &w, err));
    }
    for (size_t i = 0; i < s->invocation->counts[GJ_OPT_PRIOR]; i++) {
        const wanted w = { .address = gj_slice_of(s->invocation->many[GJ_OPT_PRIOR][i]) };
        if (gj_is_ledger(w.address.data))
            GJ_TRY(read_ledger(s, &w, err));
    }
    for (size_t i = 0; i < s->plan.ledger_count; i++) {
        const wanted w = { .address = s->plan.ledgers[i].address, .config = s->plan.ledgers[i].config };
        GJ_TRY(read_ledger(s, &w, err));
    }
    return GJ_OK;
}
