/* markdown_form.c - a table of keyed data, laid out as its form prints it, with what the report had otherwise.
 *
 * No cell is made: a row that lacks cells, or whose cells could not be placed, is written with those that it has and no blank
 * ones before or after them, so that it is as ragged as it was and reading it again places nothing.
 */
#include "report_markdown.h"
#include "table_order.h"

typedef struct table_writer {
    gj_buffer *out;
    const gj_bound_table *table;
    const gj_form_table *form;
    size_t labels; /* columns of labels */
    size_t width;  /* all columns */
    bool begun;    /* the first line, which a delimiter follows, is written */
} table_writer;

static const gj_slice NOTHING = { NULL, 0 };

static void begin(table_writer *w)
{
    gj_buffer_byte(w->out, '|');
}

static void end(table_writer *w)
{
    gj_buffer_byte(w->out, '\n');
    if (!w->begun)
        gj_md_delimiter(w->out, w->width);
    w->begun = true;
}

static void cell(table_writer *w, gj_slice text)
{
    gj_md_cell(w->out, text);
}

static void blanks(table_writer *w, size_t written, size_t wanted)
{
    for (; written < wanted; written++)
        cell(w, NOTHING);
}

/* As written where that is known; without a layout as the form prints it. */
static gj_slice row_label(table_writer *w, size_t row)
{
    return w->table->layout_known ? w->table->rows[row].label.text : w->form->rows[row].label;
}

static gj_slice block_label(table_writer *w, size_t row)
{
    return w->table->layout_known && !w->table->block_seen[row] ? NOTHING : w->form->rows[row].block;
}

/* The group's label over the row, or empty. */
static gj_slice group_label(const gj_form_table *form, size_t row)
{
    for (size_t i = 0; i < form->group_count; i++)
        if (form->groups[i].first <= row && row <= form->groups[i].last)
            return form->groups[i].label;
    return NOTHING;
}

/* A header that the report does not have stays blank. */
static gj_slice header_label(table_writer *w, size_t row, size_t column)
{
    size_t at = row * w->form->column_count + column;
    if (w->table->headers[at].text.len)
        return w->table->headers[at].text;
    return w->table->layout_known && !w->table->header_seen[at] ? NOTHING : w->form->columns[column].label;
}

/* A value that could be written: not one that is missing or could not be placed. */
static bool is_there(const gj_bound_table *table, size_t row, size_t column)
{
    gj_cell_kind kind = gj_table_cell(table, row, column)->kind;
    return gj_table_has_cell(table->form, row, column) && kind != GJ_CELL_MISSING && kind != GJ_CELL_UNREAD;
}

/* Values that could not be placed, after `labels` cells of labels. They must not be placed when they are read again: where they are as
 * many as the columns, dots take one place more; where they end with the line, a blank label moves them. */
