/* Every allocation failed in turn, once and from there on, over loading the ruleset, checking one fixture a format, and writing it as JSON, Markdown and
 * Word.
 *
 * Each attempt (failing.h) must end with an error, or with the same result as without the fault, or with a rule that says it did not run: never with a
 * crash, a leak or a result that silently differs. Usage: sweep FIXTURE[:LAST-YEAR'S]…; prints N passed, N failed.
 */
#include "failing.h"

#include "../../core/base/file.h"
#include "../../core/collect/collected.h"
#include "../../core/gouji.h"
#include "../../core/judge/result_wire.h"
#include "../../core/show/collection/collection.h"
#include "../../core/show/report/docx.h"
#include "../../core/show/report/report_json.h"
#include "../../core/show/report/report_markdown.h"

typedef struct subject {
    gj_ruleset *ruleset; /* NULL: loading is what is tried */
    gj_slice name, bytes, expected, page;
    gj_prior_input prior; /* chosen NONE: none */
    bool writes; /* what is tried is opening the report and writing it in three ways; `written` are the bytes */
    gj_slice written;
} subject;

/* Whether a rule says it did not run: memory ran out in it, and the report says so. */
static bool says_so(const gj_result *result)
{
    for (size_t i = 0; i < result->outcome_count; i++)
        if (result->outcomes[i].outcome == GJ_BROKEN ||
            (result->outcomes[i].outcome == GJ_NOT_RUN && result->outcomes[i].because.len &&
             !gj_slice_is(result->outcomes[i].because, "prior"))) /* that one is not run without a fault either */
            return true;
    /* the record is judged by itself where there is a report of last year */
    if (gj_slice_find(result->record, GJ_LIT("\"error\": []"), 0) == GJ_NOT_FOUND ||
        gj_slice_find(result->record, GJ_LIT("\"budget\""), 0) != GJ_NOT_FOUND)
        return true;
    return result->status != GJ_CHECKED;
}

/* The record read back, a collection of it and a roster, judged and written as JSON. */
static gj_status write_collection(const subject *s, const gj_result *result, gj_arena *arena, gj_buffer *out)
{
    gj_error err;
    gj_record *record = GJ_NEW(arena, gj_record);
    gj_roster roster;
    gj_collection *collection;
    gj_collected *collected;
    gj_collection_options options = { .today = GJ_LIT("2025-04-30"), .roster = &roster };
    gj_show_options show = { .ambiguous = 1, .today = GJ_LIT("2025-04-30"), .ruleset = s->ruleset };
    if (!record)
        return GJ_NOMEM;
    GJ_TRY(gj_record_read(arena, s->ruleset->forms, gj_slice_trim(result->record), record, &err));
    GJ_TRY(gj_roster_read(arena, GJ_LIT("name,aliases\n\"A \"\"b\"\"\",c;d\n"), &roster, &err));
    record->as_aggregate = true;
    GJ_TRY(gj_collection_make(arena, s->ruleset->forms, record, 1, &options, &collection, &err));
    GJ_TRY(gj_collect_judge(s->ruleset, collection, NULL, &collected, &err));
    if (collected->counts[GJ_BROKEN])
        return GJ_NOMEM; /* it is said */
    for (size_t i = 0; i < collected->outcome_count; i++)
        if (gj_slice_is(collected->outcomes[i].because, "budget"))
            return GJ_NOMEM;
    return gj_show_collection_json(collected, &show, out);
}

/* The page, which takes most memory of all formats. */
static gj_status write_page(const subject *s, const gj_result *result, gj_buffer *out)
{
    const gj_show_format *html = gj_show_format_by_name(GJ_LIT("html"));
    gj_show_options options = { .ambiguous = 1, .today = GJ_LIT("2025-01-31"), .ruleset = s->ruleset };
    gj_totals totals = { .complete = true };
    gj_shower shower;
    gj_totals_add(&totals, result);
    gj_status status = gj_shower_open(html, &options, &shower);
    if (status == GJ_OK)
        status = html->begin(&shower, out);
    if (status == GJ_OK)
        status = html->report(&shower, result, out);
    if (status == GJ_OK)
        status = html->end(&shower, &totals, out);
    gj_shower_close(&shower);
    return status;
}

static enum verdict try_check(const subject *s)
{
    gj_arena *arena = gj_arena_new(0);
    gj_result *result = NULL;
    gj_error err;
    gj_check_options options = {
        .judge.today = GJ_LIT("2025-01-31"), .facsimile = true, .record = true, .prior = &s->prior
    };
    gj_status status = arena ? gj_check(arena, s->ruleset, s->name, s->bytes, &options, &result, &err) : GJ_NOMEM;
    gj_buffer page;
    gj_buffer_init(&page, 0);
    gj_status shown = status == GJ_OK ? write_page(s, result, &page) : GJ_NOMEM;
    if (shown == GJ_OK)
        shown = write_collection(s, result, arena, &page);
    shim.armed = false;
    enum verdict verdict = FINE;
    if (shown == GJ_OK && !gj_slice_equal(gj_buffer_slice(&page), s->page) && !says_so(result))
        verdict = DIFFERENT;
    gj_buffer_free(&page);
    if (status == GJ_OK) {
        gj_buffer encoded;
        gj_buffer_init(&encoded, 0);
        if (gj_result_encode(result, &encoded) != GJ_OK ||
            (!gj_slice_equal(gj_buffer_slice(&encoded), s->expected) && !says_so(result)))
            verdict = DIFFERENT;
        gj_buffer_free(&encoded);
    }
    gj_arena_free(arena);
    return verdict;
}

