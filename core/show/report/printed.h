/** printed.h - a table as its form prints it: header lines, labels over several rows and columns, and the cells to fill in.
 *
 * For writers that can merge cells. What is laid out is the form; the figures are the table's, in every cell of the form that has one. What could
 * not be bound has no place here: reports as they were written go through report_markdown.h or facsimile.h.
 */
#ifndef GJ_SHOW_PRINTED_H
#define GJ_SHOW_PRINTED_H

#include "../../bind/report.h"

typedef enum gj_printed_kind {
    GJ_PRINTED_HEAD,  /* over columns */
    GJ_PRINTED_LABEL, /* of a row or a block */
    GJ_PRINTED_VALUE
} gj_printed_kind;

typedef struct gj_printed_cell {
    gj_slice text; /* as the form prints it, or the figure as written; may be empty */
    gj_printed_kind kind;
    size_t row, column;      /* first slot, from 0 */
    size_t rowspan, colspan; /* at least 1 */
} gj_printed_cell;

typedef struct gj_printed {
    size_t row_count, column_count;
    size_t
        head_rows; /* lines of header at the top, to be repeated on every page; 0 where headers stand between the rows */
    size_t label_columns; /* columns that hold labels only; 0 where labels stand over the values */
    GJ_LIST(gj_printed_cell) cells;
    const gj_printed_cell **slots; /* row_count * column_count, none NULL: the cell that stands there */
} gj_printed;

/** Lay `table` out, in `arena`. Fails for memory, and with GJ_LIMIT for a form whose labels overlap. */
GJ_MUST_USE gj_status gj_print_table(gj_arena *arena, const gj_bound_table *table, gj_printed *out, gj_error *err);

#endif
