/* Labels, headers and notes of keyed data, as they were written. */
#include "table_bind.h"

typedef struct layout_reader {
    gj_table_binder *b;
    const gj_block *layout;
} layout_reader;

static const gj_entry *layout_entry(const gj_block *layout, const char *part, gj_slice key)
{
    size_t head = strlen(part);
    for (size_t i = 0; i < layout->entry_count; i++) {
        gj_slice path = layout->entries[i].path;
        if (path.len == head + 1 + key.len && gj_slice_starts(path, gj_slice_of(part)) && path.data[head] == '.' &&
            gj_slice_equal(gj_slice_sub(path, head + 1, path.len), key))
            return &layout->entries[i];
    }
    return NULL;
}

/* Whether the layout says anything of a part at all. */
static bool layout_has(const gj_block *layout, const char *part)
{
    size_t head = strlen(part);
    for (size_t i = 0; i < layout->entry_count; i++)
        if (gj_slice_starts(layout->entries[i].path, gj_slice_of(part)) && layout->entries[i].path.data[head] == '.')
            return true;
    return false;
}

/* The header over a cell: given for the cell, for its column, or (a layout without headers) taken as seen. */
static gj_status read_header(layout_reader *r, size_t row, size_t column, bool headers)
{
    gj_table_binder *b = r->b;
    const gj_form_column *form = &b->form->columns[column];
    gj_slice path = gj_arena_format(b->arena, "%.*s.%.*s", GJ_ARG(b->form->rows[row].key), GJ_ARG(form->key));
    if (!path.data)
        return gj_fail_nomem(b->err);
    const gj_entry *header = layout_entry(r->layout, "header", path);
    if (!header)
        header = layout_entry(r->layout, "header", form->key);
    size_t at = row * b->form->column_count + column;
    b->table->header_seen[at] = header || !headers;
    if (header) {
        b->table->headers[at] = header->value;
        b->table->columns[column].label = header->value;
    }
    return GJ_OK;
}

/* Labels of rows, blocks and columns as they were written. */
static gj_status read_labels(layout_reader *r)
{
    gj_table_binder *b = r->b;
    bool blocks = layout_has(r->layout, "blocks"), headers = layout_has(r->layout, "header");
    for (size_t row = 0; row < b->form->row_count; row++) {
        gj_slice key = b->form->rows[row].key;
        const gj_entry *label = layout_entry(r->layout, "labels", key), *block = layout_entry(r->layout, "blocks", key);
        if (label)
            b->table->rows[row].label = label->value;
        b->table->block_seen[row] = !blocks || !b->form->rows[row].block.len || (block && block->value.text.len);
        for (size_t c = 0; c < b->form->column_count; c++)
            if (b->form->rows[row].columns >> c & 1)
                GJ_TRY(read_header(r, row, c, headers));
    }
    return GJ_OK;
}

/* "order": the keys of the rows as they stood. */
static void read_order(layout_reader *r)
{
    size_t order = 0;
    for (size_t i = 0; i < r->layout->entry_count; i++) {
        const gj_entry *entry = &r->layout->entries[i];
        if (!gj_slice_starts(entry->path, GJ_LIT("order.")))
            continue;
        size_t row = gj_form_row_index(r->b->form, entry->value.text);
        if (row != GJ_NOT_FOUND)
            r->b->table->rows[row].order = order++;
    }
}

/* "columns": the keys of the columns as they stood, where that was not the form's order. */
static void read_column_order(layout_reader *r)
{
    size_t order = 0, last = 0;
    for (size_t i = 0; i < r->layout->entry_count; i++) {
        const gj_entry *entry = &r->layout->entries[i];
        if (!gj_slice_starts(entry->path, GJ_LIT("columns.")))
            continue;
        size_t column = gj_form_column_index(r->b->form, entry->value.text);
        if (column == GJ_NOT_FOUND)
            continue;
        r->b->table->columns[column].order = order++;
        if (column < last)
            r->b->table->columns_in_order = false;
        last = column;
    }
}

/* One member of a line that was no row: its label, or one of its values. */
static gj_status read_unbound_member(gj_table_binder *b, gj_unbound_row *row, const gj_entry *entry, gj_slice field)
{
    gj_label label;
    if (gj_slice_is(field, "label")) {
        row->label = entry->value;
        if (!gj_label_read(b->arena, entry->value.text, &label))
            return gj_fail_nomem(b->err);
        row->subtotal = gj_label_find_in(b->labels, &label, GJ_LABEL_BLOCK, b->index) != NULL;
    } else if (gj_slice_is(field, "subtotal")) {
        row->subtotal = gj_slice_is(entry->value.text, "true");
    } else if (gj_slice_starts(field, GJ_LIT("values."))) {
        gj_slice text = entry->value.text;
        row->values =
            row->values.len ? gj_arena_format(b->arena, "%.*s | %.*s", GJ_ARG(row->values), GJ_ARG(text)) : text;
        if (!row->values.data)
            return gj_fail_nomem(b->err);
    }
    return GJ_OK;
}

/* "unbound": { label, values } of every line that was no row. */
static gj_status read_unbound(layout_reader *r)
{
    const gj_slice part = GJ_LIT("unbound.");
    gj_table_binder *b = r->b;
    gj_unbound_row *row = NULL;
    gj_slice last = { NULL, 0 };
    for (size_t i = 0; i < r->layout->entry_count; i++) {
        const gj_entry *entry = &r->layout->entries[i];
        size_t dot =
            gj_slice_starts(entry->path, part) ? gj_slice_find(entry->path, GJ_LIT("."), part.len) : GJ_NOT_FOUND;
        if (dot == GJ_NOT_FOUND)
            continue;
        gj_slice number = gj_slice_sub(entry->path, 0, dot);
        if (!row || !gj_slice_equal(number, last)) {
            row = GJ_PUSH(b->arena, &b->unbound);
            if (!row)
                return gj_fail_nomem(b->err);
            row->span = entry->value.span;
            last = number;
        }
        GJ_TRY(read_unbound_member(b, row, entry, gj_slice_sub(entry->path, dot + 1, entry->path.len)));
    }
    return GJ_OK;
}

gj_status gj_bind_layout(gj_table_binder *b, const gj_block *layout)
{
    layout_reader reader = { b, layout }, *r = &reader;
    b->table->layout_known = true;
    GJ_TRY(read_labels(r));
    read_order(r);
    read_column_order(r);
    for (size_t i = 0; i < r->layout->entry_count; i++) {
        const gj_entry *entry = &r->layout->entries[i];
        gj_label label;
        if (!gj_slice_is(entry->path, "note"))
            continue;
        if (!gj_label_read(b->arena, entry->value.text, &label))
            return gj_fail_nomem(b->err);
        b->table->note_seen = gj_label_nearest(b->labels, &label, GJ_LABEL_NOTE, b->index) != NULL;
    }
    return read_unbound(r);
}