static void unplaced(table_writer *w, const gj_slice *values, size_t count, size_t labels, size_t columns)
{
    bool dots = count == columns;
    if (count && labels + count + dots == w->width)
        cell(w, NOTHING);
    for (size_t i = 0; i < count; i++)
        cell(w, values[i]);
    if (dots)
        cell(w, GJ_LIT("…"));
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

/* The cells of a row that has not one for every column of the table. */
static void incomplete(table_writer *w, size_t row, size_t labels, size_t columns)
{
    const gj_bound_row *bound = &w->table->rows[row];
    gj_slice cells[GJ_MAX_FORM_COLUMNS];
    const gj_slice *values = bound->unread;
    size_t count = bound->unread_count;
    if (!gj_table_row_unread(w->table, row)) {
        values = cells;
        count = 0;
        for (size_t c = 0; c < w->form->column_count; c++)
            if (is_there(w->table, row, c))
                cells[count++] = gj_table_cell(w->table, row, c)->lexeme;
    }
    strip(&values, &count);
    unplaced(w, values, count, labels, columns);
}

/* Lines that are no row of the form, after the row that they followed. */
static void unbound(table_writer *w, size_t after, size_t columns)
{
    for (size_t i = 0; i < w->table->unbound_count; i++) {
        const gj_unbound_row *row = &w->table->unbound[i];
        if (row->after != after)
            continue;
        begin(w);
        for (size_t k = 0; k < row->cell_count; k++) {
            if (k == row->label_count && row->cell_count - k == columns)
                blanks(w, k, w->labels);
            cell(w, row->cells[k]);
        }
        end(w);
    }
}

/* Words beside the form's, where they stood: each line one of the table. Header words that name columns must not stand where another
 * column does: as many as there are columns stand over them, one more begins the line. */
static void extra(table_writer *w, size_t after, size_t over, size_t columns)
{
    for (size_t i = 0; i < w->table->extra_count; i++) {
        const gj_extra_words *words = &w->table->extra[i];
        if (words->after != after || (after == GJ_NOT_FOUND && words->over != over))
            continue;
        begin(w);
        size_t written = 0, first = words->count == columns + 1;
        for (size_t k = 0; k < words->count; k++) {
            if (k == first && words->count > 1 && words->count <= columns + 1)
                for (; written < w->labels; written++)
                    cell(w, NOTHING);
            if (k && gj_slice_equal(words->words[k], words->words[k - 1])) { /* else a flattened merge */
                cell(w, NOTHING);
                written++;
            }
            cell(w, words->words[k]);
            written++;
        }
        blanks(w, written, w->width);
        end(w);
    }
}

/* The parents of a row, which are printed before its label. How many. */
static size_t parents(table_writer *w, size_t row)
{
    const gj_bound_row *bound = &w->table->rows[row];
    gj_slice group = group_label(w->form, row), block = block_label(w, row);
    for (size_t i = 0; i < bound->parent_count; i++)
        cell(w, bound->parents[i]);
    if (bound->parent_count)
        return bound->parent_count;
    if (group.len)
        cell(w, group);
    if (block.len)
        cell(w, block);
    return (size_t)(group.len > 0) + (block.len > 0);
}

/* Columns of no column of the form that stand after column `after`: their label, or their cell in a row. */
static void extra_columns(table_writer *w, size_t after, size_t row)
{
    for (size_t i = 0; i < w->table->extra_column_count; i++) {
        const gj_extra_column *column = &w->table->extra_columns[i];
        if (column->after == after)
            cell(w, row == GJ_NOT_FOUND ? column->label : column->cells[row]);
    }
}

static void matrix_row(table_writer *w, size_t row, size_t columns)
{
    size_t labels = parents(w, row), there = 0;
    cell(w, row_label(w, row));
    labels++;
    for (size_t c = 0; c < w->form->column_count; c++)
        there += w->table->columns[c].present && is_there(w->table, row, c);
    if (there < columns) {
        incomplete(w, row, labels, columns);
        return;
    }
    blanks(w, labels, w->labels);
    extra_columns(w, GJ_NOT_FOUND, row);
    for (size_t c = GJ_NOT_FOUND; (c = gj_table_next_column(w->table, c)) != GJ_NOT_FOUND;) {
        cell(w, gj_table_cell(w->table, row, c)->lexeme);
        extra_columns(w, c, row);
    }
}

static void matrix(table_writer *w)
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
    extra(w, GJ_NOT_FOUND, GJ_NOT_FOUND, all);
    begin(w);
    cell(w, table->note_seen ? table->note : table->layout_known ? NOTHING : w->form->note_text);
    blanks(w, 1, w->labels);
    extra_columns(w, GJ_NOT_FOUND, GJ_NOT_FOUND);
    for (size_t c = GJ_NOT_FOUND; (c = gj_table_next_column(table, c)) != GJ_NOT_FOUND;) {
        cell(w, table->columns[c].label.text.len ? table->columns[c].label.text : w->form->columns[c].label);
        extra_columns(w, c, GJ_NOT_FOUND);
    }
    end(w);
    unbound(w, GJ_NOT_FOUND, all);
    for (size_t r = GJ_NOT_FOUND; (r = gj_table_next_row(table, r)) != GJ_NOT_FOUND;) {
        begin(w);
        matrix_row(w, r, columns);
        end(w);
        extra(w, r, GJ_NOT_FOUND, all);
        unbound(w, r, all);
    }
}

static size_t row_width(const gj_form_table *form, size_t row)
{
    size_t width = 0;
    for (size_t c = 0; c < form->column_count; c++)
        width += gj_table_has_cell(form, row, c);
    return width;
}

static void block_row(table_writer *w, size_t row)
{
    size_t columns = row_width(w->form, row), there = 0;
    begin(w);
    cell(w, row_label(w, row));
    for (size_t c = 0; c < w->form->column_count; c++)
        there += is_there(w->table, row, c);
    if (there < columns) {
        incomplete(w, row, 1, columns);
    } else {
        for (size_t c = 0; c < w->form->column_count; c++)
            if (gj_table_has_cell(w->form, row, c))
                cell(w, gj_table_cell(w->table, row, c)->lexeme);
        blanks(w, 1 + columns, w->width);
    }
    end(w);
    extra(w, row, GJ_NOT_FOUND, 0);
    unbound(w, row, columns);
}

static void block_title(table_writer *w, size_t row)
{
    begin(w);
    cell(w, block_label(w, row));
    blanks(w, 1, w->width);
    end(w);
}

