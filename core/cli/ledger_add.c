/* ledger_add.c - ledger add: reports are checked, or their facts records read, and each is filed as its unit's next round.
 *
 * One transaction a report: what was said to be filed stays filed, whatever happens after.
 */
#include <stdlib.h>

#include "../base/digest.h"
#include "../base/file.h"
#include "../base/utf8.h"
#include "ledger.h"
#include "sources.h"

typedef struct adding {
    const gj_ledger_command *command;
    gj_invocation own; /* the command's without "add" and the ledger */
    gj_sources sources;
    gj_ledger *ledger;
    GJ_LIST(gj_shown_filing) shown;
    int code;
} adding;

/* In the order of paths, which worker was faster plays no part. */
static int by_path(const void *a, const void *b)
{
    const gj_record *x = a, *y = b;
    int order = gj_slice_compare(x->path, y->path);
    return order ? order : gj_slice_compare(x->sha256, y->sha256);
}

/* Two files of one unit and year in one go: which is the later one nobody here knows. */
static const gj_record *rival_of(const adding *a, const gj_record *record)
{
    for (size_t i = 0; i < a->sources.records.count; i++) {
        const gj_record *other = &a->sources.records.items[i];
        if (other != record && other->status == GJ_CHECKED && record->status == GJ_CHECKED && other->year &&
            other->year == record->year && other->normal.len && gj_slice_equal(other->normal, record->normal) &&
            !gj_slice_equal(other->sha256, record->sha256))
            return other;
    }
    return NULL;
}

/* The file itself, where it still is what was checked; no data else. */
static gj_status original_of(gj_arena *arena, const gj_record *record, gj_slice *out)
{
    gj_error ignored = { 0 };
    char digest[GJ_DIGEST_HEX + 1];
    gj_slice path = gj_arena_copy(arena, record->path);
    *out = (gj_slice){ NULL, 0 };
    if (!path.data)
        return GJ_NOMEM;
    if (gj_slice_is(path, "-"))
        return GJ_OK;
    gj_status status = gj_file_read(arena, path.data, GJ_MAX_INPUT, out, &ignored);
    if (status == GJ_OK)
        gj_digest_of(*out, digest);
    if (status != GJ_OK || !gj_slice_is(record->sha256, digest))
        *out = (gj_slice){ NULL, 0 };
    return status == GJ_NOMEM ? status : GJ_OK;
}

/* What became of the findings of the round before; NULL for a first round. */
static gj_status against_last(adding *a, gj_arena *arena, const gj_submission *s, gj_rounds *room,
                              const gj_rounds **out, gj_error *err)
{
    gj_submissions list;
    const gj_ledger_query query = { s->unit, s->year };
    *out = NULL;
    if (s->round == 1)
        return GJ_OK;
    GJ_TRY(gj_ledger_list(a->ledger, arena, &query, &list, err));
    for (size_t i = 0; i < list.count; i++)
        if (gj_slice_equal(list.items[i].unit, s->unit) && list.items[i].round == s->round - 1) {
            GJ_TRY(gj_ledger_compare(a->ledger, a->sources.plan.ruleset->forms, arena, &list.items[i], s, room, err));
            *out = room;
        }
    return GJ_OK;
}

/* JSON is written at the end: what it needs is kept. */
static gj_status keep(adding *a, const gj_shown_filing *filing)
{
    gj_arena *arena = a->command->invocation->arena;
    gj_shown_filing *kept = GJ_PUSH(arena, &a->shown);
    gj_rounds *rounds = filing->rounds ? GJ_NEW(arena, gj_rounds) : NULL;
    gj_error *why = filing->refused ? GJ_NEW(arena, gj_error) : NULL;
    if (!kept || (filing->rounds && !rounds) || (filing->refused && !why))
        return GJ_NOMEM;
    *kept = *filing;
    if (rounds) {
        *rounds = *filing->rounds; /* its counts: the findings go with the working memory */
        rounds->items = NULL;
        rounds->count = 0;
    }
    if (why)
        *why = *filing->why;
    kept->rounds = rounds;
    kept->why = why;
    gj_submission *s = &kept->submission;
    gj_slice *const texts[] = { &s->unit,   &s->name,    &s->added,  &s->path,   &s->sha256,
                                &s->format, &s->ruleset, &s->digest, &s->profile };
    for (size_t i = 0; !filing->refused && i < sizeof texts / sizeof *texts; i++) {
        *texts[i] = gj_arena_copy(arena, *texts[i]);
        if (!texts[i]->data)
            return GJ_NOMEM;
    }
    return GJ_OK;
}

