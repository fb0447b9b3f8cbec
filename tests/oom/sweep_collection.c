/* Every allocation failed in turn, once and from there on, over what is made of a collection: text, JSON, the county page, CSV, the workbook, notices in three forms; and over the
 * ledger in SQLite: filed, read, exported, imported.
 *
 * A failure must be told, or the result be the same bytes. After a failed filing or import the ledger must hold whole submissions only, and the same again
 * must complete it. Leaks are looked for where no library keeps something for the next time. Of the ledger and the workbook, whose libraries allocate thousands of
 * times, a sample is tried: the first SURE allocations, then every STEP-th, STEP a prime.
 *
 * libxlsxwriter 1.1.4 does not look at every allocation of its own: some failures it dies of, some it prints a line about and goes on. The process that writes the workbook
 * must turn both into an error. SQLite's and libzip's memory does not count as leaked: it is kept for the next time.
 */
#include "failing.h"

#include <stdlib.h>
#include <string.h>

#include "../../core/base/file.h"
#include "../../core/collect/copying_names.h"
#include "../../core/gouji.h"
#include "../../core/show/collection/collection_tables.h"
#include "../../core/show/notice/notice.h"
#include "../../core/store/rounds.h"
#include "../../core/store/transfer.h"

#define REPORTS 3
#define SURE 40
#define STEP 61

static const char template[] =
    "# {{unit}} {{year}} {{today}} {{count}}\n\n{{#due}}{{due}}\n\n{{/due}}{{#missing}}-\n\n{{/missing}}"
    "{{#findings}}{{number}}. {{rule}} {{severity}} {{message}} {{place}} {{remedy}} {{path}}\n{{#bases}}  "
    "{{basis}}\n{{/bases}}"
    "{{/findings}}\n{{#suggestions}}{{number}}. {{message}}\n{{/suggestions}}\n";

typedef struct desk {
    gj_ruleset *ruleset;
    gj_record
        records[REPORTS]; /* last year's of a town, this year's of it, this year's of another with the same text */
    gj_slice files[REPORTS];
    gj_collected *collected;
    gj_show_options options;
    char folder[64];
} desk;

/* Something that can fail; what it makes goes into `out`, to be compared. */
typedef gj_status (*work)(const desk *d, gj_buffer *out);

typedef struct subject {
    const desk *desk;
    const char *name;
    work run;
    work
        again; /* after a failure: the same without faults; must give what the first run gave. NULL: nothing stays behind */
    bool kept; /* a library keeps memory for the next time */
    bool
        closes; /* it runs the ruleset's Lua, which keeps memory: the ruleset is closed after it, which must free more than it took */
    bool sample; /* SURE, STEP */
    gj_slice expected;
} subject;

/* Outputs */

static gj_status write_text(const desk *d, gj_buffer *out)
{
    return gj_show_collection_text(d->collected, &d->options, out);
}

static gj_status write_json(const desk *d, gj_buffer *out)
{
    return gj_show_collection_json(d->collected, &d->options, out);
}

static gj_status write_page(const desk *d, gj_buffer *out)
{
    gj_error err;
    return gj_show_collection_html(d->collected, &d->options, out, &err);
}

static gj_status write_csv(const desk *d, gj_buffer *out)
{
    for (size_t i = 0; i < GJ_COLLECTION_TABLES; i++)
        GJ_TRY(gj_show_table_csv(gj_collection_tables[i], d->collected, &d->options, out));
    return GJ_OK;
}

static gj_status write_notices(const desk *d, gj_buffer *out)
{
    gj_notice_options notice = { .text = gj_slice_of(template), .due = GJ_LIT("2025-03-31") };
    gj_status status = GJ_OK;
    for (size_t i = 0; status == GJ_OK && i < d->collected->collection->unit_count; i++) {
        gj_error err;
        gj_buffer text;
        gj_arena *arena = gj_arena_new(0);
        gj_buffer_init(&text, 0);
        if (gj_notice_needed(d->collected, i))
            status = arena ? gj_show_notice(arena, d->collected, i, &d->options, &notice, &text, &err) : GJ_NOMEM;
        if (status == GJ_OK && text.len) {
            gj_buffer_add(out, gj_buffer_slice(&text));
            status = gj_show_notice_html(arena, gj_buffer_slice(&text), GJ_LIT("N"), GJ_ZH, out);
        }
        if (status == GJ_OK && text.len)
            status = gj_show_notice_docx(arena, gj_buffer_slice(&text), out, &err);
        gj_buffer_free(&text);
        gj_arena_free(arena);
    }
    return status != GJ_OK ? status : out->failed;
}

