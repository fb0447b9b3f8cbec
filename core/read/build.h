/** build.h - a document under construction, for the readers that make one block after another.
 *
 * A reader fills a builder and finishes it into a gj_document; limits on blocks and tables are kept here, once. Everything is
 * allocated in the builder's arena. Every function fails only with GJ_NOMEM or GJ_LIMIT.
 */
#ifndef GJ_READ_BUILD_H
#define GJ_READ_BUILD_H

#include "document.h"

typedef struct gj_builder {
    gj_arena *arena;
    const gj_source *source;
    gj_error *err;
    GJ_LIST(gj_block) blocks;
    GJ_LIST(gj_meta) metas;
    GJ_LIST(gj_remark) remarks;
    size_t tables; /* blocks that are grids or records */
} gj_builder;

/** Add a block. Its span counts as the place of a limit that is passed. */
GJ_MUST_USE gj_status gj_builder_block(gj_builder *builder, const gj_block *block);
/** Add metadata; the caller has checked that the key is not there yet. */
GJ_MUST_USE gj_status gj_builder_meta(gj_builder *builder, gj_slice key, const gj_text *value, gj_slice pointer);
/** Add a remark. `zh` and `en` are fresh from gj_arena_format: where their data is NULL, memory has run out. */
GJ_MUST_USE gj_status gj_builder_remark(gj_builder *builder, gj_slice kind, gj_span span, gj_slice pointer, gj_slice zh,
                                        gj_slice en);
/** Add a remark about the whole file, which has no place in it. */
GJ_MUST_USE gj_status gj_builder_remark_all(gj_builder *builder, const char *kind, gj_slice zh, gj_slice en);
/** Remark that the text of a header or footer was kept out; its beginning is quoted. */
GJ_MUST_USE gj_status gj_builder_margin(gj_builder *builder, gj_slice text);
/** Put the blocks in the order of the file, an outer table before those in its cells. */
void gj_builder_sort(gj_builder *builder);
/** The finished document. The builder may not be used again. */
GJ_MUST_USE gj_status gj_builder_finish(gj_builder *builder, gj_format format, gj_document **out);

/** A text that stands in the file exactly as it reads: bytes [begin, end) without white space at both ends. The empty text
 *  stands at `begin`. */
GJ_MUST_USE gj_status gj_builder_verbatim(gj_builder *builder, size_t begin, size_t end, gj_text *out);
/** The same of a source that is still being written: from `begin` to its end so far. The text's bytes are those of `source`. */
GJ_MUST_USE gj_status gj_builder_written(gj_builder *builder, gj_slice source, size_t begin, gj_text *out);

#endif
