/** cases.h - a rule's own cases: each a small change to the clean base report, run through the whole pipeline.
 *
 * What a case may say is in docs/rule-authors.md. A case asserts the outcome of its own rule only.
 */
#ifndef GJ_CLI_CASES_H
#define GJ_CLI_CASES_H

#include "cli.h"

typedef struct gj_case_count {
    size_t passed, failed;
} gj_case_count;

/** Run all cases of a rule; appends one line for every case that is not as it should be, and for groups that are missing (two failing, two
 *  passing, one not-applicable where the rule has `applies`), in `lang`. */
GJ_MUST_USE gj_status gj_run_cases(gj_ruleset *ruleset, const gj_rule *rule, gj_slice today, gj_lang lang,
                                   gj_buffer *out, gj_case_count *count, gj_error *err);

/** The same for a rule about collections, for gj_run_cases only. */
GJ_MUST_USE gj_status gj_run_collection_cases(gj_ruleset *ruleset, const gj_rule *rule, gj_slice today, gj_lang lang,
                                              gj_buffer *out, gj_case_count *count, gj_error *err);

#define GJ_CASE_NOTICES 8

/** The bytes a case makes, and what is said of them besides. */
typedef struct gj_case_report {
    const gj_form *form; /* for the order of sections */
    gj_buffer bytes;
    gj_format format; /* JSON, or Markdown where the case gives the text */
    gj_given given;   /* this and the rest: borrowed from the case's table */
    gj_slice name;    /* of the file */
    const char *notices[GJ_CASE_NOTICES];
    size_t notice_count;
} gj_case_report;

/** Push case `number` (from 1) of the list at `group`, nil where there are fewer. A case with `each = { overview = { "…", "…" } }` stands for as many
 *  cases, each with one of the texts as that section's; one with `with = "甲 乙"` for as many, each with one of the words for every {} in the case's
 *  strings and keys. May raise a Lua error. */
void gj_case_push(lua_State *L, int group, lua_Integer number);

/** Whether a finding's message, quotation or place (zh) holds the words. */
bool gj_case_says(const gj_result *result, gj_slice words);

/** lua_CFunction, to be called protected: (base report, case, lightuserdata gj_case_report). Changes the base report in place. */
int gj_case_build(lua_State *L);

/** lua_CFunction, to be called protected: (value, lightuserdata gj_buffer). The value, such as a case, as JSON on one line. */
int gj_case_json(lua_State *L);

#endif
