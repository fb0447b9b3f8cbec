/* table_order.c - rows and columns as written. */
#include "table_order.h"

/* Whether place (order, index) comes after another. */
static bool comes_after(size_t order, size_t index, size_t other_order, size_t other)
{
    return order > other_order || (order == other_order && index > other);
}

size_t gj_table_next_row(const gj_bound_table *table, size_t row)
{
    const gj_bound_row *rows = table->rows;
    size_t best = GJ_NOT_FOUND;
    for (size_t i = 0; i < table->form->row_count; i++) {
        if (!rows[i].present || (row != GJ_NOT_FOUND && !comes_after(rows[i].order, i, rows[row].order, row)))
            continue;
        if (best == GJ_NOT_FOUND || comes_after(rows[best].order, best, rows[i].order, i))
            best = i;
    }
    return best;
}

size_t gj_table_next_column(const gj_bound_table *table, size_t column)
{
    const gj_bound_column *columns = table->columns;
    size_t best = GJ_NOT_FOUND;
    for (size_t i = 0; i < table->form->column_count; i++) {
        if (!columns[i].present ||
            (column != GJ_NOT_FOUND && !comes_after(columns[i].order, i, columns[column].order, column)))
            continue;
        if (best == GJ_NOT_FOUND || comes_after(columns[best].order, best, columns[i].order, i))
            best = i;
    }
    return best;
}

bool gj_table_row_unread(const gj_bound_table *table, size_t row)
{
    for (size_t c = 0; c < table->form->column_count; c++)
        if (gj_table_has_cell(table->form, row, c) && gj_table_cell(table, row, c)->kind == GJ_CELL_UNREAD)
            return true;
    return false;
}
