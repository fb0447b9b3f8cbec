/** judge.h - Report × ruleset → outcomes. */
#ifndef GJ_JUDGE_JUDGE_H
#define GJ_JUDGE_JUDGE_H

#include "../bind/report.h"
#include "ruleset.h"

/** A severity set by configuration for rules that a selector names; `off` deselects. The last one that matches wins. */
typedef struct gj_severity_override {
    gj_slice selector;
    bool off;
    gj_severity severity;
} gj_severity_override;

typedef struct gj_exception {
    gj_slice rule;        /* id or name */
    gj_slice fingerprint; /* or */
    gj_slice cell;        /* dotted path, or a section key; empty: any place of that rule */
    gj_slice reason, approver;
    gj_slice expires; /* YYYY-MM-DD, inclusive; empty: never */
} gj_exception;

typedef struct gj_judge_options {
    const bool *selected; /* one a rule, or NULL for all */
    const gj_severity_override *overrides;
    size_t override_count;
    const gj_exception *exceptions; /* those that apply to this report's path; expired ones are given too */
    size_t exception_count;
    bool *exception_used; /* exception_count flags that judging sets; may be NULL */
    gj_slice today;       /* YYYY-MM-DD */
    gj_profile profile;   /* which grounds count; rules on others are deselected */
} gj_judge_options;

/** Judge every selected rule on the report. Each ends in exactly one outcome; a rule that raises, misuses the API or runs out of budget ends as
 *  GJ_BROKEN or GJ_NOT_RUN and the next one runs. The result lives in `arena` and borrows the
 *  texts of rules and forms from the ruleset. Fails only for memory. */
GJ_MUST_USE gj_status gj_judge(gj_arena *arena, gj_ruleset *ruleset, const gj_report *report,
                               const gj_judge_options *options, gj_result **out, gj_error *err);

/** A result for a report that could not be read or checked: no outcomes, status and error only. */
GJ_MUST_USE gj_status gj_result_failed(gj_arena *arena, gj_slice path, gj_report_status status, const gj_error *why,
                                       gj_result **out);

#endif
