/** table_blocks.h - the header lines and the rows of a table of blocks. */
#ifndef GJ_BIND_TABLE_BLOCKS_H
#define GJ_BIND_TABLE_BLOCKS_H

#include "table_extra.h"

#define GJ_BLOCK_HEADS 16 /* header cells of one block that are looked at */

typedef struct gj_block_head {
    gj_text text;
    size_t slot;
    size_t column; /* of the form, or GJ_NOT_FOUND */
} gj_block_head;

typedef struct gj_block_reader {
    gj_table_binder *b;
    size_t block;                        /* first row of the block under way, or GJ_NOT_FOUND */
    gj_block_head heads[GJ_BLOCK_HEADS]; /* of the header line that holds now: its cells from the first column on */
    size_t head_count;
    size_t line_width;     /* slots of that line */
    gj_header_words above; /* words of titles and headers above the row to come; those that it will keep are marked */
} gj_block_reader;

/** A line taken apart: its label, and where its values begin. */
typedef struct gj_block_line {
    const gj_view_cell *own; /* a row's label, else the last words before the values; NULL: none */
    bool row;                /* it is a row's label */
    size_t value_slot;
    bool figures;
} gj_block_line;

/** Take a line apart. */
gj_block_line gj_block_take_apart(const gj_table_binder *b, const gj_view_line *line);
/** The label is a block's title. */
bool gj_block_is_title(const gj_table_binder *b, const gj_label *label);

/** The header among the words of some lines, of which `end` is the one below: the words that name columns and those beside them; the
 *  leftmost word, where it names none, heads the labels. True when at least one column was named: the header holds, and its words are
 *  marked as kept. */
bool gj_block_read_header(gj_block_reader *r, const gj_header_words *words, size_t end);
/** Words of line `line`, right above a row, as many as its columns and one more for its label: a header none of whose columns is
 *  recognised. True when it is one. */
bool gj_block_take_unknown(gj_block_reader *r, const gj_header_words *words, size_t line, const gj_view_line *next);
/** The columns of a row in the form's order; how many. */
size_t gj_block_columns(const gj_form_table *form, size_t row, size_t columns[GJ_BLOCK_HEADS]);
/** The columns of the header that holds, for a row: as many heads as the row has columns, all but at most one recognised and none
 *  foreign to the row, or all in their place. False: the header does not fit. */
bool gj_block_match(const gj_block_reader *r, size_t row, size_t columns[GJ_BLOCK_HEADS]);

#endif
