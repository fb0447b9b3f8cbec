/** table_view.h - grids as lines of cells whose numbers and labels have been read.
 *
 * A table may stand in several grids (one for every block, or cut by a page): their lines follow each other in one view. A
 * merged cell is one gj_view_cell in several slots, so that it is never counted, or read, twice.
 */
#ifndef GJ_BIND_TABLE_VIEW_H
#define GJ_BIND_TABLE_VIEW_H

#include "labels.h"
#include "report.h"

typedef struct gj_view_cell {
    const gj_grid_cell *cell;
    gj_number number;
    gj_label label; /* where the number is GJ_CELL_TEXT, else empty */
} gj_view_cell;

typedef struct gj_view_line {
    gj_view_cell **slots; /* NULL in a slot: a hole in a ragged table */
    size_t count;
    size_t row; /* in its grid */
    const gj_grid *grid;
    gj_span span;
} gj_view_line;

typedef struct gj_view {
    gj_view_line *lines;
    size_t count, room;
} gj_view;

/** Add a grid's lines to the view. */
GJ_MUST_USE gj_status gj_view_add(gj_arena *arena, gj_view *view, const gj_grid *grid, gj_error *err);
/** Add the lines of another view. */
GJ_MUST_USE gj_status gj_view_append(gj_arena *arena, gj_view *view, const gj_view *more, gj_error *err);

/** There and with anything in it. */
bool gj_view_written(const gj_view_cell *cell);
/** A number or a dash: what a value looks like and a label does not. */
bool gj_view_figure(const gj_view_cell *cell);
/** Words. */
static inline bool gj_view_worded(const gj_view_cell *cell)
{
    return cell && cell->number.kind == GJ_CELL_TEXT;
}
/** Whether the cell in this slot begins there, in this line: false for the later slots of a merged cell. */
bool gj_view_begins(const gj_view_line *line, size_t slot);
/** Words that begin here and are not those of the slot to the left again, as where a merge was flattened. */
bool gj_view_new_words(const gj_view_line *line, size_t slot);
/** A cell that takes more than one slot. */
bool gj_view_merged(const gj_view_cell *cell);
/** A line with nothing in it but a page number 「- 4 -」, or with nothing at all. */
bool gj_view_empty(const gj_view_line *line);

/** The values of a line: `count` cells of it, one a value. */
typedef struct gj_values {
    const gj_view_cell *cells[GJ_MAX_TABLE_COLUMNS];
    size_t count;
} gj_values;

/** The cells from slot `from` on, each once. */
void gj_view_values(const gj_view_line *line, size_t from, gj_values *out);
/** Narrow `values` to exactly `wanted` cells by leaving out blank ones at its ends, where there is only one way to do so (all
 *  ways are one where all are blank). False where there is none or more than one; then values are only stripped of blanks at
 *  both ends, for counting. */
bool gj_values_narrow(gj_values *values, size_t wanted);

#endif
