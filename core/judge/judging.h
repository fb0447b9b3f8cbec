/** judging.h - what is known while one report is judged: shared by the files of this folder, no part of any API.
 *
 * A rule leaves drafts (what it said), equations (what it compared) and a verdict. When all rules have run, drafts and the
 * groups of failing equations become findings. All of it lives in the report's arena.
 */
#ifndef GJ_JUDGE_JUDGING_H
#define GJ_JUDGE_JUDGING_H

#include "equation.h"
#include "judge.h"

/** A place of the file, with a word about it. */
typedef struct gj_spot {
    gj_span span;
    gj_slice pointer;
    gj_words label;
    bool prior; /* it stands in last year's report */
} gj_spot;

/** A finding as the rule said it: before severity is settled, marks are made and equations are grouped. */
typedef struct gj_draft {
    const gj_rule *rule;
    gj_outcome outcome;   /* GJ_FAIL or GJ_REVIEW */
    gj_severity severity; /* as the rule gave it */
    gj_words message, remedy;
    gj_slice section, place, quote;
    gj_spot *spots; /* the primary one first */
    size_t spot_count;
    gj_cell_id *cells;
    size_t cell_count;
    bool leads; /* an equation's: its words lead the finding of its group */
} gj_draft;

/** A value that no output may show, and where it stands in the file. */
typedef struct gj_private {
    gj_slice text;
    gj_span span;
} gj_private;

/** How the rule that runs stands so far: the worst it did. */
typedef struct gj_verdict {
    gj_outcome outcome;
    gj_slice because;
    gj_words why;
} gj_verdict;

typedef struct gj_judging {
    gj_arena *arena;
    gj_ruleset *ruleset;
    const gj_report *report;
    const gj_judge_options *options;
    const gj_pair_index *pairs; /* of the paragraphs */
    const gj_rule *rule;        /* the one that runs */
    const struct gj_api *api;   /* what rules see of the report, while it is open; api.h */
    gj_verdict verdict;
    GJ_LIST(gj_draft *) drafts;
    GJ_LIST(gj_equation) equations;
    size_t first_draft, first_equation; /* of the rule that runs */
    struct gj_spotted *spotted;         /* words of the lists in the text, once a rule asked; api_spot.c */
    size_t spotted_count;
    bool spotted_all;
    GJ_LIST(gj_private) privates;
    bool more_private; /* there were more than GJ_MAX_PRIVATE */
    size_t cut;        /* drafts not kept because of GJ_MAX_FINDINGS_PER_RULE */
    bool nomem;        /* the arena ran out while Lua was running */
    bool over_limit;   /* the rule reached a limit of limits.h */
    bool asked_prior;  /* the rule asked for last year's report, whether or not there is one */
} gj_judging;

/** The worst wins (error > fail > review > not_run > pass); of two alike the first that gives a reason. */
void gj_judging_note(gj_judging *judging, gj_outcome outcome, gj_slice because, gj_words why);
/** Keep a draft of the running rule. Past GJ_MAX_FINDINGS_PER_RULE the least severe of that rule makes way and is counted in `cut`. False
 *  when memory ran out. */
bool gj_judging_add(gj_judging *judging, gj_draft *draft);

#endif
