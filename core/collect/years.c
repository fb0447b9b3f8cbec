#include "years.h"

bool gj_years_apply(const gj_collection *c, size_t member)
{
    return c->members[member].before != GJ_NOT_FOUND && c->members[member].record.prior_rule_count > 0;
}

static bool depends(const gj_record *record, gj_slice rule)
{
    for (size_t i = 0; i < record->prior_rule_count; i++)
        if (gj_slice_equal(record->prior_rules[i], rule))
            return true;
    return false;
}

static bool has_finding(const gj_record *record, gj_slice rule)
{
    for (size_t i = 0; i < record->finding_count; i++)
        if (gj_slice_equal(record->findings[i].rule, rule))
            return true;
    return false;
}

/* Of the rules that depend on last year: review findings, and review outcomes without one. */
static size_t own_reviews(const gj_record *record)
{
    size_t count = 0;
    for (size_t i = 0; i < record->finding_count; i++)
        count += record->findings[i].outcome == GJ_REVIEW && !record->findings[i].excepted &&
                 depends(record, record->findings[i].rule);
    for (size_t i = 0; i < record->outcome_count; i++)
        count += record->outcomes[i].outcome == GJ_REVIEW && depends(record, record->outcomes[i].rule) &&
                 !has_finding(record, record->outcomes[i].rule);
    return count;
}

static void replace_outcomes(gj_record *record, const gj_record *partial)
{
    for (size_t i = 0; i < record->outcome_count; i++)
        for (size_t k = 0; k < partial->outcome_count; k++)
            if (gj_slice_equal(record->outcomes[i].rule, partial->outcomes[k].rule)) {
                record->counts[record->outcomes[i].outcome]--;
                record->outcomes[i] = partial->outcomes[k];
                record->counts[record->outcomes[i].outcome]++;
            }
}

static void count_findings(gj_record *record)
{
    record->excepted = 0;
    memset(record->severities, 0, sizeof record->severities);
    for (size_t i = 0; i < record->finding_count; i++) {
        if (record->findings[i].excepted)
            record->excepted++;
        else if (record->findings[i].outcome == GJ_FAIL)
            record->severities[record->findings[i].severity]++;
    }
}

gj_status gj_years_take(gj_collection *c, size_t member, const gj_record *partial, gj_error *err)
{
    gj_record *record = &c->members[member].record;
    size_t kept = 0, before = own_reviews(record);
    gj_record_finding *findings = GJ_ARRAY(c->arena, record->finding_count + partial->finding_count, gj_record_finding);
    if (!findings)
        return gj_fail_nomem(err);
    for (size_t i = 0; i < record->finding_count; i++)
        if (!depends(record, record->findings[i].rule))
            findings[kept++] = record->findings[i];
    for (size_t i = 0; i < partial->finding_count; i++) {
        findings[kept] = partial->findings[i];
        findings[kept].line = findings[kept].column = 0; /* of the text made of the record, which nobody has */
        findings[kept++].at = (gj_slice){ NULL, 0 };
    }
    replace_outcomes(record, partial);
    record->findings = findings;
    record->finding_count = kept;
    record->reviews = record->reviews - (before < record->reviews ? before : record->reviews) + partial->reviews;
    count_findings(record);
    return GJ_OK;
}
