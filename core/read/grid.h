/** grid.h - cells in reading order laid out as a grid, merged cells and all.
 *
 * Shared by every reader: start, then for each row gj_grid_row_add and its cells with gj_grid_cell_add, then finish.
 * Cells are placed as HTML places them: at the next slot of the row that no cell above reaches into. Nothing is
 * filled in: rows keep the number of slots they have, a slot that nobody took is NULL. Spans that cannot be (over
 * GJ_MAX_TABLE_COLUMNS, over the table's end, into a cell that is already there) are clamped and counted, so that the
 * reader can say so.
 */
#ifndef GJ_READ_GRID_H
#define GJ_READ_GRID_H

#include "document.h"

typedef struct gj_grid_builder {
    gj_arena *arena;
    GJ_LIST(gj_grid_row) rows;
    gj_grid_cell **slots; /* of the row under way, GJ_MAX_TABLE_COLUMNS */
    gj_grid_cell
        *reaching[GJ_MAX_TABLE_COLUMNS]; /* the cell from above that stands in this column of the row under way */
    size_t below[GJ_MAX_TABLE_COLUMNS];  /* rows it still reaches, the one under way included */
    size_t column;                       /* next slot to try */
    size_t width;                        /* slots taken in the row under way */
    size_t widest;                       /* of all rows so far: no cell stands at or right of it */
    size_t taken;                        /* slots of all rows */
    bool in_row;
    /* What the reader may want to remark: */
    size_t clamped; /* spans that were clamped */
    gj_span first_clamped;
    bool ragged;       /* after finish: a row differs in width from the first one */
    size_t ragged_row; /* the first such row, from 0 */
} gj_grid_builder;

/** `builder` must be zeroed except `arena`, or fresh from a finish. */
GJ_MUST_USE gj_status gj_grid_start(gj_grid_builder *builder, gj_arena *arena, gj_error *err);
/** Begin a row; a row under way is closed. `span` may be completed later with gj_grid_row_end. */
GJ_MUST_USE gj_status gj_grid_row_add(gj_grid_builder *builder, gj_span span, gj_error *err);
/** The row under way ends at byte `end`. */
void gj_grid_row_end(gj_grid_builder *builder, size_t end);
/** A cell of the row under way. Spans of 0 count as 1. */
GJ_MUST_USE gj_status gj_grid_cell_add(gj_grid_builder *builder, const gj_text *text, size_t rowspan, size_t colspan,
                                       gj_error *err);
/** The grid, in the arena. The builder may be started again. */
GJ_MUST_USE gj_status gj_grid_finish(gj_grid_builder *builder, gj_span span, gj_grid **out, gj_error *err);

#endif
