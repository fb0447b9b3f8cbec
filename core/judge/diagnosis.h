/** diagnosis.h - which cells are most likely wrong when balance equations fail.
 *
 * The exact equations of a table form one linear system. Those that share cells, directly or through others, hang together; each
 * such component with a failing equation gets one diagnosis: the smallest sets of cells (one cell, then two) whose change satisfies
 * all its equations, the holding ones too. A changed value must be a count the form allows: not negative (unless the form says so), whole (unless
 * the row holds decimals). All smallest sets are counted, the first GJ_MAX_SUGGESTIONS in form order are kept; nothing is guessed.
 * Pairs whose split is not determined (two cells that occur in the same way in all equations) explain nothing and are left out.
 */
#ifndef GJ_JUDGE_DIAGNOSIS_H
#define GJ_JUDGE_DIAGNOSIS_H

#include "equation.h"

typedef struct gj_change {
    gj_cell_id cell;
    gj_decimal to;
} gj_change;

typedef struct gj_explanation {
    gj_change changes[2]; /* in form order */
    size_t count;
} gj_explanation;

/** Failing equations with one cause. */
typedef struct gj_group {
    size_t *equations; /* indexes of the failing ones: by rule id, then as recorded */
    size_t count;
    gj_explanation explanations[GJ_MAX_SUGGESTIONS];
    size_t kept, total; /* total = 0: no set of one or two cells explains them */
} gj_group;

typedef struct gj_diagnosis {
    gj_group *groups; /* by their first equation as recorded */
    size_t count;
} gj_diagnosis;

/** Group all failing equations. A failing inequality, or a failing sum with blanks, joins the group of a component that it shares a cell
 *  with, else it is a group of its own without explanation. Every failing equation is in exactly one group. Fails only for memory. */
GJ_MUST_USE gj_status gj_diagnose(gj_arena *arena, const gj_report *report, const gj_equation *equations, size_t count,
                                  gj_diagnosis *out, gj_error *err);

#endif
