/** loose.h - tables that no marks hold together (GJ_GRID_SPACED, GJ_GRID_STACKED), and giving them up where they are not certain.
 *
 * What looks like a defect of such a table may be one of its layout: a header that the layout tore looks like missing columns. So it is
 * used only where its header is whole and in order and no figures are left over; else its lines are paragraphs again, as they would be
 * had the reader seen no table, and the report is bound anew. Nothing of the text is lost, and one notice says what happened.
 */
#ifndef GJ_BIND_LOOSE_H
#define GJ_BIND_LOOSE_H

#include "table_bind.h"

/** Whether any line of the view comes from such a grid. */
bool gj_view_is_loose(const gj_view *view);
/** Whether a table bound from one may be used. */
bool gj_table_is_certain(const gj_bound_table *table);
/** Whether a row that was not bound is named in the view: its cells were blank, or its figures went to another row. */
bool gj_table_lost_figures(const gj_table_binder *b);
/** Note the grids of the view as given up: report->given_up. */
GJ_MUST_USE gj_status gj_table_give_up(gj_arena *arena, gj_report *report, const gj_view *view, gj_error *err);
/** Where a table whose merged cells are wrong or lost did not come out whole, bind it by each line's own cells, if it is whole then
 *  (own_cells.c). */
GJ_MUST_USE gj_status gj_bind_own_cells(gj_table_binder *b, const gj_form *form, gj_slice key);
/** The document with the lines of what was given up as paragraphs. */
GJ_MUST_USE gj_status gj_loosen(gj_arena *arena, const gj_report *report, const gj_document **out, gj_error *err);

#endif
