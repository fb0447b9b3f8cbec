/* report_json_layout.c - a table as it was written, where the form or the cells do not say it already. */
#include <stdio.h>

#include "report_json.h"
#include "table_order.h"

/* An object is opened by its first member, so that there are no empty ones. */
static void member(gj_json *w, const char *object, bool *open, const char *key, gj_slice value)
{
    if (!*open)
        gj_json_object(w, object);
    *open = true;
    gj_json_string(w, key, value);
}

static void row_labels(gj_json *w, const gj_bound_table *table)
{
    char room[GJ_KEY_ROOM];
    const gj_form_row *rows = table->form->rows;
    bool open = false;
    for (size_t r = 0; r < table->form->row_count; r++) {
        gj_slice label = table->rows[r].label.text;
        if (table->rows[r].present && !gj_slice_equal(label, rows[r].label))
            member(w, "labels", &open, gj_json_key(w, rows[r].key, room), label);
    }
    if (open)
        gj_json_object_end(w);
}

static void parents(gj_json *w, const gj_bound_table *table)
{
    char room[GJ_KEY_ROOM];
    bool open = false;
    for (size_t r = 0; r < table->form->row_count; r++) {
        const gj_bound_row *row = &table->rows[r];
        if (!row->present || !row->parent_count)
            continue;
        if (!open)
            gj_json_object(w, "parents");
        open = true;
        gj_json_strings(w, gj_json_key(w, table->form->rows[r].key, room), row->parents, row->parent_count);
    }
    if (open)
        gj_json_object_end(w);
}

/* Without any it is empty: a layout that does not speak of blocks says nothing of them. */
static void blocks(gj_json *w, const gj_bound_table *table)
{
    char room[GJ_KEY_ROOM];
    const gj_form_row *rows = table->form->rows;
    bool open = false, any = false;
    for (size_t r = 0; r < table->form->row_count; r++) {
        any = any || rows[r].block.len;
        if (table->block_seen[r] && rows[r].block.len)
            member(w, "blocks", &open, gj_json_key(w, rows[r].key, room), rows[r].block);
    }
    if (any && !open)
        gj_json_object(w, "blocks");
    if (any)
        gj_json_object_end(w);
}

/* Labels above a matrix's columns; where every row has its own, "row.column". */
static void headers(gj_json *w, const gj_bound_table *table)
{
    char row[GJ_KEY_ROOM], room[GJ_KEY_ROOM];
    const gj_form_table *form = table->form;
    bool open = false;
    for (size_t c = 0; c < form->column_count && form->shape == GJ_SHAPE_MATRIX; c++) {
        gj_slice label = table->columns[c].label.text;
        if (label.len && !gj_slice_equal(label, form->columns[c].label))
            member(w, "header", &open, gj_json_key(w, form->columns[c].key, room), label);
    }
    size_t cells = form->shape == GJ_SHAPE_MATRIX ? 0 : form->row_count * form->column_count;
    for (size_t i = 0; i < cells; i++) {
        size_t r = i / form->column_count, c = i % form->column_count;
        if (!table->header_seen[i] && !table->headers[i].text.len)
            continue;
        int length = snprintf(room, sizeof room, "%s.%.*s", gj_json_key(w, form->rows[r].key, row),
                              GJ_ARG(form->columns[c].key));
        if (length < 0 || (size_t)length >= sizeof room)
            w->out->failed = GJ_LIMIT;
        else
            member(w, "header", &open, room, table->headers[i].text);
    }
    if (open)
        gj_json_object_end(w);
}

/* Row keys as written, where that is not the form's order. */
static void row_order(gj_json *w, const gj_bound_table *table)
{
    if (table->rows_in_order)
        return;
    gj_json_array_inline(w, "order");
    for (size_t r = GJ_NOT_FOUND; (r = gj_table_next_row(table, r)) != GJ_NOT_FOUND;)
        gj_json_string(w, NULL, table->form->rows[r].key);
    gj_json_array_end(w);
}

/* Column keys as written, where they are not the form's. */
static void columns(gj_json *w, const gj_bound_table *table)
{
    bool all = true;
    for (size_t c = 0; c < table->form->column_count; c++)
        all = all && table->columns[c].present;
    if (table->form->shape != GJ_SHAPE_MATRIX || (all && table->columns_in_order))
        return;
    gj_json_array_inline(w, "columns");
    for (size_t c = GJ_NOT_FOUND; (c = gj_table_next_column(table, c)) != GJ_NOT_FOUND;)
        gj_json_string(w, NULL, table->form->columns[c].key);
    gj_json_array_end(w);
}

static void unbound(gj_json *w, const gj_bound_table *table, const gj_unbound_row *row)
{
    gj_json_object_inline(w, NULL);
    if (row->label_count == 1) {
        gj_json_string(w, "label", row->cells[0]);
    } else {
        gj_json_strings(w, "label", row->cells, row->label_count);
    }
    gj_report_json_cells(w, "values", row->cells + row->label_count, row->cell_count - row->label_count);
    gj_json_bool(w, "subtotal", row->subtotal);
    if (row->after != GJ_NOT_FOUND)
        gj_json_string(w, "after", table->form->rows[row->after].key);
    gj_json_object_end(w);
}

static void extra_words(gj_json *w, const gj_bound_table *table, const gj_extra_words *extra)
{
    gj_json_object_inline(w, NULL);
    gj_json_strings(w, "words", extra->words, extra->count);
    if (extra->after != GJ_NOT_FOUND)
        gj_json_string(w, "after", table->form->rows[extra->after].key);
    else if (extra->over != GJ_NOT_FOUND)
        gj_json_string(w, "over", table->form->rows[extra->over].key);
    gj_json_object_end(w);
}

static void extra_column(gj_json *w, const gj_bound_table *table, const gj_extra_column *column)
{
    char room[GJ_KEY_ROOM];
    gj_json_object(w, NULL);
    gj_json_string(w, "label", column->label);
    if (column->after != GJ_NOT_FOUND)
        gj_json_string(w, "after", table->form->columns[column->after].key);
    gj_json_object_inline(w, "cells");
    for (size_t r = 0; r < table->form->row_count; r++)
        if (column->cells[r].len)
            gj_report_json_cell(w, gj_json_key(w, table->form->rows[r].key, room), column->cells[r]);
    gj_json_object_end(w);
    gj_json_object_end(w);
}

void gj_report_json_layout(gj_json *w, const gj_bound_table *table)
{
    char room[GJ_KEY_ROOM];
    gj_json_object(w, gj_json_key(w, table->form->key, room));
    if (table->note_seen)
        gj_json_string(w, "note", table->note);
    headers(w, table);
    row_labels(w, table);
    blocks(w, table);
    parents(w, table);
    row_order(w, table);
    columns(w, table);
    if (table->unread)
        gj_report_json_cells(w, "values", table->unread, table->unread_count);
    if (table->unbound_count) {
        gj_json_array(w, "unbound");
        for (size_t i = 0; i < table->unbound_count; i++)
            unbound(w, table, &table->unbound[i]);
        gj_json_array_end(w);
    }
    if (table->extra_column_count) {
        gj_json_array(w, "extra_columns");
        for (size_t i = 0; i < table->extra_column_count; i++)
            extra_column(w, table, &table->extra_columns[i]);
        gj_json_array_end(w);
    }
    if (table->extra_count) {
        gj_json_array(w, "extra_words");
        for (size_t i = 0; i < table->extra_count; i++)
            extra_words(w, table, &table->extra[i]);
        gj_json_array_end(w);
    }
    gj_json_object_end(w);
}
