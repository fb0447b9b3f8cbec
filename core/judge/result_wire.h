/** result_wire.h - a result as bytes, for the pipe between a worker and its parent.
 *
 * Native byte order and sizes: both ends are the same binary. The decoder trusts nothing: lengths and counts are checked
 * against what is there, so a worker that was taken over can at most lie about its own report.
 */
#ifndef GJ_JUDGE_RESULT_WIRE_H
#define GJ_JUDGE_RESULT_WIRE_H

#include "../base/buffer.h"
#include "result.h"

GJ_MUST_USE gj_status gj_result_encode(const gj_result *result, gj_buffer *out);
/** All texts are copied into the arena. GJ_INTERNAL when the bytes are no result. */
GJ_MUST_USE gj_status gj_result_decode(gj_arena *arena, gj_slice bytes, gj_result **out, gj_error *err);

#endif
