/** years.h - what last year's report changes in a record: outcomes and findings of the rules that asked for it, put in place of those without.
 */
#ifndef GJ_COLLECT_YEARS_H
#define GJ_COLLECT_YEARS_H

#include "collection.h"

/** Whether the member's record has rules that last year's report of the collection can change. */
bool gj_years_apply(const gj_collection *collection, size_t member);
/** `partial` is a record of the same report judged by its prior_rules alone, last year's at hand: their outcomes and findings replace those in the
 *  member's record, and its counts are made again. Fails only for memory. */
GJ_MUST_USE gj_status gj_years_take(gj_collection *collection, size_t member, const gj_record *partial, gj_error *err);

#endif