/* The file as bytes, read without faults. */
static gj_status take_file(const char *path, gj_buffer *out)
{
    bool armed = shim.armed;
    shim.armed = false;
    gj_slice bytes;
    gj_arena *arena = gj_arena_new(0);
    gj_status status = arena ? gj_file_read(arena, path, GJ_MAX_INPUT, &bytes, NULL) : GJ_NOMEM;
    if (status == GJ_OK)
        gj_buffer_add(out, bytes);
    gj_arena_free(arena);
    shim.armed = armed;
    return status;
}

static gj_status write_workbook(const desk *d, gj_buffer *out)
{
    char path[96];
    (void)snprintf(path, sizeof path, "%s/book.xlsx", d->folder);
    (void)unlink(path);
    gj_status status = gj_write_workbook(d->collected, &d->options, path, NULL);
    if (status == GJ_OK)
        return take_file(path, out);
    if (access(path, F_OK) == 0)
        _exit(DIFFERENT); /* half a workbook */
    return status;
}

/* The ledger */

static void path_of(const desk *d, const char *name, char out[96])
{
    (void)snprintf(out, 96, "%s/%s", d->folder, name);
}

static gj_status take_line(void *context, gj_slice line, gj_error *err)
{
    (void)err;
    gj_buffer_add(context, line);
    return ((gj_buffer *)context)->failed;
}

static gj_status file_all(const desk *d, gj_ledger *ledger, gj_arena *arena, gj_error *err)
{
    for (size_t i = 0; i < REPORTS; i++) {
        gj_filed how;
        gj_submission filed;
        gj_slice original = i ? (gj_slice){ NULL, 0 } : d->files[i];
        GJ_TRY(gj_ledger_file(ledger, arena, &d->records[i], original, GJ_LIT("2025-01-10"), &how, &filed, err));
    }
    return GJ_OK;
}

static gj_status fill_ledger(const desk *d, const char *name, gj_buffer *out)
{
    char path[96];
    int before, after;
    gj_error err;
    gj_ledger *ledger = NULL;
    gj_arena *arena = gj_arena_new(0);
    path_of(d, name, path);
    gj_status status = arena ? gj_ledger_init(gj_slice_of(path), &before, &after, &err) : GJ_NOMEM;
    if (status == GJ_OK)
        status = gj_ledger_open(gj_slice_of(path), false, &ledger, &err);
    if (status == GJ_OK)
        status = file_all(d, ledger, arena, &err);
    if (status == GJ_OK)
        status = gj_ledger_export(ledger, take_line, out, &err);
    gj_ledger_close(ledger);
    gj_arena_free(arena);
    return status;
}

static void forget(const desk *d, const char *name)
{
    static const char *const files[] = { "", "-wal", "-shm", "-journal" };
    for (size_t i = 0; i < 4; i++) {
        char path[96];
        (void)snprintf(path, sizeof path, "%s/%s%s", d->folder, name, files[i]);
        (void)unlink(path);
    }
}

static gj_status file_again(const desk *d, gj_buffer *out)
{
    return fill_ledger(d, "filed.db", out);
}

static gj_status file_reports(const desk *d, gj_buffer *out)
{
    forget(d, "filed.db");
    return file_again(d, out);
}

