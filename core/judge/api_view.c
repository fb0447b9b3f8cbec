#include "api.h"

/* Rows and columns of a table: their cells by key, and what is known of the line or header itself. */

static const gj_bound_table *table_of(const gj_view_object *view)
{
    return &gj_object_report(view)->tables[view->table];
}

void gj_push_view(lua_State *L, gj_api *api, const gj_class *class, size_t table, size_t index)
{
    gj_view_object *view = gj_object_push(L, api, class, sizeof *view);
    view->table = table;
    view->index = index;
}

static void push_slot(lua_State *L, const gj_view_object *view, size_t row, size_t column)
{
    size_t slot = row * table_of(view)->form->column_count + column;
    gj_push_cell(L, view->head.api, gj_api_cell(view->head.api, view->table, slot));
}

/* A label as a quote, nil where none was written. */
static void push_label(lua_State *L, const gj_view_object *view, const gj_text *label, gj_slice pointer)
{
    if (!label || label->text.len == 0) {
        lua_pushnil(L);
        return;
    }
    gj_quote quote = gj_quote_of(label, 0, label->text.len, pointer);
    quote.section = table_of(view)->section;
    gj_push_quote(L, view->head.api, &quote);
}

bool gj_any_form_has(const gj_report *report, gj_slice table, gj_slice row, gj_slice column)
{
    for (size_t i = 0; i < report->forms->form_count; i++) {
        const gj_form_table *form = gj_form_table_by_key(&report->forms->forms[i], table);
        if (form && (row.len == 0 || gj_form_row_index(form, row) != GJ_NOT_FOUND) &&
            (column.len == 0 || gj_form_column_index(form, column) != GJ_NOT_FOUND))
            return true;
    }
    return false;
}

/* A cell of the view by the other key: nil where another form has such a row or column, but not this one. */
static bool push_cell_by_key(lua_State *L, const gj_view_object *view, gj_slice key, bool is_row)
{
    const gj_form_table *form = table_of(view)->form;
    const gj_slice none = { NULL, 0 };
    size_t other = is_row ? gj_form_column_index(form, key) : gj_form_row_index(form, key);
    size_t row = is_row ? view->index : other, column = is_row ? other : view->index;
    if (other != GJ_NOT_FOUND && gj_form_has_cell(form, row, column)) {
        push_slot(L, view, row, column);
        return true;
    }
    if (other == GJ_NOT_FOUND &&
        !gj_any_form_has(gj_object_report(view), form->key, is_row ? none : key, is_row ? key : none))
        return false;
    lua_pushnil(L);
    return true;
}

static bool row_cell(lua_State *L, const void *object, gj_slice key)
{
    return push_cell_by_key(L, object, key, true);
}

static bool column_cell(lua_State *L, const void *object, gj_slice key)
{
    return push_cell_by_key(L, object, key, false);
}

/* Sums: from the first key up to, not including, the one to stop at (none: the end). */

typedef struct range {
    size_t first, stop;
} range;

static size_t line_index(lua_State *L, const gj_form_table *form, bool rows, int argument, size_t none)
{
    if (lua_isnoneornil(L, argument))
        return none;
    gj_slice key = gj_string_at(L, argument);
    size_t index = rows ? gj_form_row_index(form, key) : gj_form_column_index(form, key);
    if (index == GJ_NOT_FOUND)
        luaL_error(L, "this table has no %s \"%s\"", rows ? "row" : "column", key.data);
    return index;
}

static bool in_view(const gj_view_object *view, const gj_form_table *form, bool is_row, size_t i)
{
    return is_row ? gj_form_has_cell(form, view->index, i) : gj_form_has_cell(form, i, view->index);
}

static int push_range(lua_State *L, const gj_view_object *view, bool is_row)
{
    const gj_form_table *form = table_of(view)->form;
    range r = { line_index(L, form, !is_row, 2, 0),
                line_index(L, form, !is_row, 3, is_row ? form->column_count : form->row_count) };
    size_t count = 0;
    for (size_t i = r.first; i < r.stop; i++)
        count += in_view(view, form, is_row, i);
    gj_number_object *sum = gj_push_expression(L, view->head.api, count);
    count = 0;
    for (size_t i = r.first; i < r.stop; i++)
        if (in_view(view, form, is_row, i)) {
            size_t slot = is_row ? view->index * form->column_count + i : i * form->column_count + view->index;
            sum->terms[count++] = (gj_term){ gj_api_cell(view->head.api, view->table, slot), 1 };
        }
    return 1;
}

static int row_sum(lua_State *L)
{
    return push_range(L, gj_object_check(L, 1, &gj_class_row), true);
}

