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

void gj_fax_grid(gj_fax_maker *f, const gj_grid *grid, gj_fax_cells *cells)
{
    figures known = find_figures(f, grid->span);
    for (size_t r = 0; r < grid->row_count && !f->cut; r++)
        row_of(f, grid, r, &known, cells);
}
