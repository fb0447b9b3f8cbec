/* blank.h - taking the cases out of a rule file, for a binary that judges and does not test. */
#ifndef GJ_TOOLS_BLANK_H
#define GJ_TOOLS_BLANK_H

#include "../core/base/buffer.h"

/* Append the source with `cases = nil` in place of every `cases = { … }` within a table. Line breaks stay, so that line numbers do. Returns
 * how many there were. */
size_t blank_cases(gj_slice source, gj_buffer *out);

#endif