/* What list, show and rounds ask; of a ledger that prepare() filled. */
static gj_status read_all(gj_ledger *ledger, const desk *d, gj_arena *arena, gj_buffer *out, gj_error *err)
{
    const gj_ledger_query all = { .year = 0 };
    gj_submissions list;
    gj_submission latest;
    gj_rounds rounds;
    gj_slice bytes;
    bool found;
    GJ_TRY(gj_ledger_list(ledger, arena, &all, &list, err));
    for (size_t i = 0; i < list.count; i++)
        gj_buffer_format(out, "%.*s %d\n", GJ_ARG(list.items[i].unit), list.items[i].round);
    GJ_TRY(gj_ledger_latest(ledger, arena, d->records[0].normal, 2023, &found, &latest, err));
    GJ_TRY(gj_ledger_record(ledger, arena, latest.id, &bytes, err));
    gj_buffer_add(out, bytes);
    GJ_TRY(gj_ledger_original(ledger, arena, latest.sha256, &bytes, err));
    gj_buffer_add(out, bytes);
    GJ_TRY(gj_rounds_compare(arena, &d->records[0], &d->records[1], &rounds, err));
    gj_buffer_format(out, "%zu %zu\n", rounds.count, rounds.counts[GJ_REMAINING]);
    const gj_ledger_query year = { .year = 2024 };
    GJ_TRY(gj_ledger_facts(ledger, &year, take_line, out, err));
    return out->failed;
}

static gj_status read_ledger(const desk *d, gj_buffer *out)
{
    char path[96];
    gj_error err;
    gj_ledger *ledger = NULL;
    gj_arena *arena = gj_arena_new(0);
    path_of(d, "whole.db", path);
    gj_status status = arena ? gj_ledger_open(gj_slice_of(path), true, &ledger, &err) : GJ_NOMEM;
    if (status == GJ_OK)
        status = read_all(ledger, d, arena, out, &err);
    gj_ledger_close(ledger);
    gj_arena_free(arena);
    return status;
}

static gj_status import_again(const desk *d, gj_buffer *out)
{
    char path[96], from[96];
    int before, after;
    gj_error err;
    gj_imported imported;
    gj_ledger *ledger = NULL;
    path_of(d, "imported.db", path);
    path_of(d, "whole.jsonl", from);
    GJ_TRY(gj_ledger_init(gj_slice_of(path), &before, &after, &err));
    GJ_TRY(gj_ledger_open(gj_slice_of(path), false, &ledger, &err));
    gj_status status = gj_ledger_import(ledger, d->ruleset->forms, from, &imported, &err);
    if (status == GJ_OK)
        status = gj_ledger_export(ledger, take_line, out, &err);
    gj_ledger_close(ledger);
    return status;
}

static gj_status import_export(const desk *d, gj_buffer *out)
{
    forget(d, "imported.db");
    return import_again(d, out);
}

/* Attempts */

static bool gives(const subject *s, work run)
{
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_status status = run(s->desk, &out);
    bool same = status == GJ_OK && gj_slice_equal(gj_buffer_slice(&out), s->expected);
    gj_buffer_free(&out);
    return same;
}

static int attempt(const void *context, size_t n, bool persistent)
{
    const subject *s = context;
    gj_buffer out;
    size_t before = shim.live;
    failing_arm(n, persistent);
    gj_buffer_init(&out, 0);
    gj_status status = s->run(s->desk, &out);
    shim.armed = false;
    bool same = status == GJ_OK && gj_slice_equal(gj_buffer_slice(&out), s->expected);
    gj_buffer_free(&out);
    if (status == GJ_OK && !same)
        return DIFFERENT;
    if (s->closes)
        gj_ruleset_close(s->desk->ruleset);
    if (!s->kept && shim.live >= before + !s->closes)
        return LEAK;
    if (status != GJ_OK && s->again && !gives(s, s->again))
        return DIFFERENT;
    return *shim.fired ? FINE : NO_FAULT;
}

static void sweep(subject *s, gj_arena *arena, size_t *passed, size_t *failed)
{
    gj_buffer out;
    gj_buffer_init(&out, 0);
    bool made = s->run(s->desk, &out) == GJ_OK &&
                out.len; /* also loads the library, so that each attempt finds it as it is kept */
    s->expected = gj_arena_copy(arena, gj_buffer_slice(&out));
    gj_buffer_free(&out);
    if (!made) {
        (void)printf("%s: cannot be made\n", s->name);
        (*failed)++;
        return;
    }
    const failing_plan plan = { 0, s->sample ? SURE : 0, s->sample ? STEP : 1 };
    failing_sweep(s, attempt, s->name, plan, false, passed, failed);
    failing_sweep(s, attempt, s->name, plan, true, passed, failed);
}

