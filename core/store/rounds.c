#include "rounds.h"

#include <stdlib.h>

const char *gj_progress_name(gj_progress progress)
{
    static const char *const names[] = { "mended", "remaining", "new", "accepted", "unchecked", "first_checked" };
    return names[progress];
}

/* A finding and the one it was matched with. */
typedef struct entry {
    const gj_record_finding *finding;
    size_t at;    /* in its record */
    int progress; /* -1: of no interest, or said by its match */
    bool matched;
} entry;

static int by_fingerprint(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = gj_slice_compare(x->finding->fingerprint, y->finding->fingerprint);
    if (order == 0) /* open ones are matched with open ones first */
        order = (int)x->finding->excepted - (int)y->finding->excepted;
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static int by_place(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

static entry *entries_of(gj_arena *arena, const gj_record *record)
{
    entry *list = GJ_ARRAY(arena, record->finding_count, entry);
    for (size_t i = 0; list && i < record->finding_count; i++)
        list[i] = (entry){ &record->findings[i], i, -1, false };
    if (list && record->finding_count)
        qsort(list, record->finding_count, sizeof *list, by_fingerprint);
    return list;
}

/* Whether the rule came to a judgement on the report. */
static bool looked(const gj_record *record, gj_slice rule)
{
    for (size_t i = 0; i < record->outcome_count; i++)
        if (gj_slice_equal(record->outcomes[i].rule, rule))
            return record->outcomes[i].outcome == GJ_PASS || record->outcomes[i].outcome == GJ_FAIL ||
                   record->outcomes[i].outcome == GJ_REVIEW;
    return false;
}

/* Both lists are sorted: walk them together and match each with one of its like. */
static void match(entry *old, size_t old_count, entry *new, size_t new_count)
{
    size_t i = 0, k = 0;
    while (i < old_count && k < new_count) {
        int order = gj_slice_compare(old[i].finding->fingerprint, new[k].finding->fingerprint);
        if (order < 0) {
            i++;
        } else if (order > 0) {
            k++;
        } else {
            old[i].matched = new[k].matched = true;
            if (!new[k].finding->excepted)
                new[k].progress = old[i].finding->excepted ? GJ_ADDED : GJ_REMAINING;
            else if (!old[i].finding->excepted)
                new[k].progress = GJ_ACCEPTED;
            i++;
            k++;
        }
    }
}

static void settle(entry *list, size_t count, const gj_record *other, gj_progress seen, gj_progress unseen)
{
    for (size_t i = 0; i < count; i++)
        if (!list[i].matched && !list[i].finding->excepted)
            list[i].progress = (int)(looked(other, list[i].finding->rule) ? seen : unseen);
    if (count)
        qsort(list, count, sizeof *list, by_place);
}

static void collect(gj_rounds *out, gj_progress progress, const entry *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i].progress == (int)progress) {
            out->items[out->count++] = (gj_round_finding){ progress, list[i].finding };
            out->counts[progress]++;
        }
}

gj_status gj_rounds_compare(gj_arena *arena, const gj_record *before, const gj_record *after, gj_rounds *out,
                            gj_error *err)
{
    entry *old = entries_of(arena, before), *new = entries_of(arena, after);
    *out = (gj_rounds){ .items = GJ_ARRAY(arena, before->finding_count + after->finding_count, gj_round_finding) };
    if (!old || !new || !out->items)
        return gj_fail_nomem(err);
    match(old, before->finding_count, new, after->finding_count);
    settle(old, before->finding_count, after, GJ_MENDED, GJ_UNCHECKED);
    settle(new, after->finding_count, before, GJ_ADDED, GJ_FIRST_CHECKED);
    for (int progress = 0; progress < GJ_PROGRESSES; progress++) {
        collect(out, (gj_progress)progress, old, before->finding_count);
        collect(out, (gj_progress)progress, new, after->finding_count);
    }
    out->same_rules = gj_slice_equal(before->digest, after->digest) && gj_slice_equal(before->profile, after->profile);
    return GJ_OK;
}
