/* markdown_matrix.c - a header of columns and one line a row (table 3), with columns and parents that are not the form's. */
#include "markdown_form.h"

/* The parents of a row, which are printed before its label. How many. */
static size_t parents(gj_md_writer *w, size_t row)
{
    const gj_bound_row *bound = &w->table->rows[row];
    gj_slice group = gj_md_group_label(w->form, row), block = gj_md_block_label(w, row);
    for (size_t i = 0; i < bound->parent_count; i++)
        gj_md_put(w, bound->parents[i]);
    if (bound->parent_count)
        return bound->parent_count;
    if (group.len)
        gj_md_put(w, group);
    if (block.len)
        gj_md_put(w, block);
    return (size_t)(group.len > 0) + (block.len > 0);
}

/* Columns of no column of the form that stand after column `after`: their label, or their cell in a row. */
static void extra_columns(gj_md_writer *w, size_t after, size_t row)
{
    for (size_t i = 0; i < w->table->extra_column_count; i++) {
        const gj_extra_column *column = &w->table->extra_columns[i];
        if (column->after == after)
            gj_md_put(w, row == GJ_NOT_FOUND ? column->label : column->cells[row]);
    }
}

static void matrix_row(gj_md_writer *w, size_t row, size_t columns)
{
    size_t labels = parents(w, row), there = 0;
    gj_md_put(w, gj_md_row_label(w, row));
    labels++;
    for (size_t c = 0; c < w->form->column_count; c++)
        there += w->table->columns[c].present && gj_md_is_there(w->table, row, c);
    if (there < columns) {
        gj_md_incomplete(w, row, labels, columns);
        return;
    }
    gj_md_blanks(w, labels, w->labels);
    extra_columns(w, GJ_NOT_FOUND, row);
    for (size_t c = GJ_NOT_FOUND; (c = gj_table_next_column(w->table, c)) != GJ_NOT_FOUND;) {
        gj_md_put(w, gj_table_cell(w->table, row, c)->lexeme);
        extra_columns(w, c, row);
    }
}

void gj_md_matrix(gj_md_writer *w)
{
    const gj_bound_table *table = w->table;
    size_t columns = 0;
    bool block = false;
    for (size_t r = 0; r < w->form->row_count; r++)
        block = block || w->form->rows[r].block.len;
    for (size_t c = 0; c < w->form->column_count; c++)
        columns += table->columns[c].present;
    w->labels = 1u + block + (w->form->group_count > 0);
    for (size_t r = 0; r < w->form->row_count; r++)
        if (table->rows[r].parent_count >= w->labels)
            w->labels = table->rows[r].parent_count + 1;
    size_t all = columns + table->extra_column_count;
    w->width = w->labels + all;
    gj_md_extra(w, GJ_NOT_FOUND, GJ_NOT_FOUND, all);
    gj_md_begin(w);
    gj_md_put(w, table->note_seen ? table->note : table->layout_known ? GJ_MD_NOTHING : w->form->note_text);
    gj_md_blanks(w, 1, w->labels);
    extra_columns(w, GJ_NOT_FOUND, GJ_NOT_FOUND);
    for (size_t c = GJ_NOT_FOUND; (c = gj_table_next_column(table, c)) != GJ_NOT_FOUND;) {
        gj_md_put(w, table->columns[c].label.text.len ? table->columns[c].label.text : w->form->columns[c].label);
        extra_columns(w, c, GJ_NOT_FOUND);
    }
    gj_md_end(w);
    gj_md_unbound(w, GJ_NOT_FOUND, all);
    for (size_t r = GJ_NOT_FOUND; (r = gj_table_next_row(table, r)) != GJ_NOT_FOUND;) {
        gj_md_begin(w);
        matrix_row(w, r, columns);
        gj_md_end(w);
        gj_md_extra(w, r, GJ_NOT_FOUND, all);
        gj_md_unbound(w, r, all);
    }
}
