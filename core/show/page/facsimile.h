/** facsimile.h - the report itself, for outputs that show it: blocks, tables, and where the findings point.
 *
 * Runs where report and result are both at hand: in the worker, after judging.
 */
#ifndef GJ_SHOW_FACSIMILE_H
#define GJ_SHOW_FACSIMILE_H

#include "../../bind/report.h"
#include "../../judge/result.h"

/** Sets result->facsimile, in `arena`; texts are borrowed from the report. Fails for memory only; past GJ_MAX_FACSIMILE it ends early and says so (`cut`). */
GJ_MUST_USE gj_status gj_facsimile_make(gj_arena *arena, const gj_report *report, gj_result *result, gj_error *err);

/* For the files of facsimiles only. */

/** A mark of the report's file, as bytes of it. */
typedef struct gj_fax_mark {
    gj_span span;
    size_t reach; /* the greatest end of this mark and those before it */
    size_t finding, mark;
    size_t texts; /* that it highlights so far */
    bool whole;   /* it covers a table: its cells are not highlighted one by one */
} gj_fax_mark;

typedef GJ_LIST(gj_fax_cell) gj_fax_cells;

typedef struct gj_fax_maker {
    gj_arena *arena;
    const gj_report *report;
    gj_fax_mark *marks; /* by begin */
    size_t mark_count;
    size_t spent; /* of GJ_MAX_FACSIMILE */
    bool cut;
    GJ_LIST(gj_fax_block) blocks;
} gj_fax_maker;

/** All marks of the findings, sorted. False when memory runs out. */
bool gj_fax_marks(gj_fax_maker *f, const gj_result *result);
/** A text with its spots; empty, with `cut` set, once the limit is reached. */
gj_fax_text gj_fax_spotted(gj_fax_maker *f, const gj_text *text);
/** Spots for marks that cover the whole of a table; `caption` may be empty. */
gj_fax_text gj_fax_spotted_whole(gj_fax_maker *f, gj_slice caption, gj_span table);
/** A new cell of one slot, or NULL for memory or the limit. */
gj_fax_cell *gj_fax_cell_add(gj_fax_maker *f, gj_fax_cells *cells, gj_fax_cell_kind kind, size_t row, size_t column,
                             const gj_text *text);

/** The cells of a grid as laid out in the file; those that binding took for figures are values, what stands above and before them heads. */
void gj_fax_grid(gj_fax_maker *f, const gj_grid *grid, gj_fax_cells *cells);
/** A table of keyed data: rows and columns of its form that are there, with what could not be bound. */
void gj_fax_form(gj_fax_maker *f, const gj_bound_table *table, gj_fax_cells *cells);

#endif
