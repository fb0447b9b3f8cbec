/* markdown_flat.c - all rows side by side: lines of header, one line of values (table 4). */
#include "markdown_form.h"

/* What stands over a cell of a flat table, from above: its group and its row, or its row and its column; then its column. */
static gj_slice flat_header(gj_md_writer *w, size_t level, size_t row, size_t column)
{
    gj_slice group = gj_md_group_label(w->form, row);
    if (level == 0)
        return group.len ? group : gj_md_row_label(w, row);
    return level == 1 && group.len ? gj_md_row_label(w, row) : gj_md_header_label(w, row, column);
}

/* A cell of the table as written: there, or not placed with all the others. */
static bool in_flat(const gj_bound_table *table, size_t row, size_t column)
{
    return table->rows[row].present && gj_table_has_cell(table->form, row, column) &&
           gj_table_cell(table, row, column)->kind != GJ_CELL_MISSING;
}

/* Values one after the other, without blanks at their ends. */
typedef struct value_run {
    size_t written, blanks; /* blanks wait for a value after them */
} value_run;

static void add_value(gj_md_writer *w, value_run *run, gj_slice text)
{
    if (!text.len) {
        run->blanks += run->written > 0;
        return;
    }
    gj_md_blanks(w, 0, run->blanks);
    gj_md_put(w, text);
    run->written += run->blanks + 1;
    run->blanks = 0;
}

/* Values of the whole table, or of some rows, could not be placed: they are written so that none is. */
static void flat_unplaced(gj_md_writer *w)
{
    const gj_bound_table *table = w->table;
    value_run run = { 0, 0 };
    for (size_t r = 0; r < w->form->row_count; r++) {
        for (size_t c = 0; c < w->form->column_count; c++)
            if (gj_md_is_there(table, r, c))
                add_value(w, &run, gj_table_cell(table, r, c)->lexeme);
        for (size_t i = 0; i < table->rows[r].unread_count; i++)
            add_value(w, &run, table->rows[r].unread[i]);
    }
    for (size_t i = 0; i < table->unread_count; i++)
        add_value(w, &run, table->unread[i]);
    size_t cells = w->form->row_count * w->form->column_count;
    while (!run.written || run.written == cells || run.written == w->width)
        add_value(w, &run, GJ_LIT("…"));
}

/* The line of values. */
static void flat_values(gj_md_writer *w)
{
    const gj_bound_table *table = w->table;
    bool placed = !table->unread;
    for (size_t r = 0; r < w->form->row_count; r++)
        placed = placed && !gj_table_row_unread(table, r);
    gj_md_begin(w);
    for (size_t i = 0; placed && i < w->form->row_count * w->form->column_count; i++)
        if (gj_md_is_there(table, i / w->form->column_count, i % w->form->column_count))
            gj_md_put(w, table->cells[i].lexeme);
    if (!placed)
        flat_unplaced(w);
    gj_md_end(w);
}

/* All rows side by side: two or three lines of header, one line of values. */
void gj_md_flat(gj_md_writer *w)
{
    const gj_bound_table *table = w->table;
    const gj_form_table *form = w->form;
    size_t cells = form->row_count * form->column_count, headers = form->group_count ? 3 : 2;
    for (size_t i = 0; i < cells; i++)
        w->width += in_flat(table, i / form->column_count, i % form->column_count);
    if (!w->width)
        return;
    gj_md_extra(w, GJ_NOT_FOUND, GJ_NOT_FOUND, 0);
    for (size_t line = 0; line < headers; line++) {
        gj_md_begin(w);
        for (size_t i = 0; i < cells; i++)
            if (in_flat(table, i / form->column_count, i % form->column_count))
                gj_md_put(w, flat_header(w, line, i / form->column_count, i % form->column_count));
        gj_md_end(w);
    }
    flat_values(w);
    for (size_t r = 0; r < form->row_count; r++) {
        gj_md_extra(w, r, GJ_NOT_FOUND, 0);
        gj_md_unbound(w, r, 0);
    }
    gj_md_unbound(w, GJ_NOT_FOUND, 0);
}
