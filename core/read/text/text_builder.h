/** text_builder.h - a gj_text put together from pieces of the source, with exact runs.
 *
 * One builder serves many texts: begin, add pieces in reading order, finish. Bytes that stand in the source as they are
 * get a run; decoded ones (an entity, an escape) get empty runs at both ends, so that their place is exact as well.
 * A text that is one unbroken piece of the source is not copied. Failures are kept and returned by gj_text_finish.
 */
#ifndef GJ_READ_TEXT_BUILDER_H
#define GJ_READ_TEXT_BUILDER_H

#include "../document.h"

typedef struct gj_text_builder {
    gj_arena *arena;
    gj_slice bytes;        /* of the source */
    GJ_LIST(gj_run) runs;  /* of the text under way */
    GJ_LIST(char) decoded; /* bytes of the text that no run covers, in order */
    size_t length;         /* of the text so far */
    gj_status failed;
} gj_text_builder;

void gj_text_begin(gj_text_builder *builder);
/** Source bytes [begin, end) as they stand. */
void gj_text_add(gj_text_builder *builder, size_t begin, size_t end);
/** `text` for source bytes [begin, end). */
void gj_text_add_decoded(gj_text_builder *builder, size_t begin, size_t end, gj_slice text);
/** One byte that is not in the source: the space between two joined lines. */
void gj_text_add_byte(gj_text_builder *builder, char byte);
/** The text, white space at its ends removed. `span` is kept as it is. */
GJ_MUST_USE gj_status gj_text_finish(gj_text_builder *builder, gj_span span, gj_text *out, gj_error *err);

/** `span` without white space at its ends; an empty span stands where its text would, one blank after its start. */
gj_span gj_span_trim(gj_slice bytes, gj_span span);
/** Take the first piece of *rest that none of `count` cuts covers, which are in order and do not overlap; false when nothing is left. */
bool gj_span_uncut(const gj_span *cuts, size_t count, gj_span *rest, gj_span *piece);

#endif
