/* claim_tie.c - a claim against the cells it may mean.
 *
 * Alternatives are tried in order and the first that fits wins. A tie whose cells the report's form does not have is no tie at
 * all (the 2019 form has no 废止 column); one whose cells are blank or unread leaves the question open.
 */
#include "claim_work.h"

/* Whether the report's forms have every cell of the tie. */
static bool has_cells(const gj_report *report, const gj_tie *tie)
{
    const gj_bound_table *table;
    size_t row, column;
    for (size_t i = 0; i < tie->cell_count; i++) {
        gj_slice path = tie->cells[i];
        if (gj_slice_starts(path, GJ_LIT("-")))
            path = gj_slice_sub(path, 1, path.len);
        if (!gj_report_cell(report, path, &table, &row, &column))
            return false;
    }
    return tie->cell_count > 0;
}

void gj_claim_tie(const gj_report *report, gj_claim *claim)
{
    claim->tie = GJ_TIE_NONE;
    for (size_t i = 0; i < claim->kind->tie_count; i++) {
        const gj_tie *tie = &claim->kind->ties[i];
        gj_decimal sum;
        if (!has_cells(report, tie))
            continue;
        gj_tie_state state = gj_tie_check(report, tie, claim->value, claim->certainty, &sum);
        bool first = claim->tie == GJ_TIE_NONE;
        if (first || state == GJ_TIES || (state == GJ_TIE_UNKNOWN && claim->tie == GJ_CONTRADICTS)) {
            claim->tie = state;
            claim->tie_index = first || state == GJ_TIES ? i : claim->tie_index;
        }
        if (state == GJ_TIES)
            return;
    }
}
