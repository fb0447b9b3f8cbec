/** claim_work.h - what the files of the claim reader share while they read one report. Not for other stages. */
#ifndef GJ_BIND_CLAIM_WORK_H
#define GJ_BIND_CLAIM_WORK_H

#include "claim_needles.h"
#include "report.h"

/** A quantity of the paragraph at hand. A number belongs to one claim. */
typedef struct gj_found_quantity {
    gj_quantity quantity;
    bool taken;
} gj_found_quantity;

/** Words that name a year. */
typedef struct gj_year_mark {
    gj_span span;
    int year;
    bool topic; /* opens its part of the sentence: what follows is about that year until another year is named */
} gj_year_mark;

#define GJ_MAX_YEAR_MARKS 64 /* of one sentence; the rest does not move a number to another year */

typedef struct gj_claim_work {
    gj_arena *arena;
    gj_report *report;
    gj_error *err;
    gj_claim_needles *needles;
    GJ_LIST(gj_claim) claims;
    GJ_LIST(gj_found_quantity) quantities;
    gj_year_mark marks[GJ_MAX_YEAR_MARKS];
    size_t mark_count;
    bool relative_known; /* 去年 and its like were looked for in the sentence at hand */
    int carried_year;    /* topic of the sentences before it up to the last full stop; 0 the report's own */
    size_t paragraph;
    gj_slice text; /* of the paragraph */
    gj_span sentence;
    size_t first;            /* index of its first quantity */
    bool plain, plain_known; /* the numbers of the sentence are plain (gj_quantity_plain) */
    size_t scanned;          /* bytes matched so far, against GJ_CLAIM_BYTES */
    bool limited;            /* some text was not examined: a notice says so */
} gj_claim_work;

/** Set `heading` of paragraphs that are short bold or numbered lines. */
void gj_mark_sub_headings(gj_report *report);

/** All claim kinds on the sentence at hand. */
GJ_MUST_USE gj_status gj_claims_match(gj_claim_work *work);

/** Begin a sentence: note the years it names in digits. */
void gj_claim_years_begin(gj_claim_work *work);
/** End it: its topic goes on where it ended with a semicolon. */
void gj_claim_years_end(gj_claim_work *work);
/** The other year that a number at byte `at` belongs to, or 0 for the report's own. `words` is where the claim's own words begin: a
 *  year named inside them is part of the claim. */
GJ_MUST_USE gj_status gj_claim_year(gj_claim_work *work, size_t words, size_t at, int *year);

/** Set tie and tie_index of a claim of the report's own year. */
void gj_claim_tie(const gj_report *report, gj_claim *claim);

/** A pattern on bytes [from, …) of `subject` within the budget; NONE where it is spent or a match limit was hit. */
GJ_MUST_USE gj_status gj_claim_search(gj_claim_work *work, gj_pattern *pattern, gj_slice subject, size_t from,
                                      gj_match *match, bool *found);

#endif
