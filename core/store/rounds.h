/** rounds.h - what became of the findings of one submission in a later one of the same unit and year.
 *
 * Findings are the same where their fingerprints are (rule, logical place, values). What a rule did not look at in one of the two rounds is neither
 * mended nor new, and is told apart: the rule may have been left out, or what it needs was not there. Accepted findings (exceptions) are not open.
 */
#ifndef GJ_STORE_ROUNDS_H
#define GJ_STORE_ROUNDS_H

#include "../collect/record.h"

typedef enum gj_progress {
    GJ_MENDED,       /* open before; its rule looked again and does not find it */
    GJ_REMAINING,    /* open in both */
    GJ_ADDED,        /* open now; its rule had looked before and had not found it */
    GJ_ACCEPTED,     /* open before, accepted by an exception now */
    GJ_UNCHECKED,    /* open before; its rule did not look again */
    GJ_FIRST_CHECKED /* open now; its rule had not looked before */
} gj_progress;
#define GJ_PROGRESSES 6
/** "mended" "remaining" "new" "accepted" "unchecked" "first_checked" */
const char *gj_progress_name(gj_progress progress);

typedef struct gj_round_finding {
    gj_progress progress;
    const gj_record_finding *finding; /* of the later round where it is there, else of the earlier */
} gj_round_finding;

typedef struct gj_rounds {
    gj_round_finding *items; /* by progress, within it in the order of the reports */
    size_t count, counts[GJ_PROGRESSES];
    bool same_rules; /* ruleset and profile are those of the earlier round */
} gj_rounds;

/** Both records must outlive the result. */
GJ_MUST_USE gj_status gj_rounds_compare(gj_arena *arena, const gj_record *before, const gj_record *after,
                                        gj_rounds *out, gj_error *err);

#endif