static int column_sum(lua_State *L)
{
    return push_range(L, gj_object_check(L, 1, &gj_class_column), false);
}

/* The label above one cell of the row: its own header, or the column's where a table has one header for all its rows. */
const gj_text *gj_header_label(const gj_bound_table *table, size_t row, size_t column)
{
    const gj_text *label = table->headers ? &table->headers[row * table->form->column_count + column] : NULL;
    if ((!label || label->text.len == 0) && table->columns && table->form->shape == GJ_SHAPE_MATRIX)
        label = &table->columns[column].label;
    return label;
}

static int row_header(lua_State *L)
{
    const gj_view_object *view = gj_object_check(L, 1, &gj_class_row);
    const gj_bound_table *table = table_of(view);
    const gj_object *object = gj_object_at(L, 2);
    size_t column = object && object->class == &gj_class_column ? ((const gj_view_object *)(const void *)object)->index
                                                                : line_index(L, table->form, false, 2, GJ_NOT_FOUND);
    if (column >= table->form->column_count)
        return luaL_error(L, "header: expected a column or its key");
    push_label(L, view, gj_header_label(table, view->index, column), table->pointer);
    return 1;
}

enum { ROW_KEY, ROW_NAME, ROW_PRESENT, ROW_COMPLETE, ROW_FOUND, ROW_EXPECTED, ROW_LABEL, ROW_BLOCK, ROW_TABLE };
static const char *const row_fields[] = { "key",      "name",  "present",    "complete", "cells_found",
                                          "expected", "label", "block_seen", "table",    NULL };

static size_t row_cells(const gj_form_table *form, size_t row)
{
    size_t count = 0;
    for (size_t i = 0; i < form->column_count; i++)
        count += gj_form_has_cell(form, row, i);
    return count;
}

static void row_field(lua_State *L, const void *object, int field)
{
    static const gj_bound_row absent;
    const gj_view_object *view = object;
    const gj_bound_table *table = table_of(view);
    const gj_bound_row *row = table->present && table->rows ? &table->rows[view->index] : &absent;
    switch (field) {
    case ROW_KEY:
        gj_push_slice(L, table->form->rows[view->index].key);
        break;
    case ROW_NAME:
        gj_push_words(L, table->form->rows[view->index].name);
        break;
    case ROW_PRESENT:
        lua_pushboolean(L, row->present);
        break;
    case ROW_COMPLETE:
        lua_pushboolean(L, row->complete);
        break;
    case ROW_FOUND:
        lua_pushinteger(L, (lua_Integer)row->cells_found);
        break;
    case ROW_EXPECTED:
        lua_pushinteger(L, (lua_Integer)row_cells(table->form, view->index));
        break;
    case ROW_LABEL:
        push_label(L, view, &row->label, row->pointer);
        break;
    case ROW_BLOCK:
        lua_pushboolean(L, table->present && table->block_seen && table->block_seen[view->index]);
        break;
    default:
        gj_push_view(L, view->head.api, &gj_class_table, view->table, 0);
    }
}

enum { COLUMN_KEY, COLUMN_NAME, COLUMN_PRESENT, COLUMN_LABEL, COLUMN_TABLE };
static const char *const column_fields[] = { "key", "name", "present", "label", "table", NULL };

static void column_field(lua_State *L, const void *object, int field)
{
    static const gj_bound_column absent;
    const gj_view_object *view = object;
    const gj_bound_table *table = table_of(view);
    const gj_bound_column *column = table->present && table->columns ? &table->columns[view->index] : &absent;
    switch (field) {
    case COLUMN_KEY:
        gj_push_slice(L, table->form->columns[view->index].key);
        break;
    case COLUMN_NAME:
        gj_push_words(L, table->form->columns[view->index].name);
        break;
    case COLUMN_PRESENT:
        lua_pushboolean(L, column->present);
        break;
    case COLUMN_LABEL:
        push_label(L, view, &column->label, table->pointer);
        break;
    default:
        gj_push_view(L, view->head.api, &gj_class_table, view->table, 0);
    }
}

static const luaL_Reg row_methods[] = { { "sum", row_sum }, { "header", row_header }, { NULL, NULL } };
static const luaL_Reg column_methods[] = { { "sum", column_sum }, { NULL, NULL } };

const gj_class gj_class_row = { GJ_CLASS_ROW, "row", row_fields, row_field, row_methods, NULL, row_cell };
const gj_class gj_class_column = { GJ_CLASS_COLUMN, "column", column_fields, column_field,
                                   column_methods,  NULL,     column_cell };