/* A header of which the report has no label at all is none. */
static void block_header(table_writer *w, size_t row)
{
    bool any = false;
    for (size_t c = 0; c < w->form->column_count; c++)
        any = any || (gj_table_has_cell(w->form, row, c) && header_label(w, row, c).len);
    if (!any)
        return;
    begin(w);
    cell(w, w->form->corner);
    for (size_t c = 0; c < w->form->column_count; c++)
        if (gj_table_has_cell(w->form, row, c))
            cell(w, header_label(w, row, c));
    blanks(w, 1 + row_width(w->form, row), w->width);
    end(w);
}

/* Rows that share a block stand under its title; rows that share their columns under one header. */
static void blocks(table_writer *w)
{
    const gj_form_row *rows = w->form->rows;
    size_t last = GJ_NOT_FOUND;
    w->labels = 1;
    for (size_t r = 0; r < w->form->row_count; r++)
        w->width = row_width(w->form, r) >= w->width ? row_width(w->form, r) + 1 : w->width;
    extra(w, GJ_NOT_FOUND, GJ_NOT_FOUND, 0);
    for (size_t r = GJ_NOT_FOUND; (r = gj_table_next_row(w->table, r)) != GJ_NOT_FOUND; last = r) {
        bool first = last == GJ_NOT_FOUND, opens = first || !gj_slice_equal(rows[last].block, rows[r].block);
        if (opens)
            block_title(w, r);
        extra(w, GJ_NOT_FOUND, r, 0);
        if (opens || rows[last].columns != rows[r].columns)
            block_header(w, r);
        if (first)
            unbound(w, GJ_NOT_FOUND, 0);
        block_row(w, r);
    }
}

/* What stands over a cell of a flat table, from above: its group and its row, or its row and its column; then its column. */
static gj_slice flat_header(table_writer *w, size_t level, size_t row, size_t column)
{
    gj_slice group = group_label(w->form, row);
    if (level == 0)
        return group.len ? group : row_label(w, row);
    return level == 1 && group.len ? row_label(w, row) : header_label(w, row, column);
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

static void add_value(table_writer *w, value_run *run, gj_slice text)
{
    if (!text.len) {
        run->blanks += run->written > 0;
        return;
    }
    blanks(w, 0, run->blanks);
    cell(w, text);
    run->written += run->blanks + 1;
    run->blanks = 0;
}

/* Values of the whole table, or of some rows, could not be placed: they are written so that none is. */
static void flat_unplaced(table_writer *w)
{
    const gj_bound_table *table = w->table;
    value_run run = { 0, 0 };
    for (size_t r = 0; r < w->form->row_count; r++) {
        for (size_t c = 0; c < w->form->column_count; c++)
            if (is_there(table, r, c))
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
static void flat_values(table_writer *w)
{
    const gj_bound_table *table = w->table;
    bool placed = !table->unread;
    for (size_t r = 0; r < w->form->row_count; r++)
        placed = placed && !gj_table_row_unread(table, r);
    begin(w);
    for (size_t i = 0; placed && i < w->form->row_count * w->form->column_count; i++)
        if (is_there(table, i / w->form->column_count, i % w->form->column_count))
            cell(w, table->cells[i].lexeme);
    if (!placed)
        flat_unplaced(w);
    end(w);
}

/* All rows side by side: two or three lines of header, one line of values. */
static void flat(table_writer *w)
{
    const gj_bound_table *table = w->table;
    const gj_form_table *form = w->form;
    size_t cells = form->row_count * form->column_count, headers = form->group_count ? 3 : 2;
    for (size_t i = 0; i < cells; i++)
        w->width += in_flat(table, i / form->column_count, i % form->column_count);
    if (!w->width)
        return;
    extra(w, GJ_NOT_FOUND, GJ_NOT_FOUND, 0);
    for (size_t line = 0; line < headers; line++) {
        begin(w);
        for (size_t i = 0; i < cells; i++)
            if (in_flat(table, i / form->column_count, i % form->column_count))
                cell(w, flat_header(w, line, i / form->column_count, i % form->column_count));
        end(w);
    }
    flat_values(w);
    for (size_t r = 0; r < form->row_count; r++) {
        extra(w, r, GJ_NOT_FOUND, 0);
        unbound(w, r, 0);
    }
    unbound(w, GJ_NOT_FOUND, 0);
}

void gj_md_form_table(gj_buffer *out, const gj_bound_table *table)
{
    table_writer w = { .out = out, .table = table, .form = table->form };
    switch (table->form->shape) {
    case GJ_SHAPE_MATRIX:
        matrix(&w);
        return;
    case GJ_SHAPE_BLOCKS:
        blocks(&w);
        return;
    case GJ_SHAPE_FLAT:
        flat(&w);
        return;
    }
}
