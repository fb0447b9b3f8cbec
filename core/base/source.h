/** source.h - the one map between bytes, lines and columns.
 *
 * A source is the file as the person wrote it: all bytes, BOM included. Lines end in LF, CRLF or CR, counted from 1. Columns
 * are code points from 1; the BOM is not counted. The bytes are borrowed and must outlive the source. Of a file in another
 * encoding the source holds the text converted to UTF-8: lines and columns are the same, byte offsets are of the converted text.
 */
#ifndef GJ_BASE_SOURCE_H
#define GJ_BASE_SOURCE_H

#include "arena.h"
#include "slice.h"
#include "status.h"

typedef struct gj_source {
    gj_slice name;       /* path as given, for messages */
    gj_slice bytes;      /* valid UTF-8 */
    const size_t *lines; /* offset of each line's first byte */
    size_t line_count;
} gj_source;

typedef struct gj_place {
    size_t line, column; /* from 1; 0 when there is no place */
} gj_place;

/** Index the lines. GJ_INPUT with the offset when the bytes are not UTF-8, GJ_LIMIT past GJ_MAX_LINES. */
GJ_MUST_USE gj_status gj_source_open(gj_arena *arena, gj_slice name, gj_slice bytes, gj_source **out, gj_error *err);
/** Line and column of a byte offset; an offset inside a character counts as its start, past the end as the end. O(log lines)
 *  plus the line's length. */
gj_place gj_source_place(const gj_source *source, size_t offset);
/** The text of line `line` (from 1) without its line end; empty when there is none. */
gj_slice gj_source_line(const gj_source *source, size_t line);
/** Byte offset of the first byte of `line` (from 1), clamped. */
size_t gj_source_line_start(const gj_source *source, size_t line);
/** Turn err->offset into err->line and err->column. */
void gj_error_locate(gj_error *err, const gj_source *source);

#endif
