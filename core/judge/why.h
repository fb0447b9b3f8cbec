/** why.h - one plain sentence for an outcome that is neither pass nor fail: what stopped the rule, and where to look.
 *
 * Ask gj_words_ok (wording.h) whether memory sufficed.
 */
#ifndef GJ_JUDGE_WHY_H
#define GJ_JUDGE_WHY_H

#include "equation.h"

/** A cell that leaves an equation undecided; `owner` is the rule that raises it, or empty. */
gj_words gj_why_unknown(gj_arena *arena, const gj_report *report, gj_unknown cause, gj_cell_id where, gj_slice owner);
/** Another rule deals with it, or one of the words that stand for a missing thing: prior, layout, budget … */
gj_words gj_why_because(gj_arena *arena, gj_slice because);
/** A need of the rule ("table:requests") that the report does not meet. */
gj_words gj_why_need(gj_arena *arena, const gj_report *report, gj_slice need, gj_slice owner);
/** A rule that broke or was stopped: file, line and reason of `err`. */
gj_words gj_why_error(gj_arena *arena, const gj_error *err);

#endif