/* Said as soon as it is done: whoever reads the line may rely on it. */
static gj_status tell(adding *a, const gj_shown_filing *filing)
{
    const gj_invocation *invocation = a->command->invocation;
    gj_buffer line;
    if (a->command->json)
        return keep(a, filing);
    gj_buffer_init(&line, 0);
    gj_show_filing_text(filing, invocation->lang, &line);
    int code = gj_flush(invocation, &line);
    a->code = code > a->code ? code : a->code;
    return GJ_OK;
}

static gj_status add_one(adding *a, gj_arena *arena, const gj_record *record, gj_error *err)
{
    gj_shown_filing filing = { .path = record->path };
    gj_rounds rounds;
    gj_slice original;
    const gj_record *rival = rival_of(a, record);
    gj_error why = { 0 };
    GJ_TRY(original_of(arena, record, &original));
    gj_status status =
        rival ? gj_fail(&why, GJ_USAGE, GJ_NOWHERE, "同一机关同一年度还有 %.*s，不知道哪一份在后，请分先后登记",
                        "%.*s is of the same unit and year; which is the later one is not known, file "
                        "them one after the other",
                        GJ_ARG(rival->path))
              : gj_ledger_file(a->ledger, arena, record, original, gj_slice_of(a->sources.plan.today), &filing.how,
                               &filing.submission, &why);
    if (status == GJ_OK && filing.how == GJ_FILED_NEW)
        status = against_last(a, arena, &filing.submission, &rounds, &filing.rounds, &why);
    if (status != GJ_OK && status != GJ_USAGE) {
        *err = why;
        return status;
    }
    filing.refused = status == GJ_USAGE;
    filing.why = &why;
    if (filing.refused && a->code < GJ_EXIT_UNREADABLE)
        a->code = GJ_EXIT_UNREADABLE;
    return tell(a, &filing) == GJ_OK ? GJ_OK : gj_fail_nomem(err);
}

static gj_status add_all(adding *a, gj_error *err)
{
    gj_arena *arena = gj_arena_new(0);
    gj_status status = arena ? GJ_OK : gj_fail_nomem(err);
    if (a->sources.records.count)
        qsort(a->sources.records.items, a->sources.records.count, sizeof *a->sources.records.items, by_path);
    for (size_t i = 0; status == GJ_OK && i < a->sources.records.count && !gj_interrupted(); i++) {
        status = add_one(a, arena, &a->sources.records.items[i], err);
        gj_arena_reset(arena);
    }
    gj_arena_free(arena);
    return status;
}

static int add(adding *a)
{
    gj_invocation *invocation = a->command->invocation;
    gj_error err = { 0 };
    /* The ledger is tried before the work and opened after it: workers are forked in between. */
    gj_status status = gj_ledger_open(a->command->address, false, &a->ledger, &err);
    gj_ledger_close(a->ledger);
    a->ledger = NULL;
    if (status == GJ_OK)
        status = gj_sources_read(&a->sources, &err);
    if (status == GJ_OK)
        status = gj_ledger_open(a->command->address, false, &a->ledger, &err);
    if (status == GJ_OK)
        status = add_all(a, &err);
    int code = status == GJ_OK ? a->sources.code : gj_complain_error(invocation, &err);
    a->code = code > a->code ? code : a->code;
    if (a->command->json) {
        gj_buffer out;
        gj_buffer_init(&out, 0);
        gj_show_filings_json(a->shown.items, a->shown.count, &out);
        code = gj_flush(invocation, &out);
        a->code = code > a->code ? code : a->code;
    }
    return gj_interrupted() ? GJ_EXIT_INTERRUPTED : a->code;
}

int gj_ledger_run_add(const gj_ledger_command *command)
{
    adding a = { .command = command, .own = *command->invocation };
    a.own.paths += 2;
    a.own.path_count -= 2;
    int code = gj_sources_open(&a.sources, &a.own, false);
    a.sources.files.values[GJ_OPT_YEAR] = command->invocation->values[GJ_OPT_YEAR];
    if (code == GJ_EXIT_CLEAN)
        code = add(&a);
    gj_ledger_close(a.ledger);
    gj_sources_close(&a.sources);
    return code;
}
