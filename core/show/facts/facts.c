/* facts.c - what the two ways to show facts have in common: how each number stands. */
#include "facts.h"

#include "../../bind/measure.h"

static bool has_part(const gj_relation *relation, size_t claim)
{
    for (size_t i = 0; i < relation->part_count; i++)
        if (relation->parts[i].claim == claim)
            return true;
    return false;
}

bool gj_fact_concerns(const gj_relation *relation, size_t claim)
{
    return relation->whole == claim || relation->second == claim || relation->before == claim ||
           relation->figure == claim || has_part(relation, claim);
}

/* What a relation says of one of its numbers. The base of a share and the number after a change are as good as before. */
static gj_fact_status status_in(const gj_report *report, const gj_relation *relation, size_t claim)
{
    gj_relation checked = *relation;
    gj_decimal before;
    if (relation->kind == GJ_BREAKDOWN) {
        if (relation->state == GJ_OPEN || (relation->state == GJ_TOO_LITTLE && !relation->closed))
            return GJ_FACT_UNTIED;
        if (relation->state == GJ_HOLDS)
            return GJ_FACT_SUMS;
        return relation->whole == claim ? GJ_FACT_CONTRADICTS : GJ_FACT_UNTIED; /* which part is wrong nobody knows */
    }
    if (relation->kind == GJ_SHARE)
        return relation->figure != claim     ? GJ_FACT_UNTIED
               : relation->state == GJ_HOLDS ? GJ_FACT_COMPARES
                                             : GJ_FACT_CONTRADICTS;
    if (!gj_change_judge(report, &checked, &before))
        return GJ_FACT_UNTIED;
    if (checked.wrong_way || checked.state == GJ_TOO_MUCH || checked.state == GJ_TOO_LITTLE)
        return relation->figure == claim || relation->figure == GJ_NOT_FOUND ? GJ_FACT_CONTRADICTS : GJ_FACT_UNTIED;
    return checked.state == GJ_HOLDS ? GJ_FACT_COMPARES : GJ_FACT_UNTIED;
}

/* A figure of last year against last year's report. */
static gj_fact_status of_last_year(const gj_report *report, const gj_claim *claim)
{
    gj_decimal values[GJ_PRIOR_VALUES];
    size_t count = claim->year == report->year - 1 ? gj_prior_values(report, claim, values) : 0;
    for (size_t i = 0; i < count; i++)
        if (values[i] == claim->value)
            return GJ_FACT_COMPARES;
    return count && claim->certainty == GJ_EXACT ? GJ_FACT_CONTRADICTS : GJ_FACT_OTHER_YEAR;
}

static gj_fact_status by_relations(const gj_report *report, size_t claim)
{
    static const int ranks[GJ_FACT_STATUSES] = {
        [GJ_FACT_CONTRADICTS] = 3, [GJ_FACT_SUMS] = 2, [GJ_FACT_COMPARES] = 1
    };
    gj_fact_status best = GJ_FACT_UNTIED;
    for (size_t i = 0; i < report->relation_count; i++) {
        const gj_relation *relation = &report->relations[i];
        if (!gj_fact_concerns(relation, claim))
            continue;
        gj_fact_status status = status_in(report, relation, claim);
        if (ranks[status] > ranks[best])
            best = status;
    }
    return best;
}

gj_fact_status gj_fact_status_of(const gj_report *report, size_t index)
{
    const gj_claim *claim = &report->claims[index];
    bool own = claim->kind && !claim->year;
    if (own && claim->tie == GJ_CONTRADICTS)
        return GJ_FACT_CONTRADICTS;
    gj_fact_status status = by_relations(report, index);
    if (status == GJ_FACT_CONTRADICTS)
        return status;
    if (own && claim->tie == GJ_TIES)
        return GJ_FACT_TIES;
    if (status != GJ_FACT_UNTIED)
        return status;
    if (own && claim->tie == GJ_TIE_UNKNOWN)
        return GJ_FACT_UNKNOWN;
    if (claim->year)
        return of_last_year(report, claim);
    return !claim->kind && gj_measure_is_time(claim->unit) ? GJ_FACT_DURATION : GJ_FACT_UNTIED;
}

gj_fact_counts gj_facts_count(const gj_report *report)
{
    gj_fact_counts counts = { .all = report->claim_count };
    for (size_t i = 0; i < report->claim_count; i++)
        counts.of[gj_fact_status_of(report, i)]++;
    counts.counted = counts.all - counts.of[GJ_FACT_OTHER_YEAR] - counts.of[GJ_FACT_DURATION];
    counts.explained = counts.of[GJ_FACT_TIES] + counts.of[GJ_FACT_CONTRADICTS] + counts.of[GJ_FACT_SUMS] +
                       counts.of[GJ_FACT_COMPARES];
    return counts;
}

const char *gj_fact_status_name(gj_fact_status status)
{
    static const char *const names[GJ_FACT_STATUSES] = { "ties",    "contradicts", "sums",       "compares",
                                                         "unknown", "untied",      "other_year", "duration" };
    return names[status];
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

const gj_cell *gj_facts_prior_cell(const gj_report *report, const gj_bound_table *table, size_t row, size_t column)
{
    const gj_bound_table *before = report->prior ? gj_report_table(report->prior, table->form->key) : NULL;
    if (!before || !before->present || before->form != table->form)
        return NULL;
    const gj_cell *cell = gj_table_cell(before, row, column);
    return cell->kind == GJ_CELL_MISSING ? NULL : cell;
}

const gj_notice *gj_facts_prior_notice(const gj_report *report)
{
    for (size_t i = 0; i < report->notice_count; i++)
        if (gj_slice_starts(report->notices[i].kind, GJ_LIT("prior_")))
            return &report->notices[i];
    return NULL;
}

gj_status gj_show_facts(const gj_report *report, gj_lang lang, bool json, gj_buffer *out)
{
    if (json)
        gj_facts_json(report, lang, out);
    else
        gj_facts_text(report, lang, out);
    return out->failed;
}
