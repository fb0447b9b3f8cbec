/** record.h - the arguments of `check` that its results depend on: written into machine output, taken up again by `verify`.
 *
 * Every option of check counts but those that only say how results are shown (formats, colour, language, jobs, help); the date is
 * recorded apart, for it has a default of its own.
 */
#ifndef GJ_CLI_RECORD_H
#define GJ_CLI_RECORD_H

#include "cli.h"

/** As words of a command line: options in a fixed order, "--", paths. */
GJ_MUST_USE gj_status gj_record_arguments(const gj_invocation *invocation, gj_slice **out, size_t *count);
/** Those words back into an invocation of check that is silent about what it passes over. False after complaining in the language of
 *  `out`, which must have its arena and language set. */
bool gj_replay_arguments(gj_invocation *out, const char *const *words, size_t count);

#endif
