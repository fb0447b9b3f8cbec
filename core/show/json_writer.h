/** json_writer.h - JSON piece by piece onto a buffer, in the order called.
 *
 * No tree is built: a run over thousands of reports writes one report and forgets it. Objects are laid out with two spaces a level;
 * from an "inline" object or array inwards all stands on one line, so that a list of outcomes is a list of lines. Keys come from us
 * and need no escape; values are escaped (gj_escape_json). Inside an array pass NULL as the key. Nesting past GJ_JSON_OUT_DEPTH or more ends than
 * beginnings set the buffer's failure to GJ_INTERNAL.
 */
#ifndef GJ_SHOW_JSON_WRITER_H
#define GJ_SHOW_JSON_WRITER_H

#include "../base/buffer.h"
#include "../bind/number.h"

typedef struct gj_json {
    gj_buffer *out; /* may be exchanged between calls */
    unsigned depth;
    unsigned inline_at;                 /* the depth from which all is on one line; 0: none */
    bool filled[GJ_JSON_OUT_DEPTH + 1]; /* the level has an item already */
} gj_json;

/** `one_line`: nothing is ever broken (JSON Lines). */
void gj_json_begin(gj_json *w, gj_buffer *out, bool one_line);

void gj_json_object(gj_json *w, const char *key);
void gj_json_object_inline(gj_json *w, const char *key);
void gj_json_object_end(gj_json *w);
void gj_json_array(gj_json *w, const char *key);
void gj_json_array_inline(gj_json *w, const char *key);
void gj_json_array_end(gj_json *w);

void gj_json_string(gj_json *w, const char *key, gj_slice value);
/** null where the value is empty. */
void gj_json_optional(gj_json *w, const char *key, gj_slice value);
/** A list of strings, on one line. */
void gj_json_strings(gj_json *w, const char *key, const gj_slice *items, size_t count);
void gj_json_text(gj_json *w, const char *key, const char *value);
void gj_json_count(gj_json *w, const char *key, size_t value);
/** A line, column or year: null where it is 0. */
void gj_json_place(gj_json *w, const char *key, size_t value);
void gj_json_bool(gj_json *w, const char *key, bool value);
void gj_json_null(gj_json *w, const char *key);
/** A number as short as it is exact: 3, 26.55. */
void gj_json_decimal(gj_json *w, const char *key, gj_decimal value);

/** Separator and key of a value that the caller writes to `out` himself (a string put together from pieces). */
void gj_json_value(gj_json *w, const char *key);

/** Items written apart, into a buffer of their own, to be put into an array or object that comes later: `depth` is that of the place. */
void gj_json_part(gj_json *part, gj_buffer *out, unsigned depth);
/** Put the part's items into the array or object that is open in `w`. */
void gj_json_splice(gj_json *w, const gj_json *part);

#endif
