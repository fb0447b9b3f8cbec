/** claim_needles.h - which claim patterns a sentence may match: one pass over it for all of them.
 *
 * Claim patterns name words one of which must occur. Looking for some hundred words one by one would cost more than the
 * matching it saves; here a table by the first character answers for all of them at once.
 */
#ifndef GJ_BIND_CLAIM_NEEDLES_H
#define GJ_BIND_CLAIM_NEEDLES_H

#include "form.h"

typedef struct gj_claim_needles gj_claim_needles;

/** Collect the needles of all kinds, and those of the words for another year. NULL when memory runs out. */
gj_claim_needles *gj_claim_needles_new(gj_arena *arena, const gj_forms *forms);
/** Note which patterns may match `text`: they have no needles, or one of them occurs. */
void gj_claim_needles_scan(gj_claim_needles *needles, gj_slice text);
/** The first pattern at or after number `from`, in the ruleset's order, that may match the scanned text: its number, kind and place in the
 *  kind. False when there is none. */
bool gj_claim_needles_next(const gj_claim_needles *needles, size_t from, size_t *number, size_t *kind, size_t *pattern);
/** Whether the words for another year may occur in the scanned text. */
bool gj_claim_needles_other_year(const gj_claim_needles *needles);

#endif
