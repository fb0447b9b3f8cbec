/* markdown_form.c - a table of keyed data, laid out as its form prints it, with what the report had otherwise.
 *
 * No cell is made: a row that lacks cells, or whose cells could not be placed, is written with those that it has and no blank
 * ones before or after them, so that it is as ragged as it was and reading it again places nothing.
 */
#include "markdown_form.h"

void gj_md_begin(gj_md_writer *w)
{
    gj_buffer_byte(w->out, '|');
}

void gj_md_end(gj_md_writer *w)
{
    gj_buffer_byte(w->out, '\n');
    if (!w->begun)
        gj_md_delimiter(w->out, w->width);
    w->begun = true;
}

void gj_md_put(gj_md_writer *w, gj_slice text)
{
    gj_md_cell(w->out, text);
}

void gj_md_blanks(gj_md_writer *w, size_t written, size_t wanted)
{
    for (; written < wanted; written++)
        gj_md_put(w, GJ_MD_NOTHING);
}

gj_slice gj_md_row_label(gj_md_writer *w, size_t row)
{
    return w->table->layout_known ? w->table->rows[row].label.text : w->form->rows[row].label;
}

gj_slice gj_md_block_label(gj_md_writer *w, size_t row)
{
    return w->table->layout_known && !w->table->block_seen[row] ? GJ_MD_NOTHING : w->form->rows[row].block;
}

gj_slice gj_md_group_label(const gj_form_table *form, size_t row)
{
    for (size_t i = 0; i < form->group_count; i++)
        if (form->groups[i].first <= row && row <= form->groups[i].last)
            return form->groups[i].label;
    return GJ_MD_NOTHING;
}

gj_slice gj_md_header_label(gj_md_writer *w, size_t row, size_t column)
{
    size_t at = row * w->form->column_count + column;
    if (w->table->headers[at].text.len)
        return w->table->headers[at].text;
    return w->table->layout_known && !w->table->header_seen[at] ? GJ_MD_NOTHING : w->form->columns[column].label;
}

bool gj_md_is_there(const gj_bound_table *table, size_t row, size_t column)
{
    gj_cell_kind kind = gj_table_cell(table, row, column)->kind;
    return gj_table_has_cell(table->form, row, column) && kind != GJ_CELL_MISSING && kind != GJ_CELL_UNREAD;
}

/* Values that could not be placed, after `labels` cells of labels. They must not be placed when they are read again: where they are as
 * many as the columns, dots take one place more; where they end with the line, a blank label moves them. */
static void unplaced(gj_md_writer *w, const gj_slice *values, size_t count, size_t labels, size_t columns)
{
    bool dots = count == columns;
    if (count && labels + count + dots == w->width)
        gj_md_put(w, GJ_MD_NOTHING);
    for (size_t i = 0; i < count; i++)
        gj_md_put(w, values[i]);
    if (dots)
        gj_md_put(w, GJ_LIT("…"));
}

/* Blanks at the ends of values that could not be placed could be taken for padding. */
static void strip(const gj_slice **values, size_t *count)
{
    while (*count && !(*values)[0].len) {
        ++*values;
        --*count;
    }
    while (*count && !(*values)[*count - 1].len)
        --*count;
}

void gj_md_incomplete(gj_md_writer *w, size_t row, size_t labels, size_t columns)
{
    const gj_bound_row *bound = &w->table->rows[row];
    gj_slice cells[GJ_MAX_FORM_COLUMNS];
    const gj_slice *values = bound->unread;
    size_t count = bound->unread_count;
    if (!gj_table_row_unread(w->table, row)) {
        values = cells;
        count = 0;
        for (size_t c = 0; c < w->form->column_count; c++)
            if (gj_md_is_there(w->table, row, c))
                cells[count++] = gj_table_cell(w->table, row, c)->lexeme;
    }
    strip(&values, &count);
    unplaced(w, values, count, labels, columns);
}

void gj_md_unbound(gj_md_writer *w, size_t after, size_t columns)
{
    for (size_t i = 0; i < w->table->unbound_count; i++) {
        const gj_unbound_row *row = &w->table->unbound[i];
        if (row->after != after)
            continue;
        gj_md_begin(w);
        for (size_t k = 0; k < row->cell_count; k++) {
            if (k == row->label_count && row->cell_count - k == columns)
                gj_md_blanks(w, k, w->labels);
            gj_md_put(w, row->cells[k]);
        }
        gj_md_end(w);
    }
}

