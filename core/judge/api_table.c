#include "api.h"

static const gj_bound_table *table_of(const gj_view_object *view)
{
    return &gj_object_report(view)->tables[view->table];
}

/* Rows and columns: by key, and in the form's order. A step passes over what is not wanted: upvalue 3 says what is. */

enum { PRESENT_ONES, ABSENT, INCOMPLETE, REWORDED, ALL };

static const char *const row_words[] = { "present", "absent", "incomplete", "reworded", NULL };
static const char *const column_words[] = { "present", "absent", NULL };

static bool row_wanted(const gj_bound_table *table, size_t index, lua_Integer which)
{
    const gj_bound_row *row = table->present && table->rows ? &table->rows[index] : NULL;
    bool present = row && row->present;
    switch (which) {
    case ABSENT:
        return !present;
    case INCOMPLETE:
        return present && !row->complete;
    case REWORDED:
        return present && row->label.text.len && !gj_slice_equal(row->label.text, table->form->rows[index].label);
    default:
        return present || which == ALL;
    }
}

static bool column_wanted(const gj_bound_table *table, size_t index, lua_Integer which)
{
    bool present = table->present && table->columns && table->columns[index].present;
    return which == ALL || present == (which == PRESENT_ONES);
}

static int next_row(lua_State *L)
{
    const gj_view_object *view = gj_iterator_object(L);
    const gj_bound_table *table = table_of(view);
    lua_Integer which = lua_tointeger(L, lua_upvalueindex(3));
    for (size_t row = gj_iterator_position(L); row < table->form->row_count; row++)
        if (row_wanted(table, row, which)) {
            gj_iterator_move(L, row + 1);
            gj_push_view(L, view->head.api, &gj_class_row, view->table, row);
            return 1;
        }
    gj_iterator_move(L, table->form->row_count);
    return 0;
}

static int next_column(lua_State *L)
{
    const gj_view_object *view = gj_iterator_object(L);
    const gj_bound_table *table = table_of(view);
    lua_Integer which = lua_tointeger(L, lua_upvalueindex(3));
    for (size_t column = gj_iterator_position(L); column < table->form->column_count; column++)
        if (column_wanted(table, column, which)) {
            gj_iterator_move(L, column + 1);
            gj_push_view(L, view->head.api, &gj_class_column, view->table, column);
            return 1;
        }
    gj_iterator_move(L, table->form->column_count);
    return 0;
}

static int iterate(lua_State *L, lua_CFunction step, lua_Integer which)
{
    gj_object_check(L, 1, &gj_class_table);
    lua_pushinteger(L, which);
    return gj_iterator_push(L, step, 1);
}

static int table_rows(lua_State *L)
{
    return iterate(L, next_row, luaL_checkoption(L, 2, "present", row_words));
}

static int table_all_rows(lua_State *L)
{
    return iterate(L, next_row, ALL);
}

static int table_columns(lua_State *L)
{
    return iterate(L, next_column, luaL_checkoption(L, 2, "present", column_words));
}

static int table_all_columns(lua_State *L)
{
    return iterate(L, next_column, ALL);
}

/* The index of a key; GJ_NOT_FOUND where only another form has it; raises where none has. */
static size_t find_line(lua_State *L, const gj_view_object *view, bool rows, int argument)
{
    gj_slice key = gj_string_at(L, argument);
    const gj_slice none = { NULL, 0 };
    const gj_form_table *form = table_of(view)->form;
    size_t index = rows ? gj_form_row_index(form, key) : gj_form_column_index(form, key);
    if (index == GJ_NOT_FOUND &&
        !gj_any_form_has(gj_object_report(view), form->key, rows ? key : none, rows ? none : key))
        luaL_error(L, "table \"%s\" has no %s \"%s\"", form->key.data, rows ? "row" : "column", key.data);
    return index;
}

static int push_line(lua_State *L, bool rows)
{
    const gj_view_object *view = gj_object_check(L, 1, &gj_class_table);
    size_t index = find_line(L, view, rows, 2);
    if (index == GJ_NOT_FOUND)
        lua_pushnil(L);
    else
        gj_push_view(L, view->head.api, rows ? &gj_class_row : &gj_class_column, view->table, index);
    return 1;
}

static int table_row(lua_State *L)
{
    return push_line(L, true);
}

static int table_column(lua_State *L)
{
    return push_line(L, false);
}

static int table_cell(lua_State *L)
{
    const gj_view_object *view = gj_object_check(L, 1, &gj_class_table);
    const gj_form_table *form = table_of(view)->form;
    size_t row = find_line(L, view, true, 2), column = find_line(L, view, false, 3);
    if (gj_form_has_cell(form, row, column))
        gj_push_cell(L, view->head.api, gj_api_cell(view->head.api, view->table, row * form->column_count + column));
    else
        lua_pushnil(L);
    return 1;
}

/* table:cells(word, …): all cells, or those to which one of the words applies. The words make a mask, upvalue 3: the low bits
 * are kinds, then what the value is, then how it was written, then what stands above it. */

enum { NEGATIVE = GJ_CELL_UNREAD + 1, FRACTION, FIRST_NOTE, REHEADED = FIRST_NOTE + 8, HEADLESS };

static const char *const filters[] = { "missing",   "integer", "decimal",  "blank",    "dash",
                                       "text",      "unread",  "negative", "fraction", "fullwidth",
                                       "thousands", "spaced",  "unit",     "chinese",  "parenthetic",
                                       "long",      "signed",  "reheaded", "headless", NULL };

static lua_Integer filter_mask(lua_State *L)
{
    lua_Integer mask = 0;
    for (int argument = 2; argument <= lua_gettop(L); argument++)
        mask |= (lua_Integer)1 << luaL_checkoption(L, argument, NULL, filters);
    return mask;
}

