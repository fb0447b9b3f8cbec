/** check_run.h - a plan carried out: files to workers, results shown in the order of the files, an exit code at the end.
 *
 * For the commands that judge reports: check shows what comes out, verify compares it.
 */
#ifndef GJ_CLI_CHECK_RUN_H
#define GJ_CLI_CHECK_RUN_H

#include "output.h"
#include "plan.h"

/** What all formats are told about a run. */
gj_show_options gj_shown_of_plan(const gj_plan *plan, gj_lang lang);
/** -j, else the processors, and never more than there are files. False after complaining. */
bool gj_worker_count(const gj_invocation *invocation, size_t files, size_t *out);
/** Check every file of the plan; the exit code of design.md §5. */
int gj_run_plan(gj_plan *plan, gj_outputs *outputs, size_t workers);

#endif
