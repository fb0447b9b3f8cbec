/** sources.h - where a collection's records come from: reports that are checked by workers now, facts files that were written before, and ledgers.
 *
 * All ways give the same lines (show/record/record.h), and from there on nothing tells one way from the other.
 */
#ifndef GJ_CLI_SOURCES_H
#define GJ_CLI_SOURCES_H

#include "../collect/record.h"
#include "plan.h"

/** A record whose report stands in a folder whose config names a ledger. */
typedef struct gj_configured_record {
    size_t record;
    const gj_config *config;
} gj_configured_record;

typedef struct gj_sources {
    gj_invocation *invocation;
    gj_invocation files; /* the same for the plan: its paths are those that are neither facts files nor ledgers */
    gj_plan plan;
    bool planned;
    const char **facts; /* facts files; those of --prior last */
    size_t facts_count, first_prior_facts;
    bool with_ledgers;
    const char **ledgers; /* that are collected */
    size_t ledger_count;
    const char *aggregate_facts; /* --aggregate, where it is a facts file */
    const char **
        opened; /* files met in a folder that were found to be no report when they were opened, by their number in the walk; others NULL */
    GJ_LIST(gj_record) records;
    GJ_LIST(gj_configured_record) configured;
    int code; /* the worst that happened: unreadable lines, files that could not be opened */
} gj_sources;

/** Sort the paths and plan the checks. `with_ledgers`: a path may be a ledger, and last year's reports are looked for in those of --prior and of configs. An exit code, GJ_EXIT_CLEAN where it stands. Close it also after a failure. */
int gj_sources_open(gj_sources *sources, gj_invocation *invocation, bool with_ledgers);
/** Check and read everything. Fails for memory and where no worker can be started; everything else is in the records or said, and in `code`. */
GJ_MUST_USE gj_status gj_sources_read(gj_sources *sources, gj_error *err);
void gj_sources_close(gj_sources *sources);

/* For the files of sources.h only. */

/** Add the record of a line, which must stay. GJ_INPUT where it is none. */
GJ_MUST_USE gj_status gj_sources_add(gj_sources *sources, gj_slice line, bool as_prior, bool as_aggregate,
                                     gj_error *err);
void gj_sources_worsen(gj_sources *sources, int code);
/** sources_ledger.c: what stands in ledgers, when all else is read. */
GJ_MUST_USE gj_status gj_sources_read_ledgers(gj_sources *sources, gj_error *err);

#endif
