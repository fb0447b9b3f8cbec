/** collection.h - three reports judged and made a collection, and what can fail of it: what the sweeps of collections and of the ledger share.
 *
 * A failure must be told, or the result be the same bytes. Where libraries allocate thousands of times a sample is tried: the first SURE allocations,
 * then every STEP-th, STEP a prime. Included once a program, as failing.h.
 */
#ifndef GJ_TEST_COLLECTION_H
#define GJ_TEST_COLLECTION_H

#include "failing.h"

#include <stdlib.h>
#include <string.h>

#include "../../core/base/file.h"
#include "../../core/collect/copying_names.h"
#include "../../core/gouji.h"
#include "../../core/show/collection/collection.h"

#define REPORTS 3
#define SURE 40
#define STEP 61

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

static inline bool gives(const subject *s, work run)
{
    gj_buffer out;
    gj_buffer_init(&out, 0);
    gj_status status = run(s->desk, &out);
    bool same = status == GJ_OK && gj_slice_equal(gj_buffer_slice(&out), s->expected);
    gj_buffer_free(&out);
    return same;
}

static inline int attempt(const void *context, size_t n, bool persistent)
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

static inline void sweep(subject *s, gj_arena *arena, size_t *passed, size_t *failed)
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

static inline bool read_report(desk *d, gj_arena *arena, size_t i, const char *path)
{
    gj_error err;
    gj_result *result = NULL;
    gj_check_options options = { .judge.today = GJ_LIT("2025-01-31"), .record = true };
    return gj_file_read(arena, path, GJ_MAX_INPUT, &d->files[i], &err) == GJ_OK &&
           gj_check(arena, d->ruleset, gj_slice_of(path), d->files[i], &options, &result, &err) == GJ_OK &&
           gj_record_read(arena, d->ruleset->forms, gj_slice_trim(result->record), &d->records[i], &err) == GJ_OK;
}

static inline bool prepare(desk *d, gj_arena *arena, char **reports)
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

static inline void path_of(const desk *d, const char *name, char out[96])
{
    (void)snprintf(out, 96, "%s/%s", d->folder, name);
}

/* Sweep all subjects of a prepared desk; the program's exit code. */
static inline int sweep_all(subject *subjects, size_t count, gj_arena *arena)
{
    size_t passed = 0, failed = 0;
    for (size_t i = 0; i < count; i++) {
        size_t before = passed;
        sweep(&subjects[i], arena, &passed, &failed);
        (void)printf("%s: %zu attempts\n", subjects[i].name, passed - before);
    }
    (void)printf("%zu passed, %zu failed\n", passed, failed);
    return failed != 0;
}

#endif
