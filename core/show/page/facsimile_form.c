/* facsimile_form.c - a table of keyed data: rows with the same columns under one header, groups and blocks before their rows. */
#include "../report/table_order.h"
#include "facsimile.h"

typedef struct layout {
    gj_fax_maker *f;
    const gj_bound_table *table;
    const gj_form_table *form;
    gj_fax_cells *cells;
    size_t row, column;
} layout;

static void put(layout *l, gj_fax_cell_kind kind, const gj_text *text)
{
    (void)gj_fax_cell_add(l->f, l->cells, kind, l->row, l->column++, text);
}

/* Words of the form, or of a line that has no place of its own. */
static void put_words(layout *l, gj_fax_cell_kind kind, gj_slice words)
{
    gj_text text = { .text = words.len ? words : (gj_slice){ "", 0 }, .span = { GJ_NOT_FOUND, GJ_NOT_FOUND } };
    put(l, kind, &text);
}

static void next_row(layout *l)
{
    l->row++;
    l->column = 0;
}

/* The nearest label above a row: of its block, else of its group. */
static gj_slice group_of(const gj_form_table *form, size_t row)
{
    if (form->rows[row].block.len)
        return form->rows[row].block;
    for (size_t i = 0; i < form->group_count; i++)
        if (form->groups[i].first <= row && row <= form->groups[i].last)
            return form->groups[i].label;
    return (gj_slice){ "", 0 };
}

static bool has_groups(const gj_form_table *form)
{
    for (size_t r = 0; r < form->row_count; r++)
        if (group_of(form, r).len)
            return true;
    return false;
}

static const gj_text *column_label(const gj_bound_table *table, size_t row, size_t column)
{
    const gj_text *own = &table->headers[row * table->form->column_count + column];
    return own->text.len ? own : &table->columns[column].label;
}

static void header(layout *l, size_t row)
{
    if (has_groups(l->form))
        put_words(l, GJ_FAX_COLUMN_HEAD, (gj_slice){ "", 0 });
    put_words(l, GJ_FAX_COLUMN_HEAD, l->form->corner);
    for (size_t c = 0; c < l->form->column_count; c++) {
        if (!gj_table_has_cell(l->form, row, c))
            continue;
        const gj_text *label = column_label(l->table, row, c);
        if (label->text.len)
            put(l, GJ_FAX_COLUMN_HEAD, label);
        else
            put_words(l, GJ_FAX_COLUMN_HEAD, l->form->columns[c].label);
    }
    next_row(l);
}

static void values(layout *l, size_t row)
{
    const gj_bound_row *bound = &l->table->rows[row];
    if (gj_table_row_unread(l->table, row) && bound->unread) {
        for (size_t i = 0; i < bound->unread_count; i++)
            put_words(l, GJ_FAX_VALUE, bound->unread[i]);
        return;
    }
    for (size_t c = 0; c < l->form->column_count; c++) {
        const gj_cell *cell = gj_table_cell(l->table, row, c);
        gj_text text = { .text = cell->lexeme.len ? cell->lexeme : (gj_slice){ "", 0 }, .span = cell->span };
        if (!gj_table_has_cell(l->form, row, c))
            continue;
        if (cell->kind == GJ_CELL_MISSING)
            put_words(l, GJ_FAX_VALUE, (gj_slice){ "", 0 });
        else
            put(l, GJ_FAX_VALUE, &text);
    }
}

static void bound_row(layout *l, size_t row)
{
    const gj_bound_row *bound = &l->table->rows[row];
    if (has_groups(l->form))
        put_words(l, GJ_FAX_ROW_HEAD, group_of(l->form, row));
    if (bound->label.text.len)
        put(l, GJ_FAX_ROW_HEAD, &bound->label);
    else
        put_words(l, GJ_FAX_ROW_HEAD, l->form->rows[row].label);
    values(l, row);
    next_row(l);
}

/* Lines that are no row of the form, after the row that they followed. */
static void unbound(layout *l, size_t after)
{
    for (size_t i = 0; i < l->table->unbound_count; i++) {
        const gj_unbound_row *row = &l->table->unbound[i];
        if (row->after != after)
            continue;
        if (has_groups(l->form))
            put_words(l, GJ_FAX_ROW_HEAD, (gj_slice){ "", 0 });
        put(l, GJ_FAX_ROW_HEAD, &row->label);
        for (size_t k = row->label_count; k < row->cell_count; k++)
            put_words(l, GJ_FAX_VALUE, row->cells[k]);
        next_row(l);
    }
}

/* Cells of one group that follow each other become one. */
static void merge_groups(layout *l, size_t first)
{
    gj_fax_cell *open = NULL;
    for (size_t i = first; i < l->cells->count; i++) {
        gj_fax_cell *cell = &l->cells->items[i];
        if (cell->column != 0)
            continue;
        bool same = open && cell->kind == GJ_FAX_ROW_HEAD && open->kind == GJ_FAX_ROW_HEAD && cell->text.text.len &&
                    gj_slice_equal(open->text.text, cell->text.text) && open->row + open->rowspan == cell->row;
        if (same) {
            open->rowspan++;
            cell->rowspan = 0;
        } else {
            open = cell;
        }
    }
    size_t kept = first;
    for (size_t i = first; i < l->cells->count; i++)
        if (l->cells->items[i].rowspan)
            l->cells->items[kept++] = l->cells->items[i];
    l->cells->count = kept;
}

void gj_fax_form(gj_fax_maker *f, const gj_bound_table *table, gj_fax_cells *cells)
{
    layout l = { .f = f, .table = table, .form = table->form, .cells = cells };
    size_t first = cells->count;
    unsigned long columns = 0;
    unbound(&l, GJ_NOT_FOUND);
    for (size_t r = GJ_NOT_FOUND; !f->cut && (r = gj_table_next_row(table, r)) != GJ_NOT_FOUND;) {
        if (table->form->rows[r].columns != columns)
            header(&l, r);
        columns = table->form->rows[r].columns;
        bound_row(&l, r);
        unbound(&l, r);
    }
    for (size_t i = 0; i < table->unread_count; i++)
        put_words(&l, GJ_FAX_VALUE, table->unread[i]);
    if (has_groups(l.form))
        merge_groups(&l, first);
}
