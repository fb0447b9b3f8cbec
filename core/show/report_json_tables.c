/* report_json_tables.c - cells under their keys, and the layout as it was written. */
#include <stdio.h>

#include "report_json.h"

static bool in_row(const gj_bound_table *table, size_t row, size_t column)
{
    return table->form->rows[row].columns >> column & 1;
}

/* A lexeme that is a number of JSON's: -?(0|[1-9][0-9]*)(.[0-9]+)? */
static bool is_json_number(gj_slice text)
{
    size_t at = text.len && text.data[0] == '-', digits = at;
    if (text.len > GJ_MAX_JSON_NUMBER)
        return false;
    while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    if (at == digits || (text.data[digits] == '0' && at - digits > 1))
        return false;
    if (at == text.len)
        return true;
    size_t point = at++;
    while (at < text.len && text.data[at] >= '0' && text.data[at] <= '9')
        at++;
    return text.data[point] == '.' && at == text.len && at > point + 1;
}

static void cell_of(gj_json *w, const char *key, const gj_cell *cell)
{
    if (cell->kind == GJ_CELL_BLANK) {
        gj_json_null(w, key);
    } else if (is_json_number(cell->lexeme)) {
        gj_json_value(w, key);
        gj_buffer_add(w->out, cell->lexeme);
    } else {
        gj_json_string(w, key, cell->lexeme);
    }
}

/* The texts of a grid's line that stands at `span`, each cell once. */
static void line_text(gj_buffer *out, const gj_document *document, gj_span span)
{
    for (size_t i = 0; i < document->block_count; i++) {
        const gj_grid *grid = document->blocks[i].kind == GJ_BLOCK_TABLE ? document->blocks[i].grid : NULL;
        for (size_t r = 0; grid && r < grid->row_count; r++) {
            const gj_grid_row *row = &grid->rows[r];
            if (row->span.begin != span.begin || row->span.end != span.end)
                continue;
            for (size_t s = 0; s < row->slot_count; s++)
                if (row->slots[s] && (s == 0 || row->slots[s] != row->slots[s - 1])) {
                    gj_buffer_text(out, out->len ? " | " : "");
                    gj_buffer_add(out, row->slots[s]->text.text);
                }
            return;
        }
    }
}

/* A row whose cells could not be placed: its line as one string, so that reading it again does not place them either. */
static void unread_row(gj_json *w, const char *key, const gj_report *report, const gj_bound_row *row)
{
    gj_buffer line;
    gj_buffer_init(&line, GJ_MAX_MESSAGE);
    line_text(&line, report->document, row->span);
    gj_json_string(w, key, gj_buffer_slice(&line));
    if (line.failed == GJ_NOMEM)
        w->out->failed = GJ_NOMEM;
    gj_buffer_free(&line);
}

static bool is_unread(const gj_bound_table *table, size_t row)
{
    for (size_t c = 0; c < table->form->column_count; c++)
        if (in_row(table, row, c) && gj_table_cell(table, row, c)->kind != GJ_CELL_UNREAD)
            return false;
    return true;
}

static void row_of(gj_json *w, const char *key, const gj_report *report, const gj_bound_table *table, size_t row)
{
    char room[GJ_KEY_ROOM];
    if (is_unread(table, row)) {
        unread_row(w, key, report, &table->rows[row]);
        return;
    }
    gj_json_object_inline(w, key);
    for (size_t c = 0; c < table->form->column_count; c++) {
        const gj_cell *cell = gj_table_cell(table, row, c);
        if (in_row(table, row, c) && cell->kind != GJ_CELL_MISSING)
            cell_of(w, gj_json_key(w, table->form->columns[c].key, room), cell);
    }
    gj_json_object_end(w);
}

/* The part of a row's key before its first dot; empty where it has none. */
static gj_slice group_of(gj_slice key)
{
    size_t dot = gj_slice_find(key, GJ_LIT("."), 0);
    return dot == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : gj_slice_sub(key, 0, dot);
}

