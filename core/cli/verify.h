/** verify.h - a recorded result beside what the same run gives now.
 *
 * Both are documents gouji/findings@1 as cJSON read them. They are the same only where every value is the same, but for the number of
 * files passed over; the differences named here say what a person asks first: the input, last year's report, the ruleset, the
 * configuration, then which findings and outcomes, then any other member.
 */
#ifndef GJ_CLI_VERIFY_H
#define GJ_CLI_VERIFY_H

#include <cjson/cJSON.h>

#include "cli.h"

typedef enum gj_verified {
    GJ_VERIFIED_SAME,
    GJ_VERIFIED_CHANGED,
    GJ_VERIFIED_ADDED,       /* found now, not in the result */
    GJ_VERIFIED_GONE,        /* in the result, not found now */
    GJ_VERIFIED_UNREADABLE,  /* could be read then, cannot be now */
    GJ_VERIFIED_NOT_CHECKED, /* checked then; now the worker died */
} gj_verified;
/** "same" "changed" "added" "gone" "unreadable" "not_checked" */
const char *gj_verified_name(gj_verified state);

typedef struct gj_difference {
    const char
        *kind; /* input prior finding_gone finding_new finding_altered outcome field version ruleset config summary */
    gj_slice name;     /* the rule, or the member; may be empty */
    gj_slice was, now; /* either may be empty: null */
} gj_difference;

typedef GJ_LIST(gj_difference) gj_differences;

typedef struct gj_verified_report {
    gj_slice path;
    gj_verified state;
    gj_differences differences;
} gj_verified_report;

typedef struct gj_verification {
    gj_differences tool; /* of the run as a whole */
    GJ_LIST(gj_verified_report) reports;
    size_t counts[GJ_VERIFIED_NOT_CHECKED + 1];
    gj_slice version, ruleset, config, today; /* as recorded, for the head of the text; config empty: none */
    bool same;
} gj_verification;

/** Compare. Slices point into the trees, which must live on; `was` must have passed gj_verify_shape. Fails for memory only. */
GJ_MUST_USE gj_status gj_verify_compare(gj_arena *arena, const cJSON *was, const cJSON *now, gj_verification *out);
/** Whether a tree has the members that comparing and running again need; else `err` says what is missing. */
GJ_MUST_USE gj_status gj_verify_shape(const cJSON *result, gj_error *err);

void gj_verify_text(gj_buffer *out, const gj_verification *found, const char *file, gj_lang lang);
void gj_verify_json(gj_buffer *out, const gj_verification *found, const char *file);

#endif
