/** collect_years.h - the rules between two years, run for every report of a collection whose report of the year before is there, too.
 *
 * Both are made reports again from their records, so that it does not matter where and in what company they were checked; the work is done in workers.
 */
#ifndef GJ_CLI_COLLECT_YEARS_H
#define GJ_CLI_COLLECT_YEARS_H

#include "../collect/years.h"
#include "plan.h"

/** Put the outcomes in place. Fails for memory and where no worker can be started; a report on which a worker dies keeps the outcomes it had, and
 *  *broken is set after saying so. */
GJ_MUST_USE gj_status gj_collect_years(const gj_plan *plan, gj_collection *collection, size_t workers, bool *broken,
                                       gj_error *err);

#endif
