/** support_claims.h - the real claim kinds on top of support_forms.h, and claims written out for comparison. */
#ifndef GJ_TESTS_SUPPORT_CLAIMS_H
#define GJ_TESTS_SUPPORT_CLAIMS_H

#include "../../core/base/buffer.h"
#include "support_forms.h"

/** test_binding_open with rules/zfxxgk/claims.lua and the pack's words for other years. */
void test_claims_open(test_binding *t);

/** Claims of known kinds as "requests.received 41件 ties*": value and unit (0 in words is "none"), then ties, contradicts, unknown or
 *  nothing, * where the tie is one that the text should say, @2023 where the number is of another year. Separated by "; ". */
void test_claims_written(const gj_report *report, gj_buffer *out);

/** Relations: "261条 = 34 + 227", "41 + 1件 = 20 + 22" (two totals), "12条 > 10 + 3" where the parts are too many, "<" too few, "?" open; then "complete",
 *  "rounded", "mixed". Shares: "3 of 8 = 37.5%", "3 of 8 is 37.5 not 50%". Changes: "31 -> 22 down 29%", "... is 29.03 not 39%", "wrong way", "? -> 22".
 *  Separated by "; ". */
void test_relations_written(const gj_report *report, gj_buffer *out);

#endif