void gj_md_extra(gj_md_writer *w, size_t after, size_t over, size_t columns)
{
    for (size_t i = 0; i < w->table->extra_count; i++) {
        const gj_extra_words *words = &w->table->extra[i];
        if (words->after != after || (after == GJ_NOT_FOUND && words->over != over))
            continue;
        gj_md_begin(w);
        size_t written = 0, first = words->count == columns + 1;
        for (size_t k = 0; k < words->count; k++) {
            if (k == first && words->count > 1 && words->count <= columns + 1)
                for (; written < w->labels; written++)
                    gj_md_put(w, GJ_MD_NOTHING);
            if (k && gj_slice_equal(words->words[k], words->words[k - 1])) { /* else a flattened merge */
                gj_md_put(w, GJ_MD_NOTHING);
                written++;
            }
            gj_md_put(w, words->words[k]);
            written++;
        }
        gj_md_blanks(w, written, w->width);
        gj_md_end(w);
    }
}

static size_t row_width(const gj_form_table *form, size_t row)
{
    size_t width = 0;
    for (size_t c = 0; c < form->column_count; c++)
        width += gj_table_has_cell(form, row, c);
    return width;
}

static void block_row(gj_md_writer *w, size_t row)
{
    size_t columns = row_width(w->form, row), there = 0;
    gj_md_begin(w);
    gj_md_put(w, gj_md_row_label(w, row));
    for (size_t c = 0; c < w->form->column_count; c++)
        there += gj_md_is_there(w->table, row, c);
    if (there < columns) {
        gj_md_incomplete(w, row, 1, columns);
    } else {
        for (size_t c = 0; c < w->form->column_count; c++)
            if (gj_table_has_cell(w->form, row, c))
                gj_md_put(w, gj_table_cell(w->table, row, c)->lexeme);
        gj_md_blanks(w, 1 + columns, w->width);
    }
    gj_md_end(w);
    gj_md_extra(w, row, GJ_NOT_FOUND, 0);
    gj_md_unbound(w, row, columns);
}

static void block_title(gj_md_writer *w, size_t row)
{
    gj_md_begin(w);
    gj_md_put(w, gj_md_block_label(w, row));
    gj_md_blanks(w, 1, w->width);
    gj_md_end(w);
}

/* A header of which the report has no label at all is none. */
static void block_header(gj_md_writer *w, size_t row)
{
    bool any = false;
    for (size_t c = 0; c < w->form->column_count; c++)
        any = any || (gj_table_has_cell(w->form, row, c) && gj_md_header_label(w, row, c).len);
    if (!any)
        return;
    gj_md_begin(w);
    gj_md_put(w, w->form->corner);
    for (size_t c = 0; c < w->form->column_count; c++)
        if (gj_table_has_cell(w->form, row, c))
            gj_md_put(w, gj_md_header_label(w, row, c));
    gj_md_blanks(w, 1 + row_width(w->form, row), w->width);
    gj_md_end(w);
}

/* Rows that share a block stand under its title; rows that share their columns under one header. */
static void blocks(gj_md_writer *w)
{
    const gj_form_row *rows = w->form->rows;
    size_t last = GJ_NOT_FOUND;
    w->labels = 1;
    for (size_t r = 0; r < w->form->row_count; r++)
        w->width = row_width(w->form, r) >= w->width ? row_width(w->form, r) + 1 : w->width;
    gj_md_extra(w, GJ_NOT_FOUND, GJ_NOT_FOUND, 0);
    for (size_t r = GJ_NOT_FOUND; (r = gj_table_next_row(w->table, r)) != GJ_NOT_FOUND; last = r) {
        bool first = last == GJ_NOT_FOUND, opens = first || !gj_slice_equal(rows[last].block, rows[r].block);
        if (opens)
            block_title(w, r);
        gj_md_extra(w, GJ_NOT_FOUND, r, 0);
        if (opens || rows[last].columns != rows[r].columns)
            block_header(w, r);
        if (first)
            gj_md_unbound(w, GJ_NOT_FOUND, 0);
        block_row(w, r);
    }
}

void gj_md_form_table(gj_buffer *out, const gj_bound_table *table)
{
    gj_md_writer w = { .out = out, .table = table, .form = table->form };
    switch (table->form->shape) {
    case GJ_SHAPE_MATRIX:
        gj_md_matrix(&w);
        return;
    case GJ_SHAPE_BLOCKS:
        blocks(&w);
        return;
    case GJ_SHAPE_FLAT:
        gj_md_flat(&w);
        return;
    }
}