static gj_status write_all(const subject *s, gj_arena *arena, gj_buffer *out)
{
    gj_check_options options = { .prior = &s->prior };
    gj_report *report = NULL;
    gj_error err;
    GJ_TRY(gj_open_report(arena, s->ruleset, s->name, s->bytes, &options, &report, &err));
    GJ_TRY(gj_show_report_json(report, out));
    GJ_TRY(gj_show_report_markdown(report, out));
    return gj_show_report_docx(arena, report, out, &err);
}

static enum verdict try_write(const subject *s)
{
    gj_arena *arena = gj_arena_new(0);
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_status status = arena ? write_all(s, arena, &out) : GJ_NOMEM;
    shim.armed = false;
    enum verdict verdict = status == GJ_OK && !gj_slice_equal(gj_buffer_slice(&out), s->written) ? DIFFERENT : FINE;
    gj_buffer_free(&out);
    gj_arena_free(arena);
    return verdict;
}

static enum verdict try_load(void)
{
    gj_ruleset *ruleset = NULL;
    gj_error err;
    gj_status status = gj_ruleset_open(GJ_LIT(""), NULL, 0, &ruleset, &err);
    shim.armed = false;
    if (status == GJ_OK)
        gj_ruleset_close(ruleset);
    return FINE;
}

static int attempt(const subject *s, size_t n, bool persistent)
{
    size_t before = shim.live;
    failing_arm(n, persistent);
    enum verdict verdict = !s->ruleset ? try_load() : s->writes ? try_write(s) : try_check(s);
    if (s->ruleset) /* what the ruleset cached must go with it */
        gj_ruleset_close(s->ruleset);
    size_t after = shim.live;
    if (verdict == FINE && !s->ruleset && after > before)
        verdict = LEAK;
    if (verdict == FINE && s->ruleset && after >= before) /* closing must free more than this run took */
        verdict = LEAK;
    if (verdict != FINE)
        return verdict;
    return *shim.fired ? FINE : NO_FAULT;
}

static int attempt_any(const void *context, size_t n, bool persistent)
{
    return attempt(context, n, persistent);
}

static void sweep(const subject *s, const char *what, bool persistent, size_t *passed, size_t *failed)
{
    failing_sweep(s, attempt_any, what, (failing_plan){ 0, 0, 1 }, persistent, passed, failed);
}

/* `path` is a report, or REPORT:LAST-YEAR'S. */
static bool prepare(subject *s, gj_arena *arena, const char *path)
{
    gj_error err;
    gj_result *result = NULL;
    gj_check_options options = {
        .judge.today = GJ_LIT("2025-01-31"), .facsimile = true, .record = true, .prior = &s->prior
    };
    gj_buffer encoded, page;
    const char *colon = strchr(path, ':');
    gj_arena *own = gj_arena_new(0);
    gj_buffer_init(&encoded, 0);
    gj_buffer_init(&page, 0);
    s->name = gj_arena_copy(arena, (gj_slice){ path, colon ? (size_t)(colon - path) : strlen(path) });
    if (colon)
        s->prior = (gj_prior_input){ .chosen = GJ_PRIOR_GIVEN, .path = gj_slice_of(colon + 1) };
    bool fine = own && s->name.data && gj_file_read(arena, s->name.data, GJ_MAX_INPUT, &s->bytes, &err) == GJ_OK &&
                (!colon || gj_file_read(arena, colon + 1, GJ_MAX_INPUT, &s->prior.bytes, &err) == GJ_OK) &&
                gj_ruleset_open(GJ_LIT(""), NULL, 0, &s->ruleset, &err) == GJ_OK &&
                gj_check(own, s->ruleset, s->name, s->bytes, &options, &result, &err) == GJ_OK &&
                gj_result_encode(result, &encoded) == GJ_OK && write_page(s, result, &page) == GJ_OK &&
                write_collection(s, result, own, &page) == GJ_OK;
    s->expected = gj_arena_copy(arena, gj_buffer_slice(&encoded));
    s->page = gj_arena_copy(arena, gj_buffer_slice(&page));
    gj_buffer_clear(&page);
    fine = fine && write_all(s, own, &page) == GJ_OK;
    s->written = gj_arena_copy(arena, gj_buffer_slice(&page));
    gj_buffer_free(&page);
    gj_buffer_free(&encoded);
    gj_arena_free(own);
    /* patterns are compiled lazily: a fresh ruleset makes the sweep meet those allocations too */
    gj_ruleset_close(s->ruleset);
    s->ruleset = NULL;
    return fine && gj_ruleset_open(GJ_LIT(""), NULL, 0, &s->ruleset, &err) == GJ_OK;
}

int main(int argc, char **argv)
{
    size_t passed = 0, failed = 0;
    gj_arena *arena = gj_arena_new(0);
    if (!arena)
        return 1;
    subject load = { 0 };
    sweep(&load, "load", false, &passed, &failed);
    sweep(&load, "load", true, &passed, &failed);
    for (int i = 1; i < argc; i++) {
        subject s = { 0 };
        if (!prepare(&s, arena, argv[i])) {
            (void)printf("%s: cannot be checked\n", argv[i]);
            failed++;
            continue;
        }
        sweep(&s, argv[i], false, &passed, &failed);
        sweep(&s, argv[i], true, &passed, &failed);
        s.writes = true;
        sweep(&s, argv[i], false, &passed, &failed);
        sweep(&s, argv[i], true, &passed, &failed);
        gj_ruleset_close(s.ruleset);
    }
    gj_arena_free(arena);
    (void)printf("%zu passed, %zu failed\n", passed, failed);
    return failed != 0;
}
