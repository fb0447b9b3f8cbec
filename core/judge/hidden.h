/** hidden.h - private values, for those who show the report's text after judging: gj_result.hidden says which they are.
 */
#ifndef GJ_JUDGE_HIDDEN_H
#define GJ_JUDGE_HIDDEN_H

#include "../base/arena.h"

/** The text with these values hidden as mask.h hides them; the text itself where none stands in it, data NULL when memory ran out. */
gj_slice gj_mask_values(gj_arena *arena, const gj_slice *values, size_t count, gj_slice text);

#endif
