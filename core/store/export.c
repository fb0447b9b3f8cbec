/* export.c - the ledger out: transfer.h. */
#include "../base/base64.h"
#include "transfer.h"

typedef struct exporting {
    gj_ledger *ledger;
    gj_transfer_sink sink;
    void *context;
    gj_buffer line;
    gj_error *err;
} exporting;

static gj_status send(exporting *e)
{
    if (e->line.failed)
        return gj_fail_nomem(e->err);
    gj_status status = e->sink(e->context, gj_buffer_slice(&e->line), e->err);
    gj_buffer_clear(&e->line);
    return status;
}

static gj_status send_original(exporting *e, gj_arena *arena, gj_slice sha256)
{
    gj_slice bytes;
    GJ_TRY(gj_ledger_original(e->ledger, arena, sha256, &bytes, e->err));
    gj_buffer_format(&e->line, "{\"schema\": \"gouji/original@1\", \"sha256\": \"%.*s\", \"base64\": \"",
                     GJ_ARG(sha256));
    gj_base64_add(&e->line, bytes);
    gj_buffer_text(&e->line, "\"}\n");
    return send(e);
}

static gj_status send_submission(exporting *e, gj_arena *arena, const gj_submission *s)
{
    gj_slice record;
    GJ_TRY(gj_ledger_record(e->ledger, arena, s->id, &record, e->err));
    gj_buffer_format(&e->line,
                     "{\"schema\": \"gouji/submission@1\", \"round\": %d, \"added\": \"%.*s\", \"record\": ", s->round,
                     GJ_ARG(s->added));
    gj_buffer_add(&e->line, record);
    gj_buffer_text(&e->line, "}\n");
    return send(e);
}

static gj_status send_record(exporting *e, gj_arena *arena, const gj_submission *s)
{
    gj_slice record;
    GJ_TRY(gj_ledger_record(e->ledger, arena, s->id, &record, e->err));
    gj_buffer_add(&e->line, record);
    gj_buffer_byte(&e->line, '\n');
    return send(e);
}

static gj_status export(exporting *e, gj_arena *lists, gj_arena *one)
{
    gj_submissions submissions;
    gj_slice *originals;
    size_t count;
    const gj_ledger_query all = { .year = 0 };
    GJ_TRY(gj_ledger_originals(e->ledger, lists, &originals, &count, e->err));
    GJ_TRY(gj_ledger_list(e->ledger, lists, &all, &submissions, e->err));
    gj_buffer_format(&e->line, "{\"schema\": \"gouji/ledger@1\", \"originals\": %zu, \"submissions\": %zu}\n", count,
                     submissions.count);
    GJ_TRY(send(e));
    for (size_t i = 0; i < count; i++, gj_arena_reset(one))
        GJ_TRY(send_original(e, one, originals[i]));
    for (size_t i = 0; i < submissions.count; i++, gj_arena_reset(one))
        GJ_TRY(send_submission(e, one, &submissions.items[i]));
    return GJ_OK;
}

static gj_status facts(exporting *e, gj_arena *lists, gj_arena *one, const gj_ledger_query *query)
{
    gj_submissions submissions;
    GJ_TRY(gj_ledger_list(e->ledger, lists, query, &submissions, e->err));
    for (size_t i = 0; i < submissions.count; i++, gj_arena_reset(one)) {
        const gj_submission *s = &submissions.items[i], *next = s + 1;
        if (i + 1 < submissions.count && next->year == s->year && gj_slice_equal(next->unit, s->unit))
            continue;
        GJ_TRY(send_record(e, one, s));
    }
    return GJ_OK;
}

/* `query` NULL: the whole ledger. */
static gj_status run(exporting *e, const gj_ledger_query *query)
{
    gj_arena *lists = gj_arena_new(0), *one = gj_arena_new(0);
    gj_buffer_init(&e->line, 0);
    gj_status status = lists && one ? gj_ledger_begin_reading(e->ledger, e->err) : gj_fail_nomem(e->err);
    if (status == GJ_OK) {
        status = query ? facts(e, lists, one, query) : export(e, lists, one);
        gj_ledger_rollback(e->ledger);
    }
    gj_buffer_free(&e->line);
    gj_arena_free(one);
    gj_arena_free(lists);
    return status;
}

gj_status gj_ledger_export(gj_ledger *ledger, gj_transfer_sink sink, void *context, gj_error *err)
{
    exporting e = { .ledger = ledger, .sink = sink, .context = context, .err = err };
    return run(&e, NULL);
}

gj_status gj_ledger_facts(gj_ledger *ledger, const gj_ledger_query *query, gj_transfer_sink sink, void *context,
                          gj_error *err)
{
    exporting e = { .ledger = ledger, .sink = sink, .context = context, .err = err };
    return run(&e, query);
}
