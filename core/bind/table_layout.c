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

/* The part is there and says nothing: none was seen. */
static bool is_empty_object(const gj_block *layout, const char *part)
{
    for (size_t i = 0; i < layout->entry_count; i++)
        if (gj_slice_is(layout->entries[i].path, part))
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
    bool blocks = layout_has(r->layout, "blocks") || is_empty_object(r->layout, "blocks"),
         headers = layout_has(r->layout, "header");
    for (size_t row = 0; row < b->form->row_count; row++) {
        gj_slice key = b->form->rows[row].key;
        const gj_entry *label = layout_entry(r->layout, "labels", key), *block = layout_entry(r->layout, "blocks", key);
        gj_bound_row *bound = &b->table->rows[row];
        if (label)
            bound->label = label->value;
        else if (bound->present) /* only what differs from the form is said */
            bound->label = (gj_text){ .text = b->form->rows[row].label, .span = bound->span };
        b->table->block_seen[row] = !blocks || !b->form->rows[row].block.len || (block && block->value.text.len);
        for (size_t c = 0; c < b->form->column_count; c++)
            if (b->form->rows[row].columns >> c & 1)
                GJ_TRY(read_header(r, row, c, headers));
    }
    return GJ_OK;
}

/* "parents": the labels before those of rows, where they are not the form's. */
static gj_status read_parents(layout_reader *r)
{
    const gj_slice part = GJ_LIT("parents.");
    const gj_block *layout = r->layout;
    for (size_t i = 0; i < layout->entry_count; i++) {
        gj_slice path = layout->entries[i].path;
        size_t dot = path.len;
        while (dot && path.data[dot - 1] != '.')
            dot--;
        if (!gj_slice_starts(path, part) || dot <= part.len)
            continue;
        size_t row = gj_form_row_index(r->b->form, gj_slice_sub(path, part.len, dot - 1)), end = i;
        while (end < layout->entry_count && gj_slice_starts(layout->entries[end].path, gj_slice_sub(path, 0, dot)))
            end++;
        gj_slice *parents = GJ_ARRAY(r->b->arena, end - i, gj_slice);
        if (!parents)
            return gj_fail_nomem(r->b->err);
        for (size_t k = i; k < end; k++)
            parents[k - i] = layout->entries[k].value.text;
        if (row != GJ_NOT_FOUND) {
            r->b->table->rows[row].parents = parents;
            r->b->table->rows[row].parent_count = end - i;
        }
        i = end - 1;
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

/* "columns": the keys of the columns as they stood, where they were not the form's. */
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
        r->b->table->columns[column].present = true;
        r->b->table->columns[column].order = order++;
        if (column < last)
            r->b->table->columns_in_order = false;
        last = column;
    }
}

/* Where headers are given, a flat table has the columns that it has headers for. */
static void read_flat_columns(layout_reader *r)
{
    gj_bound_table *table = r->b->table;
    const gj_form_table *form = r->b->form;
    if (form->shape != GJ_SHAPE_FLAT || !layout_has(r->layout, "header"))
        return;
    for (size_t c = 0; c < form->column_count; c++) {
        table->columns[c].present = false;
        for (size_t row = 0; row < form->row_count; row++)
            table->columns[c].present = table->columns[c].present || table->header_seen[row * form->column_count + c];
    }
}

/* "values": a flat table's line of values that could not be placed. */
static gj_status read_values(layout_reader *r)
{
    const gj_slice part = GJ_LIT("values.");
    gj_bound_table *table = r->b->table;
    gj_slice *values = GJ_ARRAY(r->b->arena, r->layout->entry_count, gj_slice);
    if (!values)
        return gj_fail_nomem(r->b->err);
    for (size_t i = 0; i < r->layout->entry_count; i++)
        if (gj_slice_starts(r->layout->entries[i].path, part))
            values[table->unread_count++] = r->layout->entries[i].value.text;
    table->unread = table->unread_count ? values : NULL;
    table->value_count += table->unread_count;
    return GJ_OK;
}

static gj_status read_note(layout_reader *r)
{
    gj_table_binder *b = r->b;
    for (size_t i = 0; i < r->layout->entry_count; i++) {
        const gj_entry *entry = &r->layout->entries[i];
        gj_label label;
        if (!gj_slice_is(entry->path, "note"))
            continue;
        if (!gj_label_read(b->arena, entry->value.text, &label))
            return gj_fail_nomem(b->err);
        b->table->note_seen = gj_label_nearest(b->labels, &label, GJ_LABEL_NOTE, b->index) != NULL;
        b->table->note = entry->value.text;
    }
    return GJ_OK;
}

gj_status gj_bind_layout(gj_table_binder *b, const gj_block *layout, bool *columns)
{
    layout_reader reader = { b, layout }, *r = &reader;
    b->table->layout_known = true;
    *columns = layout_has(layout, "columns");
    GJ_TRY(read_labels(r));
    GJ_TRY(read_parents(r));
    read_order(r);
    read_column_order(r);
    read_flat_columns(r);
    GJ_TRY(read_values(r));
    GJ_TRY(read_note(r));
    return gj_bind_layout_lines(b, layout);
}
