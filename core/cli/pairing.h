/** pairing.h - which file is last year's report of which: given by --prior or the config, else found among the files of the run.
 *
 * One file is given for one report: it is taken as it is and the worker says where it does not fit. In every other case a first pass in workers asks
 * each file for its year and issuer alone (gj_identify), the parent sorts what they say, and a report takes the one file of the year before
 * with the same name. Two that fit: none is taken, and the report says so. n files cost n short readings and one sort.
 */
#ifndef GJ_CLI_PAIRING_H
#define GJ_CLI_PAIRING_H

#include "plan.h"

/** Fill plan->priors. Fails for memory and where no worker can be started; a file that cannot be read is nobody's prior. */
GJ_MUST_USE gj_status gj_pair_priors(gj_plan *plan, size_t workers, gj_error *err);

#endif
