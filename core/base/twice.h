/** twice.h - texts that stand among others twice, word for word or nearly so.
 *
 * Two passes. The first walks the characters once and remembers, by a hash of the four before it, one place in four: copies share these places
 * wherever they stand. Only a pair that shares some is then compared as a whole (shingle.h, numbers kept). A report without repeats costs some
 * twenty instructions a character.
 */
#ifndef GJ_BASE_TWICE_H
#define GJ_BASE_TWICE_H

#include "arena.h"

/** Two of the texts of which the shorter is mostly in the other. */
typedef struct gj_twice {
    size_t first, second; /* texts, first < second */
    double share;         /* of the distinct shingles of the one that has fewer */
} gj_twice;

/** For each text of at least `chars` letters, ideographs and digits the earlier one (as long at least) that it shares most places with, where `share` is
 *  reached. Of a place that many texts have the first GJ_SHINGLE_PLACES are remembered. Writes at most `most`; GJ_NOMEM only. */
GJ_MUST_USE gj_status gj_twice_find(gj_arena *arena, const gj_slice *texts, size_t count, size_t chars, double share,
                                    gj_twice *out, size_t most, size_t *written, gj_error *err);

#endif
