#include "finding.h"

#include <stdlib.h>

#include "fingerprint.h"

/* What a finding is sorted by; sorting the keys spares moving the findings about. */
typedef struct sort_key {
    size_t begin, index;
    gj_slice rule;
} sort_key;

static int compare_keys(const void *a, const void *b)
{
    const sort_key *x = a, *y = b;
    if (x->begin != y->begin)
        return x->begin < y->begin ? -1 : 1;
    int order = gj_slice_compare(x->rule, y->rule);
    if (order != 0)
        return order;
    return x->index < y->index ? -1 : x->index > y->index;
}

/* By place, then by rule, then as the rules said them. NULL when memory ran out. */
static gj_finding *sorted(gj_arena *arena, const gj_finding *findings, size_t count)
{
    sort_key *keys = GJ_ARRAY(arena, count, sort_key);
    gj_finding *out = GJ_ARRAY(arena, count, gj_finding);
    if (!keys || !out)
        return NULL;
    for (size_t i = 0; i < count; i++)
        keys[i] = (sort_key){ findings[i].mark_count ? findings[i].marks[0].byte_begin : 0, i, findings[i].rule };
    if (count)
        qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 0; i < count; i++)
        out[i] = findings[keys[i].index];
    return out;
}

/* Of too many findings the least severe go, the last ones first. Returns how many stay. */
static size_t drop_surplus(gj_finding *findings, size_t count)
{
    size_t surplus = count > GJ_MAX_FINDINGS ? count - GJ_MAX_FINDINGS : 0;
    for (int severity = GJ_INFO; surplus > 0 && severity <= GJ_ERROR; severity++)
        for (size_t i = count; surplus > 0 && i-- > 0;)
            if (findings[i].severity == (gj_severity)severity) {
                memmove(&findings[i], &findings[i + 1], (count - i - 1) * sizeof *findings);
                count--;
                surplus--;
            }
    return count;
}

/* Findings of the same identity are told apart by which of them they are. */
static bool number_repeats(gj_arena *arena, gj_finding *findings, size_t count)
{
    char(*first)[GJ_DIGEST_HEX + 1] = gj_arena_array(arena, count, sizeof *first);
    if (!first)
        return false;
    for (size_t i = 0; i < count; i++) {
        memcpy(first[i], findings[i].fingerprint, sizeof first[i]);
        size_t nth = 0;
        for (size_t k = 0; k < i; k++)
            nth += memcmp(first[k], first[i], GJ_DIGEST_HEX) == 0;
        gj_fingerprint_repeat(findings[i].fingerprint, nth);
    }
    return true;
}

static void count_findings(gj_result *result)
{
    for (size_t i = 0; i < result->finding_count; i++) {
        const gj_finding *f = &result->findings[i];
        if (f->exception)
            result->excepted++;
        else if (f->outcome == GJ_FAIL)
            result->severities[f->severity]++;
        else
            result->reviews++;
    }
}

static gj_status dress_all(gj_judging *judging, const gj_diagnosis *diagnosis, gj_finding *all, size_t *count,
                           gj_error *err)
{
    for (size_t i = 0; i < judging->drafts.count; i++)
        GJ_TRY(gj_finding_dress(judging, judging->drafts.items[i], &all[(*count)++], err));
    for (size_t i = 0; i < diagnosis->count; i++)
        GJ_TRY(gj_finding_group(judging, &diagnosis->groups[i], &all[(*count)++], err));
    return GJ_OK;
}

gj_status gj_findings_make(gj_judging *judging, gj_result *result, gj_error *err)
{
    gj_diagnosis diagnosis;
    GJ_TRY(gj_diagnose(judging->arena, judging->report, judging->equations.items, judging->equations.count, &diagnosis,
                       err));
    gj_finding *all = GJ_ARRAY(judging->arena, judging->drafts.count + diagnosis.count, gj_finding);
    if (!all)
        return gj_fail_nomem(err);
    size_t count = 0;
    GJ_TRY(dress_all(judging, &diagnosis, all, &count, err));
    result->findings = sorted(judging->arena, all, count);
    if (!result->findings)
        return gj_fail_nomem(err);
    result->finding_count = drop_surplus(result->findings, count);
    result->findings_cut = judging->cut + count - result->finding_count;
    if (!number_repeats(judging->arena, result->findings, result->finding_count) ||
        !gj_exceptions_apply(judging, result->findings, result->finding_count))
        return gj_fail_nomem(err);
    count_findings(result);
    return GJ_OK;
}
