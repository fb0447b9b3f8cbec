/** finding.h - from what rules said to findings as people see them. */
#ifndef GJ_JUDGE_FINDING_H
#define GJ_JUDGE_FINDING_H

#include "diagnosis.h"
#include "judging.h"
#include "place.h"

/** A finding under way: `base` is what its fingerprint is made of. */
typedef struct gj_dressing {
    gj_judging *judging;
    gj_finding *finding;
    GJ_LIST(gj_mark) marks;
    const gj_cell_id *cells;
    size_t cell_count;
    bool failed; /* memory ran out */
} gj_dressing;

/** All drafts and groups as findings: in order, capped, excepted, counted. Fills the findings and their counts of the result. */
GJ_MUST_USE gj_status gj_findings_make(gj_judging *judging, gj_result *result, gj_error *err);

/** What a draft says by itself. */
GJ_MUST_USE gj_status gj_finding_dress(gj_judging *judging, const gj_draft *draft, gj_finding *out, gj_error *err);
/** One finding for a group of failing equations. */
GJ_MUST_USE gj_status gj_finding_group(gj_judging *judging, const gj_group *group, gj_finding *out, gj_error *err);

/* Shared by the two. */

/** Rule, severity, clauses, basis, words, section and place: all but marks and cells. */
void gj_dress_begin(gj_dressing *d, gj_judging *judging, const gj_draft *draft, gj_finding *out);
/** Point there too, unless the place is marked already or GJ_MAX_MARKS is reached. The first one is the primary. */
void gj_dress_mark(gj_dressing *d, const gj_spot *spot);
/** The cells as references, and the fingerprint. */
GJ_MUST_USE gj_status gj_dress_end(gj_dressing *d, gj_error *err);

/** As the rule gave it, lower where level or scope is unknown and the rule asks for that; config has the last word. */
gj_severity gj_severity_settled(const gj_judging *judging, const gj_rule *rule, gj_severity given);

/** Mark the findings that an exception accepts, and the exceptions that are used. False when memory ran out. */
bool gj_exceptions_apply(const gj_judging *judging, gj_finding *findings, size_t count);

#endif
