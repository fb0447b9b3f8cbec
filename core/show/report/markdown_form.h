/** markdown_form.h - what the writers of the three shapes share: one table of keyed data under way. For markdown_*.c only. */
#ifndef GJ_SHOW_MARKDOWN_FORM_H
#define GJ_SHOW_MARKDOWN_FORM_H

#include "report_markdown.h"
#include "table_order.h"

typedef struct gj_md_writer {
    gj_buffer *out;
    const gj_bound_table *table;
    const gj_form_table *form;
    size_t labels; /* columns of labels */
    size_t width;  /* all columns */
    bool begun;    /* the first line, which a delimiter follows, is written */
} gj_md_writer;

#define GJ_MD_NOTHING ((gj_slice){ NULL, 0 })

/** Open and close a line of the table; the first is followed by a delimiter. */
void gj_md_begin(gj_md_writer *w);
void gj_md_end(gj_md_writer *w);
/** The next cell. */
void gj_md_put(gj_md_writer *w, gj_slice text);
/** Blank cells from `written` up to `wanted`. */
void gj_md_blanks(gj_md_writer *w, size_t written, size_t wanted);
/** As written where that is known; without a layout as the form prints it. */
gj_slice gj_md_row_label(gj_md_writer *w, size_t row);
gj_slice gj_md_block_label(gj_md_writer *w, size_t row);
/** The group's label over the row, or empty. */
gj_slice gj_md_group_label(const gj_form_table *form, size_t row);
/** A header that the report does not have stays blank. */
gj_slice gj_md_header_label(gj_md_writer *w, size_t row, size_t column);
/** A value that could be written: not one that is missing or could not be placed. */
bool gj_md_is_there(const gj_bound_table *table, size_t row, size_t column);
/** The cells of a row that has not one for every column of the table. */
void gj_md_incomplete(gj_md_writer *w, size_t row, size_t labels, size_t columns);
/** Lines that are no row of the form, after the row that they followed. */
void gj_md_unbound(gj_md_writer *w, size_t after, size_t columns);
/** Words beside the form's, where they stood: each line one of the table. Header words that name columns must not stand where another
 *  column does: as many as there are columns stand over them, one more begins the line. */
void gj_md_extra(gj_md_writer *w, size_t after, size_t over, size_t columns);

/* One shape a file; GJ_SHAPE_BLOCKS with what is shared. */
void gj_md_matrix(gj_md_writer *w);
void gj_md_flat(gj_md_writer *w);

#endif
