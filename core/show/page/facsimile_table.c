/* facsimile_table.c - a grid of the file, and which of its cells are figures. */
#include <stdlib.h>

#include "facsimile.h"

/* Where the figures of the bound tables stand, sorted. */
typedef struct figures {
    size_t *begins;
    size_t count;
} figures;

static int by_number(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return (a > b) - (a < b);
}

static figures find_figures(gj_fax_maker *f, gj_span grid)
{
    figures found = { NULL, 0 };
    size_t most = 0;
    for (size_t i = 0; i < f->report->table_count; i++)
        most += f->report->tables[i].form->row_count * f->report->tables[i].form->column_count;
    found.begins = GJ_ARRAY(f->arena, most, size_t);
    for (size_t i = 0; found.begins && i < f->report->table_count; i++) {
        const gj_bound_table *table = &f->report->tables[i];
        size_t cells = table->present && !table->keyed ? table->form->row_count * table->form->column_count : 0;
        for (size_t k = 0; k < cells; k++) {
            const gj_cell *cell = &table->cells[k];
            if (cell->kind != GJ_CELL_MISSING && cell->span.begin >= grid.begin && cell->span.begin <= grid.end)
                found.begins[found.count++] = cell->span.begin;
        }
    }
    if (found.count)
        qsort(found.begins, found.count, sizeof *found.begins, by_number);
    return found;
}

static bool is_figure(const figures *known, gj_span text)
{
    size_t low = 0, high = known->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (known->begins[middle] < text.begin)
            low = middle + 1;
        else
            high = middle;
    }
    return low < known->count && known->begins[low] <= text.end;
}

/* A number as it may be written in a line that is no row of a form. */
static bool looks_like_number(gj_slice text)
{
    return text.len && ((text.data[0] >= '0' && text.data[0] <= '9') || text.data[0] == '-' || text.data[0] == '/');
}

/* The first column of a row that holds a figure; GJ_NOT_FOUND where it has none. */
static size_t first_figure(const gj_grid_row *row, size_t index, const figures *known)
{
    for (size_t c = 0; c < row->slot_count; c++)
        if (row->slots[c] && row->slots[c]->row == index && is_figure(known, row->slots[c]->text.span))
            return c;
    return GJ_NOT_FOUND;
}

/* For rows without figures: labels above the first figures and between blocks; lines that no form knows. */
static size_t first_number(const gj_grid_row *row)
{
    for (size_t c = 0; c < row->slot_count; c++)
        if (row->slots[c] && looks_like_number(row->slots[c]->text.text))
            return c;
    return GJ_NOT_FOUND;
}

static void row_of(gj_fax_maker *f, const gj_grid *grid, size_t index, const figures *known, gj_fax_cells *cells)
{
    const gj_grid_row *row = &grid->rows[index];
    size_t from = known->count ? first_figure(row, index, known) : index ? 0 : GJ_NOT_FOUND;
    if (known->count && from == GJ_NOT_FOUND)
        from = first_number(row);
    for (size_t c = 0; c < row->slot_count && !f->cut; c++) {
        const gj_grid_cell *slot = row->slots[c];
        if (!slot || slot->row != index || slot->column != c)
            continue; /* a merged cell stands where it begins */
        gj_fax_cell_kind kind = from == GJ_NOT_FOUND ? GJ_FAX_COLUMN_HEAD : c < from ? GJ_FAX_ROW_HEAD : GJ_FAX_VALUE;
        gj_fax_cell *cell = gj_fax_cell_add(f, cells, kind, index, c, &slot->text);
        if (cell) {
            cell->rowspan = slot->rowspan;
            cell->colspan = slot->colspan;
        }
    }
}

/* Formats without merged cells repeat a label, or leave cells blank, where the form prints one wide or high cell. For the reader's sake
 * such cells become one again; a cell that a finding points at stays what it is. */
static bool joins_left(const gj_fax_cell *left, const gj_fax_cell *cell, bool figure)
{
    if (left->row != cell->row || left->column + left->colspan != cell->column || left->rowspan != cell->rowspan ||
        cell->text.spot_count || left->text.spot_count || figure)
        return false;
    if (!cell->text.text.len)
        return left->text.text.len && (left->kind == cell->kind);
    return cell->kind == GJ_FAX_COLUMN_HEAD && left->kind == GJ_FAX_COLUMN_HEAD &&
           gj_slice_equal(left->text.text, cell->text.text);
}

static void join_row(gj_fax_cells *cells, size_t first, const bool *figure)
{
    size_t kept = first;
    for (size_t i = first; i < cells->count; i++) {
        gj_fax_cell *cell = &cells->items[i];
        if (kept > first && joins_left(&cells->items[kept - 1], cell, figure[i - first]))
            cells->items[kept - 1].colspan += cell->colspan;
        else
            cells->items[kept++] = *cell;
    }
    cells->count = kept;
}

static bool joins_above(const gj_fax_cell *above, const gj_fax_cell *cell)
{
    return above && above->kind == GJ_FAX_ROW_HEAD && cell->kind == GJ_FAX_ROW_HEAD && cell->text.text.len &&
           above->row + above->rowspan == cell->row && above->colspan == cell->colspan && !above->text.spot_count &&
           !cell->text.spot_count && gj_slice_equal(above->text.text, cell->text.text);
}

/* Heads that repeat the one above, column by column; `open` is the last head of each column, by index. */
static void join_columns(gj_fax_maker *f, gj_fax_cells *cells, size_t first, size_t columns)
{
    size_t *open = GJ_ARRAY(f->arena, columns, size_t);
    size_t kept = first;
    for (size_t i = 0; open && i < columns; i++)
        open[i] = GJ_NOT_FOUND;
    for (size_t i = first; open && i < cells->count; i++) {
        gj_fax_cell *cell = &cells->items[i];
        gj_fax_cell *above = open[cell->column] == GJ_NOT_FOUND ? NULL : &cells->items[open[cell->column]];
        if (joins_above(above, cell)) {
            above->rowspan += cell->rowspan;
            continue;
        }
        open[cell->column] = kept;
        cells->items[kept++] = *cell;
    }
    cells->count = open ? kept : cells->count;
}

void gj_fax_grid(gj_fax_maker *f, const gj_grid *grid, gj_fax_cells *cells)
{
    figures known = find_figures(f, grid->span);
    bool *figure = GJ_ARRAY(f->arena, grid->column_count, bool);
    size_t start = cells->count;
    for (size_t r = 0; figure && r < grid->row_count && !f->cut; r++) {
        size_t first = cells->count;
        row_of(f, grid, r, &known, cells);
        if (!known.count)
            continue;
        for (size_t i = first; i < cells->count; i++) {
            const gj_grid_cell *slot = grid->rows[r].slots[cells->items[i].column];
            figure[i - first] = is_figure(&known, slot->text.span);
        }
        join_row(cells, first, figure);
    }
    if (known.count)
        join_columns(f, cells, start, grid->column_count);
}
