/** pattern_ready.h - patterns that were compiled while the binary was built (tools/patterns.c).
 *
 * Compiling costs some 60 k instructions a pattern, and an ordinary report meets fifty of them: a third of what a cold process does. What PCRE2 made
 * of the ruleset's patterns on the build machine is taken over instead, by the same PCRE2 only; any other refuses it, and then they are compiled
 * when first needed, as those of every other ruleset.
 */
#ifndef GJ_BASE_PATTERN_READY_H
#define GJ_BASE_PATTERN_READY_H

#include "pattern.h"
#include "pattern_source.h"

typedef struct gj_ready_pattern {
    uint32_t hash;            /* gj_pattern_hash of the source */
    uint32_t source, length;  /* in `sources` */
    uint32_t needle, needles; /* the first of its needles, and how many */
    uint32_t first;           /* in `firsts`, counted from 1; 0: not known */
} gj_ready_pattern;

typedef struct gj_ready {
    const gj_ready_pattern *patterns; /* by hash */
    size_t count;
    const unsigned char *sources;
    const gj_needle *needles;
    const gj_char_set *firsts;
    const unsigned char *codes; /* by pcre2_serialize_encode, in the order of `patterns` */
} gj_ready;

uint32_t gj_pattern_hash(gj_slice source);
/** NULL where it is not among them, or where `ready` is NULL. */
const gj_ready_pattern *gj_ready_find(const gj_ready *ready, uint32_t hash, gj_slice source);

/** Patterns registered from now on are taken from `ready` where they are in it. It must outlive the matcher. */
void gj_matcher_use(gj_matcher *matcher, const gj_ready *ready);

/** For tools/patterns.c: the pattern after `last` (NULL: the first), or NULL at the end; in no order. */
gj_pattern *gj_matcher_next(const gj_matcher *matcher, const gj_pattern *last);
/** For tools/patterns.c: the pcre2_code, compiled if need be; NULL where the pattern is bad. */
const void *gj_pattern_code(gj_pattern *pattern);

#endif
