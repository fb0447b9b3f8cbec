/* report_json_tables.c - cells under their keys. */
#include "report_json.h"
#include "table_order.h"

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

void gj_report_json_cell(gj_json *w, const char *key, gj_slice text)
{
    if (!text.len) {
        gj_json_null(w, key);
    } else if (is_json_number(text)) {
        gj_json_value(w, key);
        gj_buffer_add(w->out, text);
    } else {
        gj_json_string(w, key, text);
    }
}

void gj_report_json_cells(gj_json *w, const char *key, const gj_slice *cells, size_t count)
{
    gj_json_array_inline(w, key);
    for (size_t i = 0; i < count; i++)
        gj_report_json_cell(w, NULL, cells[i]);
    gj_json_array_end(w);
}

/* A row whose cells could not be placed is a list, so that reading it again does not place them either. */
static void row_of(gj_json *w, const char *key, const void *context, size_t row)
{
    const gj_bound_table *table = context;
    char room[GJ_KEY_ROOM];
    if (gj_table_row_unread(table, row)) {
        gj_report_json_cells(w, key, table->rows[row].unread, table->rows[row].unread_count);
        return;
    }
    gj_json_object_inline(w, key);
    for (size_t c = 0; c < table->form->column_count; c++) {
        const gj_cell *cell = gj_table_cell(table, row, c);
        if (gj_table_has_cell(table->form, row, c) && cell->kind != GJ_CELL_MISSING)
            gj_report_json_cell(w, gj_json_key(w, table->form->columns[c].key, room),
                                cell->kind == GJ_CELL_BLANK ? (gj_slice){ NULL, 0 } : cell->lexeme);
    }
    gj_json_object_end(w);
}

static bool row_there(const void *table, size_t row)
{
    return ((const gj_bound_table *)table)->rows[row].present;
}

/* The part of a row's key before its first dot; empty where it has none. */
static gj_slice group_of(gj_slice key)
{
    size_t dot = gj_slice_find(key, GJ_LIT("."), 0);
    return dot == GJ_NOT_FOUND ? (gj_slice){ NULL, 0 } : gj_slice_sub(key, 0, dot);
}

void gj_report_json_table(gj_json *w, const gj_form_table *table, gj_slice other_form, const gj_json_rows *rows)
{
    char room[GJ_KEY_ROOM];
    gj_slice open = { NULL, 0 };
    gj_json_object(w, gj_json_key(w, table->key, room));
    if (other_form.len)
        gj_json_string(w, "form", other_form);
    for (size_t r = 0; r < table->row_count; r++) {
        gj_slice key = table->rows[r].key, group = group_of(key);
        if (!rows->there(rows->table, r))
            continue;
        if (!gj_slice_equal(group, open)) {
            if (open.len)
                gj_json_object_end(w);
            if (group.len)
                gj_json_object(w, gj_json_key(w, group, room));
            open = group;
        }
        rows->write(w, gj_json_key(w, group.len ? gj_slice_sub(key, group.len + 1, key.len) : key, room), rows->table,
                    r);
    }
    if (open.len)
        gj_json_object_end(w);
    gj_json_object_end(w);
}

void gj_report_json_tables(gj_json *w, const gj_report *report)
{
    gj_json_object(w, "layout");
    for (size_t i = 0; i < report->table_count; i++)
        if (report->tables[i].present && report->tables[i].layout_known)
            gj_report_json_layout(w, &report->tables[i]);
    gj_json_object_end(w);
    gj_json_object(w, "tables");
    for (size_t i = 0; i < report->table_count; i++) {
        const gj_bound_table *table = &report->tables[i];
        gj_json_rows rows = { .table = table, .there = row_there, .write = row_of };
        if (table->present)
            gj_report_json_table(w, table->form, table->form_used != report->form ? table->form_used->id : GJ_LIT(""),
                                 &rows);
    }
    gj_json_object_end(w);
}
