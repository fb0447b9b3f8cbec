/** collected.h - a collection judged: the outcomes and findings of the rules about many reports.
 *
 * As result.h for one report: plain data in the collection's arena. Every rule that was selected ends in one outcome; findings stand in the order
 * of rules, then as the rule said them. Texts for people are in both languages.
 */
#ifndef GJ_COLLECT_COLLECTED_H
#define GJ_COLLECT_COLLECTED_H

#include "../judge/judge.h"
#include "collection.h"

typedef struct gj_collected_finding {
    const gj_rule *rule;
    gj_outcome outcome; /* GJ_FAIL or GJ_REVIEW */
    gj_severity severity;
    gj_words message, remedy;
    gj_words *basis; /* one line a clause that was in force */
    size_t basis_count;
    gj_slice place; /* "requests.new.total", or a word of the rule's; may be empty */
    size_t *units;  /* of the collection, the one it is about first */
    size_t unit_count;
    size_t *members; /* reports */
    size_t member_count;
    size_t *cells; /* of the roll-up */
    size_t cell_count;
    char fingerprint[65];
} gj_collected_finding;

typedef struct gj_collected {
    const gj_collection *collection;
    gj_rule_outcome *outcomes; /* one a selected rule */
    size_t outcome_count;
    size_t counts[GJ_OUTCOMES];
    size_t deselected;
    gj_collected_finding *findings;
    size_t finding_count, findings_cut;
    size_t severities[3]; /* of findings that fail */
    size_t reviews;
} gj_collected;

/** Judge the collection by the rules for collections. Of `options` selection, severities, profile and today count; NULL: all rules. Fails only for
 *  memory. */
GJ_MUST_USE gj_status gj_collect_judge(gj_ruleset *ruleset, gj_collection *collection, const gj_judge_options *options,
                                       gj_collected **out, gj_error *err);

#endif
