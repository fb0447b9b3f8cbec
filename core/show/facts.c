/* facts.c - what the two ways to show facts have in common. */
#include "facts.h"

#include "../bind/measure.h"

gj_fact_counts gj_facts_count(const gj_report *report)
{
    gj_fact_counts counts = { .numbers = report->claim_count };
    for (size_t i = 0; i < report->claim_count; i++) {
        const gj_claim *claim = &report->claims[i];
        if (claim->year)
            counts.other_year++;
        else if (!claim->kind && (gj_measure_is_rate(claim->unit) || gj_measure_is_time(claim->unit)))
            counts.rates++;
        else if (!claim->kind)
            counts.untied++;
        else if (claim->tie == GJ_TIES)
            counts.ties++;
        else if (claim->tie == GJ_CONTRADICTS)
            counts.contradicts++;
        else if (claim->tie == GJ_TIE_UNKNOWN)
            counts.unknown++;
        else
            counts.known++;
    }
    return counts;
}

const gj_tie *gj_facts_tie(const gj_report *report, const gj_claim *claim, gj_decimal *sum)
{
    *sum = 0;
    if (!claim->kind || claim->tie == GJ_TIE_NONE)
        return NULL;
    const gj_tie *tie = &claim->kind->ties[claim->tie_index];
    (void)gj_tie_check(report, tie, claim->value, claim->certainty, sum);
    return tie;
}

gj_status gj_show_facts(const gj_report *report, gj_lang lang, bool json, gj_buffer *out)
{
    if (json)
        gj_facts_json(report, lang, out);
    else
        gj_facts_text(report, lang, out);
    return out->failed;
}
