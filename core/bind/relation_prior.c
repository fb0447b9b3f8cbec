/* relation_prior.c - what last year's report says of a quantity of this one. */
#include "report.h"

/* What the prior's text states of the kind, exactly and once. False where it states nothing, or several things. */
static bool stated(const gj_report *prior, const gj_claim_kind *kind, size_t *count, gj_decimal *value)
{
    *count = 0;
    for (size_t i = 0; i < prior->claim_count; i++) {
        const gj_claim *claim = &prior->claims[i];
        if (claim->kind != kind || claim->year || claim->zero_words)
            continue;
        if (claim->certainty != GJ_EXACT || (*count && *value != claim->value))
            return false;
        *value = claim->value;
        ++*count;
    }
    return *count > 0;
}

size_t gj_prior_values(const gj_report *report, const gj_claim *claim, gj_decimal values[GJ_PRIOR_VALUES])
{
    const gj_report *prior = report->prior;
    size_t count = 0;
    if (!prior || !claim->kind)
        return 0;
    if (stated(prior, claim->kind, &count, &values[0]))
        return 1;
    if (count)
        return 0; /* several figures: which is meant nobody knows */
    for (size_t i = 0; i < claim->kind->tie_count && count < GJ_PRIOR_VALUES; i++)
        if (gj_tie_check(prior, &claim->kind->ties[i], 0, GJ_EXACT, &values[count]) != GJ_TIE_UNKNOWN)
            count++;
    return count;
}

bool gj_change_judge(const gj_report *report, gj_relation *change, gj_decimal *before)
{
    const gj_claim *now = &report->claims[change->whole];
    gj_decimal values[GJ_PRIOR_VALUES];
    if (change->before != GJ_NOT_FOUND) {
        *before = report->claims[change->before].value;
        return true; /* judged when it was read */
    }
    size_t count = now->certainty == GJ_EXACT ? gj_prior_values(report, now, values) : 0;
    gj_relation first = *change;
    for (size_t i = 0; i < count; i++) {
        gj_relation judged = *change;
        gj_change_check(report, &judged, values[i]);
        if (i == 0) {
            first = judged;
            *before = values[0];
        }
        if (!judged.wrong_way && judged.state == GJ_HOLDS) {
            *before = values[i];
            first = judged;
            break;
        }
    }
    *change = first;
    return count > 0;
}
