/** repeat.h - pieces of text that stand twice in a row: "局局", "并举并举".
 *
 * Only runs of CJK ideographs (U+4000 to U+9FFF) count; digits, letters and punctuation end a run. Whether a doubled word is a mistake (局局) or
 * grammar (常常) is for the caller. One pass, some 20 instructions a character.
 */
#ifndef GJ_BASE_REPEAT_H
#define GJ_BASE_REPEAT_H

#include "slice.h"

#define GJ_REPEAT_MOST 4 /* characters of the longest piece */

/** The first place at or after byte `from` where a piece of `least` to GJ_REPEAT_MOST characters is followed by itself: *both spans the two.
 *  Where several end at the same character, the longest piece. False where there is none. The text must be valid UTF-8 and `from` a code point
 *  boundary; to go on, pass both->end. */
bool gj_repeat_next(gj_slice text, size_t from, size_t least, gj_span *both);

#endif
