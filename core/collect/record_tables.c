/* record_tables.c - the figures of a record, under the forms of the ruleset. */
#include "record_private.h"

/* The value of a JSON number with at most six decimals; false where it is none that a figure could be. */
static bool decimal_of(gj_slice text, gj_decimal *out)
{
    gj_decimal whole = 0, scale = 0;
    bool minus = text.len && text.data[0] == '-';
    for (size_t i = minus; i < text.len; i++) {
        char c = text.data[i];
        if (c == '.' && !scale) {
            scale = GJ_ONE;
            continue;
        }
        if (c < '0' || c > '9' || whole > GJ_DECIMAL_MAX / 10 || (scale && scale == 1))
            return false;
        whole = whole * 10 + (c - '0');
        scale = scale ? scale / 10 : 0;
    }
    gj_decimal factor = scale ? scale : GJ_ONE;
    if (whole > GJ_DECIMAL_MAX / factor)
        return false;
    *out = minus ? -whole * factor : whole * factor;
    return true;
}

static bool read_cell(gj_arena *arena, const gj_json_tree *json, size_t node, gj_record_cell *out)
{
    static const struct {
        const char *key;
        gj_cell_kind kind;
    } states[] = { { "dash", GJ_CELL_DASH }, { "text", GJ_CELL_TEXT }, { "unread", GJ_CELL_UNREAD } };
    const gj_json_node *n = &json->nodes[node];
    if (n->type == GJ_JSON_NULL) {
        out->kind = GJ_CELL_BLANK;
        return true;
    }
    if (n->type == GJ_JSON_NUMBER) {
        if (!decimal_of(n->text, &out->value))
            return false;
        out->kind = out->value % GJ_ONE ? GJ_CELL_DECIMAL : GJ_CELL_INTEGER;
        return true;
    }
    for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
        size_t at = gj_json_member(json, node, states[i].key);
        if (at == GJ_NOT_FOUND || json->nodes[at].type != GJ_JSON_STRING)
            continue;
        *out = (gj_record_cell){ .kind = states[i].kind, .text = json->nodes[at].text };
        if (json->nodes[at].escaped) /* its text does not stay */
            out->text = gj_arena_copy(arena, out->text);
        return true;
    }
    return false;
}

static gj_status wrong(const gj_json_tree *json, size_t node, gj_error *err)
{
    return gj_fail(err, GJ_INPUT, json->nodes[node].span.begin, "记录里有一格不是数字，也没有写明是什么",
                   "a cell of the record is neither a number nor says what it is");
}

/* Keys come in the form's order, so the one after the last found is looked at first. */
static size_t next_row(const gj_form_table *form, gj_slice key, size_t last)
{
    size_t guess = last == GJ_NOT_FOUND ? 0 : last + 1;
    if (guess < form->row_count && gj_slice_equal(form->rows[guess].key, key))
        return guess;
    return gj_form_row_index(form, key);
}

static size_t next_column(const gj_form_table *form, gj_slice key, size_t last)
{
    size_t guess = last == GJ_NOT_FOUND ? 0 : last + 1;
    if (guess < form->column_count && gj_slice_equal(form->columns[guess].key, key))
        return guess;
    return gj_form_column_index(form, key);
}

static gj_status read_row(gj_arena *arena, const gj_json_tree *json, size_t node, gj_record_table *out, size_t row,
                          gj_error *err)
{
    size_t column = GJ_NOT_FOUND;
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        size_t found = next_column(out->form, json->nodes[i].key, column);
        if (found == GJ_NOT_FOUND || !(out->form->rows[row].columns >> found & 1))
            continue;
        column = found;
        if (!read_cell(arena, json, i, &out->cells[row * out->form->column_count + column]))
            return wrong(json, i, err);
    }
    return GJ_OK;
}

static gj_status read_table(gj_arena *arena, const gj_forms *forms, const gj_json_tree *json, size_t node,
                            gj_record_table *out, gj_error *err)
{
    size_t form = gj_json_member(json, node, "form"), cells = gj_json_member(json, node, "cells");
    *out = (gj_record_table){ 0 };
    if (form == GJ_NOT_FOUND || cells == GJ_NOT_FOUND || json->nodes[cells].type != GJ_JSON_OBJECT)
        return gj_fail(err, GJ_INPUT, json->nodes[node].span.begin, "记录里的表缺少 form 或 cells",
                       "a table of the record lacks form or cells");
    out->form_used = gj_forms_by_id(forms, json->nodes[form].text);
    out->form = out->form_used ? gj_form_table_by_key(out->form_used, json->nodes[node].key) : NULL;
    if (!out->form)
        return GJ_OK;
    out->cells = GJ_ARRAY(arena, out->form->row_count * out->form->column_count, gj_record_cell);
    if (!out->cells)
        return gj_fail_nomem(err);
    size_t row = GJ_NOT_FOUND;
    for (size_t i = gj_json_first(json, cells); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        size_t found = next_row(out->form, json->nodes[i].key, row);
        if (found == GJ_NOT_FOUND)
            continue;
        row = found;
        GJ_TRY(read_row(arena, json, i, out, row, err));
    }
    return GJ_OK;
}

gj_status gj_record_read_tables(gj_arena *arena, const gj_forms *forms, const gj_json_tree *json, size_t node,
                                gj_record *out, gj_error *err)
{
    out->tables = GJ_ARRAY(arena, json->nodes[node].children, gj_record_table);
    if (!out->tables)
        return gj_fail_nomem(err);
    for (size_t i = gj_json_first(json, node); i != GJ_NOT_FOUND; i = json->nodes[i].next) {
        GJ_TRY(read_table(arena, forms, json, i, &out->tables[out->table_count], err));
        out->table_count += out->tables[out->table_count].form != NULL;
    }
    return gj_arena_failed(arena) ? gj_fail_nomem(err) : GJ_OK;
}

const gj_record_table *gj_record_table_by_key(const gj_record *record, gj_slice key)
{
    for (size_t i = 0; i < record->table_count; i++)
        if (gj_slice_equal(record->tables[i].form->key, key))
            return &record->tables[i];
    return NULL;
}

const gj_record_cell *gj_record_cell_by_path(const gj_record *record, gj_slice path)
{
    size_t dot = gj_slice_find(path, GJ_LIT("."), 0), last = path.len;
    const gj_record_table *table = gj_record_table_by_key(record, gj_slice_sub(path, 0, dot));
    while (last > 0 && path.data[last - 1] != '.')
        last--;
    if (!table || dot == GJ_NOT_FOUND || last <= dot + 1)
        return NULL;
    size_t row = gj_form_row_index(table->form, gj_slice_sub(path, dot + 1, last - 1));
    size_t column = gj_form_column_index(table->form, gj_slice_sub(path, last, path.len));
    if (row == GJ_NOT_FOUND || column == GJ_NOT_FOUND || !(table->form->rows[row].columns >> column & 1))
        return NULL;
    return gj_record_cell_at(table, row, column);
}
