/** table_order.h - rows and columns of a bound table in the order in which they were written. */
#ifndef GJ_SHOW_TABLE_ORDER_H
#define GJ_SHOW_TABLE_ORDER_H

#include "../../bind/report.h"

/** The present row that was written after `row`, the first one after GJ_NOT_FOUND; GJ_NOT_FOUND at the end. Every present row comes
 *  once, also where two say that they stood in the same place: then in the form's order. */
size_t gj_table_next_row(const gj_bound_table *table, size_t row);
/** Likewise for columns. */
size_t gj_table_next_column(const gj_bound_table *table, size_t column);

/** A row of keyed data or of a grid whose cells could not be placed under the form's columns. */
bool gj_table_row_unread(const gj_bound_table *table, size_t row);

static inline bool gj_table_has_cell(const gj_form_table *form, size_t row, size_t column)
{
    return form->rows[row].columns >> column & 1;
}

#endif
