/** case_frame.h - what cases of all rules have in common: their groups, what a case may expect, and how one that is not as it should be is told.
 *
 * Private to cases.c (one report) and collection_cases.c (many).
 */
#ifndef GJ_CLI_CASE_FRAME_H
#define GJ_CLI_CASE_FRAME_H

#include "cases.h"

typedef struct gj_case_frame {
    gj_ruleset *ruleset;
    const gj_rule *rule;
    gj_slice today;
    gj_lang lang;
    gj_buffer *out;  /* lines for people */
    gj_arena *arena; /* emptied before each case */
    /* the case at hand: */
    const char *group;
    int number; /* in its group, from 1 */
    gj_outcome expected;
    /* what it expects besides (gj_case_read_expected): */
    lua_Integer expect; /* number of findings; -1: not said */
    gj_slice severity, because, says;
} gj_case_frame;

/** What judging a case gave. */
typedef struct gj_case_seen {
    const gj_rule_outcome *outcome;
    const gj_severity *severities; /* one a finding */
    size_t finding_count;
    gj_words first; /* the first finding's message, else why the rule did not run; may be empty */
    bool says;      /* a finding holds the words that the case wants; of no account where it wants none */
} gj_case_seen;

/** Makes and judges frame->group[frame->number]. *end: there is no such case. A status other than GJ_OK and GJ_NOMEM: the case is malformed. */
typedef gj_status (*gj_case_run)(void *context, bool *passed, bool *end, gj_error *err);

/** Run every case of the frame's rule; `context` is the runner's. Makes the frame's arena and frees it. */
GJ_MUST_USE gj_status gj_case_frame_run(gj_case_frame *frame, gj_case_run run, void *context, gj_case_count *count,
                                        gj_error *err);

/** Push frame->group[frame->number] of the rule's cases, or nil. May raise a Lua error. */
void gj_case_frame_push(lua_State *L, const gj_case_frame *frame);

/** Read `expect`, `severity`, `because` and `says` of the case at stack index `at`. May raise a Lua error. */
void gj_case_read_expected(lua_State *L, int at, gj_case_frame *frame);

/** Whether the case is as it should be; if not, a line says why. */
bool gj_case_fits(gj_case_frame *frame, const gj_case_seen *seen);

/** Append a line about the case at hand. `detail` may be empty. */
void gj_case_blame(const gj_case_frame *frame, const char *zh, const char *en, gj_slice detail);

#endif
