/** char_set.h - which characters, roughly: by the low bits of their code points.
 *
 * A character that is in the set is always found in it; now and then so is another one that shares its place.
 */
#ifndef GJ_BASE_CHAR_SET_H
#define GJ_BASE_CHAR_SET_H

#include <stdint.h>

#include "slice.h"

#define GJ_CHAR_PLACES 1024

typedef struct gj_char_set {
    uint32_t bits[GJ_CHAR_PLACES / 32];
} gj_char_set;

static inline void gj_char_set_add(gj_char_set *set, uint32_t code)
{
    set->bits[code % GJ_CHAR_PLACES / 32] |= 1u << (code % 32);
}

/** The first byte at or after `from` (a code point boundary) of a character that is in the set, or GJ_NOT_FOUND. The text must be valid UTF-8. */
size_t gj_char_set_find(const gj_char_set *set, gj_slice text, size_t from);
/** The same for a set without ideographs: those of U+4000 to U+9FFF, most of a report, are passed without a look at it. */
size_t gj_char_set_find_sign(const gj_char_set *set, gj_slice text, size_t from);

#endif