static bool passes(const gj_cell *cell, lua_Integer mask)
{
    lua_Integer is = (lua_Integer)1 << cell->kind;
    if (cell->kind == GJ_CELL_INTEGER || cell->kind == GJ_CELL_DECIMAL) {
        is |= (lua_Integer)(cell->value < 0) << NEGATIVE | (lua_Integer)(cell->value % GJ_ONE != 0) << FRACTION;
        is |= (lua_Integer)cell->notes << FIRST_NOTE;
    }
    return (is & mask) != 0;
}

static bool header_passes(const gj_bound_table *table, size_t row, size_t column, lua_Integer mask)
{
    if (!(mask >> REHEADED))
        return false;
    const gj_text *label = gj_header_label(table, row, column);
    bool none = !label || label->text.len == 0;
    bool other = !none && !gj_slice_equal(label->text, table->form->columns[column].label);
    return (none && mask >> HEADLESS & 1) || (other && mask >> REHEADED & 1);
}

static int next_cell(lua_State *L)
{
    const gj_view_object *view = gj_iterator_object(L);
    const gj_form_table *form = table_of(view)->form;
    lua_Integer mask = lua_tointeger(L, lua_upvalueindex(3));
    size_t slot = gj_iterator_position(L);
    for (size_t row = slot / form->column_count; row < form->row_count; row++)
        for (size_t column = slot % form->column_count; column < form->column_count; column++, slot++) {
            gj_cell_id id = gj_cell_id_of(view->table, slot);
            if (!gj_form_has_cell(form, row, column) ||
                (mask && !passes(gj_cell_of(gj_object_report(view), id), mask) &&
                 !header_passes(table_of(view), row, column, mask)))
                continue;
            gj_iterator_move(L, slot + 1);
            gj_push_cell(L, view->head.api, gj_api_cell(view->head.api, view->table, slot));
            return 1;
        }
    gj_iterator_move(L, slot);
    return 0;
}

static int table_cells(lua_State *L)
{
    gj_object_check(L, 1, &gj_class_table);
    lua_pushinteger(L, filter_mask(L));
    return gj_iterator_push(L, next_cell, 1);
}

/* { label = quote, values = string, subtotal = bool } */
static int next_unbound(lua_State *L)
{
    const gj_view_object *view = gj_iterator_object(L);
    const gj_bound_table *table = table_of(view);
    size_t at = gj_iterator_position(L);
    if (at >= table->unbound_count)
        return 0;
    gj_iterator_move(L, at + 1);
    const gj_unbound_row *row = &table->unbound[at];
    gj_quote label = gj_quote_of(&row->label, 0, row->label.text.len, table->pointer);
    label.section = table->section;
    if (label.text.len == 0) { /* a line without a label is still a place */
        label.base = NULL;
        label.span = row->span;
    }
    lua_createtable(L, 0, 3);
    gj_push_quote(L, view->head.api, &label);
    lua_setfield(L, -2, "label");
    gj_push_slice(L, row->values);
    lua_setfield(L, -2, "values");
    lua_pushboolean(L, row->subtotal);
    lua_setfield(L, -2, "subtotal");
    return 1;
}

static int table_unbound(lua_State *L)
{
    gj_object_check(L, 1, &gj_class_table);
    return gj_iterator_push(L, next_unbound, 0);
}

enum {
    KEY,
    NAME,
    FORM,
    RIGHT_FORM,
    PRESENT,
    NOTE_SEEN,
    LAYOUT_KNOWN,
    VALUES,
    EXPECTED,
    ROWS_IN_ORDER,
    COLUMNS_IN_ORDER
};
static const char *const fields[] = {
    "key",          "name",        "form",           "right_form",    "present",          "note_seen",
    "layout_known", "value_count", "expected_count", "rows_in_order", "columns_in_order", NULL
};

static size_t expected_cells(const gj_form_table *form)
{
    size_t count = 0;
    for (size_t row = 0; row < form->row_count; row++)
        for (size_t column = 0; column < form->column_count; column++)
            count += gj_form_has_cell(form, row, column);
    return count;
}

static void table_field(lua_State *L, const void *object, int field)
{
    const gj_bound_table *table = table_of(object);
    switch (field) {
    case KEY:
        gj_push_slice(L, table->form->key);
        break;
    case NAME:
        gj_push_words(L, table->form->name);
        break;
    case FORM:
        gj_push_known(L, table->form_used ? table->form_used->id : (gj_slice){ NULL, 0 });
        break;
    case RIGHT_FORM:
        lua_pushboolean(L, table->right_form);
        break;
    case PRESENT:
        lua_pushboolean(L, table->present);
        break;
    case NOTE_SEEN:
        lua_pushboolean(L, table->note_seen);
        break;
    case LAYOUT_KNOWN:
        lua_pushboolean(L, table->layout_known);
        break;
    case VALUES:
        lua_pushinteger(L, (lua_Integer)table->value_count);
        break;
    case EXPECTED:
        lua_pushinteger(L, (lua_Integer)expected_cells(table->form));
        break;
    case ROWS_IN_ORDER:
        lua_pushboolean(L, table->rows_in_order);
        break;
    default:
        lua_pushboolean(L, table->columns_in_order);
    }
}

static const luaL_Reg methods[] = { { "rows", table_rows },       { "all_rows", table_all_rows },
                                    { "columns", table_columns }, { "all_columns", table_all_columns },
                                    { "row", table_row },         { "column", table_column },
                                    { "cell", table_cell },       { "cells", table_cells },
                                    { "unbound", table_unbound }, { NULL, NULL } };

const gj_class gj_class_table = { GJ_CLASS_TABLE, "table", fields, table_field, methods, NULL, NULL };
