/** base64.h - bytes as text and back (RFC 4648 §4, by nettle). */
#ifndef GJ_BASE_BASE64_H
#define GJ_BASE_BASE64_H

#include "arena.h"
#include "buffer.h"

/** Append `bytes` as base64 with padding. A failure is the buffer's. */
void gj_base64_add(gj_buffer *out, gj_slice bytes);
/** GJ_INPUT where `text` is no base64. */
GJ_MUST_USE gj_status gj_base64_decode(gj_arena *arena, gj_slice text, gj_slice *out, gj_error *err);

#endif