/* The collection */

static bool read_report(desk *d, gj_arena *arena, size_t i, const char *path)
{
    gj_error err;
    gj_result *result = NULL;
    gj_check_options options = { .judge.today = GJ_LIT("2025-01-31"), .record = true };
    return gj_file_read(arena, path, GJ_MAX_INPUT, &d->files[i], &err) == GJ_OK &&
           gj_check(arena, d->ruleset, gj_slice_of(path), d->files[i], &options, &result, &err) == GJ_OK &&
           gj_record_read(arena, d->ruleset->forms, gj_slice_trim(result->record), &d->records[i], &err) == GJ_OK;
}

static bool prepare(desk *d, gj_arena *arena, char **reports)
{
    gj_error err;
    static gj_roster roster;
    gj_collection *collection;
    gj_collection_options options = { .today = GJ_LIT("2025-04-30"), .roster = &roster };
    bool fine = mkdtemp(d->folder) && gj_ruleset_open(GJ_LIT(""), NULL, 0, &d->ruleset, &err) == GJ_OK;
    for (size_t i = 0; i < REPORTS && fine; i++)
        fine = read_report(d, arena, i, reports[i]);
    gj_record *copies = GJ_ARRAY(arena, REPORTS, gj_record); /* are sorted */
    fine = fine && copies &&
           gj_roster_read(arena, GJ_LIT("name,deadline\n白溪镇人民政府,2025-01-10\n柳河镇人民政府,\n石桥镇人民政府,\n"),
                          &roster, &err) == GJ_OK;
    for (size_t i = 0; i < REPORTS && fine; i++)
        copies[i] = d->records[i];
    fine = fine &&
           gj_collection_make(arena, d->ruleset->forms, copies, REPORTS, &options, &collection, &err) == GJ_OK &&
           gj_collect_judge(d->ruleset, collection, NULL, &d->collected, &err) == GJ_OK;
    d->options = (gj_show_options){ .ambiguous = 1, .today = GJ_LIT("2025-04-30"), .ruleset = d->ruleset };
    return fine && collection->copying && collection->copying->pair_count && collection->copying->year_count;
}

/* whole.db and whole.jsonl, for those who read and import. */
static bool prepare_ledger(const desk *d)
{
    char path[96];
    gj_buffer out;
    gj_error err;
    gj_buffer_init(&out, 0);
    path_of(d, "whole.jsonl", path);
    bool fine = fill_ledger(d, "whole.db", &out) == GJ_OK && gj_file_write(path, gj_buffer_slice(&out), &err) == GJ_OK;
    gj_buffer_free(&out);
    return fine;
}

int main(int argc, char **argv)
{
    size_t passed = 0, failed = 0;
    static desk d = { .folder = "/tmp/gouji-oom-XXXXXX" };
    gj_arena *arena = gj_arena_new(0);
    subject subjects[] = {
        { .desk = &d, .name = "text", .run = write_text },
        { .desk = &d, .name = "json", .run = write_json },
        { .desk = &d, .name = "page", .run = write_page, .closes = true },
        { .desk = &d, .name = "csv", .run = write_csv },
        { .desk = &d, .name = "notices", .run = write_notices, .kept = true },
        { .desk = &d, .name = "workbook", .run = write_workbook, .kept = true, .sample = true },
        { .desk = &d, .name = "ledger read", .run = read_ledger, .kept = true, .sample = true },
        { .desk = &d, .name = "ledger filed", .run = file_reports, .again = file_again, .kept = true, .sample = true },
        { .desk = &d,
          .name = "ledger imported",
          .run = import_export,
          .again = import_again,
          .kept = true,
          .sample = true },
    };
    if (!arena || argc != REPORTS + 1 || !prepare(&d, arena, argv + 1) || !prepare_ledger(&d)) {
        (void)printf("cannot be prepared\n0 passed, 1 failed\n");
        return 1;
    }
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++) {
        size_t before = passed;
        sweep(&subjects[i], arena, &passed, &failed);
        (void)printf("%s: %zu attempts\n", subjects[i].name, passed - before);
    }
    (void)printf("%zu passed, %zu failed\n", passed, failed);
    return failed != 0;
}
