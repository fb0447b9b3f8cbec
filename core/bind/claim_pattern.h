/** claim_pattern.h - claim patterns with `{n}` written out, in two forms.
 *
 * Every number of a report may be written in many ways, and a group that reads them all costs 90 k instructions to compile; nearly all
 * sentences need a fraction of it. So a pattern is registered with the short form, and the full one follows at the first sentence that
 * needs it.
 */
#ifndef GJ_BIND_CLAIM_PATTERN_H
#define GJ_BIND_CLAIM_PATTERN_H

#include "form.h"

/** A claim pattern's source with `{n}` written out (GJ_QUANTITY_GROUP); data NULL when memory ran out. `*times` is how often `{n}` stood
 *  there. */
gj_slice gj_claim_pattern_source(gj_arena *arena, gj_slice written, size_t *times);
/** The same for plain sentences (GJ_QUANTITY_PLAIN). */
gj_slice gj_claim_pattern_plain(gj_arena *arena, gj_slice written, size_t *times);

/** The full form of a pattern with `{n}`, to be registered when needed; NULL when memory ran out. */
gj_full_pattern *gj_full_pattern_new(gj_arena *arena, gj_matcher *matcher, gj_slice written);
/** It, registered now if it was not yet. `scratch` need not outlive the call. */
GJ_MUST_USE gj_status gj_full_pattern_get(gj_arena *scratch, gj_full_pattern *full, gj_pattern **out, gj_error *err);

#endif
