/** sources.h - where a collection's records come from: reports that are checked by workers now, and facts files that were written before.
 *
 * Both ways give the same lines (show/record.h), and from there on nothing tells one way from the other.
 */
#ifndef GJ_CLI_SOURCES_H
#define GJ_CLI_SOURCES_H

#include "../collect/record.h"
#include "plan.h"

typedef struct gj_sources {
    gj_invocation *invocation;
    gj_invocation files; /* the same for the plan: its paths are those that are no facts files */
    gj_plan plan;
    bool planned;
    const char **facts; /* facts files; those of --prior last */
    size_t facts_count, first_prior_facts;
    const char *aggregate_facts; /* --aggregate, where it is a facts file */
    GJ_LIST(gj_record) records;
    int code; /* the worst that happened: unreadable lines, files that could not be opened */
} gj_sources;

/** Sort the paths and plan the checks. An exit code, GJ_EXIT_CLEAN where it stands. Close it also after a failure. */
int gj_sources_open(gj_sources *sources, gj_invocation *invocation);
/** Check and read everything. Fails for memory and where no worker can be started; everything else is in the records or said, and in `code`. */
GJ_MUST_USE gj_status gj_sources_read(gj_sources *sources, gj_error *err);
void gj_sources_close(gj_sources *sources);

#endif
