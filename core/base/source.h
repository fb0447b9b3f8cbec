/** source.h - the one map between bytes, lines and columns.
 *
 * A source is the file as the person wrote it: all bytes, BOM included. Lines end in LF, CRLF or CR, counted from 1. Columns
 * are code points from 1; the BOM is not counted. The bytes are borrowed and must outlive the source. Of a file in another
 * encoding the source holds the text converted to UTF-8: lines and columns are the same, byte offsets are of the converted text.
 *
 * A file without lines (docx) becomes a source too: the text that its reader wrote of it, a line a paragraph and a line a row. Nobody
 * can find a line of that text, so such a source has loci: each says for the bytes from its offset on by what a person finds the place.
 */
#ifndef GJ_BASE_SOURCE_H
#define GJ_BASE_SOURCE_H

#include "arena.h"
#include "slice.h"
#include "status.h"

typedef enum gj_file_part {
    GJ_PART_NONE, /* no locus: the file has lines */
    GJ_PART_BODY,
    GJ_PART_BOX, /* a text box */
    GJ_PART_NOTE /* a footnote or endnote */
} gj_file_part;
/** "body" "box" "note"; "" for GJ_PART_NONE. */
const char *gj_file_part_name(gj_file_part part);

/** A place in a file without lines. All numbers count from 1; 0: does not apply or is not known. */
typedef struct gj_locus {
    size_t offset; /* in the source's bytes */
    gj_file_part part;
    size_t page; /* of a format with fixed pages */
    size_t
        paragraph; /* among those of the part that stand in no table and hold something; of a note: the note's number */
    size_t table, row, column; /* row and column as laid out, merged cells counted as the columns they take */
    size_t character;          /* of the paragraph or cell; filled in for one offset by gj_source_place */
    gj_slice element; /* of a web page, which has lines as well: the element's path; part is GJ_PART_NONE then */
    size_t box[4];    /* left, top, width, height on the page, in points; all 0 where not known */
} gj_locus;

/** An element of a web page. They stand in the order of their beginnings, each after the one it stands in. */
typedef struct gj_source_element {
    size_t begin, end, parent;
    gj_slice path; /* "#zoom/table[2]/tr[4]/td[3]" (html_path.c); empty for the page itself */
} gj_source_element;

typedef struct gj_source {
    gj_slice name;       /* path as given, for messages */
    gj_slice bytes;      /* valid UTF-8 */
    const size_t *lines; /* offset of each line's first byte */
    size_t line_count;
    const gj_locus *loci; /* by offset; none where the file itself has lines */
    size_t locus_count;
    const gj_source_element *elements; /* of a web page; none elsewhere */
    size_t element_count;
} gj_source;

typedef struct gj_place {
    size_t line, column; /* from 1; 0 when there is no place, and in a source with loci */
    gj_locus locus;      /* part GJ_PART_NONE where the file has lines */
} gj_place;

/** Index the lines. GJ_INPUT with the offset when the bytes are not UTF-8, GJ_LIMIT past GJ_MAX_LINES. */
GJ_MUST_USE gj_status gj_source_open(gj_arena *arena, gj_slice name, gj_slice bytes, gj_source **out, gj_error *err);
/** Where a byte offset stands in the file: line and column (and a web page's element), or the locus; nothing for GJ_NOWHERE, what concerns the whole file. O(log)
 *  plus the line's length. */
gj_place gj_source_place(const gj_source *source, size_t offset);
/** Line and column of the source's own text, also where it has loci; an offset inside a character counts as its start, past the end as the end. O(log lines)
 *  plus the line's length. */
gj_place gj_source_line_place(const gj_source *source, size_t offset);
/** The text of line `line` (from 1) without its line end; empty when there is none. */
gj_slice gj_source_line(const gj_source *source, size_t line);
/** Byte offset of the first byte of `line` (from 1), clamped. */
size_t gj_source_line_start(const gj_source *source, size_t line);
/** Turn err->offset into err->line and err->column. */
void gj_error_locate(gj_error *err, const gj_source *source);

#endif
