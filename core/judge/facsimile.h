/** facsimile.h - a report's own text, block by block, and where in it the findings point.
 *
 * For outputs that show the report itself (html). Plain data like the rest of a result: made by the worker (show/page/facsimile.h) where it is asked
 * for, sent over the pipe, escaped by the one who shows it. Texts are as the reader gave them; nothing is filled in. Tables of grids keep
 * their cells and merged cells; tables of keyed data are laid out by their form.
 */
#ifndef GJ_JUDGE_FACSIMILE_H
#define GJ_JUDGE_FACSIMILE_H

#include "../base/slice.h"

/** Bytes [begin, end) of a text, at which mark `mark` of finding `finding` points. An empty spot is all of its text: a blank cell, a whole table. */
typedef struct gj_fax_spot {
    size_t begin, end;
    size_t finding, mark; /* indexes into the result */
    bool first;           /* of this mark, in reading order: the place to link to */
} gj_fax_spot;

typedef struct gj_fax_text {
    gj_slice text;
    gj_fax_spot *spots; /* by begin */
    size_t spot_count;
} gj_fax_text;

typedef enum gj_fax_cell_kind { GJ_FAX_VALUE, GJ_FAX_COLUMN_HEAD, GJ_FAX_ROW_HEAD } gj_fax_cell_kind;
#define GJ_FAX_CELL_KINDS 3

typedef struct gj_fax_cell {
    gj_fax_text text;
    gj_fax_cell_kind kind;
    size_t row, column;      /* first slot, from 0 */
    size_t rowspan, colspan; /* at least 1 */
} gj_fax_cell;

typedef enum gj_fax_kind {
    GJ_FAX_TITLE,
    GJ_FAX_HEADING, /* `level` 1..6 */
    GJ_FAX_PARAGRAPH,
    GJ_FAX_TABLE, /* `cells` by row, then column; `text` is its caption, whose spots are of the table as a whole */
    GJ_FAX_IMAGE  /* a picture that stands for content; `text` tells of it */
} gj_fax_kind;
#define GJ_FAX_KINDS 5

typedef struct gj_fax_block {
    gj_fax_kind kind;
    size_t level;
    bool strong;
    gj_fax_text text;
    gj_words name; /* of a statutory table; empty for others */
    gj_fax_cell *cells;
    size_t cell_count;
} gj_fax_block;

typedef struct gj_facsimile {
    gj_fax_block *blocks;
    size_t block_count;
    bool cut; /* past GJ_MAX_FACSIMILE: the rest of the report is not here */
} gj_facsimile;

/** Whether a text may be cut at byte `at`: not inside a character. */
static inline bool gj_fax_boundary(gj_slice text, size_t at)
{
    return at == text.len || (at < text.len && ((unsigned char)text.data[at] & 0xC0) != 0x80);
}

#endif
