/** gouji.h - the library's one public header.
 *
 * gouji checks Chinese statutory reports against a ruleset. Typical use:
 *
 *     gj_ruleset *rules;
 *     gj_error err;
 *     if (gj_ruleset_open(GJ_LIT(""), NULL, 0, &rules, &err) != GJ_OK) …        // the ruleset inside the library
 *     gj_arena *arena = gj_arena_new(0);
 *     gj_result *result;
 *     gj_check_options options = { .today = GJ_LIT("2025-01-31") };
 *     if (gj_check(arena, rules, GJ_LIT("某镇.md"), bytes, &options, &result, &err) == GJ_OK)
 *         for (size_t i = 0; i < result->finding_count; i++) …                  // judge/result.h
 *     gj_arena_free(arena);                                                     // frees the result
 *     gj_ruleset_close(rules);
 *
 * Ownership, once for all: what a function returns lives in the arena (or the opened object) it was given and dies with it; slices
 * passed in are borrowed for as long as what was made of them lives. Text is UTF-8. Errors are values (base/status.h). No function
 * aborts, prints, keeps global state or reads the clock. One ruleset and its arenas serve one thread.
 *
 * gj_check reads hostile input in this process; a program that must survive a defect of a library runs it in a child
 * (base/process.h), as the command line does.
 */
#ifndef GJ_GOUJI_H
#define GJ_GOUJI_H

#include "bind/prior.h"
#include "judge/judge.h"
#include "read/read.h"
#include "show/show.h"

/** Last year's report of the same issuer, as its bytes, or why there is none to take. */
typedef struct gj_prior_input {
    gj_prior_choice chosen; /* NONE: nothing is read; `rivals` may say why */
    gj_slice path, bytes;
    const gj_error *error; /* the file could not be opened: there are no bytes */
    gj_format as;
    gj_given given;  /* facts about it known beforehand */
    gj_slice rivals; /* names of files that all might be it, so that none was taken; empty: no such thing */
} gj_prior_input;

typedef struct gj_check_options {
    gj_format as; /* GJ_FORMAT_AUTO: sniff */
    bool
        met; /* in a folder, not named: a docx whose text is no report's, and JSON of another kind, end as GJ_PASSED_OVER */
    gj_given given;              /* facts about the issuer known beforehand */
    gj_judge_options judge;      /* selection, severities, exceptions, today */
    const gj_prior_input *prior; /* NULL: none */
    bool facsimile;              /* the result takes the report's own text along, as the html format needs it */
    bool record;                 /* the result takes the facts record along (show/record/record.h) */
    bool undigested;             /* the bytes are no file's: the result names no digest of them */
} gj_check_options;

/** Bytes to outcomes. A report that cannot be read is GJ_OK with status `unreadable` and the error in the result; the
 *  function itself fails only when memory runs out. */
GJ_MUST_USE gj_status gj_check(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes,
                               const gj_check_options *options, gj_result **out, gj_error *err);

/** The first half of gj_check, for those who want the bound report itself (facts, convert). Last year's report, where it is given, can be read and is
 *  what it should be, is the report's `prior`; else a notice (prior_unreadable, prior_unfit, prior_ambiguous) says why it is not. */
GJ_MUST_USE gj_status gj_open_report(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes,
                                     const gj_check_options *options, gj_report **out, gj_error *err);

/** Year and issuer alone, at a fraction of the cost; fails where the report cannot be read. */
GJ_MUST_USE gj_status gj_identify(gj_arena *arena, gj_ruleset *ruleset, gj_slice path, gj_slice bytes,
                                  const gj_check_options *options, gj_brief *out, gj_error *err);

/** "0.1.0" */
const char *gj_version(void);

#endif