/* Rows in the form's order; rows of one group, which follow each other, in one object. */
static void table_of(gj_json *w, const gj_report *report, const gj_bound_table *table)
{
    char room[GJ_KEY_ROOM];
    gj_slice open = { NULL, 0 };
    gj_json_object(w, gj_json_key(w, table->form->key, room));
    if (table->form_used != report->form)
        gj_json_string(w, "form", table->form_used->id);
    for (size_t r = 0; r < table->form->row_count; r++) {
        gj_slice key = table->form->rows[r].key, group = group_of(key);
        if (!table->rows[r].present)
            continue;
        if (!gj_slice_equal(group, open)) {
            if (open.len)
                gj_json_object_end(w);
            if (group.len)
                gj_json_object(w, gj_json_key(w, group, room));
            open = group;
        }
        row_of(w, gj_json_key(w, group.len ? gj_slice_sub(key, group.len + 1, key.len) : key, room), report, table, r);
    }
    if (open.len)
        gj_json_object_end(w);
    gj_json_object_end(w);
}

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
        if (label.len && !gj_slice_equal(label, rows[r].label))
            member(w, "labels", &open, gj_json_key(w, rows[r].key, room), label);
    }
    if (open)
        gj_json_object_end(w);
    open = false;
    for (size_t r = 0; r < table->form->row_count; r++)
        if (table->block_seen[r] && rows[r].block.len)
            member(w, "blocks", &open, gj_json_key(w, rows[r].key, room), rows[r].block);
    if (open)
        gj_json_object_end(w);
}

/* Labels above the columns; where every row has its own, "row.column". */
static void headers(gj_json *w, const gj_bound_table *table)
{
    char row[GJ_KEY_ROOM], room[GJ_KEY_ROOM];
    const gj_form_table *form = table->form;
    bool open = false;
    for (size_t c = 0; c < form->column_count; c++) {
        gj_slice label = table->columns[c].label.text;
        if (label.len && !gj_slice_equal(label, form->columns[c].label))
            member(w, "header", &open, gj_json_key(w, form->columns[c].key, room), label);
    }
    for (size_t i = 0; i < form->row_count * form->column_count; i++) {
        size_t r = i / form->column_count, c = i % form->column_count;
        if (!table->header_seen[i])
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

static void order(gj_json *w, const gj_bound_table *table)
{
    if (table->rows_in_order)
        return;
    gj_json_array(w, "order");
    for (size_t position = 0; position < table->form->row_count; position++)
        for (size_t r = 0; r < table->form->row_count; r++)
            if (table->rows[r].present && table->rows[r].order == position)
                gj_json_string(w, NULL, table->form->rows[r].key);
    gj_json_array_end(w);
}

static void column_order(gj_json *w, const gj_bound_table *table)
{
    if (table->columns_in_order || table->form->shape != GJ_SHAPE_MATRIX)
        return;
    gj_json_array_inline(w, "columns");
    for (size_t position = 0; position < table->form->column_count; position++)
        for (size_t c = 0; c < table->form->column_count; c++)
            if (table->columns[c].present && table->columns[c].order == position)
                gj_json_string(w, NULL, table->form->columns[c].key);
    gj_json_array_end(w);
}

/* The binder's "1 | 0 | 2", one string a value. */
static void values_of(gj_json *w, gj_slice values)
{
    gj_json_array_inline(w, "values");
    while (values.len) {
        size_t bar = gj_slice_find(values, GJ_LIT(" | "), 0);
        gj_json_string(w, NULL, bar == GJ_NOT_FOUND ? values : gj_slice_sub(values, 0, bar));
        values = bar == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : gj_slice_sub(values, bar + 3, values.len);
    }
    gj_json_array_end(w);
}

static void unbound(gj_json *w, const gj_bound_table *table)
{
    gj_json_array(w, "unbound");
    for (size_t i = 0; i < table->unbound_count; i++) {
        gj_json_object_inline(w, NULL);
        gj_json_string(w, "label", table->unbound[i].label.text);
        values_of(w, table->unbound[i].values);
        if (table->unbound[i].subtotal)
            gj_json_bool(w, "subtotal", true);
        gj_json_object_end(w);
    }
    gj_json_array_end(w);
}

static void layout_of(gj_json *w, const gj_bound_table *table)
{
    char room[GJ_KEY_ROOM];
    gj_json_object(w, gj_json_key(w, table->form->key, room));
    if (table->note_seen)
        gj_json_string(w, "note", table->form->note);
    headers(w, table);
    row_labels(w, table);
    order(w, table);
    column_order(w, table);
    if (table->unbound_count)
        unbound(w, table);
    gj_json_object_end(w);
}

void gj_report_json_tables(gj_json *w, const gj_report *report)
{
    gj_json_object(w, "layout");
    for (size_t i = 0; i < report->table_count; i++)
        if (report->tables[i].present && report->tables[i].layout_known)
            layout_of(w, &report->tables[i]);
    gj_json_object_end(w);
    gj_json_object(w, "tables");
    for (size_t i = 0; i < report->table_count; i++)
        if (report->tables[i].present)
            table_of(w, report, &report->tables[i]);
    gj_json_object_end(w);
}
