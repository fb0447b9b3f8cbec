/** prior_ledger.h - last year's reports that stand in a ledger: the files that units handed in, else what their records hold. */
#ifndef GJ_CLI_PRIOR_LEDGER_H
#define GJ_CLI_PRIOR_LEDGER_H

#include "plan.h"

/** Whether a value of --prior names a ledger: a server's address or a SQLite file. */
bool gj_is_ledger(const char *path);
/** The ledgers of --prior and of the configs (for gj_plan_find_priors). One of --prior that cannot be opened is an error; one of a config is said and
 *  left out. */
GJ_MUST_USE gj_status gj_plan_find_ledgers(gj_plan *plan, gj_error *err);
/** What `planned` says, read in a worker over a connection of its own. Fails for memory only: what else is wrong goes with the input. */
GJ_MUST_USE gj_status gj_prior_from_ledger(const gj_plan *plan, const gj_planned_prior *planned, gj_arena *arena,
                                           gj_prior_input *out, gj_error *why);

#endif
