/** mask.h - private values: what a rule asked to hide is hidden in everything that a result shows.
 *
 * A finding about an identity number must not print the number: its output is uploaded where the report perhaps never was. So the rule
 * names the values (`mask = { quote, … }`), and when all rules have run they are hidden in the whole result: in messages,
 * quotes and source lines of every finding, of other rules too, and in outcomes, cells and notices. Hidden means that all code points but the
 * first and, of longer values, the last two are `*`: as many as before, so columns still hold.
 */
#ifndef GJ_JUDGE_MASK_H
#define GJ_JUDGE_MASK_H

#include "judging.h"

/** Remember a value and where it stands in the file. Past GJ_MAX_PRIVATE only the fact that there are more is kept; then no finding shows
 *  source lines at all. False when memory ran out. */
bool gj_mask_add(gj_judging *judging, gj_slice text, gj_span span);
/** The text with all values hidden that are remembered so far; data NULL when memory ran out. */
gj_slice gj_mask_text(const gj_judging *judging, gj_slice text);
/** Hide them in a finished result. Fingerprints are as they were made: a finding's own values are hidden before (saying.c), those of other
 *  rules do not depend on this one. */
GJ_MUST_USE gj_status gj_mask_result(const gj_judging *judging, gj_result *result, gj_error *err);

#endif
