/** json_token.h - the words of JSON: strings, numbers, true, false, null (RFC 8259 §6, §7, §3).
 *
 * Each function starts at the token's first byte, moves *at past it, and fails with GJ_INPUT at the byte that is wrong. The bytes
 * are valid UTF-8 (source.h).
 */
#ifndef GJ_READ_JSON_TOKEN_H
#define GJ_READ_JSON_TOKEN_H

#include "../../base/slice.h"
#include "../../base/status.h"

/** A string from its opening quote. `escaped` says whether a backslash occurs. */
GJ_MUST_USE gj_status gj_json_string_token(gj_slice bytes, size_t *at, bool *escaped, gj_error *err);
/** A number from its minus or first digit. */
GJ_MUST_USE gj_status gj_json_number_token(gj_slice bytes, size_t *at, gj_error *err);
/** true, false or null. */
GJ_MUST_USE gj_status gj_json_word_token(gj_slice bytes, size_t *at, gj_error *err);
/** Always fails: says what stands at `at` in place of what `zh`/`en` expect, with advice where the slip is a known one (Chinese
 *  quotation marks, NaN, a leading plus, comments …). */
GJ_MUST_USE gj_status gj_json_unexpected(gj_slice bytes, size_t at, const char *zh, const char *en, gj_error *err);

#endif
