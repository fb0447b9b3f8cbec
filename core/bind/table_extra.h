/** table_extra.h - keeping what a table has beside the labels, figures and the note of its form (gj_extra_words, gj_extra_column). */
#ifndef GJ_BIND_TABLE_EXTRA_H
#define GJ_BIND_TABLE_EXTRA_H

#include "table_words.h"

/** Words that stand in one place of the binder's table. Words over one header are kept together, however many lines they stand in; each line
 *  after a row is one of its own. Nothing is made before the first word. */
typedef struct gj_extra_line {
    gj_table_binder *b;
    size_t after, over; /* as in gj_extra_words */
    bool begun;
} gj_extra_line;

/** Words in the table's header. */
static inline gj_extra_line gj_extra_in_header(gj_table_binder *b)
{
    return (gj_extra_line){ .b = b, .after = GJ_NOT_FOUND, .over = GJ_NOT_FOUND };
}
/** A line after the row that was entered last; in the header, where there is none yet. */
static inline gj_extra_line gj_extra_here(gj_table_binder *b)
{
    return (gj_extra_line){ .b = b, .after = b->last_row, .over = GJ_NOT_FOUND };
}
/** Keep a word, or words as they stand in one cell. Empty ones are none. */
GJ_MUST_USE gj_status gj_extra_add(gj_extra_line *line, gj_slice word);
/** All that is written in a line of the view, each cell once. */
GJ_MUST_USE gj_status gj_extra_add_line(gj_extra_line *line, const gj_view_line *from);
/** The words of a header that are not `kept`, or all of them; a word that a flattened merge repeats beside itself once. */
GJ_MUST_USE gj_status gj_extra_add_words(gj_extra_line *line, const gj_header_words *words, bool all);
/** The column of a matrix that stands in this slot, made where there is none; NULL when memory ran out. It holds until the next is made. */
gj_extra_column *gj_extra_column_at(gj_table_binder *b, size_t slot);
/** The captions of the view's grids, over the first row, but for one that is the note. For a table that is bound. */
GJ_MUST_USE gj_status gj_extra_add_captions(gj_table_binder *b);

#endif
